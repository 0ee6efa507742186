// npm run validate: types, lint, format, structure, unused code. Everything is said before it fails.
import { spawnSync } from "node:child_process";
import { generate, install } from "../server/setup/steps.mjs";

install();
generate();

const checks = [
  ["types", "tsc", ["-p", "tsconfig.json"]],
  ["types of the domain", "tsc", ["-p", "app/domain"]],
  ["lint", "oxlint", ["--deny-warnings"]],
  ["format", "prettier", ["--check", "--log-level", "warn", "."]],
  ["structure", "depcruise", ["--config", ".dependency-cruiser.cjs", "app", "server", "tests"]],
  ["unused code", "knip", ["--no-progress"]],
];
let failed = 0;
for (const [name, command, args] of checks) {
  const { status, stdout, stderr } = spawnSync(`node_modules/.bin/${command}`, args, {
    encoding: "utf8",
    env: { ...process.env, FORCE_COLOR: "0" },
  });
  if (status === 0) {
    console.log(`ok      ${name}`);
  } else {
    failed += 1;
    console.log(`failed  ${name}\n${stdout}${stderr}`);
  }
}
process.exit(failed === 0 ? 0 : 1);
