import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readDecks, type MarkList } from "#domain/pieces/decks.ts";
import { CARDS, cardOf } from "./decks.ts";

const question = {
  is: "question",
  card: 1,
  depth: 1,
  theme: "everyday",
  words: "What went well?",
};
const list = {
  is: "list",
  form: "quiet-yes",
  card: 2,
  depth: 2,
  words: "What would be good?",
  mark: "Yes",
  lines: [
    { name: "one", words: "One" },
    { name: "two", words: "Two" },
  ],
};

describe("decks", () => {
  it("P43 know each card by its number, and each line of a list by its name", () => {
    expect(readDecks({ a: [list], b: [question] }).map(({ card }) => card)).toEqual([1, 2]);
    expect(() => readDecks({ a: [question], b: [question] })).toThrow(
      "b: card: a has a card 1 already",
    );
    const [line] = list.lines;
    expect(() => readDecks({ a: [{ ...list, lines: [line, line] }] })).toThrow("a name twice");
    expect(cardOf(null)).toBeNull();
    expect(cardOf(60_000)).toBeNull();
  });

  it("P43 are refused at the start if anything of them is not as it must be", () => {
    for (const wrong of [
      { ...question, card: 0 },
      { ...question, card: 0x10000 },
      { ...question, depth: 4 },
      { ...question, words: "two  spaces" },
      { ...question, author: "somebody" },
      { ...question, theme: "romance" },
      { ...question, fits: ["children", "children"] },
      { ...question, words: "At last!" },
      { ...list, lines: [] },
      { ...list, form: "common-ground" },
      { ...list, lines: list.lines.map((line) => ({ ...line, area: "money" })) },
    ]) {
      expect(() => readDecks({ "wrong.json": [wrong] })).toThrow("wrong.json");
    }
    const wrong = { ...list, lines: [list.lines[0], { name: "three", area: "moon", words: "x" }] };
    expect(() => readDecks({ "wrong.json": [question, wrong] })).toThrow(
      /wrong\.json[^]*\[1\]\.lines\[1\]\.area/,
    );
  });

  it("P43 say nothing twice, however it is written", () => {
    const again = { ...question, card: 3, words: "what went well" };
    expect(() => readDecks({ a: [question], b: [again] })).toThrow(
      "b: words: card 3 says what is said by card 1 in a",
    );
    const retired = { ...list, retired: true };
    expect(readDecks({ a: [retired, { ...list, card: 4 }] })).toHaveLength(2);
  });

  it("P43 of our own have questions at every depth, and lists to mark", () => {
    for (const depth of [1, 2, 3]) {
      expect(CARDS.some((one) => one.is === "question" && one.depth === depth)).toBe(true);
    }
    expect(CARDS.some((one) => one.is === "list")).toBe(true);
    // They are for any two people: nothing in them assumes who the two are to each other.
    for (const { words } of CARDS)
      expect(words).not.toMatch(/\b(he|she|husband|wife|marriage|God)\b/);
  });

  /** What two people once answered must not say something else afterwards. New cards are added here. */
  it("P43 never change a card that was published", () => {
    const upTo = [
      [1, 15],
      [101, 102],
      [111, 112],
      [201, 378],
    ] as const;
    const published = CARDS.filter(({ card }) =>
      upTo.some(([from, to]) => card >= from && card <= to),
    ).map((card) => [card.card, card.depth, card.words, card.is === "list" && linesOf(card)]);
    const digest = createHash("sha256").update(JSON.stringify(published)).digest("base64url");
    expect([published.length, digest]).toEqual([
      197,
      "iiDIPJYfsiK3iMUY2GfJ72L_9rGGjmidqWIQfWbteyE",
    ]);
  });
});

const linesOf = ({ mark, lines }: MarkList) => [mark, lines.map((one) => [one.name, one.words])];
