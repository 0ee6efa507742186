import type { LineId, PersonId } from "../ids.ts";
import type { Day } from "../statement-view.ts";
import { addDays, dayOf, earlier, later, mondayOf, numberOf } from "./days.ts";
import type { Mark, Marked, Marks, Noticed } from "./marks.ts";
import { dueWithin, oneDay, type Commitment, type Period } from "./plan.ts";

/**
 * The picture of weeks and months: for each person a row of what stands under their name, in each row
 * the days. It holds what was marked and nothing that is made of it: no sum, no share, no run of days.
 */

/** What stands under somebody's name, under the id of its line. */
export type Kept = { readonly line: LineId; readonly commitment: Commitment };

/** One day or week; `mark` is null where nothing is marked, before today as after. */
export type Cell<M> = Period & { readonly mark: M | null };

export type Strip = Kept & {
  /** What its owner has marked. */
  readonly cells: readonly Cell<Mark>[];
  /** What the other has noticed of it; null where they have noticed nothing, or nothing shows yet. */
  readonly noticed: readonly Cell<Noticed>[] | null;
};

export type Row = { readonly person: PersonId; readonly strips: readonly Strip[] };

/** A stretch of days that is drawn in one piece. */
export type Stretch = { readonly from: Day; readonly to: Day };

export type Picture = Stretch & { readonly rows: readonly Row[] };

/**
 * `marks` are those of each person that may be seen: one's own, and what the other brought to check-ins
 * that have opened.
 */
export function pictureOf(
  { from, to }: Stretch,
  people: readonly PersonId[],
  kept: readonly Kept[],
  marks: ReadonlyMap<PersonId, Marks>,
): Picture {
  const rows = people.map((person): Row => {
    const owned = kept.filter(({ commitment }) => commitment.owner === person);
    const own = marks.get(person)?.own ?? [];
    const noticed = people
      .filter((other) => other !== person)
      .flatMap((other) => marks.get(other)?.noticed ?? []);
    return {
      person,
      strips: owned.map(({ line, commitment }) => {
        const seen = cellsOf(commitment, from, to, of(line, noticed));
        return {
          line,
          commitment,
          cells: cellsOf(commitment, from, to, of(line, own)),
          noticed: seen.some(({ mark }) => mark !== null) ? seen : null,
        };
      }),
    };
  });
  return { from, to, rows };
}

const of = <M>(line: LineId, marked: readonly Marked<M>[]) =>
  marked.filter((one) => one.line === line);

/** Every due day or week, and what was marked before the words were changed and is not due any more. */
function cellsOf<M>(
  its: Commitment,
  from: Day,
  to: Day,
  marked: readonly Marked<M>[],
): readonly Cell<M>[] {
  const due = dueWithin(its, from, to);
  const known = new Set(due.map(({ first }) => first));
  const others = marked
    .filter(({ first }) => from <= first && first <= to && !known.has(first))
    .map(({ first }) => oneDay(first));
  const mark = new Map(marked.map((one) => [one.first, one.mark]));
  return [...due, ...others]
    .map((period) => ({ ...period, mark: mark.get(period.first) ?? null }))
    .sort((a, b) => (a.first < b.first ? -1 : 1));
}

// ---- which days

export const SCALES = ["weeks", "months"] as const;
export type Scale = (typeof SCALES)[number];

const WEEKS_SHOWN = 4;
const MONTHS_SHOWN = 12;

/**
 * The stretches to draw: the last four weeks, this one counted, in one; or each month since `since`, the
 * newest first, at most a year of them.
 */
export function stretchesOf(scale: Scale, since: Day, today: Day): readonly Stretch[] {
  if (scale === "weeks") {
    const monday = mondayOf(today);
    return [{ from: addDays(monday, -7 * (WEEKS_SHOWN - 1)), to: addDays(monday, 6) }];
  }
  const months: Stretch[] = [];
  for (let from = firstOfMonth(today); months.length < MONTHS_SHOWN;) {
    const next = firstOfMonth(addDays(from, 31));
    months.push({ from, to: addDays(next, -1) });
    if (from <= since) break;
    from = firstOfMonth(addDays(from, -1));
  }
  return months;
}

const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** How much of a period lies in a stretch: the first of its days there, from 0, and how many. */
export function placeIn(
  { from, to }: Stretch,
  { first, last }: Period,
): { at: number; days: number } {
  const begin = numberOf(later(from, first));
  return { at: begin - numberOf(from), days: numberOf(earlier(to, last)) - begin + 1 };
}

/** The Mondays in a stretch, or its first day where it does not begin with one. */
export const weeksOf = ({ from, to }: Stretch): readonly Day[] => {
  const weeks = [from];
  for (let day = addDays(mondayOf(from), 7); day <= to; day = addDays(day, 7)) weeks.push(day);
  return weeks;
};

/** The first day of anything in a plan; `today` if there is nothing. */
export const beginningOf = (kept: readonly Kept[], today: Day): Day =>
  kept.map(({ commitment }) => commitment.start).reduce(earlier, dayOf(numberOf(today)));
