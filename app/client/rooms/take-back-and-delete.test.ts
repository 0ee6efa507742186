import { afterAll, beforeAll, expect, it } from "vitest";
import type { PieceId } from "#domain/ids.ts";
import { known } from "#domain/newer.ts";
import { refuse } from "#domain/result.ts";
import {
  lightSecrets,
  offerIn,
  pairInNode,
  writeIn,
  type NodePair,
} from "#tests/support/pair-in-node.ts";
import { buildServed, startServed, type Served } from "#tests/support/served.ts";
import { memoryDevice } from "#client/sync/memory-device.ts";
import { deleteLater, destroy, finishDeletions, keepAfterAll, UNDO_TIME } from "./delete-later.ts";
import { takeBackAndDelete } from "./take-back-and-delete.ts";

let server: Served;
let pair: NodePair;
beforeAll(async () => {
  await buildServed();
  server = await startServed(Date.now());
  pair = await pairInNode(server.origin, lightSecrets);
}, 60_000);
afterAll(async () => {
  pair.close();
  expect(server.faults).toEqual([]);
  await server.remove();
});

async function remove(piece: PieceId) {
  const { ada, room } = pair;
  const view = (await ada.scene()).view.pieces.find((one) => one.piece === piece);
  if (view?.mode !== "own" || view.role !== "author") throw new Error("it is not hers");
  const deleted = await takeBackAndDelete(ada.hand, room, view, 0);
  if (deleted.ok) await destroy(ada.hand, memoryDevice(), piece);
  return deleted;
}
function held(result: { readonly ok: boolean }): void {
  expect(result.ok).toBe(true);
}
const adasPieces = async () => (await pair.ada.scene()).view.pieces.map(({ piece }) => piece);
const bensSide = async () => JSON.stringify((await pair.ben.scene()).view);

it("O9 deletes what was never offered, and nothing of the other's view changes", async () => {
  const before = await bensSide();
  const piece = await writeIn(pair.ada, "Never offered", "Not a word of it.");
  expect(await remove(piece)).toMatchObject({ ok: true });
  expect(await adasPieces()).not.toContain(piece);
  expect(pair.ada.hand.keyring.index.current().pieces[piece]).toBeUndefined();
  expect(await bensSide()).toBe(before);
});

it("O9 takes back what stands at the door first, of which nothing is left to see then", async () => {
  const before = await bensSide();
  const piece = await offerIn(pair.ada, "At the door", "It waits there.");
  expect(await bensSide()).not.toBe(before);
  expect(await remove(piece)).toMatchObject({ ok: true });
  expect(await adasPieces()).not.toContain(piece);
  expect(await bensSide()).toBe(before);
});

it("O9 takes back what was opened, and the other sees that and no more", async () => {
  const piece = await offerIn(pair.ada, "Opened", "He has read it.");
  const { version } = await pair.ben.open();
  expect(await remove(piece)).toMatchObject({ ok: true });
  expect(await adasPieces()).not.toContain(piece);
  const { view, shared } = await pair.ben.scene();
  expect(view.pieces.find((one) => one.piece === piece)).toMatchObject({
    opened: [{ version, takenBack: { on: expect.any(String) } }],
  });
  expect(shared).toMatchObject([{ is: "opened", piece, title: "" }]);
  expect(await pair.ben.hand.api.get(`/api/versions/${version}`)).toEqual(refuse("not-here"));
});

it("B6 leaves my pages at once, comes back by undo, and nothing of the other's view changes", async () => {
  const { ada, room } = pair;
  const before = await bensSide();
  const piece = await writeIn(ada, "Thrown away", "And wanted back.");
  held(await deleteLater(ada.hand.keyring, room, piece, 0));
  expect(await adasPieces()).not.toContain(piece);
  held(await keepAfterAll(ada.hand.keyring, piece));
  expect(await adasPieces()).toContain(piece);
  expect(ada.hand.keyring.index.current().pieces[piece]).not.toHaveProperty("goesAt");
  expect(await bensSide()).toBe(before);
});

it("B7 is destroyed when its time has come, also by a page that was opened later; never before", async () => {
  const { ada, room } = pair;
  const piece = await writeIn(ada, "Thrown away", "For good.");
  const { index } = ada.hand.keyring;
  held(await deleteLater(ada.hand.keyring, room, piece, 0));
  const forgotten: PieceId[] = [];
  const device = { forget: async (one: PieceId) => void forgotten.push(one) };
  finishDeletions(ada.hand, device, () => UNDO_TIME - 1)();
  expect(index.current().pieces[piece]).toBeDefined();
  const gone = new Promise<void>((resolve) => {
    index.subscribe(({ gone: all }) => known(all)?.includes(piece) && resolve());
  });
  const stop = finishDeletions(ada.hand, device, () => UNDO_TIME);
  await gone;
  stop();
  expect(index.current().pieces[piece]).toBeUndefined();
  expect(await ada.hand.api.post(`/api/pieces/${piece}/delete`, {})).toEqual(refuse("not-here"));
  held(await keepAfterAll(ada.hand.keyring, piece));
  expect(await adasPieces()).not.toContain(piece);
});

it("B7 what another device offered meanwhile is not destroyed, and shows again", async () => {
  const { ada, room } = pair;
  const piece = await offerIn(ada, "Offered meanwhile", "By the other device.");
  held(await deleteLater(ada.hand.keyring, room, piece, 0));
  expect(await destroy(ada.hand, memoryDevice(), piece)).toEqual(refuse("still-offered"));
  expect(await adasPieces()).toContain(piece);
});
