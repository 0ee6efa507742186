import { buildChild, startChild } from "./child.ts";

/** A relay on a port of its own, in a process of its own. Its gate is open to anybody. */
export type RelayChild = {
  readonly port: number;
  readonly pid: number;
  readonly kill: () => Promise<void>;
};

/** Makes what {@link startRelayChild} starts. */
export const buildRelayChild = (): Promise<string> => buildChild("tests/faults/relay-process.ts");

/** Starts a relay on the migrated database of `url`. It ends with this process, or by `kill -9`. */
export async function startRelayChild(file: string, url: string): Promise<RelayChild> {
  const { said, pid, kill } = await startChild<{ port?: number }>(file, url);
  if (said.port === undefined) throw new Error(`the relay said ${JSON.stringify(said)}`);
  return { port: said.port, pid, kill };
}
