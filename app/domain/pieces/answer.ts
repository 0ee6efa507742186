import { type Bytes } from "../bytes.ts";
import { ENVELOPE_BYTES } from "./envelope.ts";

/**
 * What a reader can answer in fixed words. Like an envelope it is sealed and has one size whatever it
 * says. The order of the list is part of the format: an answer is only ever added at the end.
 */
export const ANSWERS = [
  "thank-you",
  "tell-me-more",
  "need-time",
  "in-part",
  "not-yet",
  "not-now",
] as const;
export type Answer = (typeof ANSWERS)[number];

/** What each can say, once, to the other's answer to a question. */
export const SAID_TO_ANSWERS = [
  "thank-you",
  "tell-me-more",
  "not-now",
] as const satisfies readonly Answer[];

const FORMAT = 1;
const ANSWER = 3;

export function encodeAnswer(answer: Answer): Bytes {
  const out = new Uint8Array(ENVELOPE_BYTES);
  out.set([FORMAT, ANSWER, ANSWERS.indexOf(answer)]);
  return out;
}

/** `null` for anything that {@link encodeAnswer} would not have written. */
export function decodeAnswer(bytes: Uint8Array): Answer | null {
  if (bytes.length !== ENVELOPE_BYTES || bytes[0] !== FORMAT || bytes[1] !== ANSWER) return null;
  const rest = bytes.subarray(3);
  return rest.every((byte) => byte === 0) ? (ANSWERS[bytes[2] ?? -1] ?? null) : null;
}
