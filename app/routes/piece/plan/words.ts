import type { Mark, Noticed } from "#domain/pieces/marks.ts";
import {
  oneDay,
  type Commitment,
  type Part,
  type Period,
  type Rhythm,
  type Unready,
} from "#domain/pieces/plan.ts";
import type { Day } from "#domain/rooms.ts";
import { sayDay } from "#client/rooms/day.ts";

/** A plan's fixed words, as they are shown. */

export const RHYTHM: Record<Rhythm, string> = {
  once: "Once",
  daily: "Every day",
  weekdays: "Monday to Friday",
  weekly: "Once a week",
};

/** What each part is, as it stands over what is written there. */
export const PART: Record<Part, { readonly label: string; readonly hint: string }> = {
  goal: { label: "What it is for", hint: "Be on time when I pick the children up" },
  when: { label: "When", hint: "it is half past five and my alarm rings" },
  act: { label: "then I", hint: "close what I am doing and leave" },
  obstacle: { label: "What may get in the way", hint: "Work that runs late" },
};

export const MARK: Record<Mark, string> = {
  done: "Done",
  partly: "Partly",
  not: "Not",
  "could-not": "Could not",
};

export const NOTICED: Record<Noticed, string> = {
  noticed: "I noticed it",
  "in-part": "In part",
  "not-noticed": "I did not notice it",
};

export const NO_MARK = "No mark";

/** What is still missing before a commitment can be signed. */
export const UNREADY: Record<Unready, string> = {
  "no-goal": "Write what it is for, then it can be signed.",
  "no-when": "Write when, then it can be signed.",
  "no-act": "Write what you do act, and it can be signed.",
  "too-long": "This is too long to be signed. Make it shorter.",
  "bad-day": "Choose the days again.",
};

/** "Every day, from 2 November." */
export const sayRhythm = ({ rhythm, start }: Pick<Commitment, "rhythm" | "start">): string =>
  rhythm === "once" ? `Once, on ${sayDay(start)}` : `${RHYTHM[rhythm]}, from ${sayDay(start)}`;

/** "Monday, 23 November" */
export function sayWeekday(day: Day, locale = "en-GB"): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "long" });
  return `${weekday.format(new Date(year, month - 1, date, 12))}, ${sayDay(day)}`;
}

/** "2 to 8 November", or one day. */
export function sayStretch({ first, last }: Period): string {
  if (first === last) return sayDay(first);
  const [from, to] = [sayDay(first), sayDay(last)];
  const month = to.slice(to.indexOf(" "));
  return from.endsWith(month) ? `${from.slice(0, -month.length)} to ${to}` : `${from} to ${to}`;
}

/** A day or a week to mark: "Today", "Monday, 23 November", "Week of 16 to 22 November". */
export function sayPeriod(period: Period, today: Day): string {
  const holdsToday = period.first <= today && today <= period.last;
  if (period.first !== period.last) {
    return `${holdsToday ? "This week" : "Week"}, ${sayStretch(period)}`;
  }
  return holdsToday ? `Today, ${sayDay(today)}` : sayWeekday(period.first);
}

/** "2 November", "2 to 8 November" */
export const sayDays = (from: Day, to: Day): string =>
  sayStretch(from === to ? oneDay(from) : { first: from, last: to });
