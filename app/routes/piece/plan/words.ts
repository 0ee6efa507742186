import { interfaceWords, localeOfPage } from "#app/language/languages.ts";
import { table } from "#app/language/table.ts";
import { oneDay, type Commitment, type Part, type Period } from "#domain/pieces/plan.ts";
import type { Day } from "#domain/statement-view.ts";
import { sayDay } from "#client/rooms/day.ts";

/** A plan's fixed words, as they are shown. */

export const RHYTHM = table("piece-plan", {
  once: "once",
  daily: "everyDay",
  weekdays: "mondayToFriday",
  weekly: "onceAWeek",
});

/** What each part is, as it stands over what is written there. */
export const PART: Readonly<Record<Part, string>> = table("piece-plan", {
  goal: "goal",
  when: "when",
  act: "act",
  obstacle: "obstacle",
});

/** What could stand there. */
export const PART_HINT: Readonly<Record<Part, string>> = table("piece-plan", {
  goal: "goalHint",
  when: "whenHint",
  act: "actHint",
  obstacle: "obstacleHint",
});

export const MARK = table("piece-plan", {
  done: "done",
  partly: "partly",
  not: "not",
  "could-not": "couldNot",
});

export const NOTICED = table("piece-plan", {
  noticed: "iNoticedIt",
  "in-part": "inPart",
  "not-noticed": "iDidNotNoticeIt",
});

export const noMark = (): string => interfaceWords("piece-plan")("noMark");

/** What is still missing before a commitment can be signed. */
export const UNREADY = table("piece-plan", {
  "no-goal": "writeWhatItIsForThen",
  "no-when": "writeWhenThenItCanBe",
  "no-act": "writeWhatYouDoActAnd",
  "too-long": "thisIsTooLongToBe",
  "bad-day": "chooseTheDaysAgain",
});

/** "Every day, from 2 November." */
export function sayRhythm({ rhythm, start }: Pick<Commitment, "rhythm" | "start">): string {
  const t = interfaceWords("piece-plan");
  const day = sayDay(start);
  return rhythm === "once"
    ? t("onceOn", { day })
    : t("rhythmFrom", { rhythm: RHYTHM[rhythm], day });
}

/** "Monday, 23 November" */
export function sayWeekday(day: Day, locale = localeOfPage()): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "long" });
  return interfaceWords("piece-plan")("weekdayAndDay", {
    weekday: weekday.format(new Date(year, month - 1, date, 12)),
    day: sayDay(day),
  });
}

/** "2 to 8 November", or one day. */
export function sayStretch({ first, last }: Period): string {
  if (first === last) return sayDay(first);
  const [from, to] = [sayDay(first), sayDay(last)];
  const month = to.slice(to.indexOf(" "));
  return interfaceWords("piece-plan")("fromTo", {
    from: from.endsWith(month) ? from.slice(0, -month.length) : from,
    to,
  });
}

/** A day or a week to mark: "Today", "Monday, 23 November", "Week of 16 to 22 November". */
export function sayPeriod(period: Period, today: Day): string {
  const t = interfaceWords("piece-plan");
  const holdsToday = period.first <= today && today <= period.last;
  if (period.first !== period.last) {
    return t(holdsToday ? "thisWeekOf" : "weekOf", { days: sayStretch(period) });
  }
  return holdsToday ? t("todayDay", { day: sayDay(today) }) : sayWeekday(period.first);
}

/** "2 November", "2 to 8 November" */
export const sayDays = (from: Day, to: Day): string =>
  sayStretch(from === to ? oneDay(from) : { first: from, last: to });
