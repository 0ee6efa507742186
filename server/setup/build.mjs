// The two builds: Remix (browser and server), and the server as one bundle that leaves its packages
// where npm put them.
import { rmSync } from "node:fs";
import { build } from "esbuild";
import { run } from "./steps.mjs";

rmSync("build", { recursive: true, force: true });
run(
  process.execPath,
  ["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "--logLevel", "warn"],
  {
    NODE_ENV: "production",
  },
);
await build({
  entryPoints: ["server/index.ts"],
  outfile: "build/server.js",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  sourcemap: true,
  logLevel: "warning",
  external: ["./server/index.js"],
});
