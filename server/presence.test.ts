import { beforeEach, describe, expect, it } from "vitest";
import type { PageId, PersonId, PieceId } from "#domain/ids.ts";
import { ADA, AGREEMENT, BO, id, LETTER } from "#tests/support/gate-scene.ts";
import { createPresence, type Page, type Presence } from "./presence.ts";

let mayMeet: boolean;
let waiting: Promise<void>;
let presence: Presence;
/** The pages that were turned on or off, in order. */
let turned: (PageId | undefined)[];
let opened: number;
beforeEach(() => {
  mayMeet = true;
  turned = [];
  opened = 0;
  waiting = Promise.resolve();
  presence = createPresence({
    mayMeet: async () => {
      await waiting;
      return mayMeet;
    },
    turned: (_piece, { page }) => void turned.push(page),
  });
});

/** A page that keeps what it was told. */
function page(person: PersonId): Page & { readonly told: [PieceId, boolean][] } {
  const told: [PieceId, boolean][] = [];
  opened += 1;
  const page = id<PageId>(opened);
  return { person, page, told, tell: (piece, both) => void told.push([piece, both]) };
}
const shares = (one: Page, piece = AGREEMENT) => presence.sharesAwareness(piece, one);

describe("presence", () => {
  it("R12 is there for both only while both have it on", async () => {
    const [hers, his] = [page(ADA), page(BO)];
    await presence.set(hers, AGREEMENT, true);
    expect([shares(hers), hers.told, his.told]).toEqual([false, [[AGREEMENT, false]], []]);
    await presence.set(his, AGREEMENT, true);
    expect([shares(hers), shares(his)]).toEqual([true, true]);
    expect(hers.told.at(-1)).toEqual([AGREEMENT, true]);
    expect(his.told).toEqual([[AGREEMENT, true]]);
  });

  it("R12 is off at once, for both, when one turns it off", async () => {
    const [hers, his] = [page(ADA), page(BO)];
    await presence.set(hers, AGREEMENT, true);
    await presence.set(his, AGREEMENT, true);
    void presence.set(his, AGREEMENT, false);
    expect([shares(hers), shares(his)]).toEqual([false, false]);
    expect(hers.told.at(-1)).toEqual([AGREEMENT, false]);
    expect(his.told).toHaveLength(1);
  });

  it("R12 is off at once when a page is closed, but not while the person has another", async () => {
    const [hers, his, second] = [page(ADA), page(BO), page(BO)];
    for (const one of [hers, his, second]) await presence.set(one, AGREEMENT, true);
    presence.leave(his);
    expect([hers, his, second].map((one) => shares(one))).toEqual([true, false, true]);
    presence.leave(second);
    expect([hers, his, second].map((one) => shares(one))).toEqual([false, false, false]);
    expect(hers.told.at(-1)).toEqual([AGREEMENT, false]);
  });

  it("R12 tells nothing of the other to who has it off", async () => {
    const [hers, his] = [page(ADA), page(BO)];
    await presence.set(hers, AGREEMENT, true);
    await presence.set(hers, AGREEMENT, false);
    await presence.set(his, AGREEMENT, false);
    expect(his.told).toEqual([]);
    expect(hers.told).toEqual([[AGREEMENT, false]]);
  });

  it("R12 is for one page and one piece", async () => {
    const [hers, his] = [page(ADA), page(BO)];
    await presence.set(hers, AGREEMENT, true);
    await presence.set(his, LETTER, true);
    expect([shares(hers), shares(his, LETTER)]).toEqual([false, false]);
  });

  it("R12 is for the page that has it on, and for no other of the same person", async () => {
    const [hers, his, second] = [page(ADA), page(BO), page(BO)];
    await presence.set(hers, AGREEMENT, true);
    await presence.set(his, AGREEMENT, true);
    expect([hers, his, second].map((one) => shares(one))).toEqual([true, true, false]);
    expect(presence.sharesAwareness(AGREEMENT, { person: BO })).toBe(false);
    expect(second.told).toEqual([]);
    await presence.set(second, AGREEMENT, true);
    expect(second.told).toEqual([[AGREEMENT, true]]);
    await presence.set(his, AGREEMENT, false);
    expect([hers, his, second].map((one) => shares(one))).toEqual([true, false, true]);
    expect(turned).toEqual([hers, his, second, his].map((one) => one.page));
  });

  it("R12 that was turned off while the gate was being asked stays off", async () => {
    const [hers, his] = [page(ADA), page(BO)];
    await presence.set(hers, AGREEMENT, true);
    let answer = () => {};
    waiting = new Promise((resolve) => (answer = resolve));
    const asking = presence.set(his, AGREEMENT, true);
    await presence.set(his, AGREEMENT, false);
    answer();
    await asking;
    expect([shares(his), his.told]).toEqual([false, []]);
  });

  it("R12 is not shared between two pages of one person", async () => {
    const [one, two] = [page(ADA), page(ADA)];
    await presence.set(one, AGREEMENT, true);
    await presence.set(two, AGREEMENT, true);
    expect([shares(one), shares(two)]).toEqual([false, false]);
    expect(two.told).toEqual([[AGREEMENT, false]]);
  });

  it("R13 cannot be turned on where the two may not meet, and nobody is told", async () => {
    mayMeet = false;
    const his = page(BO);
    await presence.set(his, AGREEMENT, true);
    expect([shares(his), his.told]).toEqual([false, []]);
  });

  it("R13 ends for both when they may not meet any more, and does not come back by itself", async () => {
    const [hers, his] = [page(ADA), page(BO)];
    await presence.set(hers, AGREEMENT, true);
    await presence.set(his, AGREEMENT, true);
    await presence.reconsider(AGREEMENT);
    expect(shares(hers)).toBe(true);
    mayMeet = false;
    await presence.reconsider(AGREEMENT);
    expect(shares(hers)).toBe(false);
    expect([hers.told.at(-1), his.told.at(-1)]).toEqual([
      [AGREEMENT, false],
      [AGREEMENT, false],
    ]);
    mayMeet = true;
    await presence.reconsider(AGREEMENT);
    expect(shares(hers)).toBe(false);
  });
});
