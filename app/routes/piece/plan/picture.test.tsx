import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idOf, type LineId, type PersonId } from "#domain/ids.ts";
import { dayOf } from "#domain/pieces/days.ts";
import { MARKS, NOTICED as NOTICES, type Marks } from "#domain/pieces/marks.ts";
import { pictureOf, SCALES, stretchesOf, type Kept } from "#domain/pieces/picture.ts";
import { RHYTHMS } from "#domain/pieces/plan.ts";
import { Picture } from "./picture.tsx";
import { MARK, noMark, NOTICED } from "./words.ts";
import { inHtml } from "#tests/support/in-html.tsx";

const id = <T extends string>(n: number) => idOf<T>(new Uint8Array(16).fill(n));
const ADA = id<PersonId>(1);
const BEN = id<PersonId>(2);
const LINES = [10, 11, 12].map((n) => id<LineId>(n));
const TODAY = 20_780;

const aDay = fc.integer({ min: TODAY - 45, max: TODAY }).map(dayOf);
const someKept = fc.tuple(
  ...LINES.map((line, i) =>
    fc
      .record({
        owner: fc.constantFrom(ADA, BEN),
        rhythm: fc.constantFrom(...RHYTHMS),
        start: aDay,
      })
      .map((some): Kept => ({
        line,
        commitment: {
          goal: `goal ${i}`,
          obstacle: "",
          when: "w",
          act: "a",
          review: null,
          ...some,
        },
      })),
  ),
);
const place = { line: fc.constantFrom(...LINES), first: aDay };
const someMarks: fc.Arbitrary<Marks> = fc.record({
  own: fc.array(fc.record({ ...place, mark: fc.constantFrom(...MARKS) }), { maxLength: 30 }),
  noticed: fc.array(fc.record({ ...place, mark: fc.constantFrom(...NOTICES) }), { maxLength: 10 }),
});

/** How the words of the table are drawn. */
const DRAWN: Readonly<Record<string, string>> = {
  [MARK.done]: "full",
  [MARK.partly]: "part",
  [MARK["could-not"]]: "ring",
  [MARK.not]: "dash",
  [NOTICED.noticed]: "full",
  [NOTICED["in-part"]]: "part",
  [NOTICED["not-noticed"]]: "dash",
  [noMark()]: "day",
};

/** Each renders a whole picture. */
const RUNS = { numRuns: process.env.ALL ? 200 : 20 };

const counted = (all: readonly string[]) =>
  Object.fromEntries(
    [...new Set(all)].sort().map((one) => [one, all.filter((x) => x === one).length]),
  );

const found = (html: string, pattern: RegExp) =>
  [...html.matchAll(pattern)].map(([, what = ""]) => what);

describe("the picture and the table beside it", () => {
  const drawn = fc.tuple(
    someKept,
    someMarks,
    someMarks,
    fc
      .constantFrom(...SCALES)
      .chain((scale) => fc.constantFrom(...stretchesOf(scale, dayOf(TODAY - 45), dayOf(TODAY)))),
  );
  const show = (
    [kept, hers, his, stretch]: typeof drawn extends fc.Arbitrary<infer T> ? T : never,
    asTable: boolean,
  ) => {
    const marks = new Map([
      [ADA, hers],
      [BEN, his],
    ]);
    const picture = pictureOf(stretch, [ADA, BEN], kept, marks);
    return inHtml(<Picture picture={picture} me={ADA} other="Ben" asTable={asTable} />);
  };

  it("P94 say the same: a shape for every line of the table, in the form of its word", () => {
    fc.assert(
      fc.property(drawn, (content) => {
        const html = show(content, false);
        const shapes = found(html, /data-form="([a-z]+)"/g);
        const words = found(html, /<td>([^<]*)<\/td><\/tr>/g).map((word) => DRAWN[word] ?? word);
        expect(counted(shapes)).toEqual(counted(words));
      }),
      RUNS,
    );
  });

  it("P94 the table names who marked, also for those who see the picture", () => {
    fc.assert(
      fc.property(drawn, (content) => {
        const html = show(content, false);
        expect(html).toContain("sr-only");
        const rows = found(html, /<\/th><td>([^<]*)<\/td>/g);
        for (const name of rows) expect(["You", "Ben"]).toContain(name);
        expect(html).not.toMatch(/\(what You/);
        // The drawing is out of the way of a reading voice; in words, it is not there at all.
        expect(found(html, /<svg[^>]*(aria-hidden="true")/g)).toHaveLength(
          found(html, /(<svg)/g).length,
        );
        expect(show(content, true)).not.toContain("plan-strip");
        expect(show(content, true)).not.toContain("sr-only");
      }),
      RUNS,
    );
  });

  it("P94 no style is set in the elements themselves, and no mark is red", () => {
    fc.assert(
      fc.property(drawn, (content) => {
        expect(show(content, false)).not.toMatch(/ style=|alarm|#[0-9a-f]{3}/i);
      }),
      RUNS,
    );
  });
});
