import { type Bytes } from "../bytes.ts";
import { MAX_BOUNDARIES } from "./boundaries.ts";

/**
 * What a reader answers to the lines of one version, in fixed words: one for each line, in the order of
 * the version. All are sealed as one answer, of one size whatever it says and however many lines there
 * are. The order of the list is part of the format.
 */
export const LINE_ANSWERS = ["nothing", "keep", "talk"] as const;
export type LineAnswer = (typeof LINE_ANSWERS)[number];

const FORMAT = 1;
/** Beside the forms of envelope.ts and answer.ts, so that none can be taken for another. */
const LINES = 5;
const HEAD = 2;
/** Two bits for each line. */
const PER_BYTE = 4;

/** The size of every encoded answer. */
export const LINE_ANSWERS_BYTES = HEAD + MAX_BOUNDARIES / PER_BYTE;

/** Throws for more answers than a version has lines. */
export function encodeLineAnswers(answers: readonly LineAnswer[]): Bytes {
  if (answers.length > MAX_BOUNDARIES) throw new RangeError("more answers than lines");
  const out = new Uint8Array(LINE_ANSWERS_BYTES);
  out.set([FORMAT, LINES]);
  for (const [i, answer] of answers.entries()) {
    const at = HEAD + Math.floor(i / PER_BYTE);
    out[at] = (out[at] ?? 0) | (LINE_ANSWERS.indexOf(answer) << shiftOf(i));
  }
  return out;
}

/**
 * The answers to a version of so many lines; `null` for anything that {@link encodeLineAnswers} would
 * not have written for it.
 */
export function decodeLineAnswers(bytes: Uint8Array, lines: number): readonly LineAnswer[] | null {
  if (bytes.length !== LINE_ANSWERS_BYTES || bytes[0] !== FORMAT || bytes[1] !== LINES) return null;
  const answers: LineAnswer[] = [];
  for (let i = 0; i < MAX_BOUNDARIES; i++) {
    const value = ((bytes[HEAD + Math.floor(i / PER_BYTE)] ?? 0) >> shiftOf(i)) & 3;
    const answer = LINE_ANSWERS[value];
    if (!answer || (i >= lines && value !== 0)) return null;
    if (i < lines) answers.push(answer);
  }
  return answers;
}

const shiftOf = (line: number): number => (line % PER_BYTE) * 2;
