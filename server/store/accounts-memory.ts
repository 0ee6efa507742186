import { sameBytes, toBase64Url } from "#domain/bytes.ts";
import type { PersonId } from "#domain/ids.ts";
import type { AccountStore, StoredAccount, StoredSession } from "./accounts.ts";
import type { KeyReplacement } from "./new-keys.ts";

/** {@link AccountStore} for tests and for a world that is not kept. */
export type MemoryAccounts = AccountStore & {
  /** The account's part in new keys: gives the ended sessions; `null`, and nothing, if it has moved. */
  readonly replaceKeys: (change: KeyReplacement) => readonly StoredSession[] | null;
};

export function createMemoryAccounts(): MemoryAccounts {
  const accounts = new Map<PersonId, StoredAccount>();
  const sessions = new Map<string, StoredSession>();
  const erased = new Set<PersonId>();

  const named = (nameHash: Uint8Array) =>
    [...accounts.values()].find(
      (account) => !erased.has(account.person) && sameBytes(account.nameHash, nameHash),
    ) ?? null;
  const rowsOf = (person: PersonId) =>
    [...sessions.values()]
      .filter((session) => session.person === person)
      .sort((a, b) => a.createdAt - b.createdAt);

  function add(session: StoredSession): void {
    sessions.set(toBase64Url(session.tokenHash), session);
  }
  function endWhere(person: PersonId, ends: (id: string) => boolean): readonly StoredSession[] {
    const ended = rowsOf(person).filter((session) => ends(session.id));
    for (const session of ended) sessions.delete(toBase64Url(session.tokenHash));
    return ended;
  }

  return {
    isNameTaken: async (nameHash) => named(nameHash) !== null,
    create: async (account, session) => {
      if (accounts.has(account.person) || named(account.nameHash)) return false;
      accounts.set(account.person, account);
      add(session);
      return true;
    },
    byName: async (nameHash) => named(nameHash),
    byPerson: async (person) => accounts.get(person) ?? null,
    proofsOf: async (nameHash) => {
      const account = named(nameHash);
      return account && { opaqueRecord: account.opaqueRecord, recoveryHash: account.recoveryHash };
    },
    renew: async (person, expected, renewal, session) => {
      const account = accounts.get(person);
      const { version, sealed } = renewal.index;
      if (!account || erased.has(person)) return null;
      if (!sameBytes(account.recoveryHash, expected)) return null;
      if (account.index.version !== version) return null;
      accounts.set(person, { ...account, ...renewal, index: { version: version + 1, sealed } });
      const ended = endWhere(person, () => true);
      add(session);
      return ended;
    },
    changeWords: async (person, expected, words) => {
      const account = accounts.get(person);
      const { version, sealed } = words.index;
      if (!account || erased.has(person) || account.index.version !== version) return false;
      if (!sameBytes(account.recoveryHash, expected)) return false;
      accounts.set(person, { ...account, ...words, index: { version: version + 1, sealed } });
      return true;
    },
    changePassword: async (person, expected, password, kept) => {
      const account = accounts.get(person);
      if (account?.opaqueRecord !== expected) return null;
      accounts.set(person, { ...account, ...password });
      return endWhere(person, (id) => id !== kept);
    },
    replaceIndex: async (person, version, sealed) => {
      const account = accounts.get(person);
      if (account?.index.version !== version || erased.has(person)) return false;
      const index = { version: version + 1, sealed: new Uint8Array(sealed) };
      accounts.set(person, { ...account, index });
      return true;
    },
    addSession: async (session, expected) => {
      if (accounts.get(session.person)?.opaqueRecord !== expected) return false;
      add(session);
      return true;
    },
    sessionByToken: async (tokenHash) => sessions.get(toBase64Url(tokenHash)) ?? null,
    sessionsOf: async (person) => rowsOf(person),
    confirmSession: async (person, id, at) => {
      const session = rowsOf(person).find((row) => row.id === id);
      if (session) add({ ...session, confirmedAt: at });
    },
    replaceKeys: ({ person, expected, account: next, kept }) => {
      const account = accounts.get(person);
      if (!account || account.opaqueRecord !== expected || erased.has(person)) return null;
      const { version, sealed } = next.index;
      if (account.index.version !== version) return null;
      accounts.set(person, { ...account, ...next, index: { version: version + 1, sealed } });
      return endWhere(person, (id) => id !== kept);
    },
    recognise: async (person, id) => {
      const session = rowsOf(person).find((row) => row.id === id);
      if (session) add({ ...session, arrival: null });
    },
    erase: async (person) => {
      const account = accounts.get(person);
      const nothing = new Uint8Array(0);
      if (account) {
        erased.add(person);
        accounts.set(person, {
          ...account,
          nameHash: nothing,
          opaqueRecord: "",
          identity: nothing,
          recoveryHash: nothing,
          byPassword: nothing,
          byWords: nothing,
          index: { version: 0, sealed: nothing },
        });
      }
      return endWhere(person, () => true);
    },
    touchSession: async (tokenHash, seenAt) => {
      const session = sessions.get(toBase64Url(tokenHash));
      if (session) add({ ...session, seenAt });
    },
    endSessions: async (person, which) =>
      endWhere(person, (id) => ("only" in which ? id === which.only : id !== which.except)),
  };
}
