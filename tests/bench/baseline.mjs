// @y/websocket-server wants another Yjs than ours, so it lives apart and is no dependency.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const PLACE = path.resolve("node_modules/.threshold/bench");
const SERVER = path.join(PLACE, "node_modules/@y/websocket-server/src/server.js");
const PACKAGES = {
  "@y/websocket-server": "0.1.5",
  "@y/protocols": "1.0.6-1", // the last one on the same Yjs package as this server
  yjs: "14.0.0-16",
};

/** Where the server's main file is. Installs it the first time. */
export function installBaseline() {
  if (existsSync(SERVER)) return SERVER;
  mkdirSync(PLACE, { recursive: true });
  writeFileSync(
    path.join(PLACE, "package.json"),
    JSON.stringify({ private: true, type: "module", dependencies: PACKAGES }),
  );
  console.log("Installing @y/websocket-server beside us, to compare with.");
  const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: PLACE,
    stdio: "inherit",
  });
  if (status === 0 && existsSync(SERVER)) return SERVER;
  console.error("@y/websocket-server could not be installed, so there is nothing to compare with.");
  process.exit(1);
}
