import { describe, expect, it } from "vitest";
import { COUNTRIES, digitsOf, linesIn, readCountries } from "./help-lines.ts";

const line = {
  name: "A line",
  for: "abuse",
  about: "For whoever needs it.",
  phone: "0800 111 222",
  source: { url: "https://example.org", date: "2026-01-31" },
  checkedByPhone: null,
};
const file = (changed: object) => ({
  "/content/help/xx.json": { name: "Somewhere", also: [], lines: [{ ...line, ...changed }] },
});

describe("the help lines", () => {
  it("are there for every country that is known so far", () => {
    expect(COUNTRIES.map(({ code }) => code).sort()).toEqual([
      "au",
      "ca",
      "de",
      "eu",
      "gb",
      "ie",
      "in",
      "nz",
      "us",
    ]);
  });

  it("each say where the number was taken from, when, and whether somebody has called it", () => {
    for (const { lines } of COUNTRIES) {
      for (const { source, checkedByPhone } of lines) {
        expect(source.url).toMatch(/^https:/);
        expect(Date.parse(source.date)).not.toBeNaN();
        expect(checkedByPhone === null || !Number.isNaN(Date.parse(checkedByPhone))).toBe(true);
      }
    }
  });

  it("tell for each country whom to call in danger, before anything else", () => {
    for (const { code } of COUNTRIES) expect(linesIn(code)?.lines[0]?.for).toBe("emergency");
  });

  it("of a union serve in its countries too, without saying a number twice", () => {
    const numbers = linesIn("de")?.lines.map(({ phone }) => phone);
    expect(numbers).toEqual(["110", "116 016", "0800 123 99 00", "0800 111 0 111", "112"]);
    expect(linesIn("xx")).toBeNull();
  });

  it("are dialled by their digits", () => {
    expect(digitsOf("1-800-799 7233")).toBe("18007997233");
  });

  it.each([
    ["no source", { source: undefined }],
    ["a date that is none", { source: { url: "https://example.org", date: "2026-02-30" } }],
    ["a number with letters", { phone: "0800 REFUGE" }],
    ["no way to reach it", { phone: undefined }],
    ["an address without encryption", { web: "http://example.org" }],
    ["a field nobody knows", { email: "x@example.org" }],
  ])("are refused with %s", (_, changed) => {
    expect(() => readCountries(file(changed))).toThrow("/content/help/xx.json");
  });

  it("are refused when they point to a country that is not there", () => {
    const files = { "/content/help/xx.json": { name: "X", also: ["yy"], lines: [line] } };
    expect(() => readCountries(files)).toThrow("no such country: yy");
  });
});
