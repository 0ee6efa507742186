import { randomInt } from "node:crypto";
import { toBase64Url } from "#domain/bytes.ts";
import type { PersonId, PieceId } from "#domain/ids.ts";
import { NO_PREVIOUS } from "#domain/sync/frame.ts";
import type { RelayWorld } from "#tests/support/relay-world.ts";
import { newStream, someSealed, type WireClient } from "#tests/support/wire-client.ts";

type Open = {
  readonly person: PersonId;
  readonly piece: PieceId;
  readonly client: WireClient;
  /** `null` if it may only read, or its stream has come to an end. */
  stream: { readonly sn: number; counter: number } | null;
};

/** Both people's sockets on the running relay, and all that was acknowledged on them. */
export class Sockets {
  readonly #relay: RelayWorld;
  #open: Open[] = [];
  /** What was acknowledged, by piece, in the order of the log. */
  readonly acknowledged = new Map<PieceId, string[]>();

  constructor(relay: RelayWorld) {
    this.#relay = relay;
  }

  get open(): readonly Open[] {
    return this.#open;
  }

  /** Connects, and begins a stream if it may: `open`, or the code that it was closed with. */
  async connect(person: PersonId, piece: PieceId): Promise<"open" | number> {
    const client = await this.#relay.connect(person, piece);
    client.send({ type: "hello", cursor: 0 });
    for (;;) {
      const frame = await client.read();
      if (!frame) return client.closed;
      if (frame.type === "synced") break;
    }
    const one: Open = { person, piece, client, stream: null };
    this.#open.push(one);
    return "open";
  }

  /** Pushes a frame: whether it was acknowledged. */
  async push(one: Open): Promise<boolean> {
    const sn = one.stream?.sn ?? (await this.#announce(one));
    if (sn === null) return this.#drop(one);
    one.stream ??= { sn, counter: 0 };
    const { counter } = one.stream;
    const sealed = someSealed();
    one.client.send({ type: "push", sn, counter: counter + 1, sealed });
    for (;;) {
      const frame = await one.client.read();
      if (!frame || frame.type === "refused") return this.#drop(one);
      if (frame.type !== "updates") continue;
      const done = frame.entries.some((entry) => entry.type === "ack" && entry.sn === sn);
      if (!done) continue;
      one.stream.counter += 1;
      const log = this.acknowledged.get(one.piece) ?? [];
      this.acknowledged.set(one.piece, [...log, toBase64Url(sealed)]);
      return true;
    }
  }

  /** The stream's number; `null` if nothing may be written here. */
  async #announce({ client }: Open): Promise<number | null> {
    const stream = newStream();
    const clientId = randomInt(2 ** 32);
    client.send({ type: "announce", stream, epoch: 1, clientId, previous: NO_PREVIOUS });
    for (;;) {
      const frame = await client.read();
      if (!frame || frame.type === "taken") return null;
      if (frame.type !== "updates") continue;
      for (const entry of frame.entries) {
        if (entry.type === "stream" && entry.stream === stream) return entry.sn;
      }
    }
  }

  #drop(one: Open): false {
    one.client.socket.terminate();
    this.#open = this.#open.filter((other) => other !== one);
    return false;
  }

  async restart(): Promise<void> {
    await this.#relay.restart();
    await Promise.all(this.#open.map(({ client }) => client.closed));
    this.#open = [];
  }

  async close(): Promise<void> {
    for (const { client } of this.#open) client.socket.terminate();
    await Promise.all(this.#open.map(({ client }) => client.closed));
    this.#open = [];
  }

  /** The frames that reached this socket. */
  static delivered({ client }: Open): readonly string[] {
    return client.entries.flatMap((entry) =>
      entry.type === "frame" ? [toBase64Url(entry.sealed)] : [],
    );
  }
}
