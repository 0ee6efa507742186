import { expect } from "vitest";
import { toBase64Url } from "#domain/bytes.ts";
import type { PersonId, RoomId } from "#domain/ids.ts";
import { refuse } from "#domain/result.ts";
import type { RoomSummary } from "#domain/room-view.ts";
import { CLOSE } from "#domain/sync/frame.ts";
import { createDatabaseAccounts } from "#server/store/accounts-database.ts";
import type { Database } from "#server/store/database.ts";
import { createDatabaseLedger } from "#server/store/ledger-database.ts";
import { random, somebody, someClaim, someInvitation } from "#tests/support/room-world.ts";
import type { Served } from "#tests/support/served.ts";
import { gateOver, ServedActs, Visitor } from "#tests/support/visitor.ts";
import { Sockets } from "./consent-sockets.ts";
import type { World } from "./consent-world.ts";

/** Two new people and a stranger before a server that runs. `database` is its own, beside it. */
export async function onServer(served: Served, database: Database, now: number): Promise<World> {
  const accounts = createDatabaseAccounts(database);
  const ledger = createDatabaseLedger(database);
  await served.setClock(now);

  const visitors = new Map<PersonId, Visitor>();
  const as = (person: PersonId) => {
    const visitor = visitors.get(person);
    if (!visitor) throw new Error("nobody has this id");
    return visitor;
  };
  const come = async () => {
    const token = random(32);
    const who = await somebody(accounts, { token, at: now });
    visitors.set(who.person, new Visitor(served, who, toBase64Url(token)));
    return who;
  };
  const [ada, bo, { person: stranger }] = [await come(), await come(), await come()];
  const acts = new ServedActs(gateOver(as), ada, bo, now);
  await pair(as(ada.person), as(bo.person), acts.room);
  for (const { person } of [ada, bo]) await as(person).listen();
  const sockets = new Sockets((person, piece) => as(person).dial(piece));

  return {
    acts,
    gate: acts.consent,
    list: async (person) => {
      const answer = await as(person).ask("GET", "/api/rooms");
      if (!answer.ok) throw new Error(answer.refusal.code);
      return (answer.value as { readonly rooms: readonly RoomSummary[] }).rooms;
    },
    stranger,
    probes: 2,
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
      const [session] = await accounts.sessionsOf(person);
      await accounts.confirmSession(person, session?.id ?? "", acts.now);
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
      for (const visitor of visitors.values()) visitor.leave();
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
