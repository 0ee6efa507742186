import { createHash } from "node:crypto";
import { sameBytes, type Bytes } from "#domain/bytes.ts";
import type { PersonId, PieceId, StreamId } from "#domain/ids.ts";
import type { FrameRow, LogHead, LogRow, StreamRow } from "#domain/ports.ts";
import { HASH_BYTES, NO_PREVIOUS, type ClientFrame } from "#domain/sync/frame.ts";
import type { Connection, OpenAccess } from "./connection.ts";

type Announcement = Extract<ClientFrame, { type: "announce" }>;
type Push = Extract<ClientFrame, { type: "push" }>;

/** A stream as it stands with everything that is queued. */
export type Stream = {
  readonly sn: number;
  readonly stream: StreamId;
  readonly person: PersonId;
  readonly epoch: number;
  /** The counter that comes next. */
  next: number;
  /** Hashes of its frames that are queued or being committed. */
  readonly unsettled: Map<number, Bytes>;
  /** The connection that announced it last. No other may push. */
  writer: Connection | null;
  /** Whoever announced it since the piece was opened. */
  readonly announcedBy: WeakSet<Connection>;
  /** It has forked, or outlived its epoch: it takes nothing more. */
  refused: boolean;
};

export type Announced =
  /** A row to append; the stream is said to everybody once it is durable. */
  | { readonly kind: "new"; readonly row: StreamRow }
  /** In the log already: said again to who announced it. */
  | { readonly kind: "known"; readonly stream: Stream }
  /** In the queue already: comes with its commit. */
  | { readonly kind: "queued" }
  | { readonly kind: "taken" };

export type Pushed =
  | { readonly kind: "new"; readonly row: FrameRow }
  | { readonly kind: "gap"; readonly next: number }
  /** The same frame is queued: its acknowledgement is coming. */
  | { readonly kind: "queued" }
  /** The place is taken in the log: acknowledged if the hash there is this one, else a fork. */
  | { readonly kind: "repeat"; readonly stream: Stream; readonly hash: Bytes }
  | { readonly kind: "refused" }
  /** Announced here once, and taken over by a later connection. */
  | { readonly kind: "elsewhere" }
  /** Never announced here. */
  | { readonly kind: "unannounced" };

/**
 * The order of one piece's rows and who may add to them. It decides synchronously, on top of all that
 * is queued; a commit that fails makes it worthless, and it is made anew from the store.
 */
export class PieceLog {
  readonly piece: PieceId;
  #head: number;
  #given: number;
  readonly #byId = new Map<StreamId, Stream>();
  readonly #bySn = new Map<number, Stream>();
  readonly #ownerOf = new Map<number, Stream>();
  /** Client ids whose announcement is queued. */
  readonly #unsettled = new Set<number>();

  constructor(piece: PieceId, { head, streams }: LogHead) {
    this.piece = piece;
    this.#head = head;
    this.#given = head;
    for (const { sn, stream, person, epoch, counter, clientIds } of streams) {
      const known = this.#addStream(sn, stream, person, epoch, counter + 1);
      for (const clientId of clientIds) this.#ownerOf.set(clientId, known);
    }
  }

  /** Seq of the last committed row. */
  get head(): number {
    return this.#head;
  }

  stream(id: StreamId): Stream | undefined {
    return this.#byId.get(id);
  }

  /**
   * Decides on an announcement. `previousIsKnown` says whether the frame that the device believes to
   * be the stream's last acknowledged one is in the log.
   */
  announce(
    frame: Announcement,
    by: Connection,
    access: OpenAccess,
    previousIsKnown: boolean,
  ): Announced {
    const { stream: id, clientId, epoch } = frame;
    const known = this.#byId.get(id);
    const owner = this.#ownerOf.get(clientId);
    const mine =
      access.mayWrite &&
      epoch === access.epoch &&
      (known === undefined ||
        (known.person === by.owner.person && known.epoch === epoch && !known.refused)) &&
      (owner === undefined || owner === known) &&
      (known === undefined ? sameBytes(frame.previous, NO_PREVIOUS) : previousIsKnown);
    if (!mine) return { kind: "taken" };

    const seq = this.#given + 1;
    const stream = known ?? this.#addStream(seq, id, by.owner.person, epoch, 1);
    stream.writer = by;
    stream.announcedBy.add(by);
    if (owner)
      return this.#unsettled.has(clientId) ? { kind: "queued" } : { kind: "known", stream };

    this.#given = seq;
    this.#ownerOf.set(clientId, stream);
    this.#unsettled.add(clientId);
    const { sn, person } = stream;
    return {
      kind: "new",
      row: { kind: "stream", piece: this.piece, seq, sn, stream: id, person, epoch, clientId },
    };
  }

  push({ sn, counter, sealed }: Push, by: Connection, access: OpenAccess): Pushed {
    const stream = this.#bySn.get(sn);
    if (!stream || !stream.announcedBy.has(by)) return { kind: "unannounced" };
    if (stream.refused) return { kind: "refused" };
    if (stream.writer !== by) return { kind: "elsewhere" };
    if (!access.mayWrite || stream.epoch !== access.epoch) {
      stream.refused = true;
      return { kind: "refused" };
    }
    if (counter > stream.next) return { kind: "gap", next: stream.next };

    const hash = hashOf(sealed);
    if (counter < stream.next) {
      const queued = stream.unsettled.get(counter);
      if (queued === undefined) return { kind: "repeat", stream, hash };
      if (sameBytes(queued, hash)) return { kind: "queued" };
      stream.refused = true;
      return { kind: "refused" };
    }
    stream.next += 1;
    stream.unsettled.set(counter, hash);
    this.#given += 1;
    return {
      kind: "new",
      row: { kind: "frame", piece: this.piece, seq: this.#given, sn, counter, hash, sealed },
    };
  }

  /** These rows, the next ones, are durable. */
  committed(rows: readonly LogRow[]): void {
    for (const row of rows) {
      this.#head = row.seq;
      if (row.kind === "stream") this.#unsettled.delete(row.clientId);
      else this.#bySn.get(row.sn)?.unsettled.delete(row.counter);
    }
  }

  /** The connection has gone; its streams wait for the next one to announce them. */
  release(connection: Connection): void {
    for (const stream of this.#bySn.values()) {
      if (stream.writer === connection) stream.writer = null;
    }
  }

  #addStream(sn: number, stream: StreamId, person: PersonId, epoch: number, next: number): Stream {
    const added: Stream = {
      sn,
      stream,
      person,
      epoch,
      next,
      unsettled: new Map(),
      writer: null,
      announcedBy: new WeakSet(),
      refused: false,
    };
    this.#byId.set(stream, added);
    this.#bySn.set(sn, added);
    return added;
  }
}

/** What the log keeps of a frame for good, and what the next one names as its previous. */
export function hashOf(sealed: Bytes): Bytes {
  return new Uint8Array(createHash("sha256").update(sealed).digest().subarray(0, HASH_BYTES));
}
