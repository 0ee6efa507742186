import { rmSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PieceId, VersionId } from "#domain/ids.ts";
import { newPlace } from "#tests/support/place.ts";
import { newId, offering, RoomWorld, some } from "#tests/support/room-world.ts";
import { createDatabaseAccounts } from "./store/accounts-database.ts";
import { openDatabase, type Client, type Database } from "./store/database.ts";
import { createDatabaseLedger } from "./store/ledger-database.ts";
import { migrate } from "./store/migrate.ts";
import { createDatabaseRooms } from "./store/rooms-database.ts";

/** What was read of a room is kept; what it takes to answer shows in how often the database is asked. */
let place: string;
let database: Database;
let counted: Database;
let asked = 0;
let world: RoomWorld;

const storesOn = (on: Database) => ({
  accounts: createDatabaseAccounts(on),
  ledger: createDatabaseLedger(on),
  rooms: createDatabaseRooms(on),
});

beforeEach(async () => {
  place = newPlace("looking");
  const url = `file:${path.join(place, "looking.db")}`;
  await migrate(url);
  database = await openDatabase(url);
  const client = database.client.$extends({
    query: {
      $allOperations: ({ args, query }) => {
        asked++;
        return query(args);
      },
    },
  });
  // It does all that the client does that stores use.
  counted = { ...database, client: client as unknown as Client };
  world = await RoomWorld.paired(storesOn(counted));
});
afterEach(async () => {
  world.consent.close();
  await database.close();
  rmSync(place, { recursive: true });
});

/** How often the database is asked when Bo looks at the room, and what he sees. */
async function bosLook(): Promise<{ readonly asked: number; readonly view: string }> {
  const before = asked;
  const view = JSON.stringify(await world.view(world.bo));
  return { asked: asked - before, view };
}

/** It is the same as somebody reads who has read nothing before. */
async function readsTheSame(): Promise<void> {
  const anew = createDatabaseLedger(database);
  for (const { person } of [world.ada, world.bo]) {
    const kept = await world.stores.ledger.load(person, world.room);
    expect(kept).toEqual(await anew.load(person, world.room));
    expect(await world.stores.ledger.loadAside(person, world.room)).toEqual(kept);
  }
}

describe("G20 a look takes as long, whatever the other did", () => {
  it("quietly", async () => {
    const { ada, bo } = world;
    const draft = await world.begin(ada);
    const deleted = await world.begin(ada);
    const [letter, note] = [await world.begin(bo), await world.begin(bo)];
    const [opened, refused] = [await world.offer(bo, letter), newId<VersionId>()];
    const question = await world.question();
    const answer = newId<VersionId>();
    const waiting = newId<VersionId>();
    const offer = await world.signed(ada, draft, offering(waiting));
    if (offer.kind !== "offer") throw new Error("not an offer");
    const wait = { ...offer, kind: "wait", notBefore: world.now + 1000 } as const;
    await bosLook();
    const usual = await bosLook();

    const acts: Readonly<Record<string, () => Promise<unknown>>> = {
      "begins a draft": () => world.begin(ada),
      "begins the same draft again": () =>
        world.consent.makePiece(ada.person, { id: draft, room: world.room, sealedKey: some(60) }),
      "deletes a draft": () => world.consent.deletePiece(ada.person, deleted),
      "lets an offer wait": () => world.run(ada, draft, wait),
      "does not send it": () => world.run(ada, draft, { kind: "dont-send", version: waiting }),
      "lets what was used wait": () => world.run(ada, draft, wait),
      "opens what is at the door": () => world.run(ada, letter, { kind: "open", version: opened }),
      "says quiet hours": () =>
        world.act(ada, { kind: "set-quiet-hours", hours: { zone: "UTC", from: 1320, to: 420 } }),
      "chooses a pace": () => world.act(ada, { kind: "set-pace", pace: { every: "time" } }),
      "has seen what changed": () => world.act(ada, { kind: "seen" }),
      "puts an answer in": () => world.putIn(ada, question, answer),
      "takes it out": () => world.run(ada, question, { kind: "take-out", version: answer }),
      "puts it in once more": () => world.putIn(ada, question, answer),
      looks: () => world.view(ada),
    };
    for (const [what, act] of Object.entries(acts)) {
      await act();
      expect(await bosLook(), `Ada ${what}`).toEqual(usual);
      await readsTheSame();
    }

    await world.offer(bo, note, refused);
    await bosLook();
    const asUsual = await bosLook();
    await world.run(ada, note, { kind: "not-now", version: refused });
    expect(await bosLook(), "Ada puts it off").toEqual(asUsual);
    await world.run(ada, note, { kind: "no", version: refused });
    expect(await bosLook(), "Ada says no").toEqual(asUsual);
    await readsTheSame();
  });

  it("while there is a pause", async () => {
    const { ada, bo } = world;
    const draft = await world.begin(ada);
    const together = await world.together();
    await world.act(bo, { kind: "pause", minutes: null });
    await bosLook();
    const usual = await bosLook();
    const proposal = { kind: "propose", envelope: some(284), sealedKey: some(60) } as const;
    const acts: Readonly<Record<string, () => Promise<unknown>>> = {
      offers: () => world.offer(ada, draft),
      proposes: () => world.sign(ada, newId<PieceId>(), proposal),
      "asks a question": () => world.question(),
      closes: () => world.sign(ada, together, { kind: "close" }),
    };
    for (const [what, act] of Object.entries(acts)) {
      await act();
      expect((await bosLook()).asked, `Ada ${what}`).toBe(usual.asked);
      await readsTheSame();
    }
  });

  it("by leaving, by deleting the account, as by a pause", async () => {
    const costs: number[] = [];
    for (const act of ["pause", "leave", "delete"] as const) {
      const [ada, bo] = [world.ada.person, world.bo.person];
      await world.offer(world.ada, await world.begin(world.ada));
      await bosLook();
      if (act === "pause") await world.act(world.ada, { kind: "pause", minutes: null });
      if (act === "leave") await world.act(world.ada, { kind: "leave" });
      if (act === "delete") await world.depart(ada);
      costs.push((await bosLook()).asked);
      const anew = createDatabaseLedger(database);
      const kept = await world.stores.ledger.load(bo, world.room);
      expect(kept).toEqual(await anew.load(bo, world.room));
      world.consent.close();
      world = await RoomWorld.paired(storesOn(counted));
    }
    expect(new Set(costs).size).toBe(1);
  });

  it("before he first looks after the server began, and before she does", async () => {
    const [ada, bo] = [world.ada.person, world.bo.person];
    const firstLook = async (before: "loadAside" | null) => {
      const ledger = createDatabaseLedger(counted);
      if (before) await ledger[before](bo, world.room);
      const since = asked;
      await ledger.load(bo, world.room);
      return asked - since;
    };
    expect(await firstLook("loadAside")).toBe(await firstLook(null));
    const aside = async (bosLooks: boolean) => {
      const ledger = createDatabaseLedger(counted);
      await ledger.load(ada, world.room);
      if (bosLooks) await ledger.load(bo, world.room);
      const since = asked;
      await ledger.loadAside(bo, world.room);
      return asked - since;
    };
    expect(await aside(true), "nor does hers tell whether he looked").toBe(await aside(false));
  });
});
