import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toBase64Url } from "#domain/bytes.ts";
import type { PieceId, VersionId } from "#domain/ids.ts";
import type { KeysFinish } from "#domain/new-keys.ts";
import type { NewKeys } from "#server/new-keys.ts";
import { createDatabaseAccounts } from "#server/store/accounts-database.ts";
import { openDatabase } from "#server/store/database.ts";
import { createDatabaseLedger } from "#server/store/ledger-database.ts";
import { migrate } from "#server/store/migrate.ts";
import { createDatabaseNewKeys } from "#server/store/new-keys-database.ts";
import type { NewKeysStore } from "#server/store/new-keys.ts";
import { createDatabaseRooms } from "#server/store/rooms-database.ts";
import { changeOf, newKeysIn, renewed, type Renewed } from "#tests/support/key-change.ts";
import { freshPostgres } from "#tests/support/postgres.ts";
import {
  memoryStores,
  newId,
  offering,
  RoomWorld,
  some,
  someInvitation,
  type Stores,
} from "#tests/support/room-world.ts";

type All = Stores & { readonly newKeys: NewKeysStore };
type Opened = { readonly stores: All; readonly close: () => Promise<void> };

async function onDatabase(url: string, close: () => Promise<void>): Promise<Opened> {
  const database = await openDatabase(url);
  return {
    stores: {
      accounts: createDatabaseAccounts(database),
      ledger: createDatabaseLedger(database),
      rooms: createDatabaseRooms(database),
      newKeys: createDatabaseNewKeys(database),
    },
    close: async () => {
      await database.close();
      await close();
    },
  };
}

const STORES: Readonly<Record<string, () => Promise<Opened>>> = {
  memory: async () => ({ stores: memoryStores(), close: async () => {} }),
  SQLite: async () => {
    const place = await mkdtemp(path.join(tmpdir(), "new-keys-"));
    const url = `file:${path.join(place, "test.db")}`;
    await migrate(url);
    return onDatabase(url, () => rm(place, { recursive: true }));
  },
  PostgreSQL: async () => onDatabase(await freshPostgres(), async () => {}),
};

describe.each(Object.entries(STORES))("new keys in %s", (_name, open) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  let world: RoomWorld;
  let service: NewKeys;
  let next: Renewed;
  let change: KeysFinish;
  let session: { readonly kept: string; readonly expected: string };
  /** A piece of Ada's, with a version that stands offered; and one of Bo's that she has opened. */
  let hers: PieceId;
  let mine: VersionId;
  let read: VersionId;
  beforeEach(async () => {
    world = await RoomWorld.paired(opened.stores);
    const { ada, bo } = world;
    hers = await world.begin(ada);
    mine = await world.offer(ada, hers);
    const his = await world.begin(bo);
    read = await world.offer(bo, his);
    await world.run(ada, his, { kind: "open", version: read });
    service = newKeysIn(world, opened.stores.newKeys);
    next = renewed(ada);
    change = await changeOf(world, service, ada, next);
    const { accounts } = opened.stores;
    const account = await accounts.byPerson(ada.person);
    const [kept] = await accounts.sessionsOf(ada.person);
    session = { kept: kept?.id ?? "", expected: account?.opaqueRecord ?? "" };
    await accounts.addSession(
      {
        tokenHash: new Uint8Array(randomBytes(32)),
        id: some(16),
        person: ada.person,
        createdAt: 1,
        seenAt: 1,
        confirmedAt: 1,
        remember: true,
        arrival: null,
      },
      session.expected,
    );
  });

  const replace = () => service.replace(world.ada.person, change, session);

  /** Everything that new keys replace. */
  async function everything() {
    const { accounts, ledger } = opened.stores;
    const loaded = await ledger.load(world.ada.person, world.room);
    return {
      account: await accounts.byPerson(world.ada.person),
      sessions: (await accounts.sessionsOf(world.ada.person)).map(({ id }) => id),
      room: loaded?.me,
      pieces: loaded?.holdings.pieces,
      entries: loaded?.holdings.entries.map(({ event }) => event.type),
      versions: [await ledger.version(mine), await ledger.version(read)],
    };
  }

  it("N1 replace everything that hangs on the old ones, in one step", async () => {
    const before = await everything();
    const seen = () => opened.stores.ledger.load(world.bo.person, world.room);
    await seen();
    const ended = await replace();
    expect(ended.ok && ended.value.map(({ id }) => id)).toEqual(before.sessions.slice(1));
    const after = await everything();
    const { record, signingKey, boxKey, identity, byPassword, byWords, recoveryHash } = change;
    expect(after.account).toEqual({
      ...before.account,
      ...{ signingKey, boxKey, identity, byPassword, byWords, recoveryHash },
      opaqueRecord: record,
      index: { version: 1, sealed: change.index.sealed },
    });
    expect(after.sessions).toEqual([session.kept]);
    expect(after.room).toMatchObject({
      sealedRoomKey: change.rooms.find(({ room }) => room === world.room)?.key,
      signingKey: toBase64Url(signingKey),
    });
    expect((await seen())?.other).toMatchObject({
      signingKey: toBase64Url(signingKey),
      boxKey: toBase64Url(boxKey),
    });
    const piece = after.pieces?.find((one) => one.piece === hers);
    expect(piece?.keys).toEqual([change.pieces[0]?.sealed]);
    expect(after.entries?.sort()).toEqual([...(before.entries ?? []), "keys-changed"].sort());
    expect(after.versions).toMatchObject([
      { ownerKey: change.versions[0]?.ownerKey, wrappedKey: before.versions[0]?.wrappedKey },
      { wrappedKey: change.received[0]?.wrappedKey, ownerKey: before.versions[1]?.ownerKey },
    ]);
  });

  it("N1 change nothing at all if anything has moved since", async () => {
    const { ada, bo } = world;
    const { accounts, rooms } = opened.stores;
    const moves: Readonly<Record<string, () => Promise<unknown>>> = {
      "a device wrote the index": () => accounts.replaceIndex(ada.person, 0, new Uint8Array(8)),
      "a piece was begun": () => world.begin(ada),
      "a version was offered": () => world.offer(ada, hers),
      "a room was made": () => rooms.make(newId(), ada.person, 1),
    };
    for (const [what, move] of Object.entries(moves)) {
      await move();
      const before = await everything();
      expect(await replace(), what).toMatchObject({ refusal: { code: "moved-on" } });
      expect(await everything(), what).toEqual(before);
      change = { ...(await changeOf(world, service, ada, next)), record: change.record };
    }
    // What the other does meanwhile does not hinder it.
    await world.offer(bo, await world.begin(bo));
    expect(await replace()).toMatchObject({ ok: true });
  });

  it("N1 are made once when two devices make them at once", async () => {
    const other = await changeOf(world, service, world.ada, renewed(world.ada));
    const done = await Promise.all([replace(), service.replace(world.ada.person, other, session)]);
    expect(done.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const { entries } = await everything();
    expect(entries?.filter((type) => type === "keys-changed")).toHaveLength(1);
  });

  it("N1 or an offer come first, never half of each", async () => {
    const { ada } = world;
    const piece = await world.begin(ada);
    change = await changeOf(world, service, ada, next);
    const version = newId<VersionId>();
    const command = await world.signed(ada, piece, offering(version));
    const [made, offered] = await Promise.all([replace(), world.run(ada, piece, command)]);
    const stored = await opened.stores.ledger.version(version);
    if (made.ok) {
      // Signed by the old keys: refused after them, or void.
      expect(["done", "bad-statement"]).toContain(offered);
      const view = (await world.view(ada)).pieces.find((one) => one.piece === piece);
      if (offered === "done") expect(view).toMatchObject({ versions: [{ state: "ended" }] });
      else expect(stored).toBeNull();
    } else {
      expect(offered).toBe("done");
    }
  });

  it("N5 withdraw open links", async () => {
    const room = newId<typeof world.room>();
    await world.rooms.make(world.ada.person, room);
    const { token, made } = someInvitation();
    await world.rooms.invite(world.ada.person, room, made);
    change = await changeOf(world, service, world.ada, next);
    const link = async () =>
      (await opened.stores.ledger.load(world.ada.person, room))?.invitation ?? null;
    expect(await link()).not.toBeNull();
    expect(await replace()).toMatchObject({ ok: true });
    expect(await world.rooms.look(token, null)).toMatchObject({ ok: false });
    expect(await link()).toBeNull();
  });
});
