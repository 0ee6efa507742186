import { sameBytes, type Bytes } from "#domain/bytes.ts";
import type { PersonId } from "#domain/ids.ts";
import type { Entry, ServerFrame } from "#domain/sync/frame.ts";
import type { FrameRow, KeptOutRow, Step, StreamRow } from "./device-store.ts";
import type { FrameCipher } from "./frame-cipher.ts";
import { hashOfSealed } from "./frame-hash.ts";
import { belongsTo, LogDraft, type Ends, type LogState } from "./log-state.ts";
import type { UnsentFrame, WritingStream } from "./writing-stream.ts";
import { checkUpdate, type NumberedUpdate } from "./yjs-update.ts";

export type Updates = Extract<ServerFrame, { type: "updates" }>;
type EntryOf<Type extends Entry["type"]> = Extract<Entry, { type: Type }>;

/** Who reads. */
export type Reader = {
  readonly person: PersonId;
  readonly cipher: FrameCipher;
  readonly log: LogState;
  /** The streams that this tab sends, its own last. */
  readonly sending: readonly WritingStream[];
  readonly own: WritingStream;
};

export type OpenedStep = {
  readonly step: Step;
  /** What is new to the document, in the order of the log. */
  readonly updates: readonly NumberedUpdate[];
  readonly announced: readonly {
    readonly stream: WritingStream;
    readonly sn: number;
    readonly clientId: number;
  }[];
  readonly settled: readonly { readonly stream: WritingStream; readonly counter: number }[];
  /** A stream of ours that somebody else has written too. */
  readonly forked: WritingStream | null;
  /** How far each client id was written under, as far as it is let in. */
  readonly ends: Ends;
};

/** The log contradicts itself or what it said before: the server was restored, or is not honest. */
export class ContradictoryLog extends Error {
  override name = "ContradictoryLog";
}

/**
 * Opens a message from the log without changing anything. What does not open, is not an update, or writes
 * under somebody else's client id (also when it is our own) is kept out; everything else goes on.
 */
export async function openStep(reader: Reader, message: Updates): Promise<OpenedStep> {
  const walk = new Walk(reader, message);
  for (const entry of message.entries) walk.take(entry);
  return walk.finish();
}

class Walk {
  readonly #reader: Reader;
  readonly #message: Updates;
  readonly #draft: LogDraft;
  readonly #toOpen: { readonly row: FrameRow; readonly from: StreamRow }[] = [];
  readonly #acknowledged: { stream: WritingStream; frame: UnsentFrame; row: FrameRow }[] = [];
  readonly #settled: { stream: WritingStream; counter: number }[] = [];
  readonly #announced: { stream: WritingStream; sn: number; clientId: number }[] = [];
  readonly #keptOut: KeptOutRow[] = [];
  #forked: WritingStream | null = null;

  constructor(reader: Reader, message: Updates) {
    this.#reader = reader;
    this.#message = message;
    this.#draft = new LogDraft(reader.log);
  }

  /** Places and hashes need no key, so the whole message is walked before anything is opened. */
  take(entry: Entry): void {
    switch (entry.type) {
      case "stream":
        return this.#takeStream(entry);
      case "ack":
        return this.#takeAck(entry);
      case "frame":
        return this.#takeFrame(entry);
      case "checkpoint":
        throw new ContradictoryLog("a checkpoint, which no device of this version makes");
    }
  }

  async finish(): Promise<OpenedStep> {
    const { person } = this.#reader;
    const read = await Promise.all(this.#toOpen.map((frame) => this.#open(frame)));
    const own = this.#acknowledged.map(({ frame: { update }, row }) => {
      return { row, update, person, isNew: false };
    });
    const updates: NumberedUpdate[] = [];
    const frames: FrameRow[] = [];
    // In the order of the log: only what was written before can be taken away.
    for (const opened of [...read, ...own].sort((a, b) => a.row.seq - b.row.seq)) {
      const { row, update, isNew } = opened;
      const { seq } = row;
      if (update === null) this.#keptOut.push({ seq, why: "unreadable" });
      else if (!belongsTo(opened.person, update, this.#draft)) {
        this.#keptOut.push({ seq, why: "forged" });
      } else {
        this.#draft.holds(update);
        frames.push(row);
        if (isNew) updates.push({ seq, update });
      }
    }
    for (const { stream, frame } of this.#acknowledged) {
      this.#settled.push({ stream, counter: frame.counter });
    }
    const { previous, last } = this.#message;
    return {
      updates,
      announced: this.#announced,
      settled: this.#settled,
      forked: this.#forked,
      ends: this.#draft.ends,
      step: {
        previous,
        last,
        frames,
        streams: [...this.#draft.streams.values()],
        owners: [...this.#draft.owners.values()],
        heads: [...this.#draft.heads.values()],
        keptOut: this.#keptOut,
        settled: this.#settled.map(({ stream, counter }) => ({ stream: stream.stream, counter })),
      },
    };
  }

  #takeStream({ sn, stream, person, epoch, clientId }: EntryOf<"stream">): void {
    const known = this.#draft.stream(sn);
    if (known && known.stream !== stream) throw new ContradictoryLog("a stream's number moved");
    this.#draft.announce({ sn, stream, person, epoch }, clientId);
    const ours = this.#reader.sending.find((sent) => sent.stream === stream);
    if (ours) this.#announced.push({ stream: ours, sn, clientId });
  }

  #takeAck({ sn, counter, count, seq }: EntryOf<"ack">): void {
    const stream = this.#ours(sn);
    if (!stream) return;
    if (this.#message.last > 0) {
      for (let i = 0; i < count; i++) {
        const frame = stream.find(counter + i);
        if (frame) this.#acknowledge(stream, frame, { sn, seq: seq + i });
      }
    } else if (seq <= this.#reader.log.cursor && stream.find(counter)) {
      // The answer to a repeat. Settled only when the cursor has passed its row: only then does the cache
      // hold it, and until then the outbox is the only place on this device that does.
      this.#settled.push({ stream, counter });
    }
  }

  #takeFrame({ seq, sn, counter, sealed }: EntryOf<"frame">): void {
    const from = this.#draft.stream(sn);
    if (!from) throw new ContradictoryLog("a frame of a stream that was never announced");
    const head = this.#draft.head(sn);
    if (counter <= head.counter) return;
    const hash = hashOfSealed(sealed);

    const stream = this.#ours(sn);
    if (stream) {
      const frame = stream.find(counter);
      if (frame && sameBytes(frame.hash, hash)) {
        return this.#acknowledge(stream, frame, { sn, seq });
      }
      // Of a dead tab's stream the log may know more than an outbox that was rolled back: that is read
      // like anybody's. But where this tab means to write, or has, nobody else may have written.
      if (frame || stream === this.#reader.own) this.#forked ??= stream;
    }
    if (counter !== head.counter + 1) {
      this.#keptOut.push({ seq, why: "gap" });
      return;
    }
    this.#draft.extend({ sn, counter, hash });
    this.#toOpen.push({ from, row: { seq, sn, counter, previous: head.hash, sealed } });
  }

  #acknowledge(
    stream: WritingStream,
    frame: UnsentFrame,
    { sn, seq }: { readonly sn: number; readonly seq: number },
  ): void {
    const { counter, previous, hash, sealed } = frame;
    this.#draft.extend({ sn, counter, hash });
    this.#acknowledged.push({ stream, frame, row: { seq, sn, counter, previous, sealed } });
  }

  #ours(sn: number): WritingStream | undefined {
    const row = this.#draft.stream(sn);
    return row && this.#reader.sending.find((sent) => sent.stream === row.stream);
  }

  /** `update` is null for what does not open, or is no update. */
  async #open({ row, from }: { readonly row: FrameRow; readonly from: StreamRow }): Promise<{
    readonly row: FrameRow;
    readonly update: Bytes | null;
    readonly person: PersonId;
    readonly isNew: true;
  }> {
    const { counter, previous, sealed } = row;
    const { epoch, stream, person } = from;
    try {
      const update = await this.#reader.cipher.open({ epoch, stream, counter, previous }, sealed);
      checkUpdate(update);
      return { row, update, person, isNew: true };
    } catch {
      return { row, update: null, person, isNew: true };
    }
  }
}
