import { describe, expect, it } from "vitest";
import { ANSWERS, decodeAnswer, encodeAnswer } from "./answer.ts";
import { ENVELOPE_BYTES } from "./envelope.ts";
import { answersOf } from "./kinds.ts";

describe("an answer in fixed words", () => {
  it.each(ANSWERS)("reads %s back, from bytes of the one size", (answer) => {
    expect(encodeAnswer(answer)).toHaveLength(ENVELOPE_BYTES);
    expect(decodeAnswer(encodeAnswer(answer))).toBe(answer);
  });

  it("P72 keeps the order of its list, which is its format, and follows from the kind", () => {
    expect(ANSWERS.slice(0, 5)).toEqual([
      "thank-you",
      "tell-me-more",
      "need-time",
      "in-part",
      "not-yet",
    ]);
    expect(answersOf("letter")).toEqual(["thank-you", "tell-me-more", "need-time"]);
    expect(answersOf("forgiveness")).toEqual(["thank-you", "in-part", "not-yet"]);
  });

  it("reads nothing else", () => {
    const changed = encodeAnswer("thank-you");
    changed[9] = 1;
    expect(decodeAnswer(changed)).toBeNull();
    expect(decodeAnswer(new Uint8Array(3))).toBeNull();
    const unknown = encodeAnswer("thank-you");
    unknown[2] = 77;
    expect(decodeAnswer(unknown)).toBeNull();
  });
});
