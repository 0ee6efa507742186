import { toBase64Url } from "#domain/bytes.ts";
import { decoded } from "#domain/encoded.ts";
import type { PersonId, RoomId } from "#domain/ids.ts";
import { MONTH } from "#domain/invitation.ts";
import type { Claim, RoomStore } from "#domain/ports.ts";
import { ok, refuse } from "#domain/result.ts";
import type { Database } from "./database.ts";
import { transacting, write, type Transaction } from "./journals-database.ts";

/** {@link RoomStore} on the generated client: one implementation for SQLite and PostgreSQL. */
export function createDatabaseRooms(database: Database): RoomStore {
  const { client } = database;
  const writing = <T>(work: (tx: Transaction, undo: (instead: T) => never) => Promise<T>) =>
    transacting(database, work);

  return {
    make: async (room, person, at) => {
      const made = await unlessTaken(() =>
        writing(async (tx) => {
          await lockPerson(tx, person);
          return tx.room.create({
            data: {
              id: room,
              createdAt: BigInt(at),
              members: { create: { personId: person, joinedAt: BigInt(at) } },
            },
          });
        }),
      );
      if (made) return "done";
      const mine = await client.member.findUnique({
        where: { roomId_personId: { roomId: room, personId: person } },
      });
      return mine ? "done" : "taken";
    },

    roomsOf: async (person) => {
      const rows = await client.member.findMany({
        where: { personId: person },
        orderBy: [{ joinedAt: "asc" }, { roomId: "asc" }],
        select: { roomId: true },
      });
      return rows.map((row) => row.roomId as RoomId);
    },

    invite: (invitation, judge) =>
      writing(async (tx, undo) => {
        const { room, by, createdAt } = invitation;
        await lockPerson(tx, by);
        await lockRoom(tx, room);
        const judged = judge({
          members: await membersOf(tx, room),
          hasOpen: (await tx.invitation.count({ where: { roomId: room, ...open(createdAt) } })) > 0,
          madeLately: await tx.invitation.count({
            where: { byId: by, createdAt: { gt: BigInt(createdAt - MONTH) } },
          }),
        });
        if (!judged.ok) return undo(judged);
        const tokenHash = decoded(invitation.tokenHash);
        const taken = await tx.invitation.count({
          where: { OR: [{ id: invitation.invitation }, { tokenHash }] },
        });
        if (taken > 0) return undo(refuse("taken"));
        await tx.invitation.create({
          data: {
            id: invitation.invitation,
            roomId: room,
            byId: by,
            tokenHash,
            packet: decoded(invitation.packet),
            createdAt: BigInt(createdAt),
            expiresAt: BigInt(invitation.expiresAt),
          },
        });
        return ok(null);
      }),

    withdraw: (person, room, invitation, at) =>
      writing(async (tx) => {
        const where = { id: invitation, roomId: room, byId: person, claimedAt: null };
        const standing = { ...where, withdrawnAt: null };
        // The room's lock comes first, as for whoever claims it at this moment.
        if ((await tx.invitation.count({ where: standing })) > 0) {
          await lockRoom(tx, room);
          await tx.invitation.updateMany({ where: standing, data: { withdrawnAt: BigInt(at) } });
        }
        return (await tx.invitation.count({ where })) > 0;
      }),

    look: async (tokenHash, now, person) => {
      const row = await client.invitation.findFirst({
        where: { tokenHash: decoded(tokenHash), ...open(now) },
        select: { packet: true, byId: true },
      });
      if (!row || (person && (await areApart(client, person, row.byId)))) return null;
      return toBase64Url(row.packet);
    },

    claim: (claim) => writing((tx, undo) => useUp(tx, claim, undo)),
  };
}

/** Neither used nor withdrawn nor expired. */
const open = (now: number) => ({
  claimedAt: null,
  withdrawnAt: null,
  expiresAt: { gt: BigInt(now) },
});

/** Writing a row takes its lock; a room that is not there is no matter. */
async function lockRoom(tx: Transaction, room: RoomId): Promise<void> {
  await tx.room.updateMany({ where: { id: room }, data: { version: { increment: 1 } } });
}

async function lockPerson(tx: Transaction, person: PersonId): Promise<void> {
  await tx.person.updateMany({ where: { id: person }, data: { id: person } });
}

async function membersOf(tx: Transaction, room: RoomId): Promise<PersonId[]> {
  const rows = await tx.member.findMany({ where: { roomId: room }, select: { personId: true } });
  return rows.map((row) => row.personId as PersonId);
}

async function useUp(
  tx: Transaction,
  claim: Claim,
  undo: (instead: null) => never,
): Promise<{ readonly room: RoomId; readonly by: PersonId } | null> {
  const { person, at } = claim;
  // Whoever replaces their keys meanwhile does it in this room too, or before.
  await lockPerson(tx, person);
  const where = {
    tokenHash: decoded(claim.tokenHash),
    ...open(at),
    byId: { not: person },
    room: { members: { none: { personId: person } } },
  };
  const found = await tx.invitation.findFirst({ where });
  if (!found || (await areApart(tx, person, found.byId))) return null;
  const room = found.roomId as RoomId;
  await lockRoom(tx, room);
  if ((await membersOf(tx, room)).length !== 1) return undo(null);
  // Asked again under the lock: of two who come at once, one finds it used.
  const { count } = await tx.invitation.updateMany({
    where: { id: found.id, ...open(at) },
    data: { claimedAt: BigInt(at) },
  });
  if (count === 0) return undo(null);
  await tx.member.update({
    where: { roomId_personId: { roomId: room, personId: found.byId } },
    data: { sealedRoomKey: decoded(claim.roomKeyForThem), packet: found.packet },
  });
  await tx.member.create({
    data: {
      roomId: room,
      personId: person,
      sealedRoomKey: decoded(claim.roomKeyForMe),
      packet: decoded(claim.packet),
      joinedAt: BigInt(at),
    },
  });
  await write(tx, room, claim.alongside?.(room) ?? []);
  return { room, by: found.byId as PersonId };
}

/** Whether one of the two has blocked the other. */
async function areApart(tx: Transaction, one: string, other: string): Promise<boolean> {
  const either = [
    { byId: one, whomId: other },
    { byId: other, whomId: one },
  ];
  return (await tx.block.count({ where: { OR: either } })) > 0;
}

/** `false` if something unique was there already. */
async function unlessTaken(create: () => Promise<unknown>): Promise<boolean> {
  try {
    await create();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "P2002") return false;
    throw error;
  }
}
