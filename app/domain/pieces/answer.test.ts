import { describe, expect, it } from "vitest";
import { ANSWERS, decodeAnswer, encodeAnswer } from "./answer.ts";
import { ENVELOPE_BYTES } from "./envelope.ts";

describe("an answer in fixed words", () => {
  it.each(ANSWERS)("reads %s back, from bytes of the one size", (answer) => {
    expect(encodeAnswer(answer)).toHaveLength(ENVELOPE_BYTES);
    expect(decodeAnswer(encodeAnswer(answer))).toBe(answer);
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
