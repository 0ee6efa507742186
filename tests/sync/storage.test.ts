import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { indexedDevice } from "#client/sync/indexed-device.ts";
import { memoryDevice } from "#client/sync/memory-device.ts";
import { openPieceWorld, type PieceWorld } from "#tests/support/piece-world.ts";
import { TestDevice } from "#tests/support/test-device.ts";

let world: PieceWorld;
beforeEach(async () => {
  world = await openPieceWorld();
});
afterEach(() => world.close());

describe("what a browser keeps in IndexedDB", () => {
  test("D4 brings everything back after a reload without the network, the unsent words too", async () => {
    const first = world.tab(world.ada, { device: new TestDevice(indexedDevice(world.ada)) });
    first.write("acknowledged");
    await first.saved();
    first.isOnline = false;
    first.write(", and not");
    await first.open.flush();
    first.kill();
    const again = new TestDevice(indexedDevice(world.ada));
    const second = world.tab(world.ada, { device: again, offline: true });
    await second.open.ready;
    expect([second.words, second.open.saved()]).toEqual(["acknowledged, and not", false]);
    second.isOnline = true;
    await second.saved();
    await world.tab(world.ben).says("acknowledged, and not");
  });

  test("D7 is nowhere readable", async () => {
    const device = new TestDevice(indexedDevice(world.ada));
    const ada = world.tab(world.ada, { device });
    ada.write("canary-acknowledged");
    await ada.saved();
    ada.isOnline = false;
    ada.write("canary-unsent");
    await ada.open.flush();
    const kept = await device.snapshot(world.piece);
    expect([kept.frames.length, kept.outbox.length]).toEqual([1, 1]);
    const text = JSON.stringify(kept, (_key, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : value,
    );
    expect(text).not.toContain("canary");
  });
});

test("D23 a device that can keep nothing says so, and what is written is saved all the same", async () => {
  const broken = new TestDevice({
    ...memoryDevice(),
    load: () => Promise.reject(new Error("no storage")),
    put: () => Promise.reject(new Error("no space")),
    advance: () => Promise.reject(new Error("no space")),
  });
  const ada = world.tab(world.ada, { device: broken });
  const ben = world.tab(world.ben);
  ada.write("still saved");
  await ada.saved();
  await ben.says("still saved");
  ben.write(", and read");
  await ada.says("still saved, and read");
  expect(ada.open.faults()).toEqual([{ kind: "storage" }]);
});

describe("writing", () => {
  test("D24 in an own piece is gathered, but not lost by closing", async () => {
    const ada = world.tab(world.ada, { mode: "own" });
    await ada.live();
    ada.write("gathered");
    expect(ada.open.saved()).toBe(false);
    await ada.open.close();
    await world.tab(world.ada, { mode: "own" }).says("gathered");
  });

  test("D24 goes out as few frames, though it is many key presses", async () => {
    const ada = world.tab(world.ada, { mode: "own" });
    for (const letter of "one key press after the other") ada.write(letter);
    await ada.open.flush();
    await ada.saved();
    const rows = await world.log.read(world.piece, 0, 1000, 2 ** 20);
    expect(rows.filter(({ kind }) => kind === "frame")).toHaveLength(1);
  });

  test("D25 of more than a frame can hold is cut, and arrives whole", async () => {
    const [ada, ben] = [world.tab(world.ada), world.tab(world.ben)];
    const paste = Array.from({ length: 60_000 }, (_, i) => `word ${i} `).join("");
    ada.write(paste);
    await ben.says(paste);
    await ada.saved();
    const rows = await world.log.read(world.piece, 0, 1000, 2 ** 30);
    expect(rows.filter(({ kind }) => kind === "frame").length).toBeGreaterThan(1);
  });

  test("D25 of a single value that no frame can hold is a fault, and never called saved", async () => {
    const ada = world.tab(world.ada);
    await ada.live();
    ada.doc.getMap("m").set("picture", "x".repeat(300_000));
    await ada.until(({ faults }) => faults().some(({ kind }) => kind === "too-large"));
    expect(ada.open.saved()).toBe(false);
  });

  test("D26 that only deletes reaches the other, as the first thing a tab does", async () => {
    const ada = world.tab(world.ada);
    ada.write("strike this out");
    await ada.saved();
    const [again, ben] = [world.tab(world.ada), world.tab(world.ben)];
    await again.says("strike this out");
    again.text.delete(0, "strike ".length);
    await ben.says("this out");
    await again.saved();
  });

  test("D26 in answer to what came in is sent like any other", async () => {
    const [ada, ben] = [world.tab(world.ada), world.tab(world.ben)];
    await ben.live();
    ben.text.observe((_event, { local }) => {
      if (!local && !ben.words.endsWith("!")) ben.write("!");
    });
    ada.write("answer me");
    await ada.says("answer me!");
  });

  test("D27 in a document that is only read goes nowhere", async () => {
    const ada = world.tab(world.ada, { readOnly: true });
    await ada.live();
    ada.write("not written");
    await ada.open.flush();
    expect(ada.open.saved()).toBe(true);
    const ben = world.tab(world.ben);
    ben.write("written");
    await ben.saved();
    expect((await world.log.head(world.piece)).streams).toHaveLength(1);
  });
});

test("a document of the caller's own is filled, and its undo keeps to its own words", async () => {
  const ada = world.tab(world.ada);
  ada.write("theirs");
  await ada.saved();
  const doc = new Y.Doc();
  const tab = world.tab(world.ben, { doc });
  await tab.says("theirs");
  expect(tab.doc).toBe(doc);
  const undo = new Y.UndoManager(tab.text);
  tab.write(", mine");
  undo.undo();
  undo.undo();
  expect(tab.words).toBe("theirs");
});

test("closing twice, or before anything was read, does no harm", async () => {
  const ada = world.tab(world.ada);
  ada.write("typed at once");
  await Promise.all([ada.open.close(), ada.open.close()]);
  expect(ada.open.snapshot().ready).toBe(true);
});

test("the status goes from opening to live, and to offline without the network", async () => {
  const ada = world.tab(world.ada);
  const seen: string[] = [ada.open.status().status];
  ada.open.subscribe(() => {
    const { status } = ada.open.status();
    if (seen.at(-1) !== status) seen.push(status);
  });
  await ada.live();
  ada.isOnline = false;
  await ada.until(({ status }) => status().status === "offline");
  ada.isOnline = true;
  await ada.live();
  expect(seen).toEqual(["opening", "live", "offline", "live"]);
});
