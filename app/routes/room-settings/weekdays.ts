import { localeOfPage } from "#app/language/languages.ts";

/** As `Date` counts them, beginning with Monday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0] as const;

/** The first of January 2023 was a Sunday. */
export const weekdayName = (day: number): string =>
  new Intl.DateTimeFormat(localeOfPage(), { weekday: "long", timeZone: "UTC" }).format(
    Date.UTC(2023, 0, 1 + day),
  );
