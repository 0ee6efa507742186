import { interfaceWords, localeOfPage } from "#app/language/languages.ts";
import { table } from "#app/language/table.ts";
import { sayDay } from "#client/rooms/day.ts";
import { toTimeInput } from "#client/rooms/time-of-day.ts";
import type { Content, RoomData } from "#domain/own-data.ts";
import type { Day } from "#domain/statement-view.ts";

/** What the exported page says in words. */

type Settings = RoomData["settings"];

const LONG_AGO = new Date(0);

/** A day with its year: nobody knows when the file is read. */
export const onDay = (day: Day): string => sayDay(day, undefined, LONG_AGO);

export const atTime = (time: number): string =>
  new Intl.DateTimeFormat(localeOfPage(), { dateStyle: "long", timeStyle: "short" }).format(time);

/** A day of the week by its number, from Sunday. */
const sayWeekday = (weekday: number): string =>
  new Intl.DateTimeFormat(localeOfPage(), { weekday: "long", timeZone: "UTC" }).format(
    Date.UTC(2023, 0, 1 + weekday),
  );

export function sayPace({ pace }: Settings): string {
  const t = interfaceWords("settings-export");
  switch (pace.every) {
    case "time":
      return t("everyTime");
    case "day":
      return t("onceADay", { time: toTimeInput(pace.at), zone: pace.zone });
    case "week":
      return t("weekDay", {
        weekday: sayWeekday(pace.weekday),
        time: toTimeInput(pace.at),
        zone: pace.zone,
      });
  }
}

export function sayQuietHours({ quietHours }: Settings): string {
  const t = interfaceWords("settings-export");
  if (!quietHours) return t("noHours");
  const { from, to, zone } = quietHours;
  return t("hours", { from: toTimeInput(from), to: toTimeInput(to), zone });
}

export function sayStanding({ left, paused }: RoomData): string {
  const t = interfaceWords("settings-export");
  if (left === "blocked") return t("youLeftThisRoomAndBlocked");
  if (left) return t("youLeftThisRoom");
  return paused ? t("thisRoomIsPaused") : "";
}

export const MISSING = table("settings-export", {
  unreadable: "thisCouldNotBeReadWhen",
  forged: "whatArrivedDidNotMatchWhat",
  incomplete: "someOfItCouldNotBe",
});

/** What the two are to each other. */
export const FIT = table("room-places", {
  children: "thereAreChildrenWhomBothOf",
  home: "youShareAHome",
  romance: "youAreOrWereACouple",
});

/** Boundaries and marks have no title of their own. */
export const titleOf = (content: Content | null): string =>
  content?.is === "text" ? content.title : "";
