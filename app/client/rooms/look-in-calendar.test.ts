import { expect, it } from "vitest";
import { lookInCalendar } from "./look-in-calendar.ts";

/** A Monday, by the clock of wherever the tests run. */
const NOW = new Date(2026, 10, 23, 10, 30);
const linesOf = (file: string) => file.split("\r\n");

it("comes back every week, first on the next such day, by the clock of wherever one is", () => {
  const file = lookInCalendar({ weekday: 0, at: 18 * 60 + 5, title: "Time for myself" }, NOW, "x");
  expect(linesOf(file)).toEqual(
    expect.arrayContaining([
      "DTSTART:20261129T180500",
      "RRULE:FREQ=WEEKLY;BYDAY=SU",
      "SUMMARY:Time for myself",
    ]),
  );
  expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
  const today = lookInCalendar({ weekday: 1, at: 0, title: "Time" }, NOW, "x");
  expect(linesOf(today)).toContain("DTSTART:20261123T000000");
});

it("says nothing of where it is from, and rings no alarm", () => {
  const file = lookInCalendar({ weekday: 3, at: 60, title: "Time for myself" }, NOW, "x");
  expect(file).not.toMatch(/threshold|room|http|alarm|url|organizer|location/i);
});

it("keeps a title of one's own in one line of the file, however long and whatever is in it", () => {
  const title = `Tea; bread, \\ and "jam"\nEND:VCALENDAR ${"ä".repeat(60)}`;
  const file = lookInCalendar({ weekday: 3, at: 60, title }, NOW, "x");
  for (const line of linesOf(file)) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  }
  expect(linesOf(file).filter((line) => line === "END:VCALENDAR")).toHaveLength(1);
  const unfolded = file.replaceAll("\r\n ", "");
  expect(unfolded).toContain(
    `SUMMARY:Tea\\; bread\\, \\\\ and "jam" END:VCALENDAR ${"ä".repeat(60)}\r\n`,
  );
});
