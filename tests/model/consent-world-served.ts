import { Agent } from "node:http";
import { io, type Socket } from "socket.io-client";
import { expect } from "vitest";
import { toBase64Url } from "#domain/bytes.ts";
import type { GateRequest } from "#domain/consent/commands.ts";
import type { PersonId, PieceId, RoomId } from "#domain/ids.ts";
import { LIVE_PATH, type ClientToServer, type ServerToClient } from "#domain/presence.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { RoomSummary } from "#domain/rooms.ts";
import { CLOSE } from "#domain/sync/frame.ts";
import { createDatabaseAccounts } from "#server/store/accounts-database.ts";
import type { Database } from "#server/store/database.ts";
import { createDatabaseLedger } from "#server/store/ledger-database.ts";
import { ask, socketHeaders } from "#tests/support/raw-request.ts";
import { RoomActs, type Gate } from "#tests/support/room-acts.ts";
import {
  newId,
  random,
  some,
  somebody,
  someClaim,
  someInvitation,
  type Somebody,
} from "#tests/support/room-world.ts";
import type { Served } from "#tests/support/served.ts";
import { WireClient } from "#tests/support/wire-client.ts";
import { Sockets } from "./consent-sockets.ts";
import type { World } from "./consent-world.ts";

/** Somebody with a browser: a session, and a page that hears the news. */
class Visitor {
  readonly who: Somebody;
  readonly #served: Served;
  readonly #token: string;
  #agent = new Agent({ keepAlive: true });
  #page: Socket<ServerToClient, ClientToServer> | null = null;
  /** The rooms that were said to have moved, in order. */
  readonly #news: RoomId[] = [];
  #wake: () => void = () => undefined;
  /** A room of one's own, in which nothing happens but for {@link Visitor.heard}. */
  readonly #apart = { room: newId<RoomId>(), piece: newId<PieceId>(), sealedKey: some(60) };

  constructor(served: Served, who: Somebody, token: string) {
    this.#served = served;
    this.who = who;
    this.#token = token;
  }

  async ask(method: "GET" | "POST", path: string, body?: unknown): Promise<Result<unknown>> {
    const sent = { method, path, token: this.#token, body };
    const { status, text } = await ask(this.#served.origin, sent, this.#agent);
    const answer = JSON.parse(text) as { readonly code: string };
    return status === 200 ? ok(answer) : refuse(answer.code);
  }

  async dial(piece: PieceId): Promise<WireClient> {
    const { origin } = this.#served;
    const url = `${origin.replace("http", "ws")}/sync/${piece}`;
    return new WireClient(url, { headers: socketHeaders(origin, this.#token) }).opened();
  }

  /** Begins to hear the news. */
  async listen(): Promise<void> {
    await this.ask("POST", "/api/rooms", { id: this.#apart.room });
    await this.#open();
  }

  async #open(): Promise<void> {
    const { origin } = this.#served;
    const page: Socket<ServerToClient, ClientToServer> = io(origin, {
      path: LIVE_PATH,
      transports: ["websocket"],
      reconnection: false,
      forceNew: true,
      extraHeaders: socketHeaders(origin, this.#token),
    });
    this.#page = page;
    page.on("moved", ({ room }) => {
      this.#news.push(room);
      this.#wake();
    });
    await new Promise<void>((resolve, reject) => {
      page.once("connect", resolve).once("connect_error", reject);
    });
  }

  /**
   * How often this room was said to have moved. What was said before now has arrived when what is done
   * in the room apart, which is said after it, has.
   */
  async heard(room: RoomId): Promise<number> {
    const { room: apart, piece: id, sealedKey } = this.#apart;
    const before = this.#news.filter((one) => one === apart).length;
    await this.ask("POST", "/api/pieces", { id, room: apart, sealedKey });
    while (this.#news.filter((one) => one === apart).length === before) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    return this.#news.filter((one) => one === room).length;
  }

  async back(): Promise<void> {
    this.#agent.destroy();
    this.#agent = new Agent({ keepAlive: true });
    if (this.#page) await this.#open();
  }

  leave(): void {
    this.#page?.disconnect();
    this.#agent.destroy();
  }
}

class ServedActs extends RoomActs {
  readonly consent: Gate;
  readonly ada: Somebody;
  readonly bo: Somebody;
  readonly room = newId<RoomId>();
  now: number;

  constructor(consent: Gate, ada: Somebody, bo: Somebody, now: number) {
    super();
    this.consent = consent;
    this.ada = ada;
    this.bo = bo;
    this.now = now;
  }
}

/** The gate as it is reached over HTTP. */
function gateOver(as: (person: PersonId) => Visitor): Gate {
  const get = (person: PersonId, path: string) => as(person).ask("GET", path);
  const post = (person: PersonId, path: string, body: unknown) =>
    as(person).ask("POST", path, body);
  const nothing = async (answer: Promise<Result<unknown>>) => {
    const said = await answer;
    return said.ok ? ok(null) : said;
  };
  // What comes over the wire is what the model compares: its types are taken on trust.
  return {
    run: (person: PersonId, request: GateRequest) => nothing(post(person, "/api/gate", request)),
    view: (person: PersonId, room: RoomId) => get(person, `/api/rooms/${room}`),
    chain: (person: PersonId, room: RoomId) => get(person, `/api/chain/${room}`),
    record: (person: PersonId, room: RoomId) => get(person, `/api/record/${room}`),
    version: (person: PersonId, version: string) => get(person, `/api/versions/${version}`),
    makePiece: (person: PersonId, input: unknown) => nothing(post(person, "/api/pieces", input)),
    deletePiece: (person: PersonId, piece: PieceId) =>
      nothing(post(person, `/api/pieces/${piece}/delete`, {})),
  } as Gate;
}

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
