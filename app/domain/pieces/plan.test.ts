import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idOf, type PersonId } from "../ids.ts";
import { addDays, dayOf, mondayOf, numberOf, weekdayOf } from "./days.ts";
import {
  commitmentFrom,
  dueOn,
  dueWithin,
  isDue,
  isReviewDue,
  MAX_PART,
  PARTS,
  ready,
  RHYTHMS,
  standingOf,
  wordsOf,
  type Commitment,
  type SignedWords,
} from "./plan.ts";
import { isNormalised, normaliseWords } from "./words.ts";

const person = (n: number) => idOf<PersonId>(new Uint8Array(16).fill(n));
const ADA = person(1);
const BEN = person(2);

/** Also what breaks formats: quotes, backslashes, commas, marks that combine, other scripts. */
const awkward = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom('"', "\\", ",", "}", ":", "\u0338", "\u00e4", "a", " ", "\n"),
  }),
);
const part = (least: number) => awkward.map(normaliseWords).filter((text) => text.length >= least);
const aDay = fc.integer({ min: 10_000, max: 40_000 }).map(dayOf);
const aRhythm = fc.constantFrom(...RHYTHMS);

const aCommitment: fc.Arbitrary<Commitment> = fc.record({
  owner: fc.constantFrom(ADA, BEN),
  goal: part(1),
  obstacle: part(0),
  when: part(1),
  act: part(1),
  rhythm: aRhythm,
  start: aDay,
  review: fc.option(aDay),
});

const CALM: Commitment = {
  owner: ADA,
  goal: "Be on time",
  obstacle: "Work runs late",
  when: "it is 17:30 and the alarm rings",
  act: "I close the laptop and leave",
  rhythm: "weekdays",
  start: "2026-11-02",
  review: "2026-11-30",
};

describe("the words of a commitment", () => {
  it("P85 are normalised, and read back as what they say", () => {
    fc.assert(
      fc.property(aCommitment, (its) => {
        expect(isNormalised(wordsOf(its))).toBe(true);
        expect(commitmentFrom(wordsOf(its))).toEqual(its);
      }),
    );
  });

  it("P85 differ whenever anything differs", () => {
    fc.assert(
      fc.property(aCommitment, aCommitment, fc.constantFrom(...keys()), (a, b, key) => {
        const changed = { ...a, [key]: b[key] };
        const same = a[key] === b[key];
        expect(wordsOf(changed) === wordsOf(a)).toBe(same);
        expect(wordsOf(a) === wordsOf(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  it("P85 cannot be moved from one part into the next", () => {
    const one = wordsOf({ ...CALM, when: 'the door","act":"opens', act: "I wait" });
    const two = wordsOf({ ...CALM, when: "the door", act: 'opens","act":"I wait' });
    expect(one).not.toBe(two);
  });

  it("P85 nothing else is read as a commitment", () => {
    const words = wordsOf(CALM);
    const others = [
      "",
      "Wednesdays, message first",
      "null",
      "[]",
      words.replace('"commitment":1', '"commitment":2'),
      words.replace('"rhythm":"weekdays"', '"rhythm":"always"'),
      words.replace('"start":"2026-11-02"', '"start":"2026-11-31"'),
      words.replace("{", "{ "),
      words.replace('"goal":"Be on time",', ""),
      words.replace('"review"', '"more":1,"review"'),
      words.replace('"goal":"Be on time"', '"goal":"Be on time","goal":"Be on time"'),
    ];
    for (const other of others) expect(commitmentFrom(other), other).toBeNull();
  });

  it("P85 a draft is signed as it would be shown: normalised, whole, and not too long", () => {
    const draft = { ...CALM, goal: "  Be\n on  time " };
    expect(ready(draft)).toEqual({ ok: true, value: CALM });
    const code = (change: Partial<typeof draft>) => {
      const done = ready({ ...draft, ...change });
      return done.ok ? "ready" : done.refusal.code;
    };
    expect(code({ obstacle: "", review: null })).toBe("ready");
    expect(code({ goal: " " })).toBe("no-goal");
    expect(code({ when: "" })).toBe("no-when");
    expect(code({ act: "" })).toBe("no-act");
    expect(code({ start: "soon" })).toBe("bad-day");
    for (const each of PARTS)
      expect(code({ [each]: "x".repeat(MAX_PART[each] + 1) })).toBe("too-long");
  });
});

function keys() {
  return Object.keys(CALM) as (keyof Commitment)[];
}

/** What two people signed of one line, in the order of their chains. */
const aLine: fc.Arbitrary<readonly SignedWords[]> = fc
  .array(
    fc.record({
      words: fc.oneof(aCommitment.map(wordsOf), fc.constant(null), fc.string({ maxLength: 20 })),
      signers: fc.uniqueArray(
        fc.record({ by: fc.constantFrom(ADA, BEN), n: fc.integer({ min: 1, max: 30 }) }),
        { maxLength: 2, selector: ({ by }) => by },
      ),
    }),
    { maxLength: 6 },
  )
  .map((lines) =>
    lines.map(({ words, signers }) => ({
      words,
      signatures: signers.map((each) => ({ ...each, on: "2026-11-02" })),
    })),
  );

describe("whose a commitment is", () => {
  it("P86 nothing stands under a name without its owner's signature of words that name them", () => {
    fc.assert(
      fc.property(aLine, (line) => {
        for (const { commitment, wording, signed } of standingOf(line)) {
          expect(signed.by).toBe(commitment.owner);
          expect(wording.signatures).toContainEqual(signed);
          expect(wording.words).toBe(wordsOf(commitment));
        }
      }),
    );
  });

  it("P86 whatever the other signs changes nothing of what stands under my name", () => {
    const mine = (line: readonly SignedWords[]) =>
      standingOf(line)
        .filter(({ commitment }) => commitment.owner === ADA)
        .map(({ commitment, signed }) => ({ commitment, signed }));
    const without = (line: readonly SignedWords[]) =>
      line.map((one) => ({ ...one, signatures: one.signatures.filter(({ by }) => by === ADA) }));
    fc.assert(
      fc.property(aLine, (line) => {
        expect(mine(line)).toEqual(mine(without(line)));
      }),
    );
  });

  it("P86 words that the other wrote and signed for me stand under nobody's name", () => {
    const theirs = { words: wordsOf(CALM), signatures: [{ by: BEN, n: 4, on: "2026-11-03" }] };
    expect(standingOf([theirs])).toEqual([]);
  });

  it("P87 of what its owner signed the last one stands; the other's signature says that it was read", () => {
    const later = { ...CALM, goal: "Be early" };
    const first = {
      words: wordsOf(CALM),
      signatures: [
        { by: ADA, n: 2, on: "2026-11-02" },
        { by: BEN, n: 9, on: "2026-11-03" },
      ],
    };
    const second = { words: wordsOf(later), signatures: [{ by: ADA, n: 5, on: "2026-11-09" }] };
    expect(standingOf([first])).toMatchObject([{ commitment: CALM, read: { by: BEN } }]);
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      expect(standingOf(order)).toMatchObject([{ commitment: later, read: null }]);
    }
    const takenBack = [first, second].map((one) => ({
      ...one,
      signatures: one.signatures.filter(({ by }) => by !== ADA),
    }));
    expect(standingOf(takenBack)).toEqual([]);
  });
});

describe("when a commitment is due", () => {
  const stretch = fc
    .tuple(aDay, fc.integer({ min: 0, max: 100 }))
    .map(([from, days]) => ({ from, to: addDays(from, days) }));
  const due = (rhythm: Commitment["rhythm"], start: string, from: string, to: string) =>
    dueWithin({ rhythm, start }, from, to).map(({ first }) => first);

  it("P89 once: on its day; daily: on each; on weekdays: from Monday to Friday; weekly: each week", () => {
    const [from, to] = ["2026-10-26", "2026-11-08"] as const;
    expect(due("once", "2026-11-04", from, to)).toEqual(["2026-11-04"]);
    expect(due("daily", "2026-11-05", from, to)).toEqual([
      "2026-11-05",
      "2026-11-06",
      "2026-11-07",
      "2026-11-08",
    ]);
    expect(due("weekdays", "2026-11-05", from, to)).toEqual(["2026-11-05", "2026-11-06"]);
    // It begins on a Wednesday: its first week is the whole one that the day is in.
    expect(due("weekly", "2026-10-28", from, to)).toEqual(["2026-10-26", "2026-11-02"]);
    expect(dueOn({ rhythm: "weekly", start: "2026-10-28" }, "2026-11-08")).toEqual({
      first: "2026-11-02",
      last: "2026-11-08",
    });
  });

  it("P89 never before it starts, and never twice", () => {
    fc.assert(
      fc.property(aRhythm, aDay, stretch, (rhythm, start, { from, to }) => {
        const periods = dueWithin({ rhythm, start }, from, to);
        const firsts = periods.map(({ first }) => first);
        expect([...new Set(firsts)].sort()).toEqual(firsts);
        for (const { first, last } of periods) {
          expect(last >= start).toBe(true);
          expect(first <= to && last >= from).toBe(true);
          expect(isDue({ rhythm, start }, first)).toBe(true);
        }
      }),
    );
  });

  it("P89 every day is in the one period in which it is due, or in none", () => {
    fc.assert(
      fc.property(aRhythm, aDay, aDay, (rhythm, start, on) => {
        const period = dueOn({ rhythm, start }, on);
        const begun = on >= (rhythm === "weekly" ? mondayOf(start) : start);
        const expected =
          rhythm === "once" ? on === start : begun && (rhythm !== "weekdays" || weekdayOf(on) < 6);
        expect(period !== null).toBe(expected);
        if (!period) return;
        expect(period.first <= on && on <= period.last).toBe(true);
        expect(numberOf(period.last) - numberOf(period.first)).toBe(rhythm === "weekly" ? 6 : 0);
      }),
    );
  });

  it("P89 a review is due on its day and after it", () => {
    expect(isReviewDue(CALM, "2026-11-29")).toBe(false);
    expect(isReviewDue(CALM, "2026-11-30")).toBe(true);
    expect(isReviewDue(CALM, "2027-01-01")).toBe(true);
    expect(isReviewDue({ review: null }, "2027-01-01")).toBe(false);
  });
});
