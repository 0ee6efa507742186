import type { Bytes } from "./bytes.ts";
import type { Subject, Scope, NewEntry } from "./consent/events.ts";
import type { Holdings } from "./consent/gate.ts";
import type { Encoded } from "./encoded.ts";
import type { InvitationId, PersonId, PieceId, RoomId, StreamId, VersionId } from "./ids.ts";
import type { Invitation, InvitationFacts } from "./invitation.ts";
import type { Result } from "./result.ts";
import type { InvitationView } from "./room-view.ts";

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
   * Rows with after < seq <= upto, in order, up to the frame at which their `sealed` bytes would exceed
   * `bytes` (or earlier, but never before the first frame). Emptied frames are left out.
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
  /** Up to `limit` pieces of which there are rows, after this one, in an order of the store's own. */
  readonly pieces: (after: PieceId | null, limit: number) => Promise<readonly PieceId[]>;
  readonly close: () => Promise<void>;
};

// ---- rooms and what happened in them

/** A person in a room. Key and packet are null until the two are paired. */
export type Member = {
  readonly person: PersonId;
  readonly sealedRoomKey: Encoded | null;
  readonly packet: Encoded | null;
  readonly signingKey: Encoded;
  readonly boxKey: Encoded;
};

/** What the ledger knows of a room that one person may know. */
export type Loaded = {
  readonly me: Member;
  readonly other: Member | null;
  readonly holdings: Holdings;
  /** My newest invitation that was neither used nor withdrawn; it may have expired. */
  readonly invitation: InvitationView | null;
};

/** The last `seq` that a decision rests on: 0 for a journal without entries. */
export type JournalHead = {
  readonly subject: Subject;
  readonly scope: Scope;
  readonly seq: number;
};

export type StoredVersion = {
  readonly version: VersionId;
  readonly piece: PieceId;
  readonly ciphertext: Encoded;
  readonly wrappedKey: Encoded;
  readonly ownerKey: Encoded;
};

/** All of it is written, or nothing. */
export type Appending = {
  readonly room: RoomId;
  readonly expected: readonly JournalHead[];
  readonly entries: readonly NewEntry[];
  /** A piece that begins with these entries. */
  readonly begun?: NewPiece;
  /** The key of the next epoch, in place of one that was asked for and never begun. */
  readonly epochKey?: { readonly piece: PieceId; readonly epoch: number; readonly sealed: Encoded };
  readonly version?: StoredVersion;
  /** Their words and keys are emptied for good. */
  readonly emptied?: readonly VersionId[];
  /** An own piece. Its keys and versions are deleted; itself too, unless something is on record of it. */
  readonly discarded?: { readonly piece: PieceId; readonly owner: PersonId };
  /** What the clock will do to a piece, and when; `null`: nothing any more. */
  readonly due?: { readonly piece: PieceId; readonly at: number | null };
  /** Who leaves: their open links into this room are withdrawn. `blocks` keeps links from both apart. */
  readonly leaving?: { readonly person: PersonId; readonly blocks: PersonId | null };
};

/** The clock has something to do in this room: nothing before `at`. */
export type Due = {
  readonly room: RoomId;
  readonly piece: PieceId;
  /** Who began the piece. */
  readonly person: PersonId;
  readonly at: number;
};

/** What goes when somebody deletes their account. All of it is written, or nothing. */
export type Departing = {
  readonly room: RoomId;
  readonly person: PersonId;
  readonly expected: readonly JournalHead[];
  readonly entries: readonly NewEntry[];
  /** Own pieces whose keys go. */
  readonly pieces: readonly PieceId[];
  /** Versions that nobody opened: they go, words and keys. */
  readonly versions: readonly VersionId[];
};

export type NewPiece = {
  readonly piece: PieceId;
  readonly room: RoomId;
  readonly owner: PersonId;
  readonly mode: "own" | "together" | "paired";
  /** Its key of epoch 1, wrapped; a paired piece has none of its own. */
  readonly sealedKey: Encoded | null;
  readonly at: number;
};

/**
 * Journals, statements, pieces, versions. Every method throws when the store fails, and has then
 * changed nothing.
 */
export type Ledger = {
  /** `null` unless this person, who asks, is in the room. */
  readonly load: (person: PersonId, room: RoomId) => Promise<Loaded | null>;
  /** The same where this person has not asked: how long their own asking takes, before or after, is the same. */
  readonly loadAside: (person: PersonId, room: RoomId) => Promise<Loaded | null>;
  /** Where a piece belongs, whoever asks: what the asker may see of it, `load` tells. */
  readonly roomOf: (piece: PieceId) => Promise<RoomId | null>;
  readonly version: (version: VersionId) => Promise<StoredVersion | null>;
  /** Those of these pieces of which there is a key. The log of any other is nobody's any more. */
  readonly keyed: (pieces: readonly PieceId[]) => Promise<ReadonlySet<PieceId>>;
  /**
   * `moved`: a journal is not where it was expected; `chain-moved`: a chained statement is not its
   * signer's next; `taken`: the id of the version or of the piece is in use.
   */
  readonly append: (appending: Appending) => Promise<"done" | "moved" | "chain-moved" | "taken">;
  /** `taken` unless it is this very piece already. */
  readonly makePiece: (piece: NewPiece) => Promise<"done" | "taken">;
  /** What the clock has to do in this room, or in every room, up to a time; all of it without one. */
  readonly due: (which: {
    readonly room?: RoomId;
    readonly upto?: number;
  }) => Promise<readonly Due[]>;
  /**
   * The departing lose their room key, their own journal, their links, and every own piece of which
   * nothing is on record; nothing else of what both have changes.
   */
  readonly depart: (departing: Departing) => Promise<"done" | "moved">;
  /** Deletes a room and all that stands in it. Gives its pieces, whose logs are not its own. */
  readonly drop: (room: RoomId) => Promise<readonly PieceId[]>;
};

/** Rooms, who is in them, and links into them. */
export type RoomStore = {
  /** `taken` unless it is this person's room already. */
  readonly make: (room: RoomId, person: PersonId, at: number) => Promise<"done" | "taken">;
  /** The rooms of a person, the oldest first. */
  readonly roomsOf: (person: PersonId) => Promise<readonly RoomId[]>;
  /** Adds an invitation if `judge` lets it, in one step with the facts that it judges. */
  readonly invite: <Code extends string>(
    invitation: Invitation,
    judge: (facts: InvitationFacts) => Result<null, Code>,
  ) => Promise<Result<null, Code | "taken">>;
  /** Whether it was this person's, and unused. Doing it again is true too. */
  readonly withdraw: (
    person: PersonId,
    room: RoomId,
    invitation: InvitationId,
    at: number,
  ) => Promise<boolean>;
  /**
   * The packet of an invitation that could be used now. To whoever is known (`null`: nobody), one of
   * somebody whom they blocked, or who blocked them, is as one that was used.
   */
  readonly look: (
    tokenHash: Encoded,
    now: number,
    person: PersonId | null,
  ) => Promise<Encoded | null>;
  /**
   * Uses an invitation up, once and for all, and brings its person in. `null` when it is unknown,
   * used, expired, withdrawn or their own, or the room is full.
   */
  readonly claim: (
    claim: Claim,
  ) => Promise<{ readonly room: RoomId; readonly by: PersonId } | null>;
};

export type Claim = {
  readonly person: PersonId;
  readonly tokenHash: Encoded;
  readonly packet: Encoded;
  readonly roomKeyForMe: Encoded;
  readonly roomKeyForThem: Encoded;
  readonly at: number;
  /** What happens in the room in the same step: whoever sees two people there sees this too. */
  readonly alongside?: (room: RoomId) => readonly NewEntry[];
};
