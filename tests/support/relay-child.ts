import { fork } from "node:child_process";
import { once } from "node:events";
import { build } from "esbuild";

/** In the repository, so that its packages are found. */
const SERVER = "node_modules/.threshold/faults/relay-process.mjs";

/** A relay on a port of its own, in a process of its own. Its gate is open to anybody. */
export type RelayChild = {
  readonly port: number;
  readonly pid: number;
  readonly kill: () => Promise<void>;
};

/** Makes what {@link startRelayChild} starts. */
export async function buildRelayChild(): Promise<void> {
  await build({
    entryPoints: ["tests/faults/relay-process.ts"],
    outfile: SERVER,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "warning",
  });
}

/** Starts a relay on the migrated database of `url`. It ends with this process, or by `kill -9`. */
export async function startRelayChild(url: string): Promise<RelayChild> {
  const child = fork(SERVER, [url], { execArgv: [] });
  const [said] = (await once(child, "message")) as [{ port?: number }];
  if (said.port === undefined) throw new Error(`the relay said ${JSON.stringify(said)}`);
  return {
    port: said.port,
    pid: child.pid ?? 0,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}
