import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  dayOf,
  daysBetween,
  daysFrom,
  isDay,
  MAX_DAY_NUMBER,
  mondayOf,
  numberOf,
  weekdayOf,
} from "./days.ts";

const aDay = fc.integer({ min: 0, max: MAX_DAY_NUMBER - 800 }).map(dayOf);

/** The next date by the calendar that hangs on a wall. */
function turned(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  const two = (value: number) => String(value).padStart(2, "0");
  if (date < length) return `${year}-${two(month)}-${two(date + 1)}`;
  return month < 12 ? `${year}-${two(month + 1)}-01` : `${year + 1}-01-01`;
}

describe("days", () => {
  it("P88 follow each other as on a calendar, over months, years and leap years", () => {
    fc.assert(
      fc.property(aDay, (day) => {
        expect(addDays(day, 1)).toBe(turned(day));
        expect(addDays(addDays(day, 1), -1)).toBe(day);
      }),
    );
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2027-02-28", 1)).toBe("2027-03-01");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2100-02-28", 1)).toBe("2100-03-01");
  });

  it("P88 are whole also where a night is longer or shorter by an hour", () => {
    // The clocks of Berlin, New York and Sydney change in these weeks.
    for (const from of ["2026-03-02", "2026-03-23", "2026-10-19", "2026-10-26", "2026-04-01"]) {
      expect(new Set(daysFrom(from, addDays(from, 13))).size).toBe(14);
      expect(daysBetween(from, addDays(from, 14))).toBe(14);
    }
  });

  it("P88 have a weekday, and a week that begins on a Monday", () => {
    expect(weekdayOf("2026-11-23")).toBe(1);
    expect(weekdayOf("2026-11-29")).toBe(7);
    fc.assert(
      fc.property(aDay, (day) => {
        expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day));
        expect(weekdayOf(addDays(day, 1))).toBe((weekdayOf(day) % 7) + 1);
        if (numberOf(day) < 7) return;
        expect(weekdayOf(mondayOf(day))).toBe(1);
        expect(daysBetween(mondayOf(day), day)).toBe(weekdayOf(day) - 1);
      }),
    );
  });

  it("P88 what is no date is none", () => {
    for (const text of [
      "",
      "2026-02-29",
      "2026-13-01",
      "2026-1-1",
      "26-11-23",
      "1969-12-31",
      "x",
    ]) {
      expect(isDay(text)).toBe(false);
      expect(() => numberOf(text)).toThrow(RangeError);
    }
    fc.assert(
      fc.property(aDay, (day) => {
        expect(dayOf(numberOf(day))).toBe(day);
      }),
    );
  });
});
