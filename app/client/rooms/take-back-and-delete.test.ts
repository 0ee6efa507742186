import { afterAll, beforeAll, expect, it } from "vitest";
import type { PieceId } from "#domain/ids.ts";
import { refuse } from "#domain/result.ts";
import {
  lightSecrets,
  offerIn,
  pairInNode,
  writeIn,
  type NodePair,
} from "#tests/support/pair-in-node.ts";
import { buildServed, startServed, type Served } from "#tests/support/served.ts";
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
  return takeBackAndDelete(ada.hand, room, view);
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
