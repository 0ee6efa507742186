// npm run pictures: the pictures of the README, taken of the demo's room, into docs/pictures.
import { spawnSync } from "node:child_process";
import { prepare } from "../../server/setup/steps.mjs";
import { chromium } from "../support/chromium.mjs";

prepare();
const { status } = spawnSync(process.execPath, ["--import", "tsx", "tests/pictures/pictures.ts"], {
  stdio: "inherit",
  env: { ...process.env, CHROMIUM_PATH: chromium() },
});
process.exit(status ?? 1);
