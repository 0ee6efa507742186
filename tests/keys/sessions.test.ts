import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SESSION_COOKIE, sessionTokenIn, type Session, type SessionView } from "#domain/account.ts";
import { toBase64Url } from "#domain/bytes.ts";
import type { PersonId } from "#domain/ids.ts";
import { sha256 } from "#server/auth/names.ts";
import {
  accountWorld,
  newcomer,
  PASSWORD,
  type AccountWorld,
  type Device,
} from "#tests/support/account-world.ts";

const DAY = 24 * 60 * 60 * 1000;

let world: AccountWorld;
let ada: Awaited<ReturnType<typeof newcomer>>;
beforeEach(async () => {
  world = await accountWorld();
  ada = await newcomer(world);
});

const tokenOf = (device: Device) => {
  const token = sessionTokenIn(device.api.cookie());
  if (!token) throw new Error("there is no session");
  return token;
};

async function elsewhere({ remember = false } = {}): Promise<Device> {
  const device = world.device();
  const credentials = { name: ada.name, password: PASSWORD, remember };
  if (!(await device.account.signIn(credentials)).ok) throw new Error("signing in was refused");
  return device;
}

async function list(device: Device): Promise<readonly SessionView[]> {
  const listed = await device.api.get("/api/account/sessions");
  if (!listed.ok) throw new Error(listed.refusal.code);
  return (listed.value as { sessions: SessionView[] }).sessions;
}

afterEach(() => void vi.useRealTimers());

/** Time passes, and with it what waits for it. */
async function passTo(time: number): Promise<void> {
  while (world.time.now < time) {
    const step = Math.min(10_000, time - world.time.now);
    world.time.now += step;
    await vi.advanceTimersByTimeAsync(step);
  }
}

describe("a browser that signs in", () => {
  it("W1 is shown on those that were there before, until one says that it was them", async () => {
    const told: string[] = [];
    world.sessions.onArrival((person) => void told.push(person));
    expect((await list(ada)).map(({ arrival }) => arrival)).toEqual([null]);
    world.time.now += 1;
    const phone = await elsewhere();
    world.time.now += 1;
    const library = await elsewhere();
    expect(told).toHaveLength(2);
    const browser = "some browser on some device";
    const arrived = async (device: Device) =>
      (await list(device)).flatMap(({ arrival }) => (arrival ? [arrival] : []));
    const both = [1, 2].map((at) => ({ at: 1_750_000_000_000 + at, browser }));
    expect(await arrived(ada)).toEqual(both);
    expect(await arrived(phone)).toEqual(both.slice(1));
    expect(await arrived(library)).toEqual([]);

    const [, second, third] = await list(ada);
    const recognise = (device: Device, which = "") =>
      device.api.post("/api/account/sessions/recognise", { which });
    // It can say nothing of itself, and the younger nothing of the older.
    await recognise(library, third?.id);
    await recognise(library, second?.id);
    expect(await arrived(ada)).toEqual(both);
    expect(told).toHaveLength(2);
    await recognise(phone, third?.id);
    expect(await arrived(ada)).toEqual(both.slice(0, 1));
    await recognise(ada, second?.id);
    expect(await arrived(ada)).toEqual([]);
    expect(told).toHaveLength(4);
    const person = ada.account.keyring.current()?.person as PersonId;
    const rows = await world.store.sessionsOf(person);
    expect(rows.map(({ arrival }) => arrival)).toEqual([null, null, null]);
    // A browser that is ended is not to be recognised any more.
    world.time.now += 1;
    await elsewhere();
    const last = (await list(ada)).at(-1);
    expect(told).toHaveLength(5);
    await ada.api.post("/api/account/sessions/end", { which: last?.id });
    expect(told).toHaveLength(6);
  });

  it("W1 is called what it calls itself, roughly, where somebody is to hear of it", async () => {
    const agent = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    const person = ada.account.keyring.current()?.person as PersonId;
    const [first] = await world.store.sessionsOf(person);
    expect(first?.arrival).toBeNull();
    world.time.now += 1;
    const device = world.device(agent);
    await device.account.signIn({ name: ada.name, password: PASSWORD, remember: false });
    const [, second] = await world.store.sessionsOf(person);
    expect(second?.arrival).toBe("Firefox on Linux");
  });

  it("W1 is not known for longer than 30 days", async () => {
    world.time.now += 1;
    const phone = await elsewhere({ remember: true });
    world.time.now += 30 * DAY;
    await phone.api.get("/api/account");
    expect((await list(ada)).filter(({ arrival }) => arrival)).toHaveLength(1);
    world.time.now += 1;
    await phone.api.get("/api/account");
    expect((await list(ada)).filter(({ arrival }) => arrival)).toEqual([]);
  });
});

describe("a session", () => {
  it("K26 has its token in the cookie and nowhere else", async () => {
    const token = tokenOf(ada);
    expect(ada.wire.join()).not.toContain(toBase64Url(token));
    const session = await world.store.sessionByToken(sha256(token));
    expect(session?.person).toBe(ada.account.keyring.current()?.person);
    expect(JSON.stringify(session)).not.toContain(toBase64Url(token));
    expect(await world.store.sessionByToken(token)).toBeNull();
  });

  it("K26 shows the day it began and the day it was last seen, not the hour", async () => {
    const here = await elsewhere({ remember: true });
    world.time.now += 3 * DAY + 5000;
    await here.api.get("/api/account");
    const sessions = await list(here);
    expect(sessions).toHaveLength(2);
    const mine = sessions.find((session) => session.here);
    expect(mine).toEqual({ ...mine, since: "2025-06-15", seen: "2025-06-18" });
    const stored = await world.store.sessionByToken(sha256(tokenOf(here)));
    expect((stored?.seenAt ?? 1) % DAY).toBe(0);
  });

  it("K26 ends when it is told to, and whoever holds its sockets hears of it", async () => {
    const there = await elsewhere();
    const ended: Session[] = [];
    const stop = world.sessions.onEnded((session) => ended.push(session));
    const other = (await list(ada)).find((session) => !session.here);
    expect((await ada.api.post("/api/account/sessions/end", { which: other?.id })).ok).toBe(true);
    const person = ada.account.keyring.current()?.person;
    expect(ended).toEqual([{ id: other?.id, person }]);
    expect(await there.api.get("/api/account")).toEqual({
      ok: false,
      refusal: { code: "not-signed-in" },
    });
    expect(there.api.cookie()).toBe("");
    expect(await list(ada)).toHaveLength(1);

    const again = await elsewhere();
    expect((await again.api.post("/api/account/sessions/end", { which: "others" })).ok).toBe(true);
    expect((await ada.api.get("/api/account")).ok).toBe(false);
    expect((await again.api.get("/api/account")).ok).toBe(true);
    expect(ended).toHaveLength(2);

    stop();
    await again.account.signOut();
    expect(ended).toHaveLength(2);
    expect(again.api.cookie()).toBe("");
    expect(await world.store.sessionsOf(person as PersonId)).toEqual([]);
  });

  it("K26 of somebody else cannot be ended", async () => {
    const guest = await newcomer(world);
    const [theirs] = await list(guest);
    expect((await ada.api.post("/api/account/sessions/end", { which: theirs?.id })).ok).toBe(true);
    expect((await guest.api.get("/api/account")).ok).toBe(true);
  });

  it("K26 ends after 180 days unseen, and not before", async () => {
    for (let month = 0; month < 8; month++) {
      world.time.now += 30 * DAY;
      expect((await ada.api.get("/api/account")).ok).toBe(true);
    }
    world.time.now += 181 * DAY;
    const token = tokenOf(ada);
    expect((await ada.api.get("/api/account")).ok).toBe(false);
    expect(await world.store.sessionByToken(sha256(token))).toBeNull();
  });

  it("K26 ends after two days unseen on a shared device", async () => {
    const guest = await elsewhere();
    world.time.now += 1 * DAY;
    expect((await guest.api.get("/api/account")).ok).toBe(true);
    world.time.now += 3 * DAY;
    expect((await guest.api.get("/api/account")).ok).toBe(false);
    expect((await ada.api.get("/api/account")).ok).toBe(true);
  });

  it("W2 ends by its age while nobody asks for anything", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const guest = await elsewhere();
    const ended: Session[] = [];
    world.sessions.onEnded((session) => ended.push(session));
    const { id } = (await list(guest)).find(({ here }) => here) ?? {};
    const dayBegan = world.time.now - (world.time.now % DAY);
    const lapse = dayBegan + 2 * DAY + 1;
    await passTo(lapse - 1);
    expect(ended).toEqual([]);
    await passTo(lapse + 500);
    expect(ended).toEqual([{ id, person: ada.account.keyring.current()?.person }]);
    expect((await ada.api.get("/api/account")).ok).toBe(true);
  });

  it("K26 is read from the one cookie that has it", () => {
    const token = tokenOf(ada);
    const pair = `${SESSION_COOKIE}=${toBase64Url(token)}`;
    expect(sessionTokenIn(`a=1; ${pair}; b=2`)).toEqual(token);
    expect(sessionTokenIn(`${SESSION_COOKIE}=short; ${pair}`)).toEqual(token);
    for (const none of [
      null,
      undefined,
      "",
      "a=1",
      `x${pair}`,
      `${SESSION_COOKIE}=`,
      SESSION_COOKIE,
    ])
      expect(sessionTokenIn(none)).toBeNull();
  });
});
