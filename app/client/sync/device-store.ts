import type { Bytes } from "#domain/bytes.ts";
import type { PersonId, PieceId, StreamId } from "#domain/ids.ts";
import type { AsideReason } from "./aside.ts";

/** A stream of the log, by its number in the piece. */
export type StreamRow = {
  readonly sn: number;
  readonly stream: StreamId;
  readonly person: PersonId;
  readonly epoch: number;
};

/** Whose a Yjs client id is: that of the first stream that announced it, for good. */
export type OwnerRow = { readonly clientId: number; readonly person: PersonId };

/** A frame that the log holds, sealed as it came. */
export type FrameRow = {
  readonly seq: number;
  readonly sn: number;
  readonly counter: number;
  readonly previous: Bytes;
  readonly sealed: Bytes;
};

/** The last frame of a stream at the cursor; the next one binds its hash. */
export type HeadRow = { readonly sn: number; readonly counter: number; readonly hash: Bytes };

/** A frame of the log that is not let into the document. */
export type KeptOutRow = {
  readonly seq: number;
  readonly why: "gap" | "forged" | "unreadable";
};

export type OutboxFrame = {
  readonly counter: number;
  readonly previous: Bytes;
  readonly hash: Bytes;
  readonly sealed: Bytes;
};

/** What one stream has written and not yet seen acknowledged, in the order of its counters. */
export type OutboxStream = {
  readonly stream: StreamId;
  readonly epoch: number;
  /** Every client id that the stream has written under: each is announced before anything is sent. */
  readonly clientIds: readonly number[];
  readonly frames: readonly OutboxFrame[];
};

/** Something unsendable, as a private copy: see `aside.ts`. */
export type AsideRow = {
  readonly id: StreamId;
  readonly why: AsideReason;
  readonly epoch: number;
  /** The whole document, sealed at counter 1 of a stream named by `id`, which never reaches the log. */
  readonly sealed: Bytes;
  /** The frames that were not sent, as they stood in the outbox. */
  readonly unsent: readonly OutboxStream[];
};

/** What somebody had in the piece at an earlier moment: see `client/pieces/earlier.ts`. */
export type EarlierRow = {
  readonly id: StreamId;
  readonly epoch: number;
  /** Sealed at counter 1 of a stream named by `id`, which never reaches the log. */
  readonly sealed: Bytes;
};

/**
 * Something that was done in a piece, before there was the piece of one's own that it belongs in: see
 * `client/pieces/unplaced-marks.ts`.
 */
export type UnplacedRow = {
  readonly id: StreamId;
  /** The key that it is sealed under, sealed for its person alone. */
  readonly sealedKey: Bytes;
  /** Sealed at counter 1 of a stream named by `id`, which never reaches the log. */
  readonly sealed: Bytes;
};

/** What a device keeps of one piece. Acknowledged frames and outbox stay apart; nothing is merged. */
export type DevicePiece = {
  readonly cursor: number;
  /** In the order of the log. */
  readonly frames: readonly FrameRow[];
  readonly streams: readonly StreamRow[];
  readonly owners: readonly OwnerRow[];
  readonly heads: readonly HeadRow[];
  readonly keptOut: readonly KeptOutRow[];
  /** In the order in which the streams began to wait: a later one may build on an earlier one. */
  readonly outbox: readonly OutboxStream[];
  readonly aside: readonly AsideRow[];
};

/** A piece that this device has never opened. */
export const EMPTY_PIECE: DevicePiece = {
  cursor: 0,
  frames: [],
  streams: [],
  owners: [],
  heads: [],
  keptOut: [],
  outbox: [],
  aside: [],
};

export type FrameName = { readonly stream: StreamId; readonly counter: number };

/** One message from the log, taken in. */
export type Step = {
  readonly previous: number;
  readonly last: number;
  readonly streams: readonly StreamRow[];
  readonly owners: readonly OwnerRow[];
  readonly frames: readonly FrameRow[];
  readonly heads: readonly HeadRow[];
  readonly keptOut: readonly KeptOutRow[];
  /** Outbox frames that the log is now known to hold. */
  readonly settled: readonly FrameName[];
};

/**
 * What a device keeps, for one person. Payloads are sealed bytes: nothing that a person wrote is stored in
 * clear. Each method is one atomic transaction, and has happened when its promise is fulfilled. All tabs
 * of the device share one store.
 */
export type DeviceStore = {
  readonly load: (piece: PieceId) => Promise<DevicePiece>;
  /** The outbox alone. */
  readonly waiting: (piece: PieceId) => Promise<readonly OutboxStream[]>;
  /**
   * Adds frames to the outbox, with all client ids of their stream. Durable in the strict sense (on the
   * disk) when fulfilled: after it, words may be shown as kept on this device.
   */
  readonly put: (piece: PieceId, addition: OutboxStream) => Promise<void>;
  /**
   * Takes in a step. Frames in the outbox are settled in any case; the cache and the cursor move only if
   * that leaves no hole, that is if the store has come as far as `previous` (another tab may have brought
   * it further already, which is fine). A first owner stays the owner.
   */
  readonly advance: (piece: PieceId, step: Step) => Promise<void>;
  /** Takes frames out of the cache for good. */
  readonly keepOut: (piece: PieceId, rows: readonly KeptOutRow[]) => Promise<void>;
  /** Moves frames from the outbox into a private copy. Strictly durable, as `put` is. */
  readonly setAside: (piece: PieceId, row: AsideRow) => Promise<void>;
  readonly discardAside: (piece: PieceId, id: string) => Promise<void>;
  /** Adds an earlier state, and drops the oldest beyond `most`. */
  readonly keepEarlier: (piece: PieceId, row: EarlierRow, most: number) => Promise<void>;
  /** Earlier states, the newest first. */
  readonly earlier: (piece: PieceId) => Promise<readonly EarlierRow[]>;
  /** Strictly durable, as `put` is. */
  readonly keepUnplaced: (piece: PieceId, row: UnplacedRow) => Promise<void>;
  /** In the order in which they were kept. */
  readonly unplaced: (piece: PieceId) => Promise<readonly UnplacedRow[]>;
  readonly dropUnplaced: (piece: PieceId, ids: readonly StreamId[]) => Promise<void>;
  /** Drops everything of a piece, unsent words and earlier states too. */
  readonly forget: (piece: PieceId) => Promise<void>;
};
