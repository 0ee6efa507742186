import { once } from "node:events";
import { io } from "socket.io-client";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { createAccount, type Account } from "#client/account.ts";
import { nodeApi, type Api } from "#client/api.ts";
import { memoryVault } from "#client/keyring/device-vault.ts";
import { beginPiece } from "#client/rooms/own-pieces.ts";
import { beginRoom } from "#client/rooms/pairing.ts";
import { inProcessSecrets } from "#client/secrets/in-process.ts";
import type { SessionView } from "#domain/account.ts";
import type { PieceId } from "#domain/ids.ts";
import { LIVE_PATH } from "#domain/presence.ts";
import type { Result } from "#domain/result.ts";
import { CLOSE } from "#domain/sync/frame.ts";
import { ANOTHER, LIGHT, PASSWORD } from "#tests/support/account-world.ts";
import { buildServed, startServed, type Served } from "#tests/support/served.ts";

const NOW = Date.UTC(2025, 10, 3, 12);

let server: Served;
beforeAll(async () => {
  await buildServed();
  server = await startServed(NOW);
}, 60_000);
afterAll(() => server.remove());

type Browser = { readonly api: Api; readonly account: Account };

function browser(): Browser {
  const api = nodeApi(server.origin);
  const clock = { now: () => NOW };
  const secrets = inProcessSecrets(LIGHT);
  return { api, account: createAccount({ api, secrets, vault: memoryVault(), clock }) };
}

function held<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

/** Sockets that are open, and on which nothing moves. */
type Idle = { readonly closed: Promise<{ readonly at: number; readonly code: number }> };
const closers: (() => void)[] = [];

/** Both kinds of socket, as far in as they get: at the head of the log, hearing news. */
async function idle({ api }: Browser, piece: PieceId): Promise<Idle> {
  const headers = { cookie: api.cookie(), origin: api.origin };
  const live = io(api.origin, {
    path: LIVE_PATH,
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
    extraHeaders: headers,
  });
  const sync = new WebSocket(`${api.origin.replace("http", "ws")}/sync/${piece}`, { headers });
  closers.push(
    () => live.disconnect(),
    () => sync.terminate(),
  );
  await Promise.all([
    new Promise<void>((resolve) => live.once("connect", () => resolve())),
    once(sync, "open"),
  ]);
  const gone = new Promise<void>((resolve) => live.once("disconnect", () => resolve()));
  const closed = Promise.all([once(sync, "close"), gone]).then(([[code]]) => ({
    at: performance.now(),
    code: code as number,
  }));
  return { closed };
}
afterEach(() => {
  for (const close of closers.splice(0)) close();
  expect(server.faults).toEqual([]);
});

let here: Browser;
let there: Browser;
let name: string;
let piece: PieceId;
beforeEach(async () => {
  here = browser();
  ({ name } = held(
    await here.account.signUp({ word: "heron", password: PASSWORD, remember: true }),
  ));
  const { api } = here;
  const keyring = here.account.keyring.current();
  if (!keyring) throw new Error("nobody is unlocked");
  piece = held(
    await beginPiece({ api, keyring }, held(await beginRoom({ api, keyring }, "")), "letter"),
  );
  await server.setClock(NOW + 1);
  there = browser();
  held(await there.account.signIn({ name, password: PASSWORD, remember: true }));
});

async function sessionIds({ api }: Browser) {
  const { sessions } = held(await api.get("/api/account/sessions")) as {
    readonly sessions: readonly SessionView[];
  };
  return { here: idOf(sessions, true), there: idOf(sessions, false) };
}
const idOf = (sessions: readonly SessionView[], isHere: boolean) =>
  sessions.find((one) => one.here === isHere)?.id ?? "";

/** Milliseconds from when the act was answered until both sockets had closed. */
async function closes(
  sockets: Idle,
  act: () => Promise<unknown>,
  because: number = CLOSE.notSignedIn,
): Promise<number> {
  await act();
  const answered = performance.now();
  const { at, code } = await sockets.closed;
  expect(code).toBe(because);
  return at - answered;
}

describe("sockets on which nothing moves", () => {
  it("W2 close when their session is ended from another browser", async () => {
    const sockets = await idle(there, piece);
    const { there: which } = await sessionIds(here);
    const end = async () => held(await here.api.post("/api/account/sessions/end", { which }));
    expect(await closes(sockets, end)).toBeLessThan(1000);
  });

  it("W2 close when every other browser is signed out, and those here stay", async () => {
    const [mine, theirs] = [await idle(here, piece), await idle(there, piece)];
    const end = async () =>
      held(await here.api.post("/api/account/sessions/end", { which: "others" }));
    expect(await closes(theirs, end)).toBeLessThan(1000);
    expect(await Promise.race([mine.closed, here.api.get("/api/account")])).toMatchObject({
      ok: true,
    });
  });

  it("W2 close when their own browser signs out", async () => {
    const sockets = await idle(there, piece);
    expect(await closes(sockets, () => there.account.signOut())).toBeLessThan(1000);
  });

  it("W2 close when the password is changed elsewhere", async () => {
    const sockets = await idle(there, piece);
    const change = async () =>
      held(await here.account.changePassword({ current: PASSWORD, next: ANOTHER }));
    expect(await closes(sockets, change)).toBeLessThan(1000);
  });

  it("W2 close when somebody comes back by the recovery words", async () => {
    const sockets = await idle(there, piece);
    const words = here.account.pendingRecoveryWords()?.join(" ") ?? "";
    const recover = async () =>
      held(await browser().account.recover({ name, words, password: ANOTHER, remember: false }));
    expect(await closes(sockets, recover)).toBeLessThan(1000);
  });

  it("W2 close when new keys are made elsewhere", async () => {
    const sockets = await idle(there, piece);
    const renew = async () =>
      held(await here.account.newKeys({ current: PASSWORD, next: ANOTHER }));
    expect(await closes(sockets, renew)).toBeLessThan(1000);
  });

  it("W2 close when the account is deleted", async () => {
    const sockets = await idle(there, piece);
    const remove = async () => held(await here.account.deleteAccount());
    // Pieces of one's own go first.
    expect(await closes(sockets, remove, CLOSE.notHere)).toBeLessThan(1000);
  });

  it("W2 open no more on a cookie that is not good any more", async () => {
    const headers = { cookie: there.api.cookie(), origin: there.api.origin };
    const { there: which } = await sessionIds(here);
    held(await here.api.post("/api/account/sessions/end", { which }));
    const sync = new WebSocket(`${server.origin.replace("http", "ws")}/sync/${piece}`, { headers });
    expect((await once(sync, "close"))[0]).toBe(CLOSE.notSignedIn);
  });
});
