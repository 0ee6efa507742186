import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idOf, type PieceId } from "../ids.ts";
import {
  ENVELOPE_BYTES,
  LENGTHS,
  MAX_CARD,
  MEDIUM_WORDS,
  SHORT_WORDS,
  THEMES,
  WEIGHTS,
  countWords,
  decodeEnvelope,
  encodeEnvelope,
  lengthOf,
  planMark,
  tells,
  type Envelope,
} from "./envelope.ts";
import { KINDS, PIECE_KINDS, isKindOf, modeOf } from "./kinds.ts";

const CARDS = [1, 2, 0xff, 0x100, 0x1234, MAX_CARD];

const checkIns: Envelope[] = [1, 2].flatMap((n) => {
  const plan = planMark(idOf<PieceId>(new Uint8Array(16).fill(n)));
  return [
    ["1970-01-07", "1970-01-07"],
    ["2026-11-16", "2026-11-22"],
    ["2026-11-16", "2026-11-23"],
    ["2149-06-05", "2149-06-06"],
  ].map(([from = "", to = ""]) => ({ form: "check-in", kind: "plan", plan, from, to }) as const);
});

const envelopes: Envelope[] = PIECE_KINDS.flatMap((kind): Envelope[] => {
  if (isKindOf(kind, "own")) {
    return LENGTHS.flatMap((length) =>
      WEIGHTS.map((weight) => ({ form: "version", kind, length, weight }) as const),
    );
  }
  if (isKindOf(kind, "paired")) {
    return CARDS.map((card) => ({ form: "question", kind, card }) as const);
  }
  const proposals = THEMES.map((theme) => ({ form: "proposal", kind, theme }) as const);
  return kind === "plan" ? [...proposals, ...checkIns] : proposals;
});

describe("kinds", () => {
  it("P20 every kind has one mode, and a number that no other kind has", () => {
    const codes = PIECE_KINDS.map((kind) => KINDS[kind].code);
    expect(new Set(codes).size).toBe(6);
    expect(PIECE_KINDS.map(modeOf)).toEqual([
      "own",
      "own",
      "own",
      "together",
      "together",
      "paired",
    ]);
  });
});

describe("the envelope", () => {
  it("P21 has one size, whatever it says", () => {
    for (const envelope of envelopes) expect(encodeEnvelope(envelope)).toHaveLength(ENVELOPE_BYTES);
  });

  it("P21 reads back what was written, and no two say the same bytes", () => {
    for (const envelope of envelopes) {
      expect(decodeEnvelope(encodeEnvelope(envelope))).toEqual(envelope);
    }
    expect(new Set(envelopes.map((envelope) => encodeEnvelope(envelope).join())).size).toBe(
      envelopes.length,
    );
  });

  it("P22 refuses bytes that no envelope has", () => {
    const known = new Set(envelopes.map((envelope) => encodeEnvelope(envelope).join()));
    const changed = fc.tuple(
      fc.constantFrom(...envelopes),
      fc.nat(ENVELOPE_BYTES - 1),
      fc.integer({ min: 0, max: 255 }),
    );
    fc.assert(
      fc.property(changed, ([envelope, at, byte]) => {
        const bytes = encodeEnvelope(envelope);
        bytes[at] = byte;
        const read = decodeEnvelope(bytes);
        const isCard = read?.form === "question" && read.card > 0;
        const isCheckIn = read?.form === "check-in" && read.from <= read.to;
        expect(read !== null).toBe(known.has(bytes.join()) || isCard || isCheckIn);
        if (read) expect(encodeEnvelope(read)).toEqual(bytes);
      }),
      { numRuns: 2000 },
    );
    expect(decodeEnvelope(new Uint8Array(ENVELOPE_BYTES))).toBeNull();
    expect(decodeEnvelope(new Uint8Array(0))).toBeNull();
  });

  it("E8 tells the one kind that it names, and only of a version", () => {
    for (const envelope of [...envelopes, null]) {
      const told = PIECE_KINDS.filter((kind) => tells(envelope, kind));
      expect(told).toEqual(envelope?.form === "version" ? [envelope.kind] : []);
    }
  });

  it("P23 calls a piece short, medium or long by its words", () => {
    expect([0, SHORT_WORDS, SHORT_WORDS + 1, MEDIUM_WORDS, MEDIUM_WORDS + 1].map(lengthOf)).toEqual(
      ["short", "short", "medium", "medium", "long"],
    );
  });

  it("P23 counts words as people do, in any script", () => {
    expect(countWords("I felt ashamed. I’d told myself – you’d want it.")).toBe(9);
    expect(countWords("")).toBe(0);
    expect(countWords("私は駅で待っていました")).toBeGreaterThan(3);
  });
});
