import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idOf, type LineId, type PersonId, type PieceId } from "../ids.ts";
import { addDays, dayOf } from "./days.ts";
import { decodeCheckIn, encodeCheckIn, marksWithin, type CheckIn } from "./check-in.ts";
import { countedOf, inOrder, MARKS, NOTICED, together, type Marked, type Marks } from "./marks.ts";

const id = <T extends string>(n: number) => idOf<T>(new Uint8Array(16).fill(n));
const ADA = id<PersonId>(1);
const BEN = id<PersonId>(2);
const PLAN = id<PieceId>(3);
const LINES = [10, 11, 12, 13].map((n) => id<LineId>(n));

const FROM = 20_000;
const marked = <M>(list: readonly M[]): fc.Arbitrary<Marked<M>[]> =>
  fc.array(
    fc.record({
      line: fc.constantFrom(...LINES),
      first: fc.integer({ min: FROM - 20, max: FROM + 40 }).map(dayOf),
      mark: fc.constantFrom(...list),
    }),
    { maxLength: 20 },
  );
const someMarks: fc.Arbitrary<Marks> = fc.record({ own: marked(MARKS), noticed: marked(NOTICED) });
const aCheckIn: fc.Arbitrary<CheckIn> = fc
  .tuple(someMarks, fc.integer({ min: 0, max: 30 }))
  .map(([marks, days]) => {
    const from = dayOf(FROM);
    const to = addDays(from, days);
    return { plan: PLAN, from, to, ...marksWithin(marks, from, to) };
  });

/** The first line is Ada's, the second Ben's, the third of both, the fourth of nobody. */
const ownersOf = (line: LineId): readonly PersonId[] =>
  [[ADA], [BEN], [ADA, BEN], []][LINES.indexOf(line)] ?? [];

describe("marks", () => {
  it("P90 nobody can mark what the other has done, nor notice what they have done themselves", () => {
    fc.assert(
      fc.property(someMarks, fc.constantFrom(ADA, BEN), (marks, by) => {
        const other = by === ADA ? BEN : ADA;
        const counted = countedOf(marks, by, ownersOf);
        for (const { line } of counted.own) expect(ownersOf(line)).toContain(by);
        for (const { line } of counted.noticed) expect(ownersOf(line)).toContain(other);
        expect(countedOf(counted, by, ownersOf)).toEqual(counted);
      }),
    );
  });

  it("P90 each day of a line counts once: the mark that was made last", () => {
    const at = { line: LINES[0] ?? id<LineId>(9), first: "2026-11-02" };
    const twice: Marks = {
      own: [
        { ...at, mark: "done" },
        { ...at, mark: "partly" },
      ],
      noticed: [],
    };
    expect(inOrder(twice.own)).toEqual([{ ...at, mark: "partly" }]);
    fc.assert(
      fc.property(someMarks, someMarks, (before, after) => {
        const all = together([before, after]);
        const places = all.own.map(({ line, first }) => `${line} ${first}`);
        expect(new Set(places).size).toBe(places.length);
        for (const one of inOrder(after.own)) expect(all.own).toContainEqual(one);
      }),
    );
  });
});

describe("a check-in", () => {
  it("P91 reads back as what was put in, and holds nothing of other days", () => {
    fc.assert(
      fc.property(aCheckIn, (its) => {
        expect(decodeCheckIn(encodeCheckIn(its))).toEqual(its);
      }),
    );
    fc.assert(
      fc.property(aCheckIn, someMarks, (its, marks) => {
        const read = decodeCheckIn(encodeCheckIn({ ...its, ...marks }));
        for (const { first } of [...(read?.own ?? []), ...(read?.noticed ?? [])]) {
          expect(first <= its.to && addDays(first, 6) >= its.from).toBe(true);
        }
      }),
    );
  });

  it("P91 is one sequence of bytes, in whatever order its marks were made", () => {
    fc.assert(
      fc.property(aCheckIn, (its) => {
        const turned = { ...its, own: [...its.own].reverse(), noticed: [...its.noticed].reverse() };
        expect(encodeCheckIn(turned)).toEqual(encodeCheckIn(its));
      }),
    );
  });

  it("P91 bytes that nobody would have written are refused", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const read = decodeCheckIn(bytes);
        if (read) expect(encodeCheckIn(read)).toEqual(bytes);
      }),
    );
    fc.assert(
      fc.property(aCheckIn, fc.nat(), fc.integer({ min: 1, max: 255 }), (its, at, change) => {
        const bytes = encodeCheckIn(its);
        const i = at % bytes.length;
        bytes[i] = (bytes[i] ?? 0) ^ change;
        const read = decodeCheckIn(bytes);
        if (read) expect(encodeCheckIn(read)).toEqual(bytes);
      }),
    );
    const good = encodeCheckIn({
      plan: PLAN,
      from: "2026-11-02",
      to: "2026-11-08",
      own: [],
      noticed: [],
    });
    expect(decodeCheckIn(good)).not.toBeNull();
    expect(decodeCheckIn(new Uint8Array([...good, 0]))).toBeNull();
    expect(decodeCheckIn(new Uint8Array([2, ...good.slice(1)]))).toBeNull();
    const upsideDown = { plan: PLAN, from: "2026-11-08", to: "2026-11-02", own: [], noticed: [] };
    expect(decodeCheckIn(encodeCheckIn(upsideDown))).toBeNull();
  });
});
