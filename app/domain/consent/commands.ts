import * as z from "zod";
import { ENVELOPE_STEP } from "../crypto/padding.ts";
import { encoded, hash } from "../encoded.ts";
import { lineId, pieceId, roomId, roundId, versionId } from "../ids.ts";
import { pace, quietHours } from "./hours.ts";

/** AES-256-GCM adds a nonce of 12 bytes and a tag of 16 to what it seals. */
const SEALING = 28;
/** Sealed envelopes and answers have this size, whatever they say. */
export const SEALED_NOTE_BYTES = ENVELOPE_STEP + SEALING;
export const MAX_VERSION_BYTES = 1024 * 1024;
export const MAX_WORDING_BYTES = 16 * 1024;
/** A wrapped key of 32 bytes, by whatever wraps it. */
const wrapped = encoded(32 + 16, 256);
export const wrappedKey = wrapped;

/** A signed statement: canonical bytes (record.ts) and an Ed25519 signature over them. */
export const statement = z.object({ body: encoded(1, 4096), signature: encoded(64) });
export type SignedStatement = z.infer<typeof statement>;

const envelope = encoded(SEALED_NOTE_BYTES);

/** Milliseconds since 1970, up to the last day that a `Date` can tell. */
const time = z.number().int().min(0).max(8.64e15);

/** How many changes of keys of the two were known when this was sealed and signed: see RoomView. */
const keys = z.number().int().nonnegative().optional();

/** A sealed version, as it goes to the server. */
const sealed = {
  version: versionId,
  sealedVersion: encoded(SEALING, MAX_VERSION_BYTES),
  /** The version's key for the reader; the server holds it back until the reader opens. */
  wrappedKey: wrapped,
  /** The version's key for its author. */
  ownerKey: wrapped,
  keys,
  statement,
};

/** Acts on an own piece: by its author, then by its reader. */
const offer = z.object({ kind: z.literal("offer"), envelope, ...sealed });
/**
 * An offer that waits until a time, quietly. It is sealed and signed now; its statement is that of an
 * offer, and its day is the day of `notBefore`, so that nothing tells the reader that it waited. A new
 * one, or an offer of the same piece, takes its place.
 */
const wait = z.object({ kind: z.literal("wait"), envelope, ...sealed, notBefore: time });
/** Lets the offer that waits go. `moved-on` if its time has come meanwhile. */
const dontSend = z.object({ kind: z.literal("dont-send"), version: versionId });
/**
 * Takes back this version, the newest that stands, with all those before it that stand. Each has a statement
 * of its own: who opened one is told of that one, and gets nothing that names another (G8).
 */
const takeBack = z.object({
  kind: z.literal("take-back"),
  version: versionId,
  statement,
  before: z.array(z.object({ version: versionId, statement })).optional(),
});
const open = z.object({ kind: z.literal("open"), version: versionId });
const tellOpened = z.object({ kind: z.literal("tell-opened"), version: versionId, statement });
const answer = z.object({
  kind: z.literal("answer"),
  version: versionId,
  answer: encoded(SEALED_NOTE_BYTES),
  statement,
});

/** Acts on whatever waits at the door; `version` is left out for the proposal of a piece together. */
const notNow = z.object({ kind: z.literal("not-now"), version: versionId.optional() });
const no = z.object({
  kind: z.literal("no"),
  version: versionId.optional(),
  /** Only if the reader chooses to tell. */
  tell: statement.optional(),
});

/** Acts on a piece together. */
const propose = z.object({
  kind: z.literal("propose"),
  envelope,
  /** The key of epoch 1, under the room key. */
  sealedKey: wrapped,
  keys,
  statement,
});
const withdraw = z.object({ kind: z.literal("withdraw"), statement });
/** `proposal` is the hash of the statement that is said yes to. */
const accept = z.object({ kind: z.literal("accept"), proposal: hash, statement });
const signLine = z.object({
  kind: z.literal("sign-line"),
  line: lineId,
  hash,
  sealedWording: encoded(SEALING, MAX_WORDING_BYTES),
  statement,
});
const takeSignatureBack = z.object({
  kind: z.literal("take-signature-back"),
  line: lineId,
  hash,
  statement,
});
const close = z.object({ kind: z.literal("close"), statement });
/** `sealedKey` is the key of the next epoch, under the room key. */
const askReopen = z.object({ kind: z.literal("ask-reopen"), sealedKey: wrapped, statement });
/** `asked` is the hash of the statement that is said yes to. */
const reopen = z.object({ kind: z.literal("reopen"), asked: hash, statement });

/** Acts on a paired piece. Beginning one shows its envelope (fixed words) to both; it needs no yes. */
const beginPair = z.object({ kind: z.literal("begin-pair"), envelope, statement });
/** Puts my answer in, quietly, and with it my yes: if the other's is in, both open in this instant. */
const putIn = z.object({ kind: z.literal("put-in"), ...sealed });
/** Takes it out again, as long as they have not opened. */
const takeOut = z.object({ kind: z.literal("take-out"), version: versionId });

export const MAX_ROUND_LINES = 64;
/** The first yes to a round of blind matching. `opensAt`: the fixed time at which it ends. */
const askRound = z.object({
  kind: z.literal("ask-round"),
  round: roundId,
  lines: z.number().int().min(1).max(MAX_ROUND_LINES),
  opensAt: time,
  statement,
});
/** Takes the question back, as long as the other has not said yes. */
const dropRound = z.object({ kind: z.literal("drop-round"), round: roundId, statement });
/** The second yes; `asked` is the hash of the statement that is said yes to. */
const beginRound = z.object({
  kind: z.literal("begin-round"),
  round: roundId,
  asked: hash,
  statement,
});
/** For every line one slot token and one value token, quietly, once for the round. */
const submitRound = z.object({
  kind: z.literal("submit-round"),
  round: roundId,
  tokens: z
    .array(z.object({ slot: encoded(32), value: encoded(32) }))
    .min(1)
    .max(MAX_ROUND_LINES),
});

export const pieceCommand = z.discriminatedUnion("kind", [
  offer,
  wait,
  dontSend,
  takeBack,
  open,
  notNow,
  no,
  tellOpened,
  answer,
  propose,
  withdraw,
  accept,
  signLine,
  takeSignatureBack,
  close,
  askReopen,
  reopen,
  beginPair,
  putIn,
  takeOut,
  askRound,
  dropRound,
  beginRound,
  submitRound,
]);
export type PieceCommand = z.infer<typeof pieceCommand>;

/** The longest pause that ends by itself, in minutes: a year. Without minutes it is open-ended. */
const MAX_PAUSE = 366 * 24 * 60;
const pause = z.object({
  kind: z.literal("pause"),
  minutes: z.number().int().min(1).max(MAX_PAUSE).nullable(),
  /** Until this time, instead of so many minutes from now. */
  until: time.optional(),
});
const resume = z.object({ kind: z.literal("resume") });
/** For good; to the other it is a pause. A goodbye is one last offer, which the other can still open. */
const leave = z.object({
  kind: z.literal("leave"),
  goodbye: z.object({ piece: pieceId, offer }).optional(),
});
/** Leaves, and voids invitations: neither can come in by a link of the other any more. */
const block = z.object({ kind: z.literal("block") });
/** Takes the room off my list, after 60 days of pause or once I left. To the other it is a pause. */
const closeSide = z.object({ kind: z.literal("close-side") });

/** Private settings of one person, of which nobody else ever hears. */
const setQuietHours = z.object({
  kind: z.literal("set-quiet-hours"),
  hours: quietHours.nullable(),
});
const setPace = z.object({ kind: z.literal("set-pace"), pace });
/** I have looked at what changed: from here on, what is new is counted. */
const seen = z.object({ kind: z.literal("seen") });

export const roomCommand = z.discriminatedUnion("kind", [
  pause,
  resume,
  leave,
  block,
  closeSide,
  setQuietHours,
  setPace,
  seen,
]);
export type RoomCommand = z.infer<typeof roomCommand>;

/** What is posted to `/api/gate`: an act on a piece, or on the room itself. */
export const gateRequest = z.union([
  z.object({ room: roomId, piece: pieceId, command: pieceCommand }),
  z.strictObject({ room: roomId, command: roomCommand }),
]);
export type GateRequest = z.infer<typeof gateRequest>;
export type PieceRequest = Extract<GateRequest, { readonly piece: unknown }>;
