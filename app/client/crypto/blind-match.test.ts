import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inCommon } from "#domain/consent/paired.ts";
import { idOf, type PieceId, type RoomId, type RoundId } from "#domain/ids.ts";
import { blindMatchOf } from "./blind-match.ts";
import { systemRandomness } from "./random.ts";
import { secretFrom } from "./secret.ts";

const id = <T extends string>(n: number) => idOf<T>(new Uint8Array(16).fill(n));
const PLACE = { room: id<RoomId>(1), piece: id<PieceId>(2), round: id<RoundId>(3) };
const DECK = ["try again", "peace", "raising children", "friendship", "a good ending"];
const marks = fc.subarray(DECK).map((marked) => new Set(marked));

const sideOf = async (place = PLACE, key = 7) =>
  blindMatchOf(await secretFrom(new Uint8Array(32).fill(key)), place, systemRandomness);

describe("a blind match", () => {
  it("K33 finds exactly what both marked, and reads it in the order of the deck", async () => {
    const [ada, bo] = [await sideOf(), await sideOf()];
    await fc.assert(
      fc.asyncProperty(marks, marks, async (hers, his) => {
        const common = inCommon(await ada.tokens(DECK, hers), await bo.tokens(DECK, his));
        const both = DECK.filter((line) => hers.has(line) && his.has(line));
        expect(await ada.linesOf(DECK, common)).toEqual(both);
        expect(await bo.linesOf(DECK, common)).toEqual(both);
      }),
      { numRuns: 30 },
    );
  });

  it("K33 tells a server nothing but equality: one size, and an order that is not the deck's", async () => {
    const ada = await sideOf();
    const [all, none] = [await ada.tokens(DECK, new Set(DECK)), await ada.tokens(DECK, new Set())];
    expect(all.map(({ slot }) => slot)).toEqual(none.map(({ slot }) => slot));
    expect([...all].sort((a, b) => (a.slot < b.slot ? -1 : 1))).toEqual(all);
    for (const { slot, value } of [...all, ...none]) {
      expect([slot.length, value.length]).toEqual([43, 43]);
    }
    expect(new Set([...all, ...none].map(({ value }) => value)).size).toBe(2 * DECK.length);
  });

  it("K33 has other tokens in every round, piece, room and under every key", async () => {
    const sides = [
      await sideOf(),
      await sideOf({ ...PLACE, round: id<RoundId>(4) }),
      await sideOf({ ...PLACE, piece: id<PieceId>(4) }),
      await sideOf({ ...PLACE, room: id<RoomId>(4) }),
      await sideOf(PLACE, 8),
    ];
    const tokens = await Promise.all(sides.map((side) => side.tokens(DECK, new Set(DECK))));
    const all = tokens.flat().flatMap(({ slot, value }) => [slot, value]);
    expect(new Set(all).size).toBe(all.length);
  });
});
