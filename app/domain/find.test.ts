import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { find, foldQuery } from "./find.ts";

const places = (query: string, text: string) =>
  find(foldQuery(query), text).places.map(({ match }) => match);

describe("finding words", () => {
  it("B5 finds them whatever their capitals, accents and white space", () => {
    expect(places("cafe  MÜNCHEN", "In the Café\nMünchen, at noon")).toEqual(["Café\nMünchen"]);
    expect(places("straße", "die STRASSE, die Straße")).toEqual(["Straße"]);
    expect(places("👩‍👧", "we 👩‍👧 two")).toEqual(["👩‍👧"]);
    expect(places("nothing", "Something")).toEqual([]);
  });

  it("B5 shows a few whole words around, and says how many places there are", () => {
    const long = `${"before ".repeat(20)}the pear tree ${"after ".repeat(20)}`;
    const { places: shown, count } = find(foldQuery("Pear"), `${long}${long}${long}${long}`);
    expect(count).toBe(4);
    expect(shown).toHaveLength(3);
    expect(shown[0]?.before).toMatch(/^… before (before )+the $/);
    expect(shown[0]?.after).toMatch(/^ tree after (after )*after …$/);
    expect(find(foldQuery("pear"), "A pear").places).toEqual([
      { before: "A ", match: "pear", after: "" },
    ]);
  });

  it("B5 looks for nothing that is too short, nor for white space", () => {
    expect([foldQuery(""), foldQuery(" a "), foldQuery("  \n ")]).toEqual(["", "", ""]);
  });

  it("B5 finds what stands there, wherever it stands", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 80 }),
        fc.string({ unit: "grapheme", minLength: 2, maxLength: 20 }),
        fc.string({ unit: "grapheme", maxLength: 80 }),
        (before, words, after) => {
          const query = foldQuery(words);
          fc.pre(query !== "");
          const { places: shown, count } = find(query, `${before} ${words} ${after}`);
          expect(count).toBeGreaterThan(0);
          for (const { match } of shown) expect(foldQuery(match)).toBe(query);
        },
      ),
    );
  });
});
