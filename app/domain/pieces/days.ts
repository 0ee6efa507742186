import * as z from "zod";
import type { Day } from "../statement-view.ts";

/**
 * Days as people count them: whole ones, `YYYY-MM-DD`, without hours and zones. A day added is always
 * the next date, also where a night has an hour more or less.
 */

const DAY_MS = 24 * 60 * 60 * 1000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The last day that can be told in two bytes: 6 June 2149. */
export const MAX_DAY_NUMBER = 0xffff;

/** Days since 1 January 1970; `null` for what is no date, or lies before that or after 2149. */
function read(day: string): number | null {
  const [, year, month, date] = SHAPE.exec(day) ?? [];
  if (year === undefined) return null;
  const number = Date.UTC(Number(year), Number(month) - 1, Number(date)) / DAY_MS;
  return number >= 0 && number <= MAX_DAY_NUMBER && dayOf(number) === day ? number : null;
}

/** A date that there is. */
export const day = z.string().refine((text) => read(text) !== null, "not a day");

/** Days since 1 January 1970. Throws for what {@link day} does not take. */
export function numberOf(text: Day): number {
  const number = read(text);
  if (number === null) throw new RangeError("not a day");
  return number;
}

/** The day that is so many days after 1 January 1970. */
export const dayOf = (number: number): Day =>
  new Date(number * DAY_MS).toISOString().slice(0, "YYYY-MM-DD".length);

export const isDay = (text: string): boolean => read(text) !== null;

/** So many days later; earlier, if `count` is negative. */
export const addDays = (from: Day, count: number): Day => dayOf(numberOf(from) + count);

/** How many days `to` lies after `from`. */
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from);

/** 1 is Monday, 7 is Sunday. 1 January 1970 was a Thursday. */
export const weekdayOf = (text: Day): number => ((numberOf(text) + 3) % 7) + 1;

/** The Monday of the week that this day is in. */
export const mondayOf = (text: Day): Day => addDays(text, 1 - weekdayOf(text));

/** Every day from the first to the last, both counted. */
export const daysFrom = (first: Day, last: Day): readonly Day[] =>
  Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, i) => addDays(first, i));

export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
export const later = (a: Day, b: Day): Day => (a > b ? a : b);
