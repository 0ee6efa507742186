import type { NewSession, Session, Sessions, SessionView } from "#domain/account.ts";
import { SESSION_TOKEN_BYTES } from "#domain/account.ts";
import { toBase64Url } from "#domain/bytes.ts";
import { ID_BYTES, type PersonId } from "#domain/ids.ts";
import type { Clock, Randomness } from "#domain/ports.ts";
import type { AccountStore, StoredSession } from "../store/accounts.ts";
import { sha256 } from "./names.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A session that nobody used for this long is over: of a remembered device, and of a shared one. */
const UNSEEN_MS = { remembered: 180 * DAY_MS, shared: 2 * DAY_MS } as const;

/** So long after the password was given, it is asked for again, in milliseconds. */
const CONFIRMED_MS = 5 * 60 * 1000;

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
  /** The password has just been given in it. */
  readonly confirm: (session: Session) => Promise<void>;
  /** Tells the listeners. */
  readonly tellEnded: (ended: readonly StoredSession[]) => void;
};

export function createSessions({ store, clock, randomness }: SessionsOptions): SessionKeeper {
  const listeners = new Set<(session: Session) => void>();

  function tellEnded(ended: readonly StoredSession[]): void {
    for (const { id, person } of ended) for (const tell of listeners) tell({ id, person });
  }

  async function end(
    person: PersonId,
    which: { only: string } | { except: string | null },
  ): Promise<void> {
    tellEnded(await store.endSessions(person, which));
  }

  return {
    begin: (person, remember) => {
      const token = randomness.bytes(SESSION_TOKEN_BYTES);
      const id = toBase64Url(randomness.bytes(ID_BYTES));
      const now = clock.now();
      return {
        row: {
          tokenHash: sha256(token),
          id,
          person,
          createdAt: now,
          seenAt: dayOf(now),
          confirmedAt: now,
          remember,
        },
        begun: { session: { id, person }, token, remember },
      };
    },
    find: async (token) => {
      const tokenHash = sha256(token);
      const session = await store.sessionByToken(tokenHash);
      if (!session) return null;
      const now = clock.now();
      const unseen = session.remember ? UNSEEN_MS.remembered : UNSEEN_MS.shared;
      if (now - session.seenAt > unseen) {
        await end(session.person, { only: session.id });
        return null;
      }
      // A day is all that is known of when somebody was here.
      if (dayOf(now) > session.seenAt) await store.touchSession(tokenHash, dayOf(now));
      return { id: session.id, person: session.person };
    },
    confirm: ({ person, id }) => store.confirmSession(person, id, clock.now()),
    isConfirmed: async ({ person, id }) => {
      const row = (await store.sessionsOf(person)).find((session) => session.id === id);
      const since = clock.now() - (row?.confirmedAt ?? -Infinity);
      return since >= 0 && since < CONFIRMED_MS;
    },
    list: async (here) => {
      const rows = await store.sessionsOf(here.person);
      return rows.map((row) => viewOf(row, here.id));
    },
    end: (person, id) => end(person, { only: id }),
    endAll: (person, except) => end(person, { except: except ?? null }),
    onEnded: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tellEnded,
  };
}

const dayOf = (time: number): number => time - (time % DAY_MS);

const viewOf = (row: StoredSession, here: string): SessionView => ({
  id: row.id,
  since: new Date(row.createdAt).toISOString().slice(0, 10),
  seen: new Date(row.seenAt).toISOString().slice(0, 10),
  here: row.id === here,
});
