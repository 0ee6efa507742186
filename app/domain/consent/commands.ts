import * as z from "zod";
import { ENVELOPE_STEP } from "../crypto/padding.ts";
import { encoded, hash } from "../encoded.ts";
import { lineId, pieceId, roomId, versionId } from "../ids.ts";

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

/** Acts on an own piece: by its author, then by its reader. */
const offer = z.object({
  kind: z.literal("offer"),
  version: versionId,
  envelope,
  sealedVersion: encoded(SEALING, MAX_VERSION_BYTES),
  /** The version's key for the reader; the server holds it back until the reader opens. */
  wrappedKey: wrapped,
  /** The version's key for its author. */
  ownerKey: wrapped,
  statement,
});
/** Takes back this version, which must be the newest that stands, and those before it. */
const takeBack = z.object({ kind: z.literal("take-back"), version: versionId, statement });
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

export const pieceCommand = z.discriminatedUnion("kind", [
  offer,
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
]);
export type PieceCommand = z.infer<typeof pieceCommand>;

/** The longest pause that ends by itself, in minutes: a year. Without minutes it is open-ended. */
const MAX_PAUSE = 366 * 24 * 60;
const pause = z.object({
  kind: z.literal("pause"),
  minutes: z.number().int().min(1).max(MAX_PAUSE).nullable(),
});
const resume = z.object({ kind: z.literal("resume") });

export const roomCommand = z.discriminatedUnion("kind", [pause, resume]);
export type RoomCommand = z.infer<typeof roomCommand>;

/** What is posted to `/api/gate`: an act on a piece, or on the room itself. */
export const gateRequest = z.union([
  z.object({ room: roomId, piece: pieceId, command: pieceCommand }),
  z.strictObject({ room: roomId, command: roomCommand }),
]);
export type GateRequest = z.infer<typeof gateRequest>;
export type PieceRequest = Extract<GateRequest, { readonly piece: unknown }>;
