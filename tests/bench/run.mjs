// npm run bench: our relay against @y/websocket-server, how long refusals take, and whether the mirror
// keeps a key press waiting.
//   --mirror       only the last of them
//   --trace FILE   edits of a real editing trace (josephg/editing-traces, .json or .json.gz)
//   --edits N      how many edits for each measurement
import { spawnSync } from "node:child_process";
import { prepare } from "../../server/setup/steps.mjs";
import { chromium } from "../support/chromium.mjs";
import { installBaseline } from "./baseline.mjs";

prepare();
const run = (file, env, args = []) => {
  const { status } = spawnSync(process.execPath, ["--import", "tsx", file, ...args], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", ...env },
  });
  if (status !== 0) process.exit(status ?? 1);
};
const args = process.argv.slice(2);
if (!args.includes("--mirror")) {
  run("tests/bench/compare.ts", { BASELINE: installBaseline() }, args);
}
run("tests/bench/mirror.ts", { CHROMIUM_PATH: chromium() });
