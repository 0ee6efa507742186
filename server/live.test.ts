import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { io, type Socket } from "socket.io-client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { SESSION_COOKIE, type Session } from "#domain/account.ts";
import { toBase64Url } from "#domain/bytes.ts";
import type { PageId, PersonId } from "#domain/ids.ts";
import { LIVE_PATH, type ClientToServer, type ServerToClient } from "#domain/presence.ts";
import { ADA, AGREEMENT, BO, id, ROOM } from "#tests/support/gate-scene.ts";
import { createLive, type Live } from "./live.ts";
import { createPresence } from "./presence.ts";

type ClientSocket = Socket<ServerToClient, ClientToServer>;

let http: Server;
let live: Live;
let origin: string;
let sessions: Map<string, Session>;
let endedListener: (session: Session) => void;
/** Ids of sessions that have an arrival to hear of. */
let arrivals: Set<string>;
let arrivalListener: (person: PersonId) => void;
let faults: string[];
const clients: ClientSocket[] = [];

beforeEach(async () => {
  http = createServer();
  sessions = new Map();
  arrivals = new Set();
  faults = [];
  live = createLive({
    sessions: {
      find: async (token) => sessions.get(toBase64Url(token)) ?? null,
      hasArrivals: async ({ id }) => arrivals.has(id),
      onArrival: (listener) => {
        arrivalListener = listener;
        return () => {};
      },
      onEnded: (listener) => {
        endedListener = listener;
        return () => {};
      },
    },
    presence: createPresence({ mayMeet: async () => true, turned: () => {} }),
    sameOrigin: (headers) => headers.origin === origin,
    logger: { error: (_details, message) => void faults.push(message) },
  });
  live.attach(http);
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  await live.close();
  http.closeAllConnections();
  await new Promise<void>((resolve) => http.close(() => resolve()));
  expect(faults).toEqual([]);
});

let signedIn = 0;
function signIn(person: PersonId): string {
  signedIn += 1;
  const token = toBase64Url(new Uint8Array(32).fill(signedIn));
  sessions.set(token, { id: `session ${signedIn}`, person });
  return token;
}

function connect(token: string | null, from = origin): ClientSocket {
  const cookie = token === null ? "" : `${SESSION_COOKIE}=${token}`;
  const client: ClientSocket = io(origin, {
    path: LIVE_PATH,
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
    extraHeaders: { origin: from, cookie },
  });
  clients.push(client);
  return client;
}
const opened = (client: ClientSocket) =>
  new Promise<string>((resolve) => {
    client.once("connect", () => resolve("open"));
    client.once("connect_error", (error) => resolve(error.message));
  });
const next = (client: ClientSocket, event: keyof ServerToClient) =>
  new Promise<unknown>((resolve) => client.once(event, (message?: unknown) => resolve(message)));
const closed = (client: ClientSocket) =>
  new Promise<string>((resolve) => client.once("disconnect", (reason) => resolve(reason)));

describe("live sockets", () => {
  it("R15 open for a page of ours that is signed in, and for nobody else", async () => {
    const token = signIn(ADA);
    expect(await opened(connect(token))).toBe("open");
    expect(await opened(connect(null))).toBe("not-signed-in");
    expect(await opened(connect(toBase64Url(new Uint8Array(32))))).toBe("not-signed-in");
    expect(await opened(connect(token, "https://elsewhere.example"))).toBe("websocket error");
  });

  it("R15 take no request that is not an upgrade", async () => {
    const response = await fetch(`${origin}${LIVE_PATH}/?EIO=4&transport=polling`, {
      headers: { origin, cookie: `${SESSION_COOKIE}=${signIn(ADA)}` },
    });
    expect(response.status).toBe(400);
  });

  it("R15 leave the other upgrades on their port alone", async () => {
    const other = new Promise<string | undefined>((resolve) => {
      http.on("upgrade", (request, socket) => {
        if (request.url !== "/sync/x") return;
        resolve(request.url);
        socket.destroy();
      });
    });
    const asked = new WebSocket(`${origin.replace("http", "ws")}/sync/x`);
    asked.on("error", () => {});
    expect(await other).toBe("/sync/x");
  });

  it("bring news to every page of a person, and to no other person", async () => {
    const [one, two, his] = [connect(signIn(ADA)), connect(signIn(ADA)), connect(signIn(BO))];
    await Promise.all([one, two, his].map(opened));
    const theirs: unknown[] = [];
    his.on("moved", (message) => void theirs.push(message));
    const news = Promise.all([next(one, "moved"), next(two, "moved")]);
    live.announce(ADA, ROOM);
    expect(await news).toEqual([{ room: ROOM }, { room: ROOM }]);
    const last = next(his, "moved");
    live.announce(BO, ROOM);
    await last;
    expect(theirs).toEqual([{ room: ROOM }]);
  });

  it("R12 carry presence, and end it with the socket", async () => {
    const [hers, his] = [connect(signIn(ADA)), connect(signIn(BO))];
    await Promise.all([opened(hers), opened(his)]);
    const alone = next(hers, "presence");
    const [herPage, hisPage] = [id<PageId>(41), id<PageId>(42)];
    hers.emit("presence", { piece: AGREEMENT, page: herPage, on: true });
    expect(await alone).toEqual({ piece: AGREEMENT, page: herPage, both: false });
    const together = Promise.all([next(hers, "presence"), next(his, "presence")]);
    his.emit("presence", { piece: AGREEMENT, page: hisPage, on: true });
    const both = { piece: AGREEMENT, both: true };
    expect(await together).toEqual([
      { ...both, page: herPage },
      { ...both, page: hisPage },
    ]);
    const again = next(hers, "presence");
    his.disconnect();
    expect(await again).toEqual({ piece: AGREEMENT, page: herPage, both: false });
  });

  it("R15 end with their session, and with that one alone", async () => {
    const token = signIn(ADA);
    const [one, other] = [connect(token), connect(signIn(ADA))];
    await Promise.all([opened(one), opened(other)]);
    const ended = Promise.all([next(one, "ended"), closed(one)]);
    const session = sessions.get(token);
    sessions.delete(token);
    if (session) endedListener(session);
    expect(await ended).toEqual([undefined, "io server disconnect"]);
    expect(other.connected).toBe(true);
  });

  it("W1 tell every page of a person that a browser has signed in, and who comes later too", async () => {
    const [one, his] = [connect(signIn(ADA)), connect(signIn(BO))];
    await Promise.all([one, his].map(opened));
    const theirs: unknown[] = [];
    his.on("arrival", () => void theirs.push("arrival"));
    const told = next(one, "arrival");
    arrivalListener(ADA);
    await told;
    const token = signIn(ADA);
    arrivals.add(sessions.get(token)?.id ?? "");
    await next(connect(token), "arrival");
    const last = next(his, "moved");
    live.announce(BO, ROOM);
    await last;
    expect(theirs).toEqual([]);
  });

  it("end for whoever sends what is no message", async () => {
    const one = connect(signIn(ADA));
    await opened(one);
    const gone = closed(one);
    one.emit("presence", { piece: "nothing", on: true } as never);
    expect(await gone).toBe("io server disconnect");
    const two = connect(signIn(ADA));
    await opened(two);
    const dropped = closed(two);
    two.emit("presence", { piece: AGREEMENT, on: true, more: "x".repeat(70_000) } as never);
    expect(await dropped).toMatch(/transport/);
  });
});
