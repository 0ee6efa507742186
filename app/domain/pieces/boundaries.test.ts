import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundaries, boundaryLines, boundaryLists, boundaryOf } from "#tests/support/boundaries.ts";
import type { LineId } from "../ids.ts";
import {
  AREAS,
  MAX_BOUNDARIES,
  NOTHING_SENT,
  boundariesContent,
  boundaryLine,
  changesBetween,
  isPast,
  linesToOffer,
  saysTheSame,
  standingOf,
  type BoundaryLine,
} from "./boundaries.ts";
import { THEMES } from "./envelope.ts";

const idsOf = (lines: readonly BoundaryLine[]) => lines.map(({ id }) => id);

describe("what boundaries may hold", () => {
  it("P50 every list of the allowed shape is allowed", () => {
    fc.assert(
      fc.property(boundaries, (content) => boundariesContent.safeParse(content).success),
      { numRuns: 200 },
    );
  });

  it.each([
    ["no statement", { statement: "" }],
    ["words that are not normalised", { welcome: " two  spaces" }],
    ["more than 500 units", { response: "x".repeat(501) }],
    ["another area", { area: "weather" }],
    ["a day that there is not", { until: "2026-02-30" }],
    ["a time", { review: "2026-02-03T10:00" }],
    ["a key of order", { at: "V" }],
    ["an account to log in to", { password: "secret" }],
    ["neither firm nor open", { firm: "maybe" }],
  ])("P50 refuses %s", (_what, more) => {
    expect(boundaryLine.safeParse({ ...boundaryOf(1, "No calls"), ...more }).success).toBe(false);
  });

  it("P50 refuses no line, too many lines, and one id twice", () => {
    const line = boundaryOf(1, "No calls");
    const many = (length: number) =>
      Array.from({ length }, (_, i) => boundaryOf(i, "No calls after nine"));
    for (const lines of [[], [line, line], many(MAX_BOUNDARIES + 1)]) {
      expect(boundariesContent.safeParse({ kind: "boundaries", lines }).success).toBe(false);
    }
    const lines = many(MAX_BOUNDARIES);
    expect(boundariesContent.safeParse({ kind: "boundaries", lines }).success).toBe(true);
  });

  it("P50 every area is the theme of an agreement that can follow from it", () => {
    expect(AREAS.filter((area) => !THEMES.some((theme) => theme === area))).toEqual([]);
  });

  it("P50 a day that is over is past, and the day itself is not", () => {
    expect(isPast("2026-11-03", "2026-11-03")).toBe(false);
    expect(isPast("2026-11-03", "2026-11-04")).toBe(true);
    expect(isPast(undefined, "2026-11-04")).toBe(false);
  });
});

/** A list, which lines of it are chosen, and what of it (in other words, or gone since) stands offered. */
const offering = fc
  .record({
    all: boundaryLists(1, 10),
    chosen: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
    before: fc.array(fc.constantFrom("not", "same", "other words", "out of the list"), {
      minLength: 10,
      maxLength: 10,
    }),
    waits: fc.boolean(),
  })
  .map(({ all, chosen, before, waits }) => {
    const mine = all
      .filter((_, i) => before[i] !== "out of the list")
      .map((line) => ({ id: line.id, line }));
    const stood = all.flatMap((line, i): BoundaryLine[] => {
      if (before[i] === "not") return [];
      return [before[i] === "same" ? line : { ...line, statement: `Before: ${i}` }];
    });
    const sent = waits ? { offered: [], waiting: stood } : { offered: stood, waiting: null };
    return {
      mine,
      stood,
      sent,
      chosen: new Set(all.filter((_, i) => chosen[i]).map(({ id }) => id)),
    };
  });

describe("what a version holds", () => {
  it("P53 the chosen lines as they are now, those offered before as they were, and nothing else", () => {
    fc.assert(
      fc.property(offering, ({ mine, stood, sent, chosen }) => {
        const lines = linesToOffer(mine, chosen, sent);
        for (const line of lines) {
          const now = mine.find(({ id }) => id === line.id)?.line;
          const was = stood.find(({ id }) => id === line.id);
          expect(line).toEqual(now && chosen.has(line.id) ? now : was);
        }
        const wanted = new Set([
          ...idsOf(stood),
          ...mine.filter(({ id }) => chosen.has(id)).map(({ id }) => id),
        ]);
        expect(new Set(idsOf(lines))).toEqual(wanted);
        expect(lines).toHaveLength(wanted.size);
      }),
    );
  });

  it("P53 they stand in the order of my list, and what is in it no more at the end", () => {
    fc.assert(
      fc.property(offering, ({ mine, sent, chosen }) => {
        const places = linesToOffer(mine, chosen, sent).map(({ id }) => {
          const place = mine.findIndex((one) => one.id === id);
          return place < 0 ? mine.length : place;
        });
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });

  it("P53 a line that says nothing yet cannot be chosen", () => {
    const { id } = boundaryOf(1, "x");
    expect(linesToOffer([{ id, line: null }], new Set([id]), NOTHING_SENT)).toEqual([]);
  });
});

describe("how a line of mine stands", () => {
  const line = boundaryOf(1, "No calls after nine");
  const reworded = { ...line, statement: "No calls after ten" };
  const other = boundaryOf(2, "Ring first");

  it.each([
    ["nothing of it was offered", NOTHING_SENT, false, "not-offered"],
    ["only another one was", { offered: [other], waiting: null }, false, "not-offered"],
    ["it was taken back", { offered: [other], waiting: null }, true, "taken-back"],
    ["it stands in these words", { offered: [line], waiting: null }, false, "offered"],
    ["it was offered again since", { offered: [line], waiting: null }, true, "offered"],
    ["it stands in other words", { offered: [reworded], waiting: null }, false, "changed"],
    ["it waits", { offered: [], waiting: [line] }, false, "waits"],
    ["its new words wait", { offered: [reworded], waiting: [line] }, false, "waits"],
    [
      "it was changed after it was set to wait",
      { offered: [], waiting: [reworded] },
      false,
      "changed",
    ],
    [
      "it stands, and waits with others",
      { offered: [line], waiting: [line, other] },
      false,
      "offered",
    ],
  ] as const)("P54 %s", (_what, sent, takenBack, standing) => {
    expect(standingOf(line.id, line, sent, takenBack)).toBe(standing);
  });

  it("P54 every part of a line counts, and nothing else does", () => {
    fc.assert(
      fc.property(boundaryLines, boundaryLines, (a, b) => {
        const same = { ...b, id: a.id };
        expect(saysTheSame(a, same)).toBe(
          JSON.stringify(sorted(a)) === JSON.stringify(sorted(same)),
        );
        expect(saysTheSame(a, { ...a })).toBe(true);
      }),
    );
    for (const change of [
      { area: "money" },
      { statement: "x" },
      { welcome: "x" },
      { response: "x" },
      { firm: false },
      { until: "2026-11-03" },
      { review: "2026-11-03" },
    ] as const) {
      expect(saysTheSame(line, { ...line, ...change })).toBe(false);
    }
  });
});

const sorted = (line: BoundaryLine) => Object.entries(line).sort(([a], [b]) => (a < b ? -1 : 1));

describe("what changed from one version to the next", () => {
  it("P55 both versions can be read from it", () => {
    fc.assert(
      fc.property(boundaryLists(0), boundaryLists(0), fc.array(fc.nat(2)), (a, b, marks) => {
        const after = [...a.filter((_, i) => marks[i] !== 1).map(reword(marks)), ...b];
        const changes = changesBetween(a, after);
        expect(changes.flatMap((change) => (change.is === "gone" ? [] : [change.line]))).toEqual(
          after,
        );
        const before = new Set<LineId>(
          changes.flatMap((change) => {
            if (change.is === "new") return [];
            return ["before" in change ? change.before.id : change.line.id];
          }),
        );
        expect(before).toEqual(new Set(idsOf(a)));
      }),
    );
  });
});

const reword =
  (marks: readonly number[]) =>
  (line: BoundaryLine, i: number): BoundaryLine =>
    marks[i] === 2 ? { ...line, statement: `${line.statement}, always`.slice(0, 200) } : line;
