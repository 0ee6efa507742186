import { beforeEach, describe, expect, it } from "vitest";
import { toBase64Url } from "#domain/bytes.ts";
import type { PieceId, VersionId } from "#domain/ids.ts";
import type { OfferedView, PieceView } from "#domain/piece-view.ts";
import type { RoomView } from "#domain/room-view.ts";
import { changeKeys, changeOf, newKeysIn, renewed } from "#tests/support/key-change.ts";
import {
  memoryStores,
  newId,
  offering,
  RoomWorld,
  some,
  someClaim,
  someInvitation,
  type Somebody,
} from "#tests/support/room-world.ts";
import type { NewKeysStore } from "./store/new-keys.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let world: RoomWorld;
let store: NewKeysStore;
let ada: Somebody;
let bo: Somebody;
beforeEach(async () => {
  const { newKeys, ...stores } = memoryStores();
  world = await RoomWorld.paired(stores);
  store = newKeys;
  ({ ada, bo } = world);
});

const renew = async (who: Somebody) => {
  world.now += 1;
  return changeKeys(world, store, who);
};

/** Offers a version, knowing of so many changes of keys. */
async function offer(who: Somebody, piece: PieceId, keys: number): Promise<VersionId> {
  world.now += 1;
  const version = newId<VersionId>();
  expect(await world.sign(who, piece, { ...offering(version), keys })).toBe("done");
  return version;
}

const pieceIn = (view: RoomView, piece: PieceId): PieceView | null =>
  view.pieces.find((one) => one.piece === piece) ?? null;

async function offered(who: Somebody, piece: PieceId): Promise<readonly OfferedView["state"][]> {
  const view = pieceIn(await world.view(who), piece);
  if (view?.mode !== "own" || view.role !== "author") throw new Error("not one's own");
  return view.versions.map(({ state }) => state);
}

async function atDoor(who: Somebody, piece: PieceId): Promise<VersionId | null> {
  const view = pieceIn(await world.view(who), piece);
  return view?.mode === "own" && view.role === "reader" ? (view.door?.version ?? null) : null;
}

describe("new keys", () => {
  it("N2 are signed by the old ones, in the chain, which goes on with them", async () => {
    const piece = await world.together();
    const before = await world.consent.chain(bo.person, world.room);
    const next = await renew(bo);
    const after = await world.consent.chain(bo.person, world.room);
    if (!before.ok || !after.ok) throw new Error("no chain");
    expect(after.value.n).toBe(before.value.n + 1);
    const { other, keys } = await world.view(ada);
    expect(keys).toBe(1);
    expect(other?.keyChanges).toHaveLength(1);
    expect(other?.signingKey).toBe(toBase64Url(next.signingKey));

    const [, theirs] = await people(ada);
    expect(theirs?.before).toMatchObject([{ upTo: after.value.n, on: world.day }]);
    expect(await world.sign(bo, piece, { kind: "close" })).toBe("bad-statement");
    expect(await world.sign(next, piece, { kind: "close" })).toBe("done");
  });

  it("N2 are refused unless the old ones name just them, and they sign it too", async () => {
    const service = newKeysIn(world, store);
    const account = await world.stores.accounts.byPerson(ada.person);
    const next = renewed(ada);
    const good = await changeOf(world, service, ada, next);
    const rest = { kept: "", expected: account?.opaqueRecord ?? "" };
    const statementOf = async (who: Somebody, by = next) =>
      (await changeOf(world, service, who, by)).rooms;
    const stranger = { ...renewed(bo), person: ada.person };
    for (const bad of [
      { ...good, signingKey: stranger.signingKey },
      { ...good, boxKey: new Uint8Array(32).fill(9) },
      { ...good, rooms: await statementOf({ ...stranger }) },
      // Signed by the old, but the new key is somebody else's.
      { ...good, rooms: await statementOf(ada, { ...next, secretKey: stranger.secretKey }) },
    ]) {
      expect(await service.replace(ada.person, bad, rest)).toMatchObject({
        refusal: { code: "bad-statement" },
      });
    }
    expect(await service.replace(ada.person, good, rest)).toMatchObject({ ok: true });
  });

  it("N3 void what waits for an answer, both ways and alike; what was opened stays", async () => {
    const pieces = { hers: [] as PieceId[], his: [] as PieceId[] };
    for (const [who, list] of [
      [ada, pieces.hers],
      [bo, pieces.his],
    ] as const) {
      for (let i = 0; i < 2; i++) {
        const piece = await world.begin(who);
        list.push(piece);
        await offer(who, piece, 0);
      }
    }
    const [hers = newId<PieceId>()] = pieces.hers;
    const [his = newId<PieceId>()] = pieces.his;
    for (const [reader, piece] of [
      [bo, hers],
      [ada, his],
    ] as const) {
      const version = await atDoor(reader, piece);
      if (!version) throw new Error("nothing at the door");
      expect(await world.run(reader, piece, { kind: "open", version })).toBe("done");
    }

    await renew(ada);
    for (const piece of pieces.hers) expect(await offered(ada, piece)).toEqual(["ended"]);
    for (const piece of pieces.his) expect(await offered(bo, piece)).toEqual(["ended"]);
    for (const [reader, list] of [
      [bo, pieces.hers],
      [ada, pieces.his],
    ] as const) {
      const views = (await world.view(reader)).pieces.filter(({ piece }) => list.includes(piece));
      expect(views).toMatchObject([{ door: null, opened: [{}] }]);
    }
    // The card can still be taken back, and the piece be offered anew.
    const again = await offer(bo, his, 1);
    expect(await atDoor(ada, his)).toBe(again);
    expect(await offered(bo, his)).toEqual(["ended", "offered"]);
  });

  it("N3 void what was sealed before they were known, when it arrives after them", async () => {
    const piece = await world.begin(bo);
    await renew(ada);
    await offer(bo, piece, 0);
    expect(await offered(bo, piece)).toEqual(["ended"]);
    expect(await atDoor(ada, piece)).toBeNull();
  });

  it("N3 void what waits for its time, on both sides, and it is never released", async () => {
    const [hers, his] = [await world.begin(ada), await world.begin(bo)];
    for (const [who, piece] of [
      [ada, hers],
      [bo, his],
    ] as const) {
      await world.wait(who, piece, world.now + DAY);
    }
    await renew(ada);
    for (const [who, piece] of [
      [ada, hers],
      [bo, his],
    ] as const) {
      expect(pieceIn(await world.view(who), piece)).toMatchObject({ waiting: null });
    }
    world.now += 2 * DAY;
    for (const [reader, piece] of [
      [bo, hers],
      [ada, his],
    ] as const) {
      expect(pieceIn(await world.view(reader), piece)).toBeNull();
    }
    expect(await world.stores.ledger.due({})).toEqual([]);
  });

  it("N3 void proposals and answers that were put in; pieces together go on", async () => {
    const together = await world.together();
    const proposal = newId<PieceId>();
    const propose = { kind: "propose", envelope: some(284), sealedKey: some(60) } as const;
    expect(await world.sign(bo, proposal, propose)).toBe("done");
    const question = await world.question();
    expect(await world.putIn(ada, question)).toBe("done");
    const renewedBo = await renew(bo);

    expect(pieceIn(await world.view(ada), proposal)).toBeNull();
    const answering = { is: "answering", mine: null };
    expect(pieceIn(await world.view(ada), question)).toMatchObject({ state: answering });
    expect(pieceIn(await world.view(ada), together)).toMatchObject({ state: { is: "open" } });
    // An answer that is sealed for the new keys opens only with one that is, too.
    const { kind: _offer, envelope: _envelope, ...sealed } = offering(newId<VersionId>());
    const putIn = { kind: "put-in", ...sealed, keys: 1 } as const;
    expect(await world.sign(renewedBo, question, putIn)).toBe("done");
    expect(pieceIn(await world.view(ada), question)).toMatchObject({ state: answering });
    const mine = { ...putIn, version: newId<VersionId>() };
    expect(await world.sign(ada, question, mine)).toBe("done");
    expect(pieceIn(await world.view(ada), question)).toMatchObject({ state: { is: "opened" } });
  });

  it("N4 are not heard of in a pause, and are when it is over", async () => {
    const piece = await world.begin(bo);
    await offer(bo, piece, 0);
    await world.pause(bo, null);
    const [view, record] = [await world.view(bo), await people(bo)];
    const chain = await world.consent.chain(bo.person, world.room);
    world.announced.length = 0;
    await renew(ada);
    expect(world.announced).toEqual([ada.person]);
    expect(await world.view(bo)).toEqual(view);
    expect(await people(bo)).toEqual(record);
    expect(await world.consent.chain(bo.person, world.room)).toEqual(chain);
    // What is offered meanwhile queues as it would, and is void when the pause ends.
    const other = await world.begin(bo);
    await offer(bo, other, 0);
    expect(await offered(bo, other)).toEqual(["offered"]);

    await world.resume(bo);
    expect((await world.view(bo)).other?.keyChanges).toHaveLength(1);
    expect((await world.view(bo)).keys).toBe(1);
    expect([...(await offered(bo, piece)), ...(await offered(bo, other))]).toEqual([
      "ended",
      "ended",
    ]);
  });

  it("N4 are not heard of by whom somebody has left, whose last letter stays", async () => {
    const piece = await world.begin(ada);
    const version = newId<VersionId>();
    const signed = await world.signed(ada, piece, offering(version));
    if (signed.kind !== "offer") throw new Error("not an offer");
    await world.act(ada, { kind: "leave", goodbye: { piece, offer: signed } });
    const view = await world.view(bo);
    await renew(ada);
    expect(await world.view(bo)).toEqual(view);
    expect(await world.run(bo, piece, { kind: "open", version })).toBe("done");
  });

  it("N4 come to light before, once a removal that they have signed rests on them", async () => {
    const together = await world.together();
    await world.pause(ada, null);
    const next = await renew(ada);
    expect((await world.view(bo)).other?.keyChanges).toEqual([]);
    expect(await world.sign(next, together, { kind: "close" })).toBe("done");
    expect((await world.view(bo)).other?.keyChanges).toHaveLength(1);
  });

  it("N4 made before a pause stay known in it", async () => {
    await renew(ada);
    await world.pause(ada, 20);
    expect((await world.view(bo)).other?.keyChanges).toHaveLength(1);
    world.now += 30 * MINUTE;
    await world.pause(ada, 20);
    expect((await world.view(bo)).other?.keyChanges).toHaveLength(1);
  });

  it("N5 withdraw the links of who makes them, and tell nobody where nobody is", async () => {
    const alone = newId<typeof world.room>();
    await world.rooms.make(ada.person, alone);
    const { token, made } = someInvitation();
    await world.rooms.invite(ada.person, alone, made);
    expect((await world.rooms.look(token, null)).ok).toBe(true);
    const service = newKeysIn(world, store);
    const wrapped = await service.wrapped(ada.person);
    expect(wrapped.rooms.find(({ room }) => room === alone)).toEqual({
      room: alone,
      key: null,
      paired: false,
    });
    await renew(ada);
    for (const used of [
      await world.rooms.look(token, null),
      await world.rooms.claim(bo.person, someClaim(token)),
    ]) {
      expect(used).toMatchObject({ refusal: { code: "no-invitation" } });
    }
  });
});

async function people(who: Somebody) {
  const record = await world.consent.record(who.person, world.room);
  if (!record.ok) throw new Error(record.refusal.code);
  return record.value.people;
}
