// npm run demo: the production server with two people already in a room, and a link for each of them.
//   PORT=4040   where to listen, on this machine alone
import { spawn } from "node:child_process";
import { prepare } from "../../server/setup/steps.mjs";

prepare();
const demo = spawn(process.execPath, ["--import", "tsx", "tests/demo/demo.ts"], {
  stdio: "inherit",
});
// Ctrl+C reaches both; the demo tidies up and ends, and this ends with it.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => demo.kill(signal));
demo.on("exit", (code) => process.exit(code ?? 1));
