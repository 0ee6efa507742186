import { MIRROR_CLASSES, type MirrorClass } from "#client/mirror/finding.ts";
import { readThrough } from "#client/mirror/read.ts";
import { corpusOf, IN_MANY_VOICES, type Marked } from "./corpus.ts";

export type Score = {
  readonly class: MirrorClass;
  readonly sentences: number;
  readonly marks: number;
  readonly precision: number;
  readonly recall: number;
};

export type Missed = { readonly sentence: string; readonly why: "not found" | "found wrongly" };

const touches = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end;

/** A finding is right when it touches a mark of its class; a mark is found when a finding touches it. */
export function scoreOf(
  name: MirrorClass,
  sentences: readonly Marked[],
): Score & { readonly missed: readonly Missed[] } {
  let found = 0;
  let right = 0;
  let marks = 0;
  let hit = 0;
  const missed: Missed[] = [];
  for (const { sentence, marks: marked } of sentences) {
    const findings = readThrough(sentence).filter((finding) => finding.class === name);
    const wrong = findings.filter((finding) => !marked.some((mark) => touches(mark, finding)));
    const unseen = marked.filter((mark) => !findings.some((finding) => touches(mark, finding)));
    found += findings.length;
    right += findings.length - wrong.length;
    marks += marked.length;
    hit += marked.length - unseen.length;
    for (const { start, end } of wrong) {
      missed.push({
        sentence: `${sentence} <${sentence.slice(start, end)}>`,
        why: "found wrongly",
      });
    }
    if (unseen.length > 0) missed.push({ sentence, why: "not found" });
  }
  return {
    class: name,
    sentences: sentences.length,
    marks,
    precision: found === 0 ? 0 : right / found,
    recall: marks === 0 ? 0 : hit / marks,
    missed,
  };
}

const both = (name: MirrorClass) => [...corpusOf(name), ...corpusOf(name, "second")];

const voices = (name: MirrorClass) =>
  IN_MANY_VOICES.includes(name) ? corpusOf(name, "voices") : [];

/** By class: the sentences that rules were written with, those held back from them, and later ones. */
export const SETS = {
  "written with": (name) => both(name).filter(({ heldBack }) => !heldBack),
  "held back": (name) => corpusOf(name).filter(({ heldBack }) => heldBack),
  "held back, second": (name) => corpusOf(name, "second").filter(({ heldBack }) => heldBack),
  "written afterwards": (name) => corpusOf(name, "after"),
  "many voices, written with": (name) => voices(name).filter(({ heldBack }) => !heldBack),
  "many voices, held back": (name) => voices(name).filter(({ heldBack }) => heldBack),
} satisfies Record<string, (name: MirrorClass) => Marked[]>;

/** Of the sets that rules are written with alone may anybody read what was missed. */
export const MAY_BE_READ: readonly (keyof typeof SETS)[] = [
  "written with",
  "many voices, written with",
];

export const scores = (set: keyof typeof SETS) =>
  MIRROR_CLASSES.map((name) => scoreOf(name, SETS[set](name))).filter(
    ({ sentences }) => sentences > 0,
  );
