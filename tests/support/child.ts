import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { build } from "esbuild";

/** In the repository, so that its packages are found. */
const BUILT = "node_modules/.threshold/faults";

/** Bundles a program for a process of its own. Gives the file to start. */
export async function buildChild(entry: string): Promise<string> {
  const outfile = path.join(BUILT, path.basename(entry).replace(/\.ts$/, ".mjs"));
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "warning",
  });
  return outfile;
}

/** A process that has said its first word, and ends with this one, or by `kill -9`. */
export type Child<Said> = {
  readonly said: Said;
  readonly pid: number;
  readonly kill: () => Promise<void>;
};

export async function startChild<Said>(
  file: string,
  ...args: readonly string[]
): Promise<Child<Said>> {
  const child = fork(file, [...args], { execArgv: [] });
  const [said] = (await once(child, "message")) as [Said];
  return { said, pid: child.pid ?? 0, kill: () => killed(child) };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}
