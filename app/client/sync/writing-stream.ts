import { sameBytes, type Bytes } from "#domain/bytes.ts";
import { idOf, type StreamId } from "#domain/ids.ts";
import { NO_PREVIOUS } from "#domain/sync/frame.ts";
import type { OutboxFrame, OutboxStream } from "./device-store.ts";
import { hashOfSealed } from "./frame-hash.ts";
import type { FrameCipher } from "./frame-cipher.ts";
import { clientIdsOf } from "./yjs-update.ts";

/** A frame that is durable here and not known to be in the log. */
export type UnsentFrame = OutboxFrame & { readonly update: Bytes };

/** A stream that this tab sends: its own, or one that a dead tab left behind. */
export class WritingStream {
  readonly stream: StreamId;
  readonly epoch: number;
  /** Every id that its frames write under. */
  readonly clientIds: Set<number>;
  /** In the order of their counters. */
  readonly unsent: UnsentFrame[] = [];
  #next: number;
  #previous: Bytes;

  constructor(state: StreamState) {
    this.stream = state.stream;
    this.epoch = state.epoch;
    this.clientIds = new Set(state.clientIds);
    this.#next = state.next;
    this.#previous = state.previous;
  }

  /** The hash before the first frame that is not known to be in the log. */
  get acknowledged(): Bytes {
    return this.unsent[0]?.previous ?? this.#previous;
  }

  /** Everything that another tab, or a machine restored from this moment, would go on from. */
  state(): StreamState {
    return {
      stream: this.stream,
      epoch: this.epoch,
      clientIds: [...this.clientIds],
      next: this.#next,
      previous: this.#previous,
    };
  }

  /**
   * Seals an update as the next frame. `clientId` is announced when the update only deletes and so names
   * no id. Call it again only when it has been fulfilled: each frame binds the one before.
   */
  async seal(cipher: FrameCipher, update: Bytes, clientId: number): Promise<UnsentFrame> {
    for (const id of clientIdsOf(update)) this.clientIds.add(id);
    if (this.clientIds.size === 0) this.clientIds.add(clientId);
    const counter = this.#next;
    const previous = this.#previous;
    const place = { epoch: this.epoch, stream: this.stream, counter, previous };
    const sealed = await cipher.seal(place, update);
    const hash = hashOfSealed(sealed);
    this.#next = counter + 1;
    this.#previous = hash;
    return { counter, previous, hash, sealed, update };
  }

  /** Whether its next frame follows what the log holds of it. */
  follows(head: { readonly counter: number; readonly hash: Bytes }): boolean {
    const next = this.unsent[0]?.counter ?? this.#next;
    return head.counter === next - 1 && sameBytes(head.hash, this.acknowledged);
  }

  find(counter: number): UnsentFrame | undefined {
    return this.unsent.find((frame) => frame.counter === counter);
  }

  settle(counter: number): void {
    const at = this.unsent.findIndex((frame) => frame.counter === counter);
    if (at >= 0) this.unsent.splice(at, 1);
  }
}

export type StreamState = {
  readonly stream: StreamId;
  readonly epoch: number;
  readonly clientIds: readonly number[];
  /** The counter of the next frame. */
  readonly next: number;
  readonly previous: Bytes;
};

/** What a stream has not sent, as a device keeps it: sealed. */
export function unsentOf({ stream, epoch, clientIds, unsent }: WritingStream): OutboxStream {
  return { stream, epoch, clientIds: [...clientIds], frames: unsent.map(sealedOnly) };
}

export const sealedOnly = ({ counter, previous, hash, sealed }: UnsentFrame): OutboxFrame => ({
  counter,
  previous,
  hash,
  sealed,
});

/** One opening of a piece in one tab writes one stream, named at random. */
export const freshStream = (epoch: number): WritingStream =>
  new WritingStream({
    stream: idOf<StreamId>(crypto.getRandomValues(new Uint8Array(16))),
    epoch,
    clientIds: [],
    next: 1,
    previous: NO_PREVIOUS,
  });
