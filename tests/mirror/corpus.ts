import { readFileSync } from "node:fs";
import type { MirrorClass } from "#client/mirror/finding.ts";

export type Marked = {
  readonly sentence: string;
  /** Where a hand marked this class, as offsets into the sentence. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  readonly heldBack: boolean;
};

/**
 * The first corpus; `second`, of whose sentences the file says under two headings which of them rules may be
 * written with and which are held back from them; `after`, all held back; and `voices`, of three classes, for which
 * siblings, grown children, former partners and colleagues were imagined, and telephones without apostrophes.
 */
export type Part = "corpus" | "second" | "after" | "voices";

/** The classes which people speak in so many ways that they have a set of their own for it. */
export const IN_MANY_VOICES: readonly MirrorClass[] = ["blame", "contempt", "absolutes"];

/** One sentence a line; what belongs to the class of the file stands in square brackets. */
export function corpusOf(name: MirrorClass, part: Part = "corpus"): Marked[] {
  const place = part === "corpus" ? name : `${part}/${name}`;
  const lines = readFileSync(`tests/fixtures/mirror/${place}.txt`, "utf8").split("\n");
  const heldBackFrom = lines.indexOf("# held back");
  return lines
    .map((line, at) => ({ line, said: heldBackFrom >= 0 ? at > heldBackFrom : undefined }))
    .filter(({ line }) => line !== "" && !line.startsWith("#"))
    .map(({ line, said }) => {
      const marks: { start: number; end: number }[] = [];
      let sentence = "";
      let start = 0;
      for (const part of line.split(/([[\]])/)) {
        if (part === "[") start = sentence.length;
        else if (part === "]") marks.push({ start, end: sentence.length });
        else sentence += part;
      }
      return { sentence, marks, heldBack: said ?? isHeldBack(sentence) };
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
