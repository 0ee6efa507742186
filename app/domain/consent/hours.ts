import * as z from "zod";

/**
 * When something may arrive at one person's door: quiet hours, and how often they look. Both are that
 * person's own. Nothing is kept from them for good: what came too early arrives at the next time.
 */

const DAY_MINUTES = 24 * 60;
const MINUTE = 60_000;
const DAY = DAY_MINUTES * MINUTE;

/** A time zone by its IANA name, as this platform knows it. */
const zone = z.string().max(64).refine(isZone, "not a time zone");

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** Minutes after midnight. */
const minutes = z
  .number()
  .int()
  .min(0)
  .max(DAY_MINUTES - 1);

/** From `from` until before `to`, over midnight if `to` is the earlier one. */
export const quietHours = z
  .object({ zone, from: minutes, to: minutes })
  .refine(({ from, to }) => from !== to, "no hours at all");
export type QuietHours = z.infer<typeof quietHours>;

/** `at`: the time of day, in that zone, at which the next envelope may come. Sunday is weekday 0. */
export const pace = z.discriminatedUnion("every", [
  z.object({ every: z.literal("time") }),
  z.object({ every: z.literal("day"), zone, at: minutes }),
  z.object({
    every: z.literal("week"),
    zone,
    at: minutes,
    weekday: z.number().int().min(0).max(6),
  }),
]);
export type Pace = z.infer<typeof pace>;

/** As it comes. */
export const AS_IT_COMES: Pace = { every: "time" };

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** What a clock on the wall says there, and which day of the week it is. */
function wall(name: string, now: number): { readonly minute: number; readonly weekday: number } {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    hourCycle: "h23",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return {
    minute: Number(part("hour")) * 60 + Number(part("minute")),
    weekday: WEEKDAYS.indexOf(part("weekday")),
  };
}

const wrapped = (value: number, length: number) => ((value % length) + length) % length;

/**
 * The moment nearest to `about` at which the wall there shows this minute of the day: where summer time
 * begins or ends in between, minutes that were counted over it are off by an hour.
 */
function settled(name: string, about: number, minute: number): number {
  const whole = Math.floor(about / MINUTE) * MINUTE;
  const off = wrapped(wall(name, whole).minute - minute + DAY_MINUTES / 2, DAY_MINUTES);
  return whole - (off - DAY_MINUTES / 2) * MINUTE;
}

/** The last time, at `now` or before, that the wall there showed this minute of the day. */
function lastAt(name: string, minute: number, now: number): number {
  const since = wrapped(wall(name, now).minute - minute, DAY_MINUTES);
  const at = settled(name, now - since * MINUTE, minute);
  return at > now ? settled(name, at - DAY, minute) : at;
}

function nextAt(name: string, minute: number, now: number): number {
  const until = wrapped(minute - wall(name, now).minute, DAY_MINUTES) || DAY_MINUTES;
  const at = settled(name, now + until * MINUTE, minute);
  return at > now ? at : settled(name, at + DAY, minute);
}

/** Whether it is quiet there now. */
export function isQuiet({ zone: name, from, to }: QuietHours, now: number): boolean {
  const since = wrapped(wall(name, now).minute - from, DAY_MINUTES);
  return since < wrapped(to - from, DAY_MINUTES);
}

/** When the quiet hours of now began; `now` if it is not quiet. */
export function quietSince(hours: QuietHours | null, now: number): number {
  return hours && isQuiet(hours, now) ? lastAt(hours.zone, hours.from, now) : now;
}

/** When they end; `null` if it is not quiet. */
export function quietUntil(hours: QuietHours | null, now: number): number | null {
  return hours && isQuiet(hours, now) ? nextAt(hours.zone, hours.to, now) : null;
}

/** The last time at which an envelope might come, at `now` or before. */
export function lastArrival(its: Pace, now: number): number {
  if (its.every === "time") return now;
  const last = lastAt(its.zone, its.at, now);
  if (its.every === "day") return last;
  const days = wrapped(wall(its.zone, last).weekday - its.weekday, 7);
  return settled(its.zone, last - days * DAY, its.at);
}

/** The next time at which one may come, after `now`; `null` if that is always. */
export function nextArrival(its: Pace, now: number): number | null {
  if (its.every === "time") return null;
  const next = nextAt(its.zone, its.at, now);
  if (its.every === "day") return next;
  const days = wrapped(its.weekday - wall(its.zone, next).weekday, 7);
  return settled(its.zone, next + days * DAY, its.at);
}
