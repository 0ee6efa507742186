import * as fc from "fast-check";
import { idOf, type LineId } from "#domain/ids.ts";
import { AREAS, type BoundariesContent, type BoundaryLine } from "#domain/pieces/boundaries.ts";
import { normaliseWords } from "#domain/pieces/words.ts";

/** Boundaries of every shape that they may have. */

export const lineIds = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => idOf<LineId>(bytes));

const words = fc
  .oneof(
    fc.lorem({ maxCount: 6 }),
    fc.string({ unit: "grapheme", maxLength: 20 }),
    fc.constantFrom("<script>", "👩‍👧", "ÄÖ ü", "שלום"),
  )
  .map((text) => normaliseWords(text).slice(0, 200).trim())
  .filter((text) => normaliseWords(text) === text);

const day = fc
  .record({
    year: fc.integer({ min: 2020, max: 2040 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, date }) => [year, two(month), two(date)].join("-"));

const two = (value: number) => String(value).padStart(2, "0");

export const boundaryLines: fc.Arbitrary<BoundaryLine> = fc
  .record(
    {
      id: lineIds,
      area: fc.constantFrom(...AREAS),
      statement: words.filter((text) => text !== ""),
      welcome: words,
      response: words,
      firm: fc.boolean(),
      until: day,
      review: day,
    },
    { requiredKeys: ["id", "area", "statement", "welcome", "response", "firm"] },
  )
  .map((line) => ({ ...line }));

/** Lists of lines, each with an id of its own. */
export const boundaryLists = (minLength = 1, maxLength = 8): fc.Arbitrary<BoundaryLine[]> =>
  fc.uniqueArray(boundaryLines, { minLength, maxLength, selector: ({ id }) => id });

export const boundaries: fc.Arbitrary<BoundariesContent> = boundaryLists().map((lines) => ({
  kind: "boundaries",
  lines,
}));

/** A line of which only its words matter. */
export const boundaryOf = (
  number: number,
  statement: string,
  more: Partial<BoundaryLine> = {},
): BoundaryLine => ({
  id: idOf<LineId>(new Uint8Array(16).fill(number)),
  area: "contact",
  statement,
  welcome: "",
  response: "",
  firm: true,
  ...more,
});
