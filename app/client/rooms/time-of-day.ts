import { localeOfPage } from "#app/language/languages.ts";

/** Times of day and coming times, as inputs of this device and its clock have them. */

const HOUR = 60;

/** This device's time zone, by its IANA name. */
export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Minutes after midnight as an input of type `time` wants them: "21:05". */
export function toTimeInput(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / HOUR))}:${two(minutes % HOUR)}`;
}

/** What such an input says, in minutes after midnight; `null` if it says nothing whole. */
export function fromTimeInput(value: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(value) ?? [];
  return hours && minutes ? Number(hours) * HOUR + Number(minutes) : null;
}

/** Tomorrow at this hour here, in milliseconds since 1970. */
export function tomorrowAt(hour: number, now: Date = new Date()): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, hour).getTime();
}

/** When something ends, in few words: "14:05" today, "Tue 24 Nov, 09:00" on any other day. */
export function sayUntil(time: number, now: Date = new Date(), locale = localeOfPage()): string {
  const end = new Date(time);
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
  if (end.toDateString() === now.toDateString()) return clock.format(end);
  const day = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(end.getFullYear() === now.getFullYear() ? {} : { year: "numeric" }),
  });
  return `${day.format(end).replace(/,/g, "")}, ${clock.format(end)}`;
}
