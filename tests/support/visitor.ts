import { Agent } from "node:http";
import { io, type Socket } from "socket.io-client";
import type { GateRequest } from "#domain/consent/commands.ts";
import type { PersonId, PieceId, RoomId } from "#domain/ids.ts";
import { LIVE_PATH, type ClientToServer, type ServerToClient } from "#domain/presence.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import { ask, socketHeaders, type RawAnswer } from "./raw-request.ts";
import { RoomActs, type Gate, type Somebody } from "./room-acts.ts";
import { newId, some } from "./some.ts";
import type { Served } from "./served.ts";
import { WireClient } from "./wire-client.ts";

/** Somebody with a browser: a session, and a page that hears the news. */
export class Visitor {
  readonly who: Somebody;
  readonly #served: Served;
  readonly token: string;
  /** Lets go of a connection well before the server would, which could meet a request on its way. */
  readonly agent = new Agent({ keepAlive: true, timeout: 2000 });
  #page: Socket<ServerToClient, ClientToServer> | null = null;
  /** The rooms that were said to have moved, in order. */
  readonly #news: RoomId[] = [];
  #wake: () => void = () => undefined;
  /** A room of one's own, in which nothing happens but for {@link Visitor.toldAfter}. */
  readonly #apart = { room: newId<RoomId>(), piece: newId<PieceId>(), sealedKey: some(60) };

  constructor(served: Served, who: Somebody, token: string) {
    this.#served = served;
    this.who = who;
    this.token = token;
  }

  /** The answer as it came. */
  raw(method: string, path: string, body?: unknown): Promise<RawAnswer> {
    const { token, agent } = this;
    return ask(this.#served.origin, { method, path, token, body, agent });
  }

  async ask(method: "GET" | "POST", path: string, body?: unknown): Promise<Result<unknown>> {
    const { status, text } = await this.raw(method, path, body);
    if (status >= 500) throw new Error([status, text, ...this.#served.faults].join("\n"));
    const answer = JSON.parse(text) as { readonly code: string };
    return status === 200 ? ok(answer) : refuse(answer.code);
  }

  async dial(piece: PieceId): Promise<WireClient> {
    const { origin } = this.#served;
    const url = `${origin.replace("http", "ws")}/sync/${piece}`;
    return new WireClient(url, { headers: socketHeaders(origin, this.token) }).opened();
  }

  /** Begins to hear the news. */
  async listen(): Promise<void> {
    const { origin } = this.#served;
    const page: Socket<ServerToClient, ClientToServer> = io(origin, {
      path: LIVE_PATH,
      transports: ["websocket"],
      reconnection: false,
      forceNew: true,
      extraHeaders: socketHeaders(origin, this.token),
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
   * How often this room was said to have moved. What was said before now has arrived when the answer to
   * a call for nobody, which is said after it, has.
   */
  async heard(room: RoomId): Promise<number> {
    const page = this.#openPage();
    const nobody = page.io.socket("/nobody");
    await new Promise<void>((resolve) => nobody.once("connect_error", () => resolve()));
    this.#openPage();
    return this.#news.filter((one) => one === room).length;
  }

  /** A page whose connection has ended hears nothing, which is not to say that there was nothing. */
  #openPage(): Socket<ServerToClient, ClientToServer> {
    if (!this.#page?.connected) throw new Error("no page is open");
    return this.#page;
  }

  /** Until what is done in the room apart has been told here, and all that was to be told before it. */
  async #untilToldApart(): Promise<void> {
    const { room: apart, piece: id, sealedKey } = this.#apart;
    await this.ask("POST", "/api/rooms", { id: apart });
    const before = this.#news.filter((one) => one === apart).length;
    await this.ask("POST", "/api/pieces", { id, room: apart, sealedKey });
    while (this.#news.filter((one) => one === apart).length === before) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** What this page is told after it said something: the answers to that, and what else has come by then. */
  async toldAfter(
    say: (page: Socket<ServerToClient, ClientToServer>) => void,
  ): Promise<readonly string[]> {
    const page = this.#page;
    if (!page) throw new Error("no page is open");
    const told: string[] = [];
    const hear = (event: string, message: unknown) => {
      const { room } = { room: undefined, ...(message as { readonly room?: RoomId }) };
      if (room !== this.#apart.room) told.push(`${event} ${JSON.stringify(message)}`);
    };
    page.onAny(hear);
    say(page);
    await this.#untilToldApart();
    page.offAny(hear);
    return told;
  }

  async back(): Promise<void> {
    if (this.#page) await this.listen();
  }

  leave(): void {
    this.agent.destroy();
    this.#page?.disconnect();
  }
}

/** What two people do in a room of a server that runs. */
export class ServedActs extends RoomActs {
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
export function gateOver(as: (person: PersonId) => Visitor): Gate {
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
