import { readFileSync } from "node:fs";
import type { MirrorClass } from "#client/mirror/finding.ts";

export type Marked = {
  readonly sentence: string;
  /** Where a hand marked this class, as offsets into the sentence. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  readonly heldBack: boolean;
};

/** Sentences that were written after the rules stood still stand apart: `after`. */
export type Part = "corpus" | "after";

/** One sentence a line; what belongs to the class of the file stands in square brackets. */
export function corpusOf(name: MirrorClass, part: Part = "corpus"): Marked[] {
  const place = part === "after" ? `after/${name}` : name;
  return readFileSync(`tests/fixtures/mirror/${place}.txt`, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const marks: { start: number; end: number }[] = [];
      let sentence = "";
      let start = 0;
      for (const part of line.split(/([[\]])/)) {
        if (part === "[") start = sentence.length;
        else if (part === "]") marks.push({ start, end: sentence.length });
        else sentence += part;
      }
      return { sentence, marks, heldBack: isHeldBack(sentence) };
    });
}

/** Every third sentence by its FNV-1a hash: fixed before a rule was written, the same for ever. */
function isHeldBack(sentence: string): boolean {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(sentence, "utf8")) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash % 3 === 0;
}
