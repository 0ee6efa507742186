import { expect, it } from "vitest";
import { known } from "#domain/newer.ts";
import { held, twoHands, viewIn, type TestHand } from "#tests/support/two-hands.ts";
import { actOnRoom } from "./acts.ts";
import { putPauseAway, sawPause } from "./seen-pause.ts";

it("Q4 keeps that a pause was seen, alike for both, until it is put away, and tells the other nothing", async () => {
  const { ada, bo, room, another } = await twoHands();
  const seen = ({ keyring }: TestHand) => known(keyring.index.current().rooms[room])?.sawPause;
  held(await actOnRoom(ada, room, { kind: "pause", minutes: null }));
  const before = await viewIn(bo, room);

  for (const hand of [ada, bo]) {
    held(await sawPause(hand.keyring, room));
    const { rooms } = hand.keyring.index.current();
    held(await sawPause(hand.keyring, room));
    expect(hand.keyring.index.current().rooms, "once is enough").toBe(rooms);
  }
  expect(seen(ada)).toBe(true);
  expect(seen(bo)).toBe(true);
  expect(seen(await another(bo)), "on each device of theirs").toBe(true);

  held(await actOnRoom(ada, room, { kind: "resume" }));
  held(await putPauseAway(ada.keyring, room));
  expect(seen(ada)).toBeUndefined();
  expect(known(ada.keyring.index.current().rooms[room])?.other, "the rest stays").toBeDefined();
  expect(seen(bo), "the other's stays as it is").toBe(true);
  expect((await viewIn(bo, room)).changes).toEqual(before.changes);
});

it("Q3 leaves every byte of the other's room as it is, whatever one does with the offer", async () => {
  const { ada, bo, room } = await twoHands();
  held(await actOnRoom(ada, room, { kind: "pause", minutes: null }));
  held(await actOnRoom(ada, room, { kind: "resume" }));
  const before = await viewIn(bo, room);
  held(await sawPause(ada.keyring, room));
  expect(await viewIn(bo, room)).toEqual(before);
  held(await putPauseAway(ada.keyring, room));
  expect(await viewIn(bo, room)).toEqual(before);
});
