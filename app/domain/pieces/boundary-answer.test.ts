import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeAnswer, decodeAnswer } from "./answer.ts";
import { MAX_BOUNDARIES } from "./boundaries.ts";
import {
  decodeLineAnswers,
  encodeLineAnswers,
  LINE_ANSWERS,
  LINE_ANSWERS_BYTES,
} from "./boundary-answer.ts";

const answers = fc.array(fc.constantFrom(...LINE_ANSWERS), { maxLength: MAX_BOUNDARIES });

describe("an answer to lines", () => {
  it("P57 has one size, whatever it says and however many lines there are", () => {
    fc.assert(
      fc.property(answers, (said) => {
        expect(encodeLineAnswers(said)).toHaveLength(LINE_ANSWERS_BYTES);
      }),
    );
  });

  it("P57 decoding gives back what was encoded", () => {
    fc.assert(
      fc.property(answers, (said) => {
        expect(decodeLineAnswers(encodeLineAnswers(said), said.length)).toEqual(said);
      }),
    );
  });

  it("P57 there is a place for as many lines as a version can have, and for no more", () => {
    const full = Array.from({ length: MAX_BOUNDARIES }, () => "talk" as const);
    expect(decodeLineAnswers(encodeLineAnswers(full), MAX_BOUNDARIES)).toEqual(full);
    expect(() => encodeLineAnswers([...full, "keep"])).toThrow(RangeError);
  });

  it("P58 bytes that no answer to this version has are refused", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(MAX_BOUNDARIES), (bytes, lines) => {
        const read = decodeLineAnswers(bytes, lines);
        expect(read && [...encodeLineAnswers(read)]).toEqual(read && [...bytes]);
      }),
    );
  });

  it("P58 an answer to a line that is not there, and an answer of another kind, are refused", () => {
    expect(decodeLineAnswers(encodeLineAnswers(["keep", "talk"]), 1)).toBeNull();
    expect(decodeLineAnswers(encodeAnswer("thank-you"), 1)).toBeNull();
    expect(decodeAnswer(encodeLineAnswers(["keep"]))).toBeNull();
    const unknown = encodeLineAnswers(["keep"]);
    unknown[2] = 3;
    expect(decodeLineAnswers(unknown, 1)).toBeNull();
  });
});
