import type { Bytes } from "./bytes.ts";
import type { PersonId, PieceId, StreamId } from "./ids.ts";

/** What the domain and the services need from outside; `server/` fulfils them, tests replace them. */

/** Milliseconds since 1970. */
export type Clock = { readonly now: () => number };

/** Bytes that nobody can guess. */
export type Randomness = { readonly bytes: (length: number) => Bytes };

/** What a person may do with a piece's frames now. `epoch` is the one that may be written. */
export type PieceAccess =
  | { readonly status: "open"; readonly epoch: number; readonly mayWrite: boolean }
  | { readonly status: "refused"; readonly code: "not-here" | "paused" | "closed" };

/** The gate's answer for sockets. Not yours, taken back and never existed are one: `not-here`. */
export type Access = {
  readonly access: (person: PersonId, piece: PieceId) => Promise<PieceAccess>;
};

/** A row of a piece's log. `seq` counts the piece's rows from 1, without holes, of both kinds. */
export type LogRow = StreamRow | FrameRow;

/** A stream announces a Yjs client id, for good. `sn` is the seq of the stream's first announcement. */
export type StreamRow = {
  readonly kind: "stream";
  readonly piece: PieceId;
  readonly seq: number;
  readonly sn: number;
  readonly stream: StreamId;
  readonly person: PersonId;
  readonly epoch: number;
  readonly clientId: number;
};

export type FrameRow = {
  readonly kind: "frame";
  readonly piece: PieceId;
  readonly seq: number;
  readonly sn: number;
  readonly counter: number;
  /** SHA-256 of `sealed`, its first 16 bytes. */
  readonly hash: Bytes;
  readonly sealed: Bytes;
};

/** What ordering needs to know of a piece: its last seq, and its streams with their last counter. */
export type LogHead = {
  readonly head: number;
  readonly streams: readonly StreamHead[];
};

export type StreamHead = {
  readonly sn: number;
  readonly stream: StreamId;
  readonly person: PersonId;
  readonly epoch: number;
  readonly clientIds: readonly number[];
  /** Counter of its last frame, 0 before the first. */
  readonly counter: number;
};

/** The log of sealed frames. Every method throws when the store fails, and has then changed nothing. */
export type SealedLog = {
  /** The head of a piece's log; of a piece without rows, 0 and no streams. */
  readonly head: (piece: PieceId) => Promise<LogHead>;
  /**
   * Appends rows, of any pieces, each piece's in the order of seq: all or none, and durable when the
   * promise resolves. A seq, a client id of a piece, or a counter of a stream that is taken throws.
   */
  readonly append: (rows: readonly LogRow[]) => Promise<void>;
  /**
   * Rows with after < seq <= upto, in order; fewer when their `sealed` bytes would exceed `bytes`, but
   * at least one if there is one. Frames that a checkpoint has emptied are left out.
   */
  readonly read: (
    piece: PieceId,
    after: number,
    upto: number,
    bytes: number,
  ) => Promise<readonly LogRow[]>;
  /** Where a stream's frame stands, and its hash, emptied or not; `null` if it was never written. */
  readonly find: (
    piece: PieceId,
    sn: number,
    counter: number,
  ) => Promise<{ readonly seq: number; readonly hash: Bytes } | null>;
  /** Whether one of the stream's frames has this hash. */
  readonly contains: (piece: PieceId, sn: number, hash: Bytes) => Promise<boolean>;
  /** Deletes everything of a piece. */
  readonly erase: (piece: PieceId) => Promise<void>;
  readonly close: () => Promise<void>;
};
