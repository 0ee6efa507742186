import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { SESSION_COOKIE, type Session } from "#domain/account.ts";
import { toBase64Url } from "#domain/bytes.ts";
import type { PersonId, PieceId } from "#domain/ids.ts";
import { CLOSE } from "#domain/sync/frame.ts";
import { newId, random } from "#tests/support/room-world.ts";
import { createAdmission, type Admit } from "./admission.ts";

const cookies = `${SESSION_COOKIE}=${toBase64Url(random(32))}`;
const session: Session = { id: "one", person: newId<PersonId>() };
const piece = newId<PieceId>();

let server: WebSocketServer;
/** Who is signed in, asked each time. */
let find: () => Promise<Session | null>;
let connected: WebSocket[];
let ended: string[];
let admit: Admit;
beforeEach(async () => {
  server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  [connected, ended] = [[], []];
  admit = createAdmission({
    sessions: { find: () => find() },
    relay: {
      connect: async (socket) => void connected.push(socket),
      endSession: (id) => void ended.push(id),
    },
    logger: { error: () => undefined },
  });
});
afterEach(async () => {
  for (const socket of server.clients) socket.terminate();
  await new Promise((resolve) => server.close(resolve));
});

/** Both ends of an open socket. */
async function open(): Promise<{ readonly here: WebSocket; readonly there: WebSocket }> {
  const there = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const [[here]] = await Promise.all([once(server, "connection"), once(there, "open")]);
  return { here: here as WebSocket, there };
}

async function codeFor(cookie: string | undefined, which: PieceId | null): Promise<unknown> {
  const { here, there } = await open();
  const closed = once(there, "close");
  await admit(here, cookie, which);
  return (await closed)[0];
}

describe("the way in to a piece", () => {
  it("F26 is closed without a session, and to what is no piece", async () => {
    find = async () => session;
    expect(await codeFor(undefined, piece)).toBe(CLOSE.notSignedIn);
    expect(await codeFor(cookies, null)).toBe(CLOSE.notHere);
    find = async () => null;
    expect(await codeFor(cookies, piece)).toBe(CLOSE.notSignedIn);
    expect(connected).toEqual([]);
  });

  it("F26 ends a socket whose session ended while it came in", async () => {
    const { here } = await open();
    const answers = [session, null];
    find = async () => answers.shift() ?? null;
    await admit(here, cookies, piece);
    expect(connected).toEqual([here]);
    expect(ended).toEqual([session.id]);
  });

  it("leaves a socket in whose session goes on", async () => {
    const { here } = await open();
    find = async () => session;
    await admit(here, cookies, piece);
    expect(connected).toEqual([here]);
    expect(ended).toEqual([]);
  });

  it("holds on to no socket that broke meanwhile", async () => {
    const { here } = await open();
    find = async () => {
      here.terminate();
      return session;
    };
    await admit(here, cookies, piece);
    expect(connected).toEqual([]);
  });

  it("closes the socket when it cannot tell whose it is", async () => {
    const { here, there } = await open();
    find = () => Promise.reject(new Error("the store failed"));
    const closed = once(there, "close");
    await admit(here, cookies, piece);
    await closed;
    expect(connected).toEqual([]);
  });
});
