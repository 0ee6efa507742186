import "fake-indexeddb/auto";
import { beforeAll, describe, expect, it } from "vitest";
import type { LineId, PersonId, PieceId } from "#domain/ids.ts";
import { after, NO_MARKS, type Making } from "#domain/pieces/marks.ts";
import { newId } from "#tests/support/some.ts";
import { twoHands, type TestHand } from "#tests/support/two-hands.ts";
import type { DeviceStore } from "../sync/device-store.ts";
import { indexedDevice } from "../sync/indexed-device.ts";
import { memoryDevice } from "../sync/memory-device.ts";
import { unplacedMarks } from "./unplaced-marks.ts";

let ada: TestHand;
let bo: TestHand;
beforeAll(async () => {
  ({ ada, bo } = await twoHands());
});

const LINE = newId<LineId>();
const made = (first: string, mark: "done" | "partly" | null): Making => ({
  ...{ of: "own", line: LINE, first, mark },
});

describe.each<[string, () => DeviceStore]>([
  ["in IndexedDB", () => indexedDevice(newId<PersonId>())],
  ["in memory", memoryDevice],
])("marks for which there is no piece yet, %s", (_name, make) => {
  it("P98 are there for the next page, in their order, until they are in their piece", async () => {
    const device = make();
    const plan = newId<PieceId>();
    const at = () => unplacedMarks({ device, keyring: ada.keyring, plan });
    const [page, another] = [at(), at()];
    const marks = [
      made("2026-11-16", "done"),
      made("2026-11-16", "partly"),
      made("2026-11-17", null),
      { of: "noticed", line: LINE, first: "2026-11-17", mark: "in-part" } as const,
    ];
    await Promise.all(marks.map(page.keep));
    expect(await another.list()).toEqual(marks);
    expect(marks.reduce(after, NO_MARKS)).toEqual({
      own: [{ line: LINE, first: "2026-11-16", mark: "partly" }],
      noticed: [{ line: LINE, first: "2026-11-17", mark: "in-part" }],
    });

    // What is made meanwhile, on a page that has not been heard of, stays.
    const later = at();
    await later.keep(made("2026-11-18", "done"));
    await another.drop();
    expect(await at().list()).toEqual([made("2026-11-18", "done")]);
    await device.forget(plan);
    expect(await at().list()).toEqual([]);
  });

  it("P98 are sealed for their person alone, and for their plan", async () => {
    const device = make();
    const plan = newId<PieceId>();
    await unplacedMarks({ device, keyring: ada.keyring, plan }).keep(made("2026-11-16", "done"));
    const [row] = await device.unplaced(plan);
    if (!row) throw new Error("it is kept");
    expect(new TextDecoder().decode(row.sealed)).not.toContain("done");
    expect(await unplacedMarks({ device, keyring: bo.keyring, plan }).list()).toEqual([]);
    const elsewhere = newId<PieceId>();
    await device.keepUnplaced(elsewhere, row);
    expect(await unplacedMarks({ device, keyring: ada.keyring, plan: elsewhere }).list()).toEqual(
      [],
    );
  });
});
