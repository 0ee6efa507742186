import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idOf, ID_BYTES, type PersonId } from "#domain/ids.ts";
import { createDatabaseAccounts } from "#server/store/accounts-database.ts";
import { createMemoryAccounts } from "#server/store/accounts-memory.ts";
import type { AccountStore, StoredAccount, StoredSession } from "#server/store/accounts.ts";
import { openDatabase, type Database } from "#server/store/database.ts";
import { migrate } from "#server/store/migrate.ts";
import { freshPostgres } from "#tests/support/postgres.ts";

const random = (length: number) => new Uint8Array(randomBytes(length));

function someAccount(): StoredAccount {
  return {
    person: idOf<PersonId>(random(ID_BYTES)),
    nameHash: random(32),
    opaqueRecord: randomBytes(192).toString("base64url"),
    signingKey: random(32),
    boxKey: random(32),
    identity: random(92),
    recoveryHash: random(32),
    byPassword: random(60),
    byWords: random(60),
    index: { version: 0, sealed: random(4096) },
  };
}

function someSession(person: PersonId, createdAt = 1_700_000_000_000): StoredSession {
  const id = randomBytes(16).toString("base64url");
  const times = { createdAt, seenAt: createdAt, confirmedAt: createdAt };
  return {
    tokenHash: random(32),
    id,
    person,
    ...times,
    remember: true,
    arrival: "Firefox on Linux",
  };
}

type Opened = { readonly store: AccountStore; readonly close: () => Promise<void> };

async function onDatabase(url: string, close: () => Promise<void>): Promise<Opened> {
  await migrate(url);
  const database: Database = await openDatabase(url);
  return {
    store: createDatabaseAccounts(database),
    close: async () => {
      await database.close();
      await close();
    },
  };
}

const STORES: Readonly<Record<string, () => Promise<Opened>>> = {
  memory: async () => ({ store: createMemoryAccounts(), close: async () => {} }),
  SQLite: async () => {
    const place = await mkdtemp(path.join(tmpdir(), "accounts-"));
    return onDatabase(`file:${path.join(place, "test.db")}`, () => rm(place, { recursive: true }));
  },
  PostgreSQL: async () => onDatabase(await freshPostgres(), async () => {}),
};

describe.each(Object.entries(STORES))("accounts in %s", (_name, open) => {
  let opened: Opened;
  let store: AccountStore;
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
  });
  afterAll(() => opened.close());

  async function made(): Promise<{ account: StoredAccount; session: StoredSession }> {
    const account = someAccount();
    const session = someSession(account.person);
    expect(await store.create(account, session)).toBe(true);
    return { account, session };
  }

  it("gives back an account as it was put in, by name and by person", async () => {
    const { account } = await made();
    expect(await store.byName(account.nameHash)).toEqual(account);
    expect(await store.byPerson(account.person)).toEqual(account);
    const { opaqueRecord, recoveryHash } = account;
    expect(await store.proofsOf(account.nameHash)).toEqual({ opaqueRecord, recoveryHash });
    expect(await store.isNameTaken(account.nameHash)).toBe(true);
  });

  it("knows nobody by a name or an id that nobody has", async () => {
    expect(await store.byName(random(32))).toBeNull();
    expect(await store.proofsOf(random(32))).toBeNull();
    expect(await store.byPerson(someAccount().person)).toBeNull();
    expect(await store.isNameTaken(random(32))).toBe(false);
  });

  it("takes neither a name nor a person twice, and keeps nothing of what it refuses", async () => {
    const { account } = await made();
    const sameName = { ...someAccount(), nameHash: account.nameHash };
    const samePerson = { ...someAccount(), person: account.person };
    const refused = someSession(sameName.person);
    expect(await store.create(sameName, refused)).toBe(false);
    expect(await store.create(samePerson, someSession(samePerson.person))).toBe(false);
    expect(await store.byPerson(sameName.person)).toBeNull();
    expect(await store.sessionByToken(refused.tokenHash)).toBeNull();
    expect(await store.byName(account.nameHash)).toEqual(account);
  });

  it("takes a name once when two want it in the same instant", async () => {
    const nameHash = random(32);
    const both = [someAccount(), someAccount()].map((account) => ({ ...account, nameHash }));
    const taken = await Promise.all(
      both.map((account) => store.create(account, someSession(account.person))),
    );
    expect(taken.sort()).toEqual([false, true]);
  });

  it("O4 replaces the words with the index, only if both still are what they were", async () => {
    const { account } = await made();
    const { person, recoveryHash } = account;
    const next = { recoveryHash: random(32), byWords: random(60) };
    const sealed = random(4096);
    const words = { ...next, index: { version: 0, sealed } };
    expect(await store.changeWords(person, random(32), words)).toBe(false);
    const late = { ...words, index: { version: 1, sealed } };
    expect(await store.changeWords(person, recoveryHash, late)).toBe(false);
    expect(await store.byPerson(person)).toEqual(account);
    expect(await store.changeWords(person, recoveryHash, words)).toBe(true);
    expect(await store.changeWords(person, recoveryHash, late)).toBe(false);
    expect(await store.byPerson(person)).toEqual({
      ...account,
      ...next,
      index: { version: 1, sealed },
    });
    expect(await store.sessionsOf(person)).toHaveLength(1);
  });

  it("sets the index only on the version that stands", async () => {
    const { account } = await made();
    const [first, second] = [random(4096), random(8192)];
    expect(await store.replaceIndex(account.person, 0, first)).toBe(true);
    expect(await store.replaceIndex(account.person, 0, second)).toBe(false);
    expect((await store.byPerson(account.person))?.index).toEqual({ version: 1, sealed: first });
    expect(await store.replaceIndex(account.person, 1, second)).toBe(true);
    expect((await store.byPerson(account.person))?.index).toEqual({ version: 2, sealed: second });
  });

  it("lets one of two devices set the index when both try at once", async () => {
    const { account } = await made();
    const done = await Promise.all(
      [1, 2, 3].map(() => store.replaceIndex(account.person, 0, random(64))),
    );
    expect(done.filter(Boolean)).toHaveLength(1);
  });

  it("replaces everything at recovery, ends every session and begins one", async () => {
    const { account, session } = await made();
    const other = someSession(account.person, session.createdAt + 1);
    expect(await store.addSession(other, account.opaqueRecord)).toBe(true);
    const renewal = someAccount();
    const { opaqueRecord, recoveryHash, byPassword, byWords } = renewal;
    const index = { version: 0, sealed: random(4096) };
    const replacing = { opaqueRecord, recoveryHash, byPassword, byWords, index };
    const fresh = someSession(account.person, session.createdAt + 2);

    expect(await store.renew(account.person, random(32), replacing, fresh)).toBeNull();
    const stale = { ...replacing, index: { ...index, version: 7 } };
    expect(await store.renew(account.person, account.recoveryHash, stale, fresh)).toBeNull();
    expect(await store.byPerson(account.person)).toEqual(account);
    expect(await store.sessionsOf(account.person)).toEqual([session, other]);

    const ended = await store.renew(account.person, account.recoveryHash, replacing, fresh);
    expect(ended).toEqual([session, other]);
    expect(await store.byPerson(account.person)).toEqual({
      ...account,
      ...replacing,
      index: { version: 1, sealed: index.sealed },
    });
    expect(await store.sessionsOf(account.person)).toEqual([fresh]);
    expect(await store.renew(account.person, account.recoveryHash, replacing, fresh)).toBeNull();
  });

  it("replaces the password once for a record, and ends every other session", async () => {
    const { account, session } = await made();
    const other = someSession(account.person, session.createdAt + 1);
    await store.addSession(other, account.opaqueRecord);
    const { opaqueRecord, byPassword } = someAccount();
    const password = { opaqueRecord, byPassword };
    const change = (expected: string) =>
      store.changePassword(account.person, expected, password, session.id);

    expect(await change("another")).toBeNull();
    expect(await change(account.opaqueRecord)).toEqual([other]);
    expect(await change(account.opaqueRecord)).toBeNull();
    expect(await store.byPerson(account.person)).toEqual({ ...account, ...password });
    expect(await store.sessionsOf(account.person)).toEqual([session]);
  });

  it("begins a session only on the record that let it begin", async () => {
    const { account } = await made();
    const session = someSession(account.person);
    expect(await store.addSession(session, "another")).toBe(false);
    expect(await store.sessionByToken(session.tokenHash)).toBeNull();
    expect(await store.addSession(session, account.opaqueRecord)).toBe(true);
    expect(await store.sessionByToken(session.tokenHash)).toEqual(session);
  });

  it("ends one session, all others, or all, and only this person's", async () => {
    const { account, session: first } = await made();
    const { account: somebodyElse, session: theirs } = await made();
    const [second, third] = [1, 2].map((later) =>
      someSession(account.person, first.createdAt + later),
    ) as [StoredSession, StoredSession];
    await store.addSession(second, account.opaqueRecord);
    await store.addSession(third, account.opaqueRecord);

    expect(await store.endSessions(account.person, { only: theirs.id })).toEqual([]);
    expect(await store.endSessions(account.person, { only: second.id })).toEqual([second]);
    expect(await store.endSessions(account.person, { except: first.id })).toEqual([third]);
    expect(await store.endSessions(account.person, { except: null })).toEqual([first]);
    expect(await store.sessionsOf(account.person)).toEqual([]);
    expect(await store.sessionsOf(somebodyElse.person)).toEqual([theirs]);
  });

  it("notes on which day a session was seen", async () => {
    const { account, session } = await made();
    await store.touchSession(session.tokenHash, session.seenAt + 86_400_000);
    expect(await store.sessionsOf(account.person)).toEqual([
      { ...session, seenAt: session.seenAt + 86_400_000 },
    ]);
  });

  it("K31 keeps when the password was last given in a session", async () => {
    const account = someAccount();
    const session = someSession(account.person);
    await store.create(account, session);
    await store.confirmSession(account.person, session.id, 1_700_000_009_000);
    expect(await store.sessionsOf(account.person)).toEqual([
      { ...session, confirmedAt: 1_700_000_009_000 },
    ]);
  });

  it("W1 forgets what browser a session is once that is said to be known", async () => {
    const { account, session } = await made();
    await store.recognise(account.person, session.id);
    expect(await store.sessionsOf(account.person)).toEqual([{ ...session, arrival: null }]);
  });

  it("K32 takes no index that arrives while the account is erased", async () => {
    for (const later of ["index", "erasure"]) {
      const { account, session } = await made();
      const index = () => store.replaceIndex(account.person, 0, random(64));
      const erasure = () => store.erase(account.person, session.createdAt);
      await Promise.all(later === "index" ? [erasure(), index()] : [index(), erasure()]);
      const left = await store.byPerson(account.person);
      expect(left?.index).toEqual({ version: 0, sealed: new Uint8Array(0) });
    }
  });

  it("K32 erases an account but for its id and its public keys", async () => {
    const account = someAccount();
    const session = someSession(account.person);
    await store.create(account, session);
    expect(await store.erase(account.person, 1_700_000_009_000)).toEqual([session]);
    expect(await store.byName(account.nameHash)).toBeNull();
    expect(await store.proofsOf(account.nameHash)).toBeNull();
    expect(await store.sessionByToken(session.tokenHash)).toBeNull();
    const { person, signingKey, boxKey } = account;
    const left = await store.byPerson(person);
    expect(left).toMatchObject({ person, signingKey, boxKey, opaqueRecord: "" });
    expect(left?.identity).toHaveLength(0);
    expect(left?.byPassword).toHaveLength(0);
    expect(left?.index.sealed).toHaveLength(0);
    expect(await store.replaceIndex(person, 0, random(64))).toBe(false);
    expect((await store.byPerson(person))?.index.sealed).toHaveLength(0);
    const successor = { ...someAccount(), nameHash: account.nameHash };
    expect(await store.create(successor, someSession(successor.person))).toBe(true);
  });
});
