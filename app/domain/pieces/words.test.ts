import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_LINE, lineWords, wordsToSign } from "./agreement.ts";
import { normaliseWords } from "./words.ts";

const anyText = fc.string({ unit: "binary", maxLength: 60 });

describe("words", () => {
  it("P24 normalising twice is normalising once", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normaliseWords(text);
        expect(normaliseWords(once)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });

  it("P24 what looks the same is the same", () => {
    expect(normaliseWords("  Wednesdays,\r\n message\u00a0 first\t")).toBe(
      "Wednesdays, message first",
    );
    expect(normaliseWords("cafe\u0301")).toBe("caf\u00e9");
    expect(normaliseWords("cafe\u200b\u0301 \u202e")).toBe("caf\u00e9");
    expect(normaliseWords("a\u0000b\ud800c")).toBe("a b c");
  });

  it("P24 keeps what scripts and emoji need", () => {
    for (const text of ["👩‍👧 zu Hause", "می‌خواهم", "क्‍ष"]) {
      expect(normaliseWords(text)).toBe(text.normalize("NFC"));
    }
  });

  it("P25 only words can be signed: one to five hundred, normalised", () => {
    expect(wordsToSign(" \u200b ")).toEqual({ ok: false, refusal: { code: "no-words" } });
    expect(wordsToSign("x".repeat(MAX_LINE + 1))).toEqual({
      ok: false,
      refusal: { code: "too-long" },
    });
    fc.assert(
      fc.property(anyText, (text) => {
        const words = wordsToSign(text);
        if (words.ok) expect(lineWords.parse(words.value)).toBe(words.value);
      }),
    );
    expect(lineWords.safeParse("two  spaces").success).toBe(false);
  });
});
