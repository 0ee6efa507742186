import * as encoding from "lib0/encoding";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ownBytes } from "#client/sync/yjs-update.ts";
import { openPieceWorld, type PieceWorld } from "#tests/support/piece-world.ts";
import type { TestTab } from "#tests/support/test-tab.ts";

let world: PieceWorld;
beforeEach(async () => {
  world = await openPieceWorld();
  world.sharing.add(world.piece);
});
afterEach(() => world.close());

/** Fulfilled once the tab shows the other with this field, or without when it is `null`. */
function shows(tab: TestTab, other: TestTab, name: string | null): Promise<void> {
  const { awareness } = tab.open;
  return new Promise((resolve) => {
    const look = () => {
      const state = awareness.getStates().get(other.doc.clientID);
      if ((state?.["name"] ?? null) !== name) return;
      awareness.off("change", look);
      resolve();
    };
    awareness.on("change", look);
    look();
  });
}

async function two(): Promise<{ ada: TestTab; ben: TestTab }> {
  const [ada, ben] = [world.tab(world.ada), world.tab(world.ben)];
  ada.open.awareness.setLocalStateField("name", "cursor of ada");
  ben.open.awareness.setLocalStateField("name", "cursor of ben");
  await Promise.all([ada.live(), ben.live()]);
  return { ada, ben };
}

/** Everything that was sent before this has arrived when it is fulfilled. */
async function roundTrip(from: TestTab, to: TestTab): Promise<void> {
  from.write(".");
  await to.says(from.words);
}

test("D28 nobody is shown, and nothing is said, before presence is shared", async () => {
  const { ada, ben } = await two();
  await roundTrip(ada, ben);
  await roundTrip(ben, ada);
  expect([ada.open.awareness.getStates().size, ben.open.awareness.getStates().size]).toEqual([
    1, 1,
  ]);
  ben.open.sharePresence(true);
  ada.open.awareness.setLocalStateField("name", "moved");
  await roundTrip(ada, ben);
  expect(ben.open.awareness.getStates().has(ada.doc.clientID)).toBe(false);
});

test("D28 each sees where the other is while both share it, and no longer", async () => {
  const { ada, ben } = await two();
  ada.open.sharePresence(true);
  ben.open.sharePresence(true);
  await Promise.all([shows(ada, ben, "cursor of ben"), shows(ben, ada, "cursor of ada")]);
  ada.open.sharePresence(false);
  await shows(ben, ada, null);
  await shows(ada, ben, null);
});

test("D29 whoever goes is gone from the other's page", async () => {
  const { ada, ben } = await two();
  ada.open.sharePresence(true);
  ben.open.sharePresence(true);
  await shows(ben, ada, "cursor of ada");
  await ada.open.close();
  await shows(ben, ada, null);
});

test("D29 a new client id takes the place along, and the connection can be made again", async () => {
  const { ada, ben } = await two();
  ada.open.sharePresence(true);
  ben.open.sharePresence(true);
  await shows(ben, ada, "cursor of ada");
  ada.doc.clientID = 4711;
  ada.write("under another id");
  await shows(ben, ada, "cursor of ada");
  ada.cut();
  await ada.until(({ status }) => status().status === "offline");
  ada.write(", twice");
  await ben.says("under another id, twice");
  await shows(ben, ada, "cursor of ada");
});

test("D28 what is not a place on the page is nothing, and ends no connection", async () => {
  const { ada, ben } = await two();
  ada.open.sharePresence(true);
  ben.open.sharePresence(true);
  await shows(ada, ben, "cursor of ben");
  const seen = new Set<string>();
  ada.open.subscribe(() => seen.add(ada.open.status().status));
  for (const state of ["{", "12", "[]", '"here"', "null}"]) {
    const encoder = encoding.createEncoder();
    for (const value of [1, 4711, 1]) encoding.writeVarUint(encoder, value);
    encoding.writeVarString(encoder, state);
    const forger = await world.connect(world.ben, world.piece);
    await forger.hello();
    const sealed = await world.cipher.sealAwareness(1, ownBytes(encoding.toUint8Array(encoder)));
    forger.send({ type: "aware", sealed });
    await forger.next("pong");
    await forger.close();
  }
  await roundTrip(ben, ada);
  expect(ada.open.awareness.getStates().size).toBe(2);
  expect([ada.open.faults(), seen.has("offline")]).toEqual([[], false]);
});
