import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guideBody } from "./guides.ts";
import { letterBody, type LetterBlock } from "./letter.ts";
import { GUESSES, SWAP, swapParts } from "./swap.ts";

const PARTS = [...GUESSES, "own"] as const;
const said = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => /[a-z]/.test(text));
const answers = fc.record(
  { felt: said, needed: said, feared: said, own: said, wrong: said, knowing: said },
  { requiredKeys: [] },
);

const bodyOf = (texts: Record<string, string | undefined>) =>
  guideBody(SWAP, "all", { text: (id) => texts[id] ?? "", chosen: () => [] });

describe("an answer to a swap", () => {
  it("P45 is taken apart into what was guessed and what it was like, each as it was written", () => {
    fc.assert(
      fc.property(answers, (texts) => {
        const body = bodyOf(texts);
        expect(letterBody.safeParse(body).success).toBe(true);
        const parts = swapParts(body);
        const written = PARTS.filter((part) => texts[part] !== undefined);
        expect([...(parts?.keys() ?? [])]).toEqual(written);
        for (const part of written) {
          expect(parts?.get(part)).toEqual({
            type: "doc",
            content: bodyOf({ [part]: texts[part] }).content.slice(1),
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  it("P45 holds nothing of what one had wrong, or would have done", () => {
    const body = bodyOf({ own: "Cold.", wrong: "canary of wrong", knowing: "canary of knowing" });
    expect(JSON.stringify(body)).not.toContain("canary");
  });

  it("P45 is read as it stands if it is not made of these headings", () => {
    const heading = (text: string): LetterBlock => ({
      type: "heading",
      attrs: { level: 2 },
      content: [{ type: "text", text }],
    });
    const words: LetterBlock = { type: "paragraph", content: [{ type: "text", text: "words" }] };
    const mine = heading("What it was like for me");
    for (const content of [
      [words],
      [words, mine, words],
      [mine],
      [mine, words, mine, words],
      [heading("Something else"), words],
    ]) {
      expect(swapParts({ type: "doc", content })).toBeNull();
    }
  });
});
