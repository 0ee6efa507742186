import { decoded } from "#domain/encoded.ts";
import type { PersonId } from "#domain/ids.ts";
import { endSessionsWhere, setUnlock } from "./accounts-database.ts";
import type { StoredSession } from "./accounts.ts";
import type { Database } from "./database.ts";
import { lockRoom, write, type Transaction } from "./journals-database.ts";
import type { KeyReplacement, NewKeysStore, RoomReplacement } from "./new-keys.ts";

/** Thrown within the transaction, so that nothing of it stays. */
class Moved extends Error {
  override name = "Moved";
}

/** {@link NewKeysStore} on the generated client: one implementation for SQLite and PostgreSQL. */
export function createDatabaseNewKeys({ client, exclusively }: Database): NewKeysStore {
  return {
    replace: async (change) => {
      try {
        return await exclusively(() => client.$transaction((tx) => replace(tx, change)));
      } catch (error) {
        if (error instanceof Moved) return null;
        throw error;
      }
    },
  };
}

async function replace(tx: Transaction, change: KeyReplacement): Promise<readonly StoredSession[]> {
  const { person, at } = change;
  await replaceAccount(tx, change);
  await replaceRooms(tx, change);
  await replacePieces(tx, change);
  for (const { version, ownerKey } of change.versions) {
    await tx.sealedVersion.update({
      where: { id: version },
      data: { ownerKey: decoded(ownerKey) },
    });
  }
  for (const { version, wrappedKey } of change.received) {
    await tx.sealedVersion.update({
      where: { id: version },
      data: { wrappedKey: decoded(wrappedKey) },
    });
  }
  const nothing = new Uint8Array(0);
  await tx.sealedVersion.updateMany({
    where: { id: { in: [...change.emptied] } },
    data: { ciphertext: nothing, wrappedKey: nothing },
  });
  await tx.due.deleteMany({ where: { piece: { ownerId: person, mode: "own" } } });
  await tx.invitation.updateMany({
    where: { byId: person, claimedAt: null, withdrawnAt: null },
    data: { withdrawnAt: BigInt(at) },
  });
  return endSessionsWhere(tx, { personId: person, publicId: { not: change.kept } });
}

async function replaceAccount(tx: Transaction, change: KeyReplacement): Promise<void> {
  const { person, expected, account } = change;
  const { index, byPassword, byWords, ...columns } = account;
  const { count } = await tx.person.updateMany({
    where: { id: person, opaqueRecord: expected, indexVersion: index.version, deletedAt: null },
    data: { ...columns, sealedIndex: index.sealed, indexVersion: index.version + 1 },
  });
  if (count === 0) throw new Moved();
  await setUnlock(tx, person, "password", byPassword);
  await setUnlock(tx, person, "recovery", byWords);
}

async function replaceRooms(
  tx: Transaction,
  { person, rooms }: Pick<KeyReplacement, "person" | "rooms">,
): Promise<void> {
  const mine = await tx.member.findMany({ where: { personId: person }, select: { roomId: true } });
  if (
    !sameSet(
      mine.map(({ roomId }) => roomId),
      rooms.map(({ room }) => room),
    )
  )
    throw new Moved();
  // In one order, whoever does it.
  for (const one of [...rooms].sort((a, b) => (a.room < b.room ? -1 : 1))) {
    await lockRoom(tx, one.room);
    await replaceRoom(tx, person, one);
  }
}

async function replaceRoom(
  tx: Transaction,
  person: PersonId,
  { room, entries, key, entry }: RoomReplacement,
): Promise<void> {
  const members = await tx.member.findMany({ where: { roomId: room } });
  const mine = members.find(({ personId }) => personId === person);
  const known = await tx.event.count({
    where: { roomId: room, scope: { in: ["shared", person] } },
  });
  const isSame =
    known === entries &&
    mine !== undefined &&
    (mine.sealedRoomKey === null) === (key === null) &&
    members.length === (entry === null ? 1 : 2);
  if (!isSame) throw new Moved();
  if (key !== null) {
    await tx.member.update({
      where: { roomId_personId: { roomId: room, personId: person } },
      data: { sealedRoomKey: decoded(key) },
    });
  }
  if (entry) await write(tx, room, [entry]);
}

async function replacePieces(
  tx: Transaction,
  { person, pieces }: Pick<KeyReplacement, "person" | "pieces">,
): Promise<void> {
  const keys = await tx.pieceKey.findMany({
    where: { piece: { ownerId: person, mode: "own" } },
    select: { pieceId: true },
  });
  if (
    !sameSet(
      keys.map(({ pieceId }) => pieceId),
      pieces.map(({ piece }) => piece),
    )
  ) {
    throw new Moved();
  }
  for (const { piece, sealed } of pieces) {
    await tx.pieceKey.update({
      where: { pieceId_epoch: { pieceId: piece, epoch: 1 } },
      data: { sealed: decoded(sealed) },
    });
  }
}

function sameSet(some: readonly string[], others: readonly string[]): boolean {
  const known = new Set(some);
  return (
    some.length === others.length &&
    new Set(others).size === others.length &&
    others.every((one) => known.has(one))
  );
}
