import type { NewSession, Session, Sessions, SessionView } from "#domain/account.ts";
import { SESSION_TOKEN_BYTES } from "#domain/account.ts";
import { toBase64Url } from "#domain/bytes.ts";
import { ID_BYTES, type PersonId } from "#domain/ids.ts";
import type { Clock, Randomness } from "#domain/ports.ts";
import { createAlarm } from "../alarm.ts";
import type { AccountStore, StoredSession } from "../store/accounts.ts";
import { sha256 } from "./names.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A session that nobody used for this long is over: of a remembered device, and of a shared one. */
const UNSEEN_MS = { remembered: 180 * DAY_MS, shared: 2 * DAY_MS } as const;

/** So long after the password was given, it is asked for again, in milliseconds. */
const CONFIRMED_MS = 5 * 60 * 1000;

/** So long it is kept what browser signed in if nobody says whether it was them, in milliseconds. */
const ARRIVAL_MS = 30 * DAY_MS;

export type SessionsOptions = {
  readonly store: AccountStore;
  readonly clock: Clock;
  readonly randomness: Randomness;
};

/** A session that can be stored, and the token that only its browser will know. */
export type Beginning = { readonly row: StoredSession; readonly begun: NewSession };

/** What the account services need of sessions beside the public face. */
export type SessionKeeper = Sessions & {
  readonly begin: (person: PersonId, remember: boolean) => Beginning;
  /** The same, for a browser of whose arrival those that are signed in already shall hear. */
  readonly arrive: (person: PersonId, remember: boolean, browser: string) => Promise<Beginning>;
  /** Tells those who listen for arrivals. */
  readonly tellArrival: (person: PersonId) => void;
  /** The password has just been given in it. */
  readonly confirm: (session: Session) => Promise<void>;
  /** Tells the listeners. */
  readonly tellEnded: (ended: readonly StoredSession[]) => void;
  readonly close: () => void;
};

export function createSessions({ store, clock, randomness }: SessionsOptions): SessionKeeper {
  const listeners = new Set<(session: Session) => void>();
  const arrivalListeners = new Set<(person: PersonId) => void>();
  // Somebody may hold its sockets open and ask for nothing until long after its time.
  const lapses = createAlarm<string>(clock, (key) => {
    const [person, id] = key.split(" ") as [PersonId, string];
    void endIfLapsed(person, id).catch(() => lapses.set(key, clock.now() + 1000));
  });

  function tellEnded(ended: readonly StoredSession[]): void {
    for (const { id, person } of ended) for (const tell of listeners) tell({ id, person });
    // There is nothing to say of a browser any more that is signed out.
    for (const { arrival, person } of ended) if (arrival !== null) tellArrival(person);
  }

  function tellArrival(person: PersonId): void {
    for (const tell of arrivalListeners) tell(person);
  }

  const watch = (session: StoredSession) =>
    lapses.set(`${session.person} ${session.id}`, lapseOf(session));

  async function endIfLapsed(person: PersonId, id: string): Promise<void> {
    const session = (await store.sessionsOf(person)).find((row) => row.id === id);
    if (!session) return;
    if (lapseOf(session) <= clock.now()) await end(person, { only: id });
    else watch(session);
  }

  /** Those that somebody in this session is to be told of: it can say nothing of itself, nor of older ones. */
  async function arrivedSince({ person, id }: Session): Promise<readonly StoredSession[]> {
    const rows = await store.sessionsOf(person);
    const since = rows.find((row) => row.id === id)?.createdAt ?? Infinity;
    return rows.filter(({ arrival, createdAt }) => arrival !== null && createdAt > since);
  }

  function begin(person: PersonId, remember: boolean, arrival: string | null): Beginning {
    const token = randomness.bytes(SESSION_TOKEN_BYTES);
    const id = toBase64Url(randomness.bytes(ID_BYTES));
    const now = clock.now();
    const times = { createdAt: now, seenAt: dayOf(now), confirmedAt: now };
    return {
      row: { tokenHash: sha256(token), id, person, ...times, remember, arrival },
      begun: { session: { id, person }, token, remember },
    };
  }

  async function end(
    person: PersonId,
    which: { only: string } | { except: string | null },
  ): Promise<void> {
    tellEnded(await store.endSessions(person, which));
  }

  return {
    begin: (person, remember) => begin(person, remember, null),
    arrive: async (person, remember, browser) => {
      const isFirst = (await store.sessionsOf(person)).length === 0;
      return begin(person, remember, isFirst ? null : browser);
    },
    tellArrival,
    find: async (token) => {
      const tokenHash = sha256(token);
      const session = await store.sessionByToken(tokenHash);
      if (!session) return null;
      const { id, person, createdAt, arrival } = session;
      const now = clock.now();
      if (lapseOf(session) <= now) {
        await end(person, { only: id });
        return null;
      }
      // A day is all that is known of when somebody was here.
      const seenAt = Math.max(dayOf(now), session.seenAt);
      if (seenAt > session.seenAt) await store.touchSession(tokenHash, seenAt);
      watch({ ...session, seenAt });
      if (arrival !== null && now - createdAt > ARRIVAL_MS) await store.recognise(person, id);
      return { id, person };
    },
    confirm: ({ person, id }) => store.confirmSession(person, id, clock.now()),
    isConfirmed: async ({ person, id }) => {
      const row = (await store.sessionsOf(person)).find((session) => session.id === id);
      const since = clock.now() - (row?.confirmedAt ?? -Infinity);
      return since >= 0 && since < CONFIRMED_MS;
    },
    list: async (here) => {
      const arrived = new Set((await arrivedSince(here)).map(({ id }) => id));
      const rows = await store.sessionsOf(here.person);
      return rows.map((row) => viewOf(row, here.id, arrived.has(row.id)));
    },
    recognise: async (here, id) => {
      if (!(await arrivedSince(here)).some((row) => row.id === id)) return;
      await store.recognise(here.person, id);
      tellArrival(here.person);
    },
    hasArrivals: async (here) => (await arrivedSince(here)).length > 0,
    onArrival: (listener) => {
      arrivalListeners.add(listener);
      return () => void arrivalListeners.delete(listener);
    },
    end: (person, id) => end(person, { only: id }),
    endAll: (person, except) => end(person, { except: except ?? null }),
    onEnded: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tellEnded,
    close: () => lapses.close(),
  };
}

const dayOf = (time: number): number => time - (time % DAY_MS);

/** From when on it is over unless it is seen before. */
const lapseOf = ({ remember, seenAt }: StoredSession): number =>
  seenAt + (remember ? UNSEEN_MS.remembered : UNSEEN_MS.shared) + 1;

const viewOf = (row: StoredSession, here: string, hasArrived: boolean): SessionView => ({
  id: row.id,
  since: new Date(row.createdAt).toISOString().slice(0, 10),
  seen: new Date(row.seenAt).toISOString().slice(0, 10),
  here: row.id === here,
  arrival: hasArrived && row.arrival !== null ? { at: row.createdAt, browser: row.arrival } : null,
});
