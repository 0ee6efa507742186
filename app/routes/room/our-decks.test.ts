import { describe, expect, it } from "vitest";
import { AREAS } from "#domain/pieces/boundaries.ts";
import { FITS, THEMES_OF_CARDS, type MarkList, type Question } from "#domain/pieces/decks.ts";
import { CARDS } from "./decks.ts";

const QUESTIONS = CARDS.filter((card): card is Question => card.is === "question" && !card.retired);
const LISTS = CARDS.filter((card): card is MarkList => card.is === "list" && !card.retired);
const LINES = LISTS.flatMap(({ lines }) => lines);

/** Words that any two sentences may share. */
const COMMON = new Set(
  `a about after again all alone also an and any anybody are as at be because been before between but by can
  could did do does doing each else ever for from get give had has have how if in into is it its just keep
  know less like made make makes many may might more most much never no not now of off on once one only or
  other others our out over own part really say said share should so some somebody something than that the
  their them then there they thing things this time to too two under up us very was way we were what when
  where which who whom why will with would you your yours yourself`.split(/\s+/),
);

/** What a sentence is made of, without the ends of words. */
const stems = (words: string): ReadonlySet<string> =>
  new Set(
    (words.toLowerCase().match(/\p{L}+/gu) ?? [])
      .filter((word) => word.length > 1 && !COMMON.has(word))
      .map((word) => word.replace(/(ing|ed|ly|es|s|e)$/, "")),
  );

/** Pairs of which one says most of what the other says. */
function alike(all: readonly string[]): readonly string[] {
  const read = all.map((words) => ({ words, stems: stems(words) }));
  return read.flatMap((one, at) =>
    read.slice(at + 1).flatMap((other) => {
      const shared = [...one.stems].filter((stem) => other.stems.has(stem)).length;
      const union = new Set([...one.stems, ...other.stems]).size;
      return shared / Math.max(union, 1) > 0.5 ? [`${one.words} / ${other.words}`] : [];
    }),
  );
}

describe("our own decks", () => {
  it("P43 have questions enough at each depth and on each theme for everybody", () => {
    const forAll = QUESTIONS.filter(({ fits }) => fits.length === 0);
    expect(forAll.length).toBeGreaterThanOrEqual(120);
    for (const [depth, count] of [
      [1, 45],
      [2, 45],
      [3, 35],
    ] as const) {
      expect(forAll.filter((one) => one.depth === depth).length, `${depth}`).toBeGreaterThanOrEqual(
        count,
      );
    }
    for (const theme of THEMES_OF_CARDS) {
      expect(forAll.filter((one) => one.theme === theme).length, theme).toBeGreaterThanOrEqual(3);
    }
    for (const fit of FITS) {
      expect(
        QUESTIONS.some(({ fits }) => fits.includes(fit)),
        fit,
      ).toBe(true);
    }
  });

  it("P43 have six lines of common ground in each area, and 24 to say a quiet yes to", () => {
    const lines = (form: MarkList["form"]) =>
      LISTS.filter((list) => list.form === form).flatMap((list) => list.lines);
    const ground = lines("common-ground");
    expect(ground).toHaveLength(60);
    for (const area of AREAS) expect(ground.filter((one) => one.area === area)).toHaveLength(6);
    expect(
      lines("quiet-yes").filter(({ fits }) => fits.length === 0).length,
    ).toBeGreaterThanOrEqual(24);
    expect(lines("hopes").map(({ name }) => name)).toEqual([
      "try-again",
      "peace",
      "raising-children",
      "friendship",
      "a-good-ending",
      "do-not-know",
    ]);
  });

  it("P43 say nothing twice in other words", () => {
    expect(alike(QUESTIONS.map(({ words }) => words))).toEqual([]);
    expect(alike(LINES.map(({ words }) => words))).toEqual([]);
    expect(alike(["When do you feel at home?", "Where do you feel most at home?"])).toHaveLength(1);
  });

  it("P43 ask openly: no question can be answered by yes or no", () => {
    for (const { words } of QUESTIONS) {
      expect(words).toMatch(
        /^(What|Which|How|When|Where|Who|With whom|In which|In what|For what|At |If this ends well|After )/,
      );
      expect(words).toMatch(/\?$/);
    }
  });

  it("P43 ask for no blame, no proof, no password and no place where somebody is", () => {
    for (const { words } of [...QUESTIONS, ...LINES]) {
      expect(words).not.toMatch(/\b(prove|proof|blame|guilty|password|pin|location|address)\b/i);
      expect(words).not.toMatch(
        /\b(where (are|were|have) you|why did you|who (are|were) you with)\b/i,
      );
    }
  });

  it("P43 take children, a shared home and romance for granted only where they say so", () => {
    const takes = {
      children: /\b(children|a child)\b/i,
      romance:
        /\b(in love|did love|fond of you|kiss|close again|the two of us out|holding hands)\b/i,
    };
    for (const { words, fits } of [...QUESTIONS, ...LINES]) {
      for (const [fit, taking] of Object.entries(takes)) {
        if (taking.test(words)) expect(fits, words).toContain(fit);
      }
      expect(words).not.toMatch(
        /\b(he|she|him|her|his|husband|wife|marriage|married|partner|God)\b/i,
      );
    }
  });
});
