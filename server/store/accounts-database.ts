import type { PersonId } from "#domain/ids.ts";
import type { AccountStore, StoredAccount, StoredSession } from "./accounts.ts";
import type { Client, Database } from "./database.ts";

/** {@link AccountStore} on the generated client: one implementation for SQLite and PostgreSQL. */
export function createDatabaseAccounts({ client, exclusively }: Database): AccountStore {
  const writing = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    exclusively(() => client.$transaction(work));
  const find = async (
    where: { nameHash: Uint8Array<ArrayBuffer> } | { id: PersonId },
  ): Promise<StoredAccount | null> => {
    const row = await client.person.findUnique({ where, include: { unlocks: true } });
    return row && accountOf(row);
  };

  return {
    isNameTaken: async (nameHash) =>
      (await client.person.findUnique({
        where: { nameHash: new Uint8Array(nameHash) },
        select: { id: true },
      })) !== null,

    create: (account, session) =>
      unlessTaken(async () => {
        await exclusively(() =>
          client.person.create({
            data: {
              id: account.person,
              nameHash: account.nameHash,
              opaqueRecord: account.opaqueRecord,
              signingKey: account.signingKey,
              boxKey: account.boxKey,
              identity: account.identity,
              recoveryHash: account.recoveryHash,
              sealedIndex: account.index.sealed,
              indexVersion: account.index.version,
              createdAt: BigInt(session.createdAt),
              unlocks: {
                create: [
                  { kind: "password", sealed: account.byPassword },
                  { kind: "recovery", sealed: account.byWords },
                ],
              },
              sessions: { create: columnsOf(session) },
            },
          }),
        );
      }),

    byName: (nameHash) => find({ nameHash: new Uint8Array(nameHash) }),
    byPerson: (person) => find({ id: person }),
    proofsOf: (nameHash) =>
      client.person.findUnique({
        where: { nameHash: new Uint8Array(nameHash) },
        select: { opaqueRecord: true, recoveryHash: true },
      }),

    renew: (person, expected, renewal, session) =>
      writing(async (tx) => {
        const { opaqueRecord, recoveryHash, index } = renewal;
        const { count } = await tx.person.updateMany({
          where: {
            id: person,
            recoveryHash: new Uint8Array(expected),
            indexVersion: index.version,
            deletedAt: null,
          },
          data: {
            opaqueRecord,
            recoveryHash,
            sealedIndex: index.sealed,
            indexVersion: index.version + 1,
          },
        });
        if (count === 0) return null;
        await setUnlock(tx, person, "password", renewal.byPassword);
        await setUnlock(tx, person, "recovery", renewal.byWords);
        const ended = await endSessionsWhere(tx, { personId: person });
        await tx.session.create({ data: { ...columnsOf(session), personId: person } });
        return ended;
      }),

    changeWords: (person, expected, { recoveryHash, byWords, index: { version, sealed } }) =>
      writing(async (tx) => {
        const { count } = await tx.person.updateMany({
          where: { id: person, recoveryHash: new Uint8Array(expected), indexVersion: version },
          data: { recoveryHash, sealedIndex: sealed, indexVersion: version + 1 },
        });
        if (count === 0) return false;
        await setUnlock(tx, person, "recovery", byWords);
        return true;
      }),

    changePassword: (person, expected, password, kept) =>
      writing(async (tx) => {
        const { count } = await tx.person.updateMany({
          where: { id: person, opaqueRecord: expected },
          data: { opaqueRecord: password.opaqueRecord },
        });
        if (count === 0) return null;
        await setUnlock(tx, person, "password", password.byPassword);
        return endSessionsWhere(tx, { personId: person, publicId: { not: kept } });
      }),

    replaceIndex: async (person, version, sealed) => {
      const { count } = await exclusively(() =>
        client.person.updateMany({
          where: { id: person, indexVersion: version, deletedAt: null },
          data: { sealedIndex: new Uint8Array(sealed), indexVersion: version + 1 },
        }),
      );
      return count === 1;
    },

    addSession: (session, expected) =>
      writing(async (tx) => {
        // Writing the row takes its lock, so that a password cannot be replaced between the two.
        const { count } = await tx.person.updateMany({
          where: { id: session.person, opaqueRecord: expected },
          data: { opaqueRecord: expected },
        });
        if (count === 0) return false;
        await tx.session.create({ data: { ...columnsOf(session), personId: session.person } });
        return true;
      }),

    sessionByToken: async (tokenHash) => {
      const row = await client.session.findUnique({
        where: { tokenHash: new Uint8Array(tokenHash) },
      });
      return row && sessionOf(row);
    },
    sessionsOf: async (person) => {
      const rows = await client.session.findMany({
        where: { personId: person },
        orderBy: [{ createdAt: "asc" }, { publicId: "asc" }],
      });
      return rows.map(sessionOf);
    },
    confirmSession: async (person, id, at) => {
      await exclusively(() =>
        client.session.updateMany({
          where: { personId: person, publicId: id },
          data: { confirmedAt: BigInt(at) },
        }),
      );
    },
    recognise: async (person, id) => {
      await exclusively(() =>
        client.session.updateMany({
          where: { personId: person, publicId: id },
          data: { arrival: null },
        }),
      );
    },
    erase: (person, at) =>
      writing(async (tx) => {
        const ended = await endSessionsWhere(tx, { personId: person });
        const nothing = new Uint8Array(0);
        await tx.unlock.updateMany({ where: { personId: person }, data: { sealed: nothing } });
        await tx.person.updateMany({
          where: { id: person },
          data: {
            // Of a name that nobody can have: it is no hash of one.
            nameHash: new TextEncoder().encode(`deleted ${person}`),
            opaqueRecord: "",
            identity: nothing,
            recoveryHash: nothing,
            sealedIndex: nothing,
            indexVersion: 0,
            deletedAt: BigInt(at),
          },
        });
        return ended;
      }),
    touchSession: async (tokenHash, seenAt) => {
      await exclusively(() =>
        client.session.updateMany({
          where: { tokenHash: new Uint8Array(tokenHash) },
          data: { seenAt: BigInt(seenAt) },
        }),
      );
    },
    endSessions: (person, which) =>
      writing((tx) =>
        endSessionsWhere(tx, {
          personId: person,
          ...("only" in which
            ? { publicId: which.only }
            : which.except !== null && { publicId: { not: which.except } }),
        }),
      ),
  };
}

type Transaction = Parameters<Parameters<Client["$transaction"]>[0]>[0];
type PersonRow = NonNullable<Awaited<ReturnType<Client["person"]["findUnique"]>>>;
type UnlockRow = NonNullable<Awaited<ReturnType<Client["unlock"]["findUnique"]>>>;
type SessionRow = NonNullable<Awaited<ReturnType<Client["session"]["findUnique"]>>>;

function accountOf(row: PersonRow & { readonly unlocks: readonly UnlockRow[] }): StoredAccount {
  const unlock = (kind: string) => {
    const found = row.unlocks.find((candidate) => candidate.kind === kind);
    if (!found) throw new Error("an account lacks an unlock");
    return found.sealed;
  };
  return {
    person: row.id as PersonId,
    nameHash: row.nameHash,
    opaqueRecord: row.opaqueRecord,
    signingKey: row.signingKey,
    boxKey: row.boxKey,
    identity: row.identity,
    recoveryHash: row.recoveryHash,
    byPassword: unlock("password"),
    byWords: unlock("recovery"),
    index: { version: row.indexVersion, sealed: row.sealedIndex },
  };
}

const sessionOf = (row: SessionRow): StoredSession => ({
  tokenHash: row.tokenHash,
  id: row.publicId,
  person: row.personId as PersonId,
  createdAt: Number(row.createdAt),
  seenAt: Number(row.seenAt),
  confirmedAt: Number(row.confirmedAt),
  remember: row.remember,
  arrival: row.arrival,
});

const columnsOf = (session: StoredSession) => ({
  tokenHash: session.tokenHash,
  publicId: session.id,
  createdAt: BigInt(session.createdAt),
  seenAt: BigInt(session.seenAt),
  confirmedAt: BigInt(session.confirmedAt),
  remember: session.remember,
  arrival: session.arrival,
});

/** Replaces one unlock of an account. */
export async function setUnlock(
  tx: Transaction,
  person: PersonId,
  kind: "password" | "recovery",
  sealed: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await tx.unlock.update({
    where: { personId_kind: { personId: person, kind } },
    data: { sealed },
  });
}

/** Deletes these sessions, and gives them. */
export async function endSessionsWhere(
  tx: Transaction,
  where: { readonly personId: PersonId; readonly publicId?: string | { readonly not: string } },
): Promise<readonly StoredSession[]> {
  const rows = await tx.session.findMany({ where, orderBy: { createdAt: "asc" } });
  await tx.session.deleteMany({ where: { tokenHash: { in: rows.map((row) => row.tokenHash) } } });
  return rows.map(sessionOf);
}

/** `false` if something unique was there already. */
async function unlessTaken(create: () => Promise<void>): Promise<boolean> {
  try {
    await create();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "P2002") return false;
    throw error;
  }
}
