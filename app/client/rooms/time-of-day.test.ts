import { describe, expect, it } from "vitest";
import { fromTimeInput, sayUntil, tomorrowAt, toTimeInput } from "./time-of-day.ts";

describe("a time of day", () => {
  it.each([
    [0, "00:00"],
    [545, "09:05"],
    [1439, "23:59"],
  ])("of %d minutes is %s in an input, and back", (minutes, value) => {
    expect(toTimeInput(minutes)).toBe(value);
    expect(fromTimeInput(value)).toBe(minutes);
  });

  it("with seconds loses them", () => expect(fromTimeInput("21:30:15")).toBe(1290));
  it("of an empty input is none", () => expect(fromTimeInput("")).toBeNull());
});

describe("a coming time", () => {
  const now = new Date(2026, 10, 30, 23, 10);

  it("tomorrow is the next day, also at the end of a month", () => {
    expect(new Date(tomorrowAt(9, now))).toEqual(new Date(2026, 11, 1, 9, 0));
  });

  it("today is said by the clock alone", () => {
    expect(sayUntil(new Date(2026, 10, 30, 23, 30).getTime(), now)).toBe("23:30");
  });

  it("is said with its day, and with its year if that is another", () => {
    expect(sayUntil(new Date(2026, 11, 1, 9).getTime(), now)).toBe("Tue 1 Dec, 09:00");
    expect(sayUntil(new Date(2027, 0, 1, 9).getTime(), now)).toBe("Fri 1 Jan 2027, 09:00");
  });
});
