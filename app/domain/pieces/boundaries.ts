import * as z from "zod";
import { lineId, type LineId } from "../ids.ts";
import type { Day } from "../statement-view.ts";
import { MAX_LINE } from "./agreement.ts";
import type { Theme } from "./envelope.ts";
import { isNormalised } from "./words.ts";

/**
 * Boundaries: a list that somebody keeps alone, and of which they offer the lines that they choose. A
 * boundary needs nobody's agreement; it says what its writer will do.
 */

/** What a line is about; `open` is anything else. Each is the theme of an agreement that follows. */
export const AREAS = [
  "contact",
  "hours",
  "place",
  "topic",
  "touch",
  "digital",
  "money",
  "children",
  "family-and-friends",
  "open",
] as const satisfies readonly Theme[];
export type Area = (typeof AREAS)[number];
export const area = z.enum(AREAS);

/** More lines than this cannot be added. An answer has a place for each. */
export const MAX_BOUNDARIES = 60;
/** Of each of the three texts of a line, in UTF-16 units: the words of a line can be signed as they are. */
export const MAX_BOUNDARY_WORDS = MAX_LINE;

const words = z.string().max(MAX_BOUNDARY_WORDS).refine(isNormalised, "not normalised");

/** A day that there is: YYYY-MM-DD. */
export const boundaryDay = z.iso.date();

/** A line as it crosses. What is left out was not said. */
export const boundaryLine = z.strictObject({
  id: lineId,
  area,
  /** What holds for me. */
  statement: words.min(1),
  /** What is welcome instead. */
  welcome: words,
  /** What I will do if it is crossed. */
  response: words,
  /** Firm, or open to talk about. */
  firm: z.boolean(),
  /** The last day on which it holds. */
  until: boundaryDay.optional(),
  /** The day on which its writer wants to look at it again. */
  review: boundaryDay.optional(),
});

/** Some lines of a list, as they cross. */
export const boundariesContent = z.strictObject({
  kind: z.literal("boundaries"),
  lines: z
    .array(boundaryLine)
    .min(1)
    .max(MAX_BOUNDARIES)
    .refine((lines) => new Set(lines.map(({ id }) => id)).size === lines.length, "an id twice"),
});

export type BoundaryLine = z.infer<typeof boundaryLine>;
export type BoundariesContent = z.infer<typeof boundariesContent>;

/** Whether two lines say the same, in all that would cross. */
export const saysTheSame = (a: BoundaryLine, b: BoundaryLine): boolean =>
  a.area === b.area &&
  a.statement === b.statement &&
  a.welcome === b.welcome &&
  a.response === b.response &&
  a.firm === b.firm &&
  a.until === b.until &&
  a.review === b.review;

/** All words of the lines, for counting them and for keeping a copy. */
export const boundariesText = (lines: readonly BoundaryLine[]): string =>
  lines
    .map(({ statement, welcome, response }) =>
      [statement, welcome, response].filter((part) => part !== "").join("\n"),
    )
    .join("\n\n");

/** The day itself still counts. */
export const isPast = (day: Day | undefined, today: Day): boolean =>
  day !== undefined && day < today;

// ---- offering

/**
 * How a line of mine stands towards the other: not offered; set to wait with an offer; offered as it
 * is; changed since it was offered; or taken back.
 */
export type LineStanding = "not-offered" | "waits" | "offered" | "changed" | "taken-back";

/** What the other has of my list, or will have. */
export type Sent = {
  /** The lines of the version that stands offered. */
  readonly offered: readonly BoundaryLine[];
  /** Those of an offer that waits; it holds the ones above too. */
  readonly waiting: readonly BoundaryLine[] | null;
};

export const NOTHING_SENT: Sent = { offered: [], waiting: null };

/** `line` is null while it says nothing that could be offered. */
export function standingOf(
  id: LineId,
  line: BoundaryLine | null,
  { offered, waiting }: Sent,
  wasTakenBack: boolean,
): LineStanding {
  const same = (one: BoundaryLine | undefined) =>
    one !== undefined && line !== null && saysTheSame(one, line);
  const there = offered.find((one) => one.id === id);
  if (same(there)) return "offered";
  if (waiting && same(waiting.find((one) => one.id === id))) return "waits";
  if (there || waiting?.some((one) => one.id === id)) return "changed";
  return wasTakenBack ? "taken-back" : "not-offered";
}

/**
 * The lines of the next version: the chosen ones as they are now, and with them every line that has
 * been offered before, in the words in which it was. They stand in the order of my list; what I have
 * taken out of it since stands at the end.
 */
export function linesToOffer(
  mine: readonly { readonly id: LineId; readonly line: BoundaryLine | null }[],
  chosen: ReadonlySet<LineId>,
  { offered, waiting }: Sent,
): readonly BoundaryLine[] {
  const before = waiting ?? offered;
  const here = mine.flatMap(({ id, line }) => {
    const next = chosen.has(id) ? line : null;
    const stays = next ?? before.find((one) => one.id === id);
    return stays ? [stays] : [];
  });
  const gone = before.filter(({ id }) => !mine.some((one) => one.id === id));
  return [...here, ...gone];
}

// ---- reading

/** What became of a line from one version that its reader opened to the next. */
export type LineChange =
  | { readonly is: "same" | "new"; readonly line: BoundaryLine }
  | { readonly is: "changed"; readonly line: BoundaryLine; readonly before: BoundaryLine }
  | { readonly is: "gone"; readonly before: BoundaryLine };

/** In the order of the newer version; what is gone stands at the end. */
export function changesBetween(
  before: readonly BoundaryLine[],
  after: readonly BoundaryLine[],
): readonly LineChange[] {
  const changes = after.map((line): LineChange => {
    const old = before.find(({ id }) => id === line.id);
    if (!old) return { is: "new", line };
    return saysTheSame(old, line) ? { is: "same", line } : { is: "changed", line, before: old };
  });
  const gone = before.filter(({ id }) => !after.some((line) => line.id === id));
  return [...changes, ...gone.map((old): LineChange => ({ is: "gone", before: old }))];
}
