import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEPTHS, FITS, readDecks, THEMES_OF_CARDS, type Card } from "./decks.ts";
import { askable, changedWants, found, linesFor, wantsOf, whyUnwanted } from "./wanted.ts";

const cards: readonly Card[] = readDecks({
  a: DEPTHS.flatMap((depth) =>
    THEMES_OF_CARDS.map((theme, i) => ({
      ...{ is: "question", card: depth * 100 + i, depth, theme },
      fits: FITS.slice(0, i % 4),
      words: `A question of depth ${depth} about ${theme}, and the café`,
    })),
  ),
});
const list = readDecks({
  b: [
    {
      ...{ is: "list", form: "common-ground", card: 7, depth: 2, words: "What do you keep to?" },
      mark: "Yes",
      lines: [
        { name: "one", area: "contact", words: "One" },
        { name: "two", area: "children", fits: ["children"], words: "Two" },
      ],
    },
  ],
})[0];

const kept = fc.record(
  {
    depth: fc.constantFrom(...DEPTHS),
    fits: fc.subarray([...FITS]),
    notThemes: fc.subarray([...THEMES_OF_CARDS]),
    notCards: fc.subarray(cards.map(({ card }) => card)),
  },
  { requiredKeys: [] },
);

describe("what a person wants of the decks", () => {
  it("P46 is never deeper than they go, fits only what they said, and holds nothing that they hid", () => {
    fc.assert(
      fc.property(kept, (said) => {
        const wants = wantsOf(said);
        const shown = askable(cards, wants);
        for (const card of cards) {
          const may =
            card.depth <= (said.depth ?? 3) &&
            card.fits.every((fit) => said.fits?.includes(fit) ?? false) &&
            !said.notCards?.includes(card.card) &&
            !(card.is !== "list" && said.notThemes?.includes(card.theme));
          expect(shown.includes(card)).toBe(may);
          expect(whyUnwanted(card, wants) === null).toBe(may);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("P46 of two, what both are shown is as deep as the more careful one goes", () => {
    fc.assert(
      fc.property(kept, kept, (hers, his) => {
        const [ada, ben] = [wantsOf(hers), wantsOf(his)];
        for (const asked of askable(cards, ada)) {
          const seen = whyUnwanted(asked, ben) === null;
          if (seen) expect(asked.depth).toBeLessThanOrEqual(Math.min(ada.depth, ben.depth));
        }
      }),
      { numRuns: 50 },
    );
  });

  it("P46 is changed one thing at a time, and keeps what a newer version said", () => {
    const newer = { fits: ["a-garden"], notThemes: ["the-sea"], more: true };
    const changed = changedWants(changedWants(newer, { depth: 2 }), { fit: ["home", true] });
    expect(changed).toEqual({ ...newer, depth: 2, fits: ["a-garden", "home"] });
    const hidden = changedWants(changed, { theme: ["home", true], card: [7, true] });
    expect(changedWants(hidden, { theme: ["home", false], card: [7, false] })).toEqual({
      ...changed,
      notCards: [],
    });
    expect(changedWants(hidden, { theme: ["home", true] })).toEqual(hidden);
  });

  it("P47 shows the lines that fit", () => {
    if (list?.is !== "list") throw new Error("no list");
    expect(linesFor(list, wantsOf()).map(({ name }) => name)).toEqual(["one"]);
    expect(linesFor(list, wantsOf({ fits: ["children"] }))).toHaveLength(2);
  });

  it("P46 is looked through by the beginnings of words, whatever their case and accents", () => {
    const nameOf = ({ depth }: Card) => `named ${depth}`;
    const look = (words: string) => found(cards, words, nameOf).length;
    expect(look("")).toBe(cards.length);
    expect(look("  CAFE quest ")).toBe(cards.length);
    expect(look("memor named 2")).toBe(1);
    expect(look("uestion")).toBe(0);
  });
});
