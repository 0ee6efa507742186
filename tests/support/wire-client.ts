import { randomBytes } from "node:crypto";
import { WebSocket } from "ws";
import type { Bytes } from "#domain/bytes.ts";
import { idOf, type StreamId } from "#domain/ids.ts";
import {
  decodeServerFrame,
  encodeClientFrame,
  NO_PREVIOUS,
  type ClientFrame,
  type Entry,
  type ServerFrame,
} from "#domain/sync/frame.ts";

export type FrameOf<Type extends ServerFrame["type"]> = Extract<ServerFrame, { type: Type }>;
export type EntryOf<Type extends Entry["type"]> = Extract<Entry, { type: Type }>;

/** Bytes that nobody can tell from a sealed frame. */
export const someSealed = (length = 92): Bytes => new Uint8Array(randomBytes(length));
export const newStream = (): StreamId => idOf<StreamId>(new Uint8Array(randomBytes(16)));

export type WireOptions = {
  readonly autoPong?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A device that speaks the wire and nothing else. What it has been sent is read strictly in order. */
export class WireClient {
  readonly socket: WebSocket;
  /** The closing code, once it has closed. */
  readonly closed: Promise<number>;
  readonly #frames: ServerFrame[] = [];
  #read = 0;
  #wake: () => void = () => undefined;

  constructor(url: string, options: WireOptions = {}) {
    this.socket = new WebSocket(url, { perMessageDeflate: false, ...options });
    this.socket.on("message", (data: Buffer) => {
      const frame = decodeServerFrame(data);
      if (!frame.ok) throw new Error(`the server sent a bad frame: ${frame.refusal.code}`);
      this.#frames.push(frame.value);
      this.#wake();
    });
    this.closed = new Promise((resolve) => {
      this.socket.on("close", (code) => {
        resolve(code);
        this.#wake();
      });
    });
    this.socket.on("error", () => undefined);
  }

  /** Everything that it has been sent so far. */
  get frames(): readonly ServerFrame[] {
    return this.#frames;
  }

  get entries(): readonly Entry[] {
    return this.#frames.flatMap((frame) => (frame.type === "updates" ? frame.entries : []));
  }

  async opened(): Promise<this> {
    if (this.socket.readyState === WebSocket.CONNECTING) {
      await new Promise((resolve) => this.socket.once("open", resolve).once("close", resolve));
    }
    return this;
  }

  send(...frames: readonly ClientFrame[]): void {
    for (const frame of frames) this.socket.send(encodeClientFrame(frame));
  }

  /** The next frame that has not been read; `null` once the socket has closed and all is read. */
  async read(): Promise<ServerFrame | null> {
    for (;;) {
      const frame = this.#frames[this.#read];
      if (frame) {
        this.#read += 1;
        return frame;
      }
      if (this.socket.readyState === WebSocket.CLOSED) return null;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** The next frame of this type that has not been read; those before it count as read. */
  async next<Type extends ServerFrame["type"]>(
    type: Type,
    fits: (frame: FrameOf<Type>) => boolean = () => true,
  ): Promise<FrameOf<Type>> {
    for (;;) {
      const frame = await this.read();
      if (!frame) throw new Error(`closed with ${await this.closed} before "${type}" came`);
      if (frame.type === type && fits(frame as FrameOf<Type>)) return frame as FrameOf<Type>;
    }
  }

  /** The next entry of this type, in whatever message it comes. */
  async entry<Type extends Entry["type"]>(
    type: Type,
    fits: (entry: EntryOf<Type>) => boolean = () => true,
  ): Promise<EntryOf<Type>> {
    const wanted = (entry: Entry): entry is EntryOf<Type> =>
      entry.type === type && fits(entry as EntryOf<Type>);
    const { entries } = await this.next("updates", (frame) => frame.entries.some(wanted));
    const found = entries.find(wanted);
    if (!found) throw new Error("unreachable");
    return found;
  }

  /** When it resolves, everything that the server sent before now has arrived. */
  async fence(): Promise<void> {
    this.send({ type: "aware", sealed: someSealed(32) });
    await this.next("pong");
  }

  async hello(cursor = 0): Promise<number> {
    this.send({ type: "hello", cursor });
    return (await this.next("synced")).head;
  }

  /** Announces a stream, new unless given, and answers with its number. */
  async announce(more: Partial<Extract<ClientFrame, { type: "announce" }>> = {}): Promise<number> {
    const stream = more.stream ?? newStream();
    const clientId = randomBytes(4).readUInt32BE();
    const frame = { type: "announce", stream, epoch: 1, clientId, previous: NO_PREVIOUS } as const;
    this.send({ ...frame, ...more });
    return (await this.entry("stream", (entry) => entry.stream === stream)).sn;
  }

  async close(): Promise<void> {
    this.socket.close();
    await this.closed;
  }
}
