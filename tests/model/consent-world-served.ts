import { expect } from "vitest";
import { toBase64Url } from "#domain/bytes.ts";
import type { PersonId, RoomId } from "#domain/ids.ts";
import { refuse } from "#domain/result.ts";
import type { RoomSummary } from "#domain/room-view.ts";
import { CLOSE } from "#domain/sync/frame.ts";
import { createDatabaseAccounts } from "#server/store/accounts-database.ts";
import { openDatabase, type Database } from "#server/store/database.ts";
import type { AccountStore } from "#server/store/accounts.ts";
import { createDatabaseLedger } from "#server/store/ledger-database.ts";
import { random, somebody, someClaim, someInvitation } from "#tests/support/room-world.ts";
import { startServed, type Served } from "#tests/support/served.ts";
import { gateOver, ServedActs, Visitor } from "#tests/support/visitor.ts";
import { Sockets } from "./consent-sockets.ts";
import type { World } from "./consent-world.ts";

/** Noon on a Monday: nobody's quiet hours. */
const NOON = Date.UTC(2025, 10, 3, 12);

/** A server that the model has for itself. */
export type ForModel = {
  /** Two new people before it. */
  readonly world: () => Promise<World>;
  readonly remove: () => Promise<void>;
};

/** Starts what `buildServed` made. */
export async function startForModel(): Promise<ForModel> {
  const served = await startServed(NOON);
  const database = await openDatabase(served.databaseUrl);
  const come = coming(served, createDatabaseAccounts(database), NOON);
  const stranger = await come();
  return {
    world: async () => {
      await served.setClock(NOON);
      return onServer(served, database, [await come(), await come(), stranger], NOON);
    },
    remove: async () => {
      await database.close();
      await served.remove();
    },
  };
}

/** Somebody new, who is signed in. */
const coming =
  (served: Served, accounts: AccountStore, at: number) => async (): Promise<Visitor> => {
    const token = random(32);
    return new Visitor(served, await somebody(accounts, { token, at }), toBase64Url(token));
  };

/** Two people and a stranger before a server that runs. `database` is its own, beside it. */
async function onServer(
  served: Served,
  database: Database,
  visitors: readonly [ada: Visitor, bo: Visitor, stranger: Visitor],
  now: number,
): Promise<World> {
  const accounts = createDatabaseAccounts(database);
  const ledger = createDatabaseLedger(database);
  const as = (person: PersonId) => {
    const visitor = visitors.find(({ who }) => who.person === person);
    if (!visitor) throw new Error("nobody has this id");
    return visitor;
  };
  const [ada, bo, { person: stranger }] = [visitors[0].who, visitors[1].who, visitors[2].who];
  const acts = new ServedActs(gateOver(as), ada, bo, now);
  await pair(as(ada.person), as(bo.person), acts.room);
  for (const { person } of [ada, bo]) await as(person).listen();
  const sockets = new Sockets((person, piece) => as(person).dial(piece));
  /** As if they had just given their password. */
  const confirmed = async (person: PersonId) => {
    const [session] = await accounts.sessionsOf(person);
    await accounts.confirmSession(person, session?.id ?? "", acts.now);
  };

  return {
    acts,
    gate: acts.consent,
    list: async (person) => {
      const answer = await as(person).ask("GET", "/api/rooms");
      if (!answer.ok) throw new Error(answer.refusal.code);
      return (answer.value as { readonly rooms: readonly RoomSummary[] }).rooms;
    },
    exported: async (person, room) => {
      await confirmed(person);
      const all = await as(person).ask("GET", "/api/export");
      const record = await as(person).ask("GET", `/api/export/${room}`);
      if (!all.ok) return record;
      const { rooms } = all.value as { readonly rooms: readonly RoomSummary[] };
      return { rooms: rooms.filter((one) => one.room === room), record };
    },
    bug: {},
    stranger,
    probes: 1,
    sockets,
    mayConnect: async (person, piece) => {
      const client = await as(person).dial(piece);
      client.send({ type: "hello", cursor: 0 });
      const first = await client.read();
      client.socket.terminate();
      return first ? "open" : client.closed;
    },
    tick: async (ms) => {
      acts.now += ms;
      await served.setClock(acts.now);
    },
    heard: (person) => as(person).heard(acts.room),
    stored: ledger.version,
    deleteAccount: async (side) => {
      const { person } = acts[side];
      await confirmed(person);
      expect(await as(person).ask("POST", "/api/account/delete", {})).toMatchObject({ ok: true });
      // Their own pieces were erased, and their session has ended: with either their sockets end.
      for (const code of await sockets.endedOf(person)) {
        expect([CLOSE.notHere, CLOSE.notSignedIn]).toContain(code);
      }
      const gone = await as(person).ask("GET", `/api/rooms/${acts.room}`);
      expect(gone).toEqual(refuse("not-signed-in"));
      as(person).leave();
    },
    restart: async (by) => {
      await served[by]();
      await sockets.ended();
      await served.startAgain();
      for (const { person } of [ada, bo]) {
        if ((await accounts.sessionsOf(person)).length > 0) await as(person).back();
      }
      await as(stranger).back();
    },
    faults: () => served.faults,
    close: async () => {
      await sockets.close();
      for (const visitor of visitors) visitor.leave();
    },
  };
}

async function pair(ada: Visitor, bo: Visitor, room: RoomId): Promise<void> {
  const { token, made } = someInvitation();
  const answers = [
    await ada.ask("POST", "/api/rooms", { id: room }),
    await ada.ask("POST", `/api/rooms/${room}/invitation`, made),
    await bo.ask("POST", "/api/invitation/claim", someClaim(token)),
  ];
  for (const answer of answers) expect(answer).toMatchObject({ ok: true });
}
