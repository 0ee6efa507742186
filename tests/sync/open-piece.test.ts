import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openPieceWorld, type PieceWorld } from "#tests/support/piece-world.ts";
import { TestDevice } from "#tests/support/test-device.ts";

let world: PieceWorld;
beforeEach(async () => {
  world = await openPieceWorld();
});
afterEach(() => world.close());

describe("a piece that is open", () => {
  test("D1 carries words from one person's tab to the other's, through y-websocket's own provider", async () => {
    const [ada, ben] = [world.tab(world.ada), world.tab(world.ben)];
    ada.write("Wednesdays");
    await ben.says("Wednesdays");
    ben.write(", message first");
    await ada.says("Wednesdays, message first");
    await Promise.all([ada.saved(), ben.saved()]);
    expect(ada.open.provider.synced).toBe(true);
    expect([...ada.open.faults(), ...ben.open.faults()]).toEqual([]);
  });

  test("D2 merges what both wrote while they were offline", async () => {
    const [ada, ben] = [world.tab(world.ada), world.tab(world.ben)];
    ada.write("both ");
    await ben.says("both ");
    ada.isOnline = ben.isOnline = false;
    ada.write("ada ");
    ben.write("ben ");
    await Promise.all([ada.open.flush(), ben.open.flush()]);
    expect([ada.open.saved(), ada.open.status()]).toEqual([false, { status: "offline" }]);
    ada.isOnline = ben.isOnline = true;
    await Promise.all([ada.saved(), ben.saved()]);
    await ada.until(() => ada.words.length === "both ada ben ".length);
    await ben.says(ada.words);
    expect(ada.words).toMatch(/^both (ada ben |ben ada )$/);
  });

  test("D3 is the same in two tabs and on two devices of one person", async () => {
    const device = new TestDevice();
    const first = world.tab(world.ada, { device });
    const second = world.tab(world.ada, { device });
    const elsewhere = world.tab(world.ada);
    first.write("a");
    await second.says("a");
    second.write("b");
    await elsewhere.says("ab");
    elsewhere.write("c");
    await Promise.all([first.says("abc"), second.says("abc")]);
  });

  test("D4 is shown from the device alone when there is no network", async () => {
    const device = new TestDevice();
    const ada = world.tab(world.ada, { device });
    ada.write("kept");
    await ada.saved();
    await ada.open.close();
    const again = world.tab(world.ada, { device, offline: true });
    await again.open.ready;
    expect(again.words).toBe("kept");
    expect(again.open.saved()).toBe(true);
  });
});

describe("a tab that is killed", () => {
  test("D5 right after it said Saved, loses nothing", async () => {
    const ada = world.tab(world.ada);
    ada.write("said to be safe");
    await ada.saved();
    ada.kill();
    await world.tab(world.ben).says("said to be safe");
  });

  test("D6 leaves its outbox to the next one, which sends it unchanged and once", async () => {
    const device = new TestDevice();
    const first = world.tab(world.ada, { device, offline: true });
    first.write("written offline");
    await first.open.flush();
    const [left] = (await device.snapshot(world.piece)).outbox;
    first.kill();
    const second = world.tab(world.ada, { device });
    await second.open.ready;
    expect(second.words).toBe("written offline");
    second.write(", and on");
    await second.saved();
    expect(
      await world.log.contains(world.piece, 1, left?.frames[0]?.hash ?? new Uint8Array()),
    ).toBe(true);
    expect((await device.snapshot(world.piece)).outbox).toEqual([]);
    await world.tab(world.ben).says("written offline, and on");
  });
});
