import { randomInt } from "node:crypto";
import { toBase64Url } from "#domain/bytes.ts";
import type { PersonId, PieceId } from "#domain/ids.ts";
import { NO_PREVIOUS } from "#domain/sync/frame.ts";
import { newStream, someSealed, type WireClient } from "#tests/support/wire-client.ts";

export type Open = {
  readonly person: PersonId;
  readonly piece: PieceId;
  readonly client: WireClient;
  /** `null` if it may only read, or its stream has come to an end. */
  stream: { readonly sn: number; readonly epoch: number; counter: number } | null;
  /** So many frames had come to it when anything could last be written to its piece. */
  came: number;
};

type Connect = (person: PersonId, piece: PieceId) => Promise<WireClient>;

/** Both people's sockets on the running relay, and all that was acknowledged on them. */
export class Sockets {
  readonly #connect: Connect;
  #open: Open[] = [];
  /** What was acknowledged, by piece, in the order of the log. */
  readonly acknowledged = new Map<PieceId, string[]>();

  constructor(connect: Connect) {
    this.#connect = connect;
  }

  get open(): readonly Open[] {
    return this.#open;
  }

  /** Connects, and reads all that there is: the socket, or the code that it was closed with. */
  async connect(person: PersonId, piece: PieceId): Promise<Open | number> {
    const client = await this.#connect(person, piece);
    client.send({ type: "hello", cursor: 0 });
    for (;;) {
      const frame = await client.read();
      if (!frame) return client.closed;
      if (frame.type === "synced") break;
    }
    const one: Open = { person, piece, client, stream: null, came: 0 };
    one.came = Sockets.delivered(one).length;
    this.#open.push(one);
    return one;
  }

  /** Pushes a frame in this epoch, on a stream of its own: whether it was acknowledged. */
  async push(one: Open, epoch: number): Promise<boolean> {
    if (one.stream?.epoch !== epoch) {
      const begun = await this.#announce(one, epoch);
      if (begun === null) return this.drop(one);
      one.stream = { sn: begun, epoch, counter: 0 };
    }
    const { sn, counter } = one.stream;
    const sealed = someSealed();
    one.client.send({ type: "push", sn, counter: counter + 1, sealed });
    for (;;) {
      const frame = await one.client.read();
      if (!frame || frame.type === "refused") return this.drop(one);
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
  async #announce({ client }: Open, epoch: number): Promise<number | null> {
    const stream = newStream();
    const clientId = randomInt(2 ** 32);
    client.send({ type: "announce", stream, epoch, clientId, previous: NO_PREVIOUS });
    for (;;) {
      const frame = await client.read();
      if (!frame || frame.type === "taken") return null;
      if (frame.type !== "updates") continue;
      for (const entry of frame.entries) {
        if (entry.type === "stream" && entry.stream === stream) return entry.sn;
      }
    }
  }

  /** Cuts it off, as a network does. */
  drop(one: Open): false {
    one.client.socket.terminate();
    this.#open = this.#open.filter((other) => other !== one);
    return false;
  }

  /** The server has gone: so have they. */
  async ended(): Promise<void> {
    await Promise.all(this.#open.map(({ client }) => client.closed));
    this.#open = [];
  }

  /** This piece is deleted: its sockets have been ended, and its log is gone. */
  async endedOn(piece: PieceId): Promise<void> {
    const its = this.#open.filter((one) => one.piece === piece);
    await Promise.all(its.map(({ client }) => client.closed));
    this.#open = this.#open.filter((one) => one.piece !== piece);
    this.acknowledged.delete(piece);
  }

  /** This person's session has ended: the codes that their sockets were closed with. */
  async endedOf(person: PersonId): Promise<readonly number[]> {
    const theirs = this.#open.filter((one) => one.person === person);
    this.#open = this.#open.filter((one) => one.person !== person);
    return Promise.all(theirs.map(({ client }) => client.closed));
  }

  async close(): Promise<void> {
    for (const { client } of this.#open) client.socket.terminate();
    await this.ended();
  }

  /** The frames that reached this socket. */
  static delivered({ client }: Open): readonly string[] {
    return client.entries.flatMap((entry) =>
      entry.type === "frame" ? [toBase64Url(entry.sealed)] : [],
    );
  }
}
