import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import type { Bytes } from "#domain/bytes.ts";
import { migrate } from "#server/store/migrate.ts";
import { newPerson, newPiece } from "#tests/support/relay-world.ts";
import { buildRelayChild, startRelayChild } from "#tests/support/relay-child.ts";
import { someSealed, WireClient } from "#tests/support/wire-client.ts";

/** One writer and one reader of a document of their own. */
export type Pair = {
  /** Sends the next update of this document. */
  readonly send: (update: Uint8Array) => void;
  /** Set by the measurement: how many of the writer's updates the server has answered for. */
  settled: (count: number) => void;
  /** Set by the measurement: how many updates have reached the reader. */
  delivered: (count: number) => void;
};

export type Side = {
  readonly name: string;
  /** The process of its server. */
  readonly pid: number;
  readonly pair: () => Promise<Pair>;
  readonly stop: () => Promise<void>;
};

/** Nonce, padding to 64 bytes with a length in front, tag: what a sealed update measures. */
const sealedLength = (update: number) => 12 + Math.ceil((update + 2) / 64) * 64 + 16;

/** Made once a length: what is measured is the server, not how fast random bytes are made. */
const sealedOf = new Map<number, Bytes>();
function sealedFor(update: Uint8Array): Bytes {
  const length = sealedLength(update.length);
  const sealed = sealedOf.get(length) ?? someSealed(length);
  sealedOf.set(length, sealed);
  return sealed;
}

/** Our relay in its own process, on SQLite: it answers when the frame is on the disk. */
export async function startOurs(): Promise<Side> {
  const built = await buildRelayChild();
  const directory = mkdtempSync(path.join(tmpdir(), "threshold-bench-"));
  const url = `file:${path.join(directory, "bench.db")}`;
  await migrate(url);
  const child = await startRelayChild(built, url);
  return {
    name: "Threshold",
    pid: child.pid,
    async pair() {
      const place = (piece: string) => `ws://127.0.0.1:${child.port}/${newPerson()}/${piece}`;
      const piece = newPiece();
      const [writer, reader] = await Promise.all([
        new WireClient(place(piece)).opened(),
        new WireClient(place(piece)).opened(),
      ]);
      await Promise.all([writer.hello(), reader.hello()]);
      const sn = await writer.announce();
      await reader.entry("stream");
      let counter = 0;
      const pair: Pair = {
        send(update) {
          counter += 1;
          writer.send({ type: "push", sn, counter, sealed: sealedFor(update) });
        },
        settled: () => undefined,
        delivered: () => undefined,
      };
      void follow(writer, (count) => pair.settled(count));
      void follow(reader, (count) => pair.delivered(count));
      return pair;
    },
    async stop() {
      await child.kill();
      rmSync(directory, { recursive: true });
    },
  };
}

async function follow(client: WireClient, counted: (count: number) => void): Promise<void> {
  for (let frame = await client.read(); frame; frame = await client.read()) {
    if (frame.type !== "updates") continue;
    let count = 0;
    for (const entry of frame.entries) {
      if (entry.type === "ack") count += entry.count;
      else if (entry.type === "frame") count += 1;
    }
    counted(count);
  }
}

const SYNC = 0;
const UPDATE = 2;

/** The other server, as it comes: in memory. Its answer to a writer is the echo that it sends to all. */
export async function startTheirs(server: string): Promise<Side> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  const child = spawn(process.execPath, [server], {
    env: { ...process.env, HOST: "127.0.0.1", PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(createInterface({ input: child.stdout }), "line");
  let documents = 0;
  return {
    name: "@y/websocket-server",
    pid: child.pid ?? 0,
    async pair() {
      const place = `ws://127.0.0.1:${port}/document-${(documents += 1)}`;
      const open = async () => {
        const socket = new WebSocket(place, { perMessageDeflate: false });
        const greeted = once(socket, "message"); // its first sync step
        await greeted;
        return socket;
      };
      const [writer, reader] = await Promise.all([open(), open()]);
      const pair: Pair = {
        send(update) {
          const message = encoding.createEncoder();
          encoding.writeVarUint(message, SYNC);
          encoding.writeVarUint(message, UPDATE);
          encoding.writeVarUint8Array(message, update);
          writer.send(encoding.toUint8Array(message));
        },
        settled: () => undefined,
        delivered: () => undefined,
      };
      writer.on("message", (data: Buffer) => isUpdate(data) && pair.settled(1));
      reader.on("message", (data: Buffer) => isUpdate(data) && pair.delivered(1));
      return pair;
    },
    async stop() {
      child.kill();
      await once(child, "exit");
    },
  };
}

function isUpdate(data: Buffer): boolean {
  const message = decoding.createDecoder(data);
  return decoding.readVarUint(message) === SYNC && decoding.readVarUint(message) === UPDATE;
}
