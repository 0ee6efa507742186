import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idOf, type LineId, type PersonId } from "../ids.ts";
import { addDays, dayOf, daysFrom, weekdayOf } from "./days.ts";
import { MARKS, NOTICED, type Marks } from "./marks.ts";
import { pictureOf, placeIn, SCALES, stretchesOf, weeksOf, type Kept } from "./picture.ts";
import { RHYTHMS } from "./plan.ts";

const id = <T extends string>(n: number) => idOf<T>(new Uint8Array(16).fill(n));
const ADA = id<PersonId>(1);
const BEN = id<PersonId>(2);
const LINES = [10, 11, 12].map((n) => id<LineId>(n));
const TODAY = 20_780;

const aDay = fc.integer({ min: TODAY - 60, max: TODAY }).map(dayOf);
const someKept: fc.Arbitrary<readonly Kept[]> = fc.tuple(
  ...LINES.map((line) =>
    fc
      .record({
        owner: fc.constantFrom(ADA, BEN),
        rhythm: fc.constantFrom(...RHYTHMS),
        start: aDay,
      })
      .map((some): Kept => ({
        line,
        commitment: { goal: "g", obstacle: "", when: "w", act: "t", review: null, ...some },
      })),
  ),
);
const place = { line: fc.constantFrom(...LINES), first: aDay };
const someMarks: fc.Arbitrary<Marks> = fc.record({
  own: fc.array(fc.record({ ...place, mark: fc.constantFrom(...MARKS) }), { maxLength: 20 }),
  noticed: fc.array(fc.record({ ...place, mark: fc.constantFrom(...NOTICED) }), { maxLength: 20 }),
});

describe("the picture of a plan", () => {
  it("P93 has a row for each of the two, with what stands under their name and no other's marks", () => {
    fc.assert(
      fc.property(someKept, someMarks, someMarks, (kept, adas, bens) => {
        const [stretch] = stretchesOf("weeks", dayOf(TODAY), dayOf(TODAY));
        if (!stretch) throw new Error("no stretch");
        const all = new Map([
          [ADA, adas],
          [BEN, bens],
        ]);
        const picture = pictureOf(stretch, [ADA, BEN], kept, all);
        expect(picture.rows.map(({ person }) => person)).toEqual([ADA, BEN]);
        for (const { person, strips } of picture.rows) {
          const mine = person === ADA ? adas : bens;
          for (const { line, commitment, cells, noticed } of strips) {
            expect(commitment.owner).toBe(person);
            for (const { first, mark } of cells) {
              if (mark) expect(mine.own).toContainEqual({ line, first, mark });
            }
            for (const { first, mark } of noticed ?? []) {
              const theirs = person === ADA ? bens : adas;
              if (mark) expect(theirs.noticed).toContainEqual({ line, first, mark });
            }
          }
        }
        const alone = pictureOf(stretch, [ADA, BEN], kept, new Map([[ADA, adas]]));
        const ben = alone.rows.find(({ person }) => person === BEN);
        const shown = ben?.strips.flatMap(({ cells }) => cells.map(({ mark }) => mark)) ?? [];
        expect(shown.every((mark) => mark === null)).toBe(true);
      }),
    );
  });

  it("P93 a day without a mark is the same before today as after", () => {
    const kept: Kept = {
      line: LINES[0] ?? id<LineId>(9),
      commitment: {
        owner: ADA,
        goal: "g",
        obstacle: "",
        when: "w",
        act: "t",
        rhythm: "daily",
        start: "2026-11-02",
        review: null,
      },
    };
    const stretch = { from: "2026-11-02", to: "2026-11-15" };
    const picture = pictureOf(stretch, [ADA, BEN], [kept], new Map());
    const cells = picture.rows[0]?.strips[0]?.cells ?? [];
    expect(cells.map(({ first }) => first)).toEqual(daysFrom("2026-11-02", "2026-11-15"));
    for (const { mark } of cells) expect(mark).toBeNull();
  });

  it("P93 goes over the last four weeks, or over whole months back to the beginning", () => {
    expect(stretchesOf("weeks", "2026-01-01", "2026-11-25")).toEqual([
      { from: "2026-11-02", to: "2026-11-29" },
    ]);
    expect(stretchesOf("months", "2026-09-30", "2026-11-25")).toEqual([
      { from: "2026-11-01", to: "2026-11-30" },
      { from: "2026-10-01", to: "2026-10-31" },
      { from: "2026-09-01", to: "2026-09-30" },
    ]);
    expect(stretchesOf("months", "2020-01-01", "2026-11-25")).toHaveLength(12);
    fc.assert(
      fc.property(fc.constantFrom(...SCALES), aDay, aDay, (scale, since, today) => {
        const stretches = stretchesOf(scale, since, today);
        expect(stretches.some(({ from, to }) => from <= today && today <= to)).toBe(true);
        for (const stretch of stretches) {
          const weeks = weeksOf(stretch);
          expect(weeks[0]).toBe(stretch.from);
          for (const week of weeks.slice(1)) expect(weekdayOf(week)).toBe(1);
        }
      }),
    );
  });

  it("P93 draws a week only as far as it lies in the stretch", () => {
    const stretch = { from: "2026-11-01", to: "2026-11-30" };
    expect(placeIn(stretch, { first: "2026-10-26", last: "2026-11-01" })).toEqual({
      at: 0,
      days: 1,
    });
    expect(placeIn(stretch, { first: "2026-11-02", last: "2026-11-08" })).toEqual({
      at: 1,
      days: 7,
    });
    expect(placeIn(stretch, { first: "2026-11-30", last: addDays("2026-11-30", 6) })).toEqual({
      at: 29,
      days: 1,
    });
  });
});
