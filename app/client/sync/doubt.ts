import type { LogState } from "./log-state.ts";
import type { Outbox } from "./outbox.ts";
import type { WritingStream } from "./writing-stream.ts";

export type Verdict = {
  /** This stream, and what comes after it and may build on it, cannot be sent. */
  readonly from: WritingStream;
  readonly why: "forked" | "read-only";
};

/**
 * Whether what this tab sends is its own to send. The server may refuse a stream, or the log or the device may
 * contradict it; nothing more is sent or shown then before the whole log has been read, for some of it
 * may have been acknowledged.
 */
export class Doubt {
  readonly #outbox: Outbox;
  #from: WritingStream | null = null;
  #isProven = false;

  constructor(outbox: Outbox) {
    this.#outbox = outbox;
  }

  get exists(): boolean {
    return this.#from !== null;
  }

  /** The server takes nothing of this stream. */
  refused(stream: WritingStream): void {
    const { sending } = this.#outbox;
    const known = this.#from ? sending.indexOf(this.#from) : Infinity;
    if (sending.indexOf(stream) < known) this.#from = stream;
  }

  /** Something else stands in its place, or what it builds on is nowhere. */
  contradicted(stream: WritingStream): void {
    this.#isProven = true;
    this.refused(stream);
  }

  /** To be asked once the whole log has been read. */
  verdict(log: LogState): Verdict | null {
    const from = this.#from;
    if (!from) return null;
    // Refused, though the log holds of it just what we know: then it is not us, it is the piece.
    const isForked = this.#isProven || !from.follows(log.headOf(from.stream));
    return { from, why: isForked ? "forked" : "read-only" };
  }
}
