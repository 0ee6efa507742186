import { sayDay } from "#client/rooms/day.ts";
import { toTimeInput } from "#client/rooms/time-of-day.ts";
import type { Content, OwnData, RoomData } from "#domain/own-data.ts";
import type { Day } from "#domain/rooms.ts";

/** What the exported page says in words. */

type Settings = RoomData["settings"];

const LONG_AGO = new Date(0);

/** A day with its year: nobody knows when the file is read. */
export const onDay = (day: Day): string => sayDay(day, undefined, LONG_AGO);

export const atTime = (time: number): string =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" }).format(time);

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

export function sayPace({ pace }: Settings): string {
  switch (pace.every) {
    case "time":
      return "as they come";
    case "day":
      return `once a day, at ${toTimeInput(pace.at)} (${pace.zone})`;
    case "week":
      return `once a week, on ${WEEKDAYS[pace.weekday]} at ${toTimeInput(pace.at)} (${pace.zone})`;
  }
}

export const sayQuietHours = ({ quietHours }: Settings): string =>
  quietHours
    ? `${toTimeInput(quietHours.from)} to ${toTimeInput(quietHours.to)} (${quietHours.zone})`
    : "none";

export function sayStanding({ left, paused }: RoomData): string {
  if (left === "blocked") return "You left this room, and blocked the other.";
  if (left) return "You left this room.";
  return paused ? "This room is paused." : "";
}

type Missing = OwnData["rooms"][number]["opened"][number]["missing"];

export const MISSING: Record<NonNullable<Missing>, string> = {
  unreadable: "This could not be read when the file was made.",
  forged: "What arrived did not match what was signed, so it is not shown.",
  incomplete: "Some of it could not be read when the file was made.",
};

/** Boundaries and marks have no title of their own. */
export const titleOf = (content: Content | null): string =>
  content?.is === "text" ? content.title : "";
