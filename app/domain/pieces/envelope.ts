import { fromBase64Url, toBase64Url, type Bytes } from "../bytes.ts";
import type { Encoded } from "../encoded.ts";
import { idBytes, type PieceId } from "../ids.ts";
import { unreachable } from "../result.ts";
import type { Day } from "../statement-view.ts";
import { isStretch } from "./check-in.ts";
import { dayOf, numberOf } from "./days.ts";
import { KINDS, PIECE_KINDS, isKindOf, type KindOf, type PieceKind } from "./kinds.ts";

/**
 * What shows at the door before anything is opened: fixed words only, never free text. It is sealed
 * under the room's key; its bytes have one size whatever they say, so that the sealed envelope tells
 * the server nothing.
 */
export type Envelope = VersionEnvelope | ProposalEnvelope | QuestionEnvelope | CheckInEnvelope;

/** A sealed version is offered. */
export type VersionEnvelope = {
  readonly form: "version";
  readonly kind: KindOf<"own">;
  readonly length: Length;
  readonly weight: Weight;
};

/** A piece for both is proposed: nothing of it shows but its kind and a fixed theme. */
export type ProposalEnvelope = {
  readonly form: "proposal";
  readonly kind: KindOf<"together">;
  readonly theme: Theme;
};

/** A question is put to both: which one of our own decks, by its number there. */
export type QuestionEnvelope = {
  readonly form: "question";
  readonly kind: KindOf<"paired">;
  readonly card: number;
};

/** A check-in of a plan is begun: of which plan, and over which days. */
export type CheckInEnvelope = {
  readonly form: "check-in";
  readonly kind: "plan";
  /** {@link planMark} of the plan: a whole id has no room here. */
  readonly plan: Encoded;
  readonly from: Day;
  readonly to: Day;
};

const PLAN_MARK_BYTES = 8;

/** The first half of a piece's id, by which the two know which of their plans is meant. */
export const planMark = (plan: PieceId): Encoded =>
  toBase64Url(idBytes(plan).subarray(0, PLAN_MARK_BYTES));

/** The greatest number of a card: it has two bytes. */
export const MAX_CARD = 0xffff;

/** The order of these three lists is part of the format: a word is only ever added at the end. */
export const LENGTHS = ["short", "medium", "long"] as const;
export const WEIGHTS = ["light", "tender", "heavy", "practical"] as const;
export const THEMES = [
  "open",
  "contact",
  "hours",
  "place",
  "topic",
  "touch",
  "digital",
  "money",
  "children",
  "family-and-friends",
  "pause-plan",
  "shared-map",
] as const;

export type Length = (typeof LENGTHS)[number];
export type Weight = (typeof WEIGHTS)[number];
export type Theme = (typeof THEMES)[number];

/** Up to this many words a piece is short; up to the second number it is of medium length. */
export const SHORT_WORDS = 150;
export const MEDIUM_WORDS = 600;

export function lengthOf(words: number): Length {
  if (words <= SHORT_WORDS) return "short";
  return words <= MEDIUM_WORDS ? "medium" : "long";
}

/** Words as people count them, in any script. */
export function countWords(text: string): number {
  let words = 0;
  for (const part of new Intl.Segmenter("und", { granularity: "word" }).segment(text)) {
    if (part.isWordLike) words++;
  }
  return words;
}

/** The size of every encoded envelope. What a form does not use is zero. */
export const ENVELOPE_BYTES = 16;

const FORMAT = 1;
const VERSION = 1;
const PROPOSAL = 2;
// 3 is an answer's: see answer.ts.
const QUESTION = 4;
// 5 is an answer's to boundaries: see boundary-answer.ts.
const CHECK_IN = 6;

export function encodeEnvelope(envelope: Envelope): Bytes {
  const out = new Uint8Array(ENVELOPE_BYTES);
  const code = KINDS[envelope.kind].code;
  switch (envelope.form) {
    case "version": {
      const length = LENGTHS.indexOf(envelope.length);
      out.set([FORMAT, VERSION, code, length, WEIGHTS.indexOf(envelope.weight)]);
      return out;
    }
    case "proposal":
      out.set([FORMAT, PROPOSAL, code, THEMES.indexOf(envelope.theme)]);
      return out;
    case "question":
      out.set([FORMAT, QUESTION, code, ...twoBytes(envelope.card)]);
      return out;
    case "check-in": {
      const days = [envelope.from, envelope.to].map(numberOf).flatMap(twoBytes);
      out.set([FORMAT, CHECK_IN, code, ...planMarkBytes(envelope.plan), ...days]);
      return out;
    }
    default:
      return unreachable(envelope);
  }
}

const twoBytes = (value: number): number[] => [value >> 8, value & 0xff];
const fromTwo = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

function planMarkBytes(mark: Encoded): Uint8Array {
  const bytes = fromBase64Url(mark);
  if (bytes?.length !== PLAN_MARK_BYTES) throw new RangeError("not the mark of a plan");
  return bytes;
}

/** `null` for anything that {@link encodeEnvelope} would not have written. */
export function decodeEnvelope(bytes: Uint8Array): Envelope | null {
  if (bytes.length !== ENVELOPE_BYTES || bytes[0] !== FORMAT) return null;
  const kind = PIECE_KINDS.find((name) => KINDS[name].code === bytes[2]);
  if (!kind) return null;
  switch (bytes[1]) {
    case VERSION:
      return versionFrom(kind, bytes);
    case PROPOSAL:
      return proposalFrom(kind, bytes);
    case QUESTION:
      return questionFrom(kind, bytes);
    case CHECK_IN:
      return checkInFrom(kind, bytes);
    default:
      return null;
  }
}

function versionFrom(kind: PieceKind, bytes: Uint8Array): VersionEnvelope | null {
  const length = LENGTHS[bytes[3] ?? -1];
  const weight = WEIGHTS[bytes[4] ?? -1];
  if (!isKindOf(kind, "own") || !length || !weight || !unused(bytes.subarray(5))) return null;
  return { form: "version", kind, length, weight };
}

function proposalFrom(kind: PieceKind, bytes: Uint8Array): ProposalEnvelope | null {
  const theme = THEMES[bytes[3] ?? -1];
  if (!isKindOf(kind, "together") || !theme || !unused(bytes.subarray(4))) return null;
  return { form: "proposal", kind, theme };
}

function questionFrom(kind: PieceKind, bytes: Uint8Array): QuestionEnvelope | null {
  const card = fromTwo(bytes, 3);
  if (!isKindOf(kind, "paired") || card === 0 || !unused(bytes.subarray(5))) return null;
  return { form: "question", kind, card };
}

function checkInFrom(kind: PieceKind, bytes: Uint8Array): CheckInEnvelope | null {
  const plan = toBase64Url(bytes.subarray(3, 3 + PLAN_MARK_BYTES));
  const [from, to] = [dayOf(fromTwo(bytes, 11)), dayOf(fromTwo(bytes, 13))];
  if (kind !== "plan" || !isStretch(from, to) || !unused(bytes.subarray(15))) return null;
  return { form: "check-in", kind, plan, from, to };
}

/** Whether who opened a version was told its kind before: anything else they have not said yes to. */
export const tells = (envelope: Envelope | null, kind: PieceKind): boolean =>
  envelope?.form === "version" && envelope.kind === kind;

const unused = (bytes: Uint8Array) => bytes.every((byte) => byte === 0);
