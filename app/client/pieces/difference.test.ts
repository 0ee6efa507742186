import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { letterOf, letters } from "#tests/support/letters.ts";
import { bodyText, type LetterContent } from "#domain/pieces/letter.ts";
import { wordDifference, type Run } from "./difference.ts";
import { isUnchanged, letterDifference } from "./letter-difference.ts";

const side = (runs: readonly Run[], left: "new" | "gone") =>
  runs
    .filter(({ change }) => change !== left)
    .map(({ text }) => text)
    .join("");

/** "[gone]", "{new}", "~restyled~" */
const SIGNS = { same: ["", ""], gone: ["[", "]"], new: ["{", "}"], restyled: ["~", "~"] } as const;
const shown = (runs: readonly Run[]) =>
  runs.map(({ text, change }) => SIGNS[change].join(text)).join("");

const lines = (before: LetterContent, after: LetterContent) =>
  letterDifference(before, after).map(({ runs }) => shown(runs));

const sentences = fc.lorem({ maxCount: 12 });

describe("the difference of two wordings", () => {
  it("P39 reads as the old words without what is new, as the new ones without what is gone", () => {
    fc.assert(
      fc.property(sentences, sentences, (before, after) => {
        const runs = wordDifference(before, after);
        expect(side(runs, "new")).toBe(before);
        expect(side(runs, "gone")).toBe(after);
      }),
    );
  });

  it("P39 shows whole words, and neighbours as one change", () => {
    const before = "Wednesdays, by message first; I was very alone.";
    const after = "Wednesdays before 20:00, by message first; I was quite lost.";
    expect(shown(wordDifference(before, after))).toBe(
      "Wednesdays{ before 20:00}, by message first; I was [very alone]{quite lost}.",
    );
    expect(shown(wordDifference("私は駅で待つ", "私は家で待つ"))).toBe("私は[駅]{家}で待つ");
    expect(wordDifference("", "")).toEqual([]);
  });

  it("P40 takes two long texts without anything in common for two texts", () => {
    const [before, after] = ["a", "b"].map((letter) =>
      Array.from({ length: 1000 }, (_, i) => `${letter}${i}`).join(" "),
    );
    const runs = wordDifference(before ?? "", after ?? "");
    expect(runs.map(({ change }) => change)).toEqual(["gone", "new"]);
  });
});

describe("the difference of two letters", () => {
  it("P39 reads as either letter, but for blank lines", () => {
    const words = (content: LetterContent) =>
      `${content.title}\n${bodyText(content.body)}`.replace(/\n+/g, "\n").trim();
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const changes = letterDifference(before, after);
        const read = (left: "new" | "gone") =>
          changes
            .map(({ runs }) => side(runs, left))
            .join("\n")
            .replace(/\n+/g, "\n")
            .trim();
        expect(read("gone")).toBe(words(after));
        // Paragraphs that went stand where they stood, so the old letter can be read in order too.
        expect(read("new")).toBe(words(before));
      }),
    );
  });

  it("P39 a letter does not differ from itself", () => {
    fc.assert(fc.property(letters, (letter) => isUnchanged(letterDifference(letter, letter))));
  });

  it("P39 finds the paragraph that was rewritten, beside one that is new", () => {
    const before = letterOf("March", "I was very alone that evening.", "Same here.");
    const after = letterOf(
      "In March",
      "Something else comes first now.",
      "I was quite alone that long evening.",
      "Same here.",
      "One line more.",
    );
    expect(lines(before, after)).toEqual([
      "{In }March",
      "{Something else comes first now.}",
      "I was [very]{quite} alone that {long }evening.",
      "Same here.",
      "{One line more.}",
    ]);
    expect(isUnchanged(letterDifference(before, after))).toBe(false);
  });

  it("P39 shows where only the emphasis or the kind of paragraph changed", () => {
    const before = letterOf("", "I mean it now", "Then");
    const after: LetterContent = {
      ...before,
      body: {
        type: "doc",
        content: [
          {
            type: "paragraph",
            content: [
              { type: "text", text: "I " },
              { type: "text", text: "mean it", marks: [{ type: "bold" }] },
              { type: "text", text: " now" },
            ],
          },
          { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Then" }] },
        ],
      },
    };
    expect(lines(before, after)).toEqual(["I ~mean it~ now", "~Then~"]);
  });

  it("P40 takes too many rewritten paragraphs for new ones, instead of comparing each with each", () => {
    const long = (word: string) =>
      letterOf("", ...Array.from({ length: 40 }, (_, i) => `${word} ${i} and the same words`));
    const changes = letterDifference(long("one"), long("two"));
    expect(changes).toHaveLength(80);
    expect(changes.every(({ runs }) => runs.length === 1)).toBe(true);
  });
});
