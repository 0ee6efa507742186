import { sameBytes } from "#domain/bytes.ts";
import type { PieceId } from "#domain/ids.ts";
import type { DevicePiece, DeviceStore, OutboxStream } from "./device-store.ts";
import type { FrameCipher } from "./frame-cipher.ts";
import type { Locks } from "./locks.ts";
import { WritingStream, type UnsentFrame } from "./writing-stream.ts";
import { clientIdsOf } from "./yjs-update.ts";

/** What holds a stream for the tab that writes it, or that has adopted it. */
const lockOf = (piece: PieceId, stream: WritingStream | OutboxStream) =>
  `threshold:${piece}:${stream.stream}`;

export type OutboxOptions = {
  readonly piece: PieceId;
  readonly device: DeviceStore;
  readonly locks: Locks;
  readonly cipher: FrameCipher;
  readonly own: WritingStream;
};

/** `isForked`: at one of its places the log holds something else. Its words cannot go with the log's. */
export type Adopted = { readonly stream: WritingStream; readonly isForked: boolean };

/** What this tab sends: its own stream, and before it those of dead tabs, on which it may build. */
export class Outbox {
  readonly own: WritingStream;
  readonly #options: OutboxOptions;
  readonly #adopted: WritingStream[] = [];
  readonly #releases: (() => void)[] = [];

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.own = options.own;
  }

  /** In the order in which they are sent. */
  get sending(): readonly WritingStream[] {
    return [...this.#adopted, this.own];
  }

  get isEmpty(): boolean {
    return this.sending.every((stream) => stream.unsent.length === 0);
  }

  /** The stream whose turn it is: the next one waits until all of it has been acknowledged. */
  get current(): WritingStream | undefined {
    return this.sending.find((stream) => stream.unsent.length > 0);
  }

  /** Everything unsent of a stream and of those that may build on it. */
  from(first: WritingStream): readonly WritingStream[] {
    const { sending } = this;
    return sending.slice(sending.indexOf(first)).filter((stream) => stream.unsent.length > 0);
  }

  /** Says, to the other tabs, that this tab's stream is alive. */
  async hold(): Promise<void> {
    await this.#tryHold(this.own);
  }

  /**
   * Takes over what tabs that are gone have left behind, in order, and gives it. What cannot be opened,
   * or writes under an id that it did not announce, is left where it is: it could not be sent either.
   */
  async adopt(): Promise<readonly Adopted[]> {
    const { piece, device } = this.#options;
    const held = new Set<string>();
    for (const waiting of await device.waiting(piece)) {
      if (this.sending.some(({ stream }) => stream === waiting.stream)) continue;
      if (await this.#tryHold(waiting)) held.add(waiting.stream);
    }
    if (held.size === 0) return [];
    // Read again: until its lock was ours, somebody may still have been sending it.
    const kept = await device.load(piece);
    const adopted: Adopted[] = [];
    for (const waiting of kept.outbox.filter(({ stream }) => held.has(stream))) {
      const stream = await this.#open(waiting);
      if (stream) adopted.push({ stream, isForked: contradicts(waiting, kept) });
    }
    this.#adopted.push(...adopted.map(({ stream }) => stream));
    return adopted;
  }

  /** Sends these no more. They stay held, and on the device. */
  drop(streams: readonly WritingStream[]): void {
    for (const stream of streams) this.#adopted.splice(this.#adopted.indexOf(stream), 1);
  }

  /** Lets go of everything. What is unsent stays on the device, for the next to adopt. */
  release(): void {
    for (const release of this.#releases.splice(0)) release();
  }

  async #tryHold(stream: WritingStream | OutboxStream): Promise<boolean> {
    const release = await this.#options.locks.tryHold(lockOf(this.#options.piece, stream));
    if (release) this.#releases.push(release);
    return release !== null;
  }

  async #open({ stream, epoch, clientIds, frames }: OutboxStream): Promise<WritingStream | null> {
    const last = frames.at(-1);
    if (!last) return null;
    const state = { stream, epoch, clientIds, next: last.counter + 1, previous: last.hash };
    const adopted = new WritingStream(state);
    try {
      for (const frame of frames) {
        const { counter, previous, sealed } = frame;
        const place = { epoch, stream, counter, previous };
        const update = await this.#options.cipher.open(place, sealed);
        if (!clientIdsOf(update).every((id) => adopted.clientIds.has(id))) return null;
        adopted.unsent.push({ ...frame, update } satisfies UnsentFrame);
      }
    } catch {
      return null;
    }
    return adopted;
  }
}

function contradicts(
  waiting: OutboxStream,
  { streams, frames }: Pick<DevicePiece, "streams" | "frames">,
): boolean {
  const sn = streams.find(({ stream }) => stream === waiting.stream)?.sn;
  const inLog = new Map(
    frames.filter((frame) => frame.sn === sn).map((frame) => [frame.counter, frame.sealed]),
  );
  return waiting.frames.some(({ counter, sealed }) => {
    const other = inLog.get(counter);
    return other !== undefined && !sameBytes(other, sealed);
  });
}
