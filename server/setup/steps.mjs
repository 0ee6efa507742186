// The steps that a fresh clone needs, each done again only when what it reads has changed. Plain Node,
// for it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const STAMPS = "node_modules/.threshold";
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Threshold needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

/** Runs a command in the foreground and ends this process with its status if it fails. */
export function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, {
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (error) console.error(`${command}: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

function filesUnder(place) {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place)
    .filter((name) => name !== "generated" && name !== "node_modules")
    .flatMap((name) => filesUnder(path.join(place, name)));
}

function fingerprint(inputs) {
  const hash = createHash("sha256").update(process.version);
  for (const file of inputs
    .filter((input) => existsSync(input))
    .flatMap(filesUnder)
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .sort()) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** Does `step` unless `output` is there and was made from the same `inputs`. */
function once(name, inputs, output, step) {
  const stamp = path.join(STAMPS, name);
  const wanted = fingerprint(inputs);
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  step();
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stamp, wanted);
}

export function install() {
  once("install", ["package.json", "package-lock.json"], "node_modules/.package-lock.json", () =>
    run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]),
  );
}

export function generate() {
  once(
    "generate",
    ["prisma/models.prisma", "server/setup/generate.mjs", "package-lock.json"],
    "prisma/generated/postgresql/client.ts",
    () => run(process.execPath, ["server/setup/generate.mjs"]),
  );
}

export function build() {
  once(
    "build",
    ["app", "server", "public", "content", "prisma", "vite.config.ts", "package-lock.json"],
    "build/server.js",
    () => run(process.execPath, ["server/setup/build.mjs"]),
  );
}

/** Everything up to a server that can be started. */
export function prepare() {
  install();
  generate();
  build();
}
