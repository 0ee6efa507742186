import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PieceAccess } from "#domain/ports.ts";
import { openPieceWorld, type PieceWorld } from "#tests/support/piece-world.ts";
import { TestDevice } from "#tests/support/test-device.ts";
import type { TestTab } from "#tests/support/test-tab.ts";

let world: PieceWorld;
beforeEach(async () => {
  world = await openPieceWorld();
});
afterEach(() => world.close());

const refusal = (code: "not-here" | "paused" | "closed"): PieceAccess => ({
  status: "refused",
  code,
});
const refused = (tab: TestTab) => tab.until(({ status }) => status().status === "refused");

async function close(code: "not-here" | "paused" | "closed"): Promise<void> {
  world.allow(world.ada, world.piece, refusal(code));
  await world.relay.reconsider(world.piece);
}

describe.each(["paused", "closed"] as const)("a piece that is %s", (code) => {
  test("D13 shows what was acknowledged, and keeps what waited as a private draft", async () => {
    const device = new TestDevice();
    const ada = world.tab(world.ada, { device });
    ada.write("acknowledged");
    await ada.saved();
    ada.isOnline = false;
    ada.write(", waiting");
    await ada.open.flush();
    await close(code);
    ada.isOnline = true;
    await ada.until(({ snapshot }) => snapshot().generation === 1);
    expect(ada.open.status()).toEqual({ status: "refused", code });
    expect(ada.words).toBe("acknowledged");
    expect(ada.open.aside()).toMatchObject([{ why: code, words: ", waiting" }]);
    expect((await device.snapshot(world.piece)).outbox).toEqual([]);

    world.allow(world.ada, world.piece);
    const later = world.tab(world.ada, { device });
    await later.live();
    await later.saved();
    expect(later.words).toBe("acknowledged");
    expect(later.open.aside()).toMatchObject([{ why: code, words: ", waiting" }]);
  });

  test("takes words that were just being gathered aside, too", async () => {
    const ada = world.tab(world.ada, { mode: "own" });
    await ada.live();
    ada.write("not sealed yet");
    await close(code);
    await ada.until(({ aside }) => aside().length === 1);
    expect(ada.open.aside()[0]?.words).toBe("not sealed yet");
  });

  test("ends an open socket at once, for good, and leaves the document where nothing waited", async () => {
    const ada = world.tab(world.ada);
    ada.write("acknowledged");
    await ada.saved();
    const { doc } = ada;
    await close(code);
    await refused(ada);
    expect(ada.open.provider.shouldConnect).toBe(false);
    expect([ada.doc === doc, ada.words, ada.open.saved()]).toEqual([true, "acknowledged", true]);
  });
});

describe("a piece that may only be read at present", () => {
  const readOnly: PieceAccess = { status: "open", epoch: 1, mayWrite: false };

  test("D15 takes what was just written aside, and goes on being read, and written when it may be", async () => {
    const ada = world.tab(world.ada);
    const ben = world.tab(world.ben);
    ada.write("before");
    await ben.says("before");
    world.allow(world.ada, world.piece, readOnly);
    await world.relay.reconsider(world.piece);
    ada.write(", too late");
    await ada.until(({ snapshot }) => snapshot().generation === 1);
    expect(ada.open.aside()).toMatchObject([{ why: "read-only", words: ", too late" }]);
    expect([ada.words, ada.open.faults()]).toEqual(["before", []]);
    ben.write(", and on");
    await ada.says("before, and on");

    world.allow(world.ada, world.piece);
    await world.relay.reconsider(world.piece);
    ada.write(", again");
    await ben.says("before, and on, again");
  });

  test("takes what was written offline aside", async () => {
    const ada = world.tab(world.ada);
    await ada.live();
    ada.isOnline = false;
    ada.write("offline");
    await ada.open.flush();
    world.allow(world.ada, world.piece, readOnly);
    await world.relay.reconsider(world.piece);
    ada.isOnline = true;
    await ada.until(({ aside }) => aside().length === 1);
    expect(ada.open.aside()).toMatchObject([{ why: "read-only", words: "offline" }]);
  });
});

test("D14 what is not here any more leaves the outbox as it is", async () => {
  const device = new TestDevice();
  const ada = world.tab(world.ada, { device, offline: true });
  ada.write("mine");
  await ada.open.flush();
  await close("not-here");
  ada.isOnline = true;
  await refused(ada);
  expect(ada.open.status()).toEqual({ status: "refused", code: "not-here" });
  expect([ada.words, ada.open.saved(), ada.open.aside()]).toEqual(["mine", false, []]);
  expect((await device.snapshot(world.piece)).outbox).toHaveLength(1);
});

test("D14 a session that has ended keeps what was written for the next one", async () => {
  const device = new TestDevice();
  const ada = world.tab(world.ada, { device });
  await ada.live();
  world.relay.endSession("s");
  await refused(ada);
  expect(ada.open.status()).toEqual({ status: "refused", code: "not-signed-in" });
  ada.write("written while signed out");
  await ada.open.flush();
  await ada.open.close();
  const again = world.tab(world.ada, { device });
  await again.saved();
  await world.tab(world.ben).says("written while signed out");
});

test("D16 a server that was restored from a backup is sent nothing, and nothing is dropped", async () => {
  const device = new TestDevice();
  const ada = world.tab(world.ada, { device });
  ada.write("acknowledged once");
  await ada.saved();
  await ada.open.close();
  await world.log.erase(world.piece);
  await world.restart();

  const again = world.tab(world.ada, { device });
  await refused(again);
  expect(again.open.status()).toEqual({ status: "refused", code: "server-behind" });
  expect(again.open.faults()).toEqual([{ kind: "server-behind" }]);
  again.write(", and more");
  await again.open.flush();
  expect(again.words).toBe("acknowledged once, and more");
  expect((await world.log.head(world.piece)).head).toBe(0);
  expect((await device.snapshot(world.piece)).frames).toHaveLength(1);
});

describe("an epoch", () => {
  const inEpoch = (epoch: number): PieceAccess => ({ status: "open", epoch, mayWrite: true });

  test("D17 that is over leaves what was written in it as a private draft", async () => {
    const device = new TestDevice();
    const ada = world.tab(world.ada, { device });
    ada.write("agreed");
    await ada.saved();
    ada.isOnline = false;
    ada.write(", too late");
    await ada.open.flush();
    ada.kill();
    for (const person of [world.ada, world.ben]) {
      world.allow(person, world.piece, inEpoch(2));
    }
    const ben = world.tab(world.ben, { epoch: 2 });
    await ben.says("agreed");
    ben.write(", reopened");
    const again = world.tab(world.ada, { device, epoch: 2 });
    await again.says("agreed, reopened");
    expect(again.open.aside()).toMatchObject([{ why: "old-epoch", words: ", too late" }]);
    expect(again.open.aside()[0]?.doc().getText("t").toString()).toBe("agreed, too late");
    expect((await device.snapshot(world.piece)).outbox).toEqual([]);
  });

  test("D17 that began while this one was open ends it, without losing its first words", async () => {
    const device = new TestDevice();
    const ada = world.tab(world.ada, { device });
    await ada.live();
    ada.isOnline = false;
    for (const person of [world.ada, world.ben]) {
      world.allow(person, world.piece, inEpoch(2));
    }
    const ben = world.tab(world.ben, { epoch: 2 });
    ben.write("in the second epoch");
    await ben.saved();
    ada.isOnline = true;
    await refused(ada);
    expect(ada.open.status()).toEqual({ status: "refused", code: "closed" });
    await world.tab(world.ada, { device, epoch: 2 }).says("in the second epoch");
  });
});
