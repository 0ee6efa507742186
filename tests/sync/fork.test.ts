import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { DevicePiece } from "#client/sync/device-store.ts";
import { WritingStream, type StreamState } from "#client/sync/writing-stream.ts";
import { openPieceWorld, type PieceWorld } from "#tests/support/piece-world.ts";
import { TestDevice } from "#tests/support/test-device.ts";
import type { TestTab } from "#tests/support/test-tab.ts";

let world: PieceWorld;
let device: TestDevice;
beforeEach(async () => {
  world = await openPieceWorld();
  device = new TestDevice();
});
afterEach(() => world.close());

type Image = {
  readonly storage: DevicePiece;
  readonly state: Uint8Array;
  readonly clientId: number;
  readonly own: StreamState;
};

/** The whole machine at a moment at which everything is saved, its memory too. */
const imageOf = async (tab: TestTab): Promise<Image> => ({
  storage: await device.snapshot(world.piece),
  state: Y.encodeStateAsUpdate(tab.doc),
  clientId: tab.doc.clientID,
  own: tab.own.state(),
});

/** The machine goes on from its image, without the network. */
async function restored(image: Image): Promise<TestTab> {
  await device.restore(world.piece, image.storage);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, image.state);
  doc.clientID = image.clientId;
  return world.tab(world.ada, { device, doc, own: new WritingStream(image.own), offline: true });
}

/** Two lives of one tab: what the first wrote after the image is in the log. */
async function twoLives(): Promise<{ readonly second: TestTab }> {
  const first = world.tab(world.ada, { device });
  first.write("before");
  await first.saved();
  const image = await imageOf(first);
  first.write(", first life");
  await first.saved();
  first.kill();
  return { second: await restored(image) };
}

const generation = (tab: TestTab, wanted: number) =>
  tab.until(({ snapshot }) => snapshot().generation === wanted);

describe("a machine that was set back", () => {
  test("D9 is refused; what it had unsent is kept aside and shown, and never merged", async () => {
    const { second } = await twoLives();
    second.write(", second life");
    await second.open.flush();
    second.isOnline = true;
    await generation(second, 1);
    await second.live();
    expect(second.words).toBe("before, first life");
    expect(second.open.faults()).toContainEqual({ kind: "forked" });
    const [copy, ...more] = second.open.aside();
    expect(more).toEqual([]);
    expect([copy?.why, copy?.words]).toEqual(["forked", ", second life"]);
    expect(copy?.doc().getText("t").toString()).toBe("before, second life");

    second.write(", and on");
    await second.saved();
    await world.tab(world.ben).says("before, first life, and on");
  });

  test("goes on under a new stream even if it had nothing unsent", async () => {
    const { second } = await twoLives();
    second.isOnline = true;
    await generation(second, 1);
    await second.says("before, first life");
    expect(second.open.aside()).toEqual([]);
  });

  test("D10 keeps also the words that were written while the next document was made", async () => {
    const { second } = await twoLives();
    second.write(", second life");
    await second.open.flush();
    const { doc } = second;
    second.isOnline = true;
    await second.until(({ faults }) => faults().some(({ kind }) => kind === "forked"));
    doc.getText("t").insert(0, "late: ");
    await generation(second, 1);
    doc.getText("t").insert(0, "later: ");
    await second.until(({ aside }) => aside()[0]?.words.includes("later: ") ?? false);
    expect(second.open.aside()[0]?.doc().getText("t").toString()).toBe(
      "later: late: before, second life",
    );
    expect(second.words).toBe("before, first life");
  });

  test("D11 shows its copy again after a reload, until it is discarded", async () => {
    const { second } = await twoLives();
    second.write(", second life");
    second.isOnline = true;
    await generation(second, 1);
    await second.open.close();

    const again = world.tab(world.ada, { device });
    await again.until(({ aside }) => aside().length === 1);
    const [copy] = again.open.aside();
    expect(copy?.words).toBe(", second life");
    expect(copy?.doc().getText("t").toString()).toBe("before, second life");
    await again.open.discardAside(copy?.id ?? "");
    expect(again.open.aside()).toEqual([]);
    expect((await device.snapshot(world.piece)).aside).toEqual([]);
  });

  test("is found out by the next tab, if the one that was restored has gone", async () => {
    const { second } = await twoLives();
    second.write(", second life");
    await second.open.flush();
    second.kill();
    const third = world.tab(world.ada, { device, offline: true });
    await third.open.ready;
    third.write(", third");
    expect(third.words).toBe("before, second life, third");
    third.isOnline = true;
    await generation(third, 1);
    await third.live();
    expect(third.words).toBe("before, first life");
    expect(third.open.aside().map(({ words }) => words)).toEqual([", second life, third"]);
  });
});

describe("storage that was set back", () => {
  test("D8 sends again what the log already holds, and nothing is doubled", async () => {
    const first = world.tab(world.ada, { device, offline: true });
    first.write("once");
    await first.open.flush();
    const snapshot = await device.snapshot(world.piece);
    first.isOnline = true;
    await first.saved();
    first.kill();
    await device.restore(world.piece, snapshot);
    const rows = await world.log.head(world.piece);

    const second = world.tab(world.ada, { device });
    await second.saved();
    await second.live();
    expect(second.words).toBe("once");
    expect(await world.log.head(world.piece)).toEqual(rows);
    expect((await device.snapshot(world.piece)).outbox).toEqual([]);
    expect(second.open.aside()).toEqual([]);
  });

  test("under a live tab costs that tab nothing", async () => {
    const empty = await device.snapshot(world.piece);
    const ada = world.tab(world.ada, { device });
    ada.write("one");
    await ada.saved();
    await device.restore(world.piece, empty);
    ada.write(", two");
    await ada.saved();
    await ada.open.close();
    await world.tab(world.ada, { device }).says("one, two");
    await world.tab(world.ben).says("one, two");
  });

  test("D12 does not send what builds on words that it lost", async () => {
    const first = world.tab(world.ada, { device, offline: true });
    await first.open.ready;
    const empty = await device.snapshot(world.piece);
    first.write("lost ");
    await first.open.flush();
    first.kill();
    const second = world.tab(world.ada, { device, offline: true });
    await second.open.ready;
    await device.restore(world.piece, empty);
    second.write("left");
    await second.open.flush();
    second.kill();

    const third = world.tab(world.ada, { device });
    await generation(third, 1);
    expect(third.open.aside().map(({ words }) => words)).toEqual(["left"]);
    await third.live();
    const rows = await world.log.read(world.piece, 0, 100, 2 ** 20);
    expect(rows.filter(({ kind }) => kind === "frame")).toEqual([]);
  });
});
