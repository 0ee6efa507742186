import { randomBytes } from "node:crypto";
import { sameBytes, type Bytes } from "#domain/bytes.ts";
import type { StreamId } from "#domain/ids.ts";
import { NO_PREVIOUS, type Entry } from "#domain/sync/frame.ts";
import { hashOf } from "#server/sync/piece-log.ts";
import { newStream, someSealed, WireClient } from "./wire-client.ts";

type Written = { readonly sealed: Bytes; readonly hash: Bytes; seq: number | null };

/** Frames in flight at a time. */
const WINDOW = 48;

/**
 * A device that writes without end on one stream, through any number of sockets, and remembers what it
 * was promised: which of its frames are durable, and what it was shown of others.
 */
export class WritingDevice {
  /** Its frames; the counter is the index plus one. */
  readonly written: Written[] = [];
  /** Hash of the frame that stands at a seq, by what it was shown or promised. */
  readonly known = new Map<number, Bytes>();
  readonly stream: StreamId = newStream();
  readonly #clientId = randomBytes(4).readUInt32BE();
  #acknowledged = 0;
  #cursor = 0;

  get acknowledged(): number {
    return this.#acknowledged;
  }

  get inFlight(): number {
    return this.written.length - this.#acknowledged;
  }

  /**
   * Comes back, reads up, sends again what was not acknowledged and goes on writing until the socket
   * closes or it has `enough`; calls `moved` after every acknowledgement.
   */
  async write(url: string, moved: () => void, enough = Number.POSITIVE_INFINITY): Promise<void> {
    const client = await new WireClient(url).opened();
    const previous = this.written[this.#acknowledged - 1]?.hash ?? NO_PREVIOUS;
    if (client.socket.readyState !== client.socket.OPEN) return;
    client.send(
      { type: "announce", stream: this.stream, epoch: 1, clientId: this.#clientId, previous },
      { type: "hello", cursor: this.#cursor },
    );
    let sn = 0;
    let sent = 0;
    let live = false;
    for (let frame = await client.read(); frame; frame = await client.read()) {
      if (frame.type === "updates") {
        if (frame.last > 0) this.#advance(frame.previous, frame.last);
        for (const entry of frame.entries) {
          if (entry.type === "stream" && entry.stream === this.stream) sn = entry.sn;
          this.#take(entry, sn);
        }
        moved();
      } else if (frame.type === "synced") {
        live = true;
        sent = this.#acknowledged;
      } else {
        throw new Error(`unexpected: ${frame.type}`);
      }
      if (this.#acknowledged >= enough) return client.close();
      if (!live || sn === 0) continue;
      for (; sent < Math.min(this.#acknowledged + WINDOW, enough); sent++) {
        const counter = sent + 1;
        client.send({ type: "push", sn, counter, sealed: this.#frame(counter).sealed });
      }
    }
  }

  #frame(counter: number): Written {
    const there = this.written[counter - 1];
    if (there) return there;
    const sealed = someSealed();
    const made = { sealed, hash: hashOf(sealed), seq: null };
    this.written.push(made);
    return made;
  }

  #advance(previous: number, last: number): void {
    if (previous !== this.#cursor) throw new Error(`from ${previous}, not ${this.#cursor}`);
    this.#cursor = last;
  }

  #take(entry: Entry, sn: number): void {
    if (entry.type === "ack") {
      for (let at = 0; at < entry.count; at++) this.#promise(entry.counter + at, entry.seq + at);
    } else if (entry.type === "frame") {
      this.#remember(entry.seq, hashOf(entry.sealed));
      if (entry.sn === sn) this.#promise(entry.counter, entry.seq);
    }
  }

  /** One of its own frames is durable. */
  #promise(counter: number, seq: number): void {
    const frame = this.written[counter - 1];
    if (!frame) throw new Error("a frame that was never written");
    if (frame.seq !== null && frame.seq !== seq) throw new Error("a frame stands twice");
    frame.seq = seq;
    this.#remember(seq, frame.hash);
    this.#acknowledged = Math.max(this.#acknowledged, counter);
  }

  #remember(seq: number, hash: Bytes): void {
    const there = this.known.get(seq);
    if (there && !sameBytes(there, hash)) throw new Error("a row has changed");
    this.known.set(seq, hash);
  }
}
