import { afterAll, beforeAll, expect, it } from "vitest";
import { cleanCopy } from "#client/pieces/clean-copy.ts";
import { memoryDevice } from "#client/sync/memory-device.ts";
import type { DeviceStore } from "#client/sync/device-store.ts";
import type { PieceId } from "#domain/ids.ts";
import { openDatabase } from "#server/store/database.ts";
import { openFrameLog } from "#server/store/frame-log.ts";
import { createDatabaseLedger } from "#server/store/ledger-database.ts";
import { letterOf } from "#tests/support/letters.ts";
import { lightSecrets, pairInNode, writeIn, type NodePair } from "#tests/support/pair-in-node.ts";
import { buildServed, startServed, type Served } from "#tests/support/served.ts";
import { random } from "#tests/support/some.ts";
import { dropWhatIsGone, letGo, markAmends, note, unsayReply } from "./own-pieces.ts";
import { leaveWithGoodbye, offer } from "./versions.ts";

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

/** A letter of Ada's that is written to be let go of. */
async function releaseOf(words: string): Promise<PieceId> {
  const { ada, room } = pair;
  const piece = await writeIn(ada, "To let go", words);
  const entry = { kind: "letter", title: "To let go", room, form: "release" } as const;
  expect((await note(ada.hand.keyring, piece, entry)).ok).toBe(true);
  return piece;
}

/** A device that keeps something of this piece. */
async function deviceWith(piece: PieceId): Promise<DeviceStore> {
  const device = memoryDevice();
  const frame = { counter: 1, previous: random(16), hash: random(16), sealed: random(92) };
  await device.put(piece, {
    ...{ stream: "AQEBAQEBAQEBAQEBAQEBAQ" as never, epoch: 1, clientIds: [7] },
    frames: [frame],
  });
  return device;
}
const keeps = async (device: DeviceStore, piece: PieceId) =>
  (await device.load(piece)).outbox.length > 0;

/** What the database holds of a piece: its key, and its words. */
async function inDatabase(piece: PieceId) {
  const database = await openDatabase(server.databaseUrl);
  const log = openFrameLog(database);
  try {
    const keyed = await createDatabaseLedger(database).keyed([piece]);
    return { key: [...keyed].length > 0, log: (await log.pieces(null, 100)).includes(piece) };
  } finally {
    await log.close();
    await database.close();
  }
}

const bensSide = async () => JSON.stringify((await pair.ben.scene()).view);

it("P70 is not offered, and not left as a goodbye, whatever is handed over for it", async () => {
  const { ada } = pair;
  const piece = await releaseOf("A stone");
  const before = await bensSide();
  const copy = cleanCopy(letterOf("", "A stone"));
  if (!copy.ok) throw new Error(copy.refusal.code);
  const paired = await ada.paired();
  const envelope = { form: "version", kind: "letter", length: "short", weight: "heavy" } as const;
  const refused = { ok: false, refusal: { code: "never-offered" } };
  for (const at of [null, Date.now() + 3_600_000]) {
    expect(await offer(ada.hand, paired, piece, copy.value, envelope, at)).toEqual(refused);
  }
  expect(await leaveWithGoodbye(ada.hand, paired, piece, copy.value, envelope)).toEqual(refused);
  expect(await bensSide()).toBe(before);
});

it("P71 takes key and words from the server and from this device, for good", async () => {
  const { ada } = pair;
  const piece = await releaseOf("A heavier stone");
  const before = await bensSide();
  const device = await deviceWith(piece);
  expect(await inDatabase(piece)).toEqual({ key: true, log: true });
  expect(await letGo(ada.hand, device, piece)).toEqual({ ok: true, value: null });
  expect(await inDatabase(piece)).toEqual({ key: false, log: false });
  expect(await keeps(device, piece)).toBe(false);
  expect(ada.hand.keyring.index.current().pieces[piece]).toBeUndefined();
  expect((await ada.scene()).view.pieces.map((view) => view.piece)).not.toContain(piece);
  expect(await bensSide()).toBe(before);
});

it("P71 has every other device drop what it kept, at once or when it next looks", async () => {
  const { hand } = pair.ada;
  const [first, second] = [await releaseOf("One"), await releaseOf("Two")];
  const other = await deviceWith(second);
  const late = await deviceWith(first);
  const stop = dropWhatIsGone(hand.keyring, other);
  await letGo(hand, await deviceWith(first), first);
  await letGo(hand, await deviceWith(second), second);
  expect(await keeps(other, second)).toBe(false);
  stop();
  expect(await keeps(late, first)).toBe(true);
  dropWhatIsGone(hand.keyring, late)();
  expect(await keeps(late, first)).toBe(false);
});

it("P71 is done also if another device was first", async () => {
  const { hand } = pair.ada;
  const piece = await releaseOf("Gone already");
  await letGo(hand, await deviceWith(piece), piece);
  const device = await deviceWith(piece);
  expect(await letGo(hand, device, piece)).toEqual({ ok: true, value: null });
  expect(await keeps(device, piece)).toBe(false);
});

it("P73 forgets what a letter answers when its writer does not want it said", async () => {
  const { ada, room } = pair;
  const { keyring } = ada.hand;
  const piece = await writeIn(ada, "Back", "Words");
  await note(keyring, piece, { kind: "letter", title: "Back", room, replyTo: piece });
  await unsayReply(keyring, piece);
  expect(keyring.index.current().pieces[piece]).toEqual({ kind: "letter", title: "Back", room });
});

it("P75 is marked where nobody else looks: nothing of the other's changes", async () => {
  const { ada } = pair;
  const { keyring } = ada.hand;
  const piece = await writeIn(ada, "Marked", "Words");
  const before = await bensSide();
  await markAmends(keyring, piece, true);
  expect(keyring.index.current().pieces[piece]).toMatchObject({ amends: true });
  await markAmends(keyring, piece, false);
  expect(keyring.index.current().pieces[piece]).toMatchObject({ amends: false });
  expect(await bensSide()).toBe(before);
});
