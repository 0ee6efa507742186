import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_LINE, RETIRED, sleeps, wordingOf, wordsToSign } from "./agreement.ts";
import { dayOf } from "./days.ts";
import { asks, hasTemplate, isTemplateLine, TEMPLATES } from "./templates.ts";
import { normaliseWords } from "./words.ts";

const someDay = fc.nat({ max: 60_000 }).map(dayOf);
const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 });

describe("the words of a line", () => {
  it("P103 the day of a review is a part of what is signed, and is read from it again", () => {
    fc.assert(
      fc.property(text, fc.option(someDay), (typed, review) => {
        const signed = wordsToSign(typed, review);
        if (!signed.ok) return;
        const plain = wordsToSign(typed);
        expect(signed.value === (plain.ok && plain.value)).toBe(review === null);
        expect(normaliseWords(signed.value)).toBe(signed.value);
        const read = wordingOf(signed.value);
        if (review !== null) expect(read).toEqual({ words: normaliseWords(typed), review });
        expect(wordingOf(read.words).review === null || review !== null).toBe(true);
      }),
    );
  });

  it("P103 two lines are signed by the same words only if they say the same, until the same day", () => {
    fc.assert(
      fc.property(text, text, someDay, someDay, (one, other, day, later) => {
        const [a, b] = [wordsToSign(one, day), wordsToSign(other, later)];
        if (!a.ok || !b.ok) return;
        const same = normaliseWords(one) === normaliseWords(other) && day === later;
        expect(a.value === b.value).toBe(same);
      }),
    );
  });

  it("P103 what only looks like a day is words", () => {
    const words = "Call me (to be signed again after 2026-02-31)";
    expect(wordingOf(words)).toEqual({ words, review: null });
    expect(wordsToSign("x".repeat(MAX_LINE), "2026-01-01")).toMatchObject({ ok: false });
  });

  it("P104 agreed words sleep from the day after their review", () => {
    const wording = wordingOf("Call first (to be signed again after 2026-03-01)");
    expect(sleeps(wording, "2026-03-01")).toBe(false);
    expect(sleeps(wording, "2026-03-02")).toBe(true);
    expect(sleeps(wordingOf("Call first"), "2099-01-01")).toBe(false);
  });

  it("P105 retiring a line is signed as words of its own", () => {
    expect(wordsToSign(RETIRED)).toEqual({ ok: true, value: RETIRED });
    expect(wordingOf(RETIRED)).toEqual({ words: RETIRED, review: null });
  });
});

describe("a template", () => {
  it("P106 asks for each of its lines, under an id that no other has", () => {
    const lines = Object.values(TEMPLATES).flat();
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    for (const line of lines) {
      expect(isTemplateLine(line.id)).toBe(true);
      expect(asks(line.id)).toBe(line.asks);
    }
    expect(isTemplateLine("toString")).toBe(false);
    expect(hasTemplate("pause-plan")).toBe(true);
    expect(hasTemplate("open")).toBe(false);
  });
});
