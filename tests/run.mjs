// npm test: all set-up, then every test; ends with one line of real counts.
//   --all   the longer form of everything        --soak   hours of the simulation and the model
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { prepare } from "../server/setup/steps.mjs";
import { chromium } from "./support/chromium.mjs";

const all = process.argv.includes("--all");
const soak = process.argv.includes("--soak");
prepare();
const browser = chromium();
const RESULTS = "test-results";
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

function runTests(name, args, env) {
  const { status } = spawnSync(`node_modules/.bin/${name}`, args, {
    stdio: "inherit",
    env: {
      ...process.env,
      ...env,
      ...(all || soak ? { ALL: "1" } : {}),
      ...(soak ? { SOAK: "1" } : {}),
    },
  });
  return status === 0;
}

const vitestReport = `${RESULTS}/vitest.json`;
const playwrightReport = `${RESULTS}/playwright.json`;
const unit = runTests(
  "vitest",
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`],
  { NODE_ENV: "test" },
);
const pages = soak
  ? true
  : runTests("playwright", ["test", "--reporter=list,json"], {
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport,
      NODE_ENV: "test",
    });

let passed = 0;
let failed = 0;
let broken = false;
if (existsSync(vitestReport)) {
  const report = JSON.parse(readFileSync(vitestReport, "utf8"));
  passed += report.numPassedTests;
  failed +=
    report.numFailedTests + report.numFailedTestSuites * Number(report.numFailedTests === 0);
} else broken = true;
if (existsSync(playwrightReport)) {
  const { stats, errors } = JSON.parse(readFileSync(playwrightReport, "utf8"));
  passed += stats.expected;
  failed += stats.unexpected + stats.flaky + stats.skipped + errors.length;
} else if (!soak) broken = true;

if (broken) console.error("A test runner ended without a report.");
const good = unit && pages && !broken && failed === 0;
console.log(`tests: ${passed} passed, ${good ? 0 : Math.max(failed, 1)} failed`);
process.exit(good ? 0 : 1);
