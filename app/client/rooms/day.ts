import { localeOfPage } from "#app/language/languages.ts";
import type { Day } from "#domain/statement-view.ts";

/** The day it is here now, as a statement says it. */
export function today(now: Date = new Date()): Day {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A day as people say it ("3 November"), with the year if it is not this one. */
export function sayDay(day: Day, locale = localeOfPage(), now: Date = new Date()): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    ...(year === now.getFullYear() ? {} : { year: "numeric" }),
  }).format(new Date(year, month - 1, date, 12));
}

/** The same where there is little room ("3 Nov"). */
export function sayShortDay(day: Day, locale = localeOfPage()): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" }).format(
    new Date(year, month - 1, date, 12),
  );
}

/** A time as people say it: "Friday, 27 November, 18:00". */
export const sayTime = (time: number, locale = localeOfPage()): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  }).format(time);

/** A time as an input of type `datetime-local` wants it, in this device's zone. */
export function toLocalInput(time: number): string {
  const at = new Date(time);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${today(at)}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
