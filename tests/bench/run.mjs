// npm run bench: our relay against @y/websocket-server, and how long refusals take.
//   --trace FILE   edits of a real editing trace (josephg/editing-traces, .json or .json.gz)
//   --edits N      how many edits for each measurement
import { spawnSync } from "node:child_process";
import { prepare } from "../../server/setup/steps.mjs";
import { installBaseline } from "./baseline.mjs";

prepare();
const baseline = installBaseline();
const { status } = spawnSync(
  process.execPath,
  ["--import", "tsx", "tests/bench/compare.ts", ...process.argv.slice(2)],
  { stdio: "inherit", env: { ...process.env, NODE_ENV: "production", BASELINE: baseline } },
);
process.exit(status ?? 1);
