import type { Entry, NewEntry } from "#domain/consent/events.ts";
import type { RoomId } from "#domain/ids.ts";
import type { JournalHead } from "#domain/ports.ts";
import type { Client, Database } from "./database.ts";
import { eventRow, statementRow } from "./ledger-rows.ts";

/** The journals of a room, for whatever writes in them within a transaction of its own. */
export type Transaction = Parameters<Parameters<Client["$transaction"]>[0]>[0];

class Undone extends Error {
  override name = "Undone";
}

/**
 * A transaction that can be given up with an answer: then nothing of it stays, not even a room's version,
 * from which the other could tell that something was tried.
 */
export async function transacting<T>(
  { client, exclusively }: Pick<Database, "client" | "exclusively">,
  work: (tx: Transaction, undo: (instead: T) => never) => Promise<T>,
): Promise<T> {
  const undone: { instead: T }[] = [];
  const undo = (instead: T): never => {
    undone.push({ instead });
    throw new Undone();
  };
  try {
    return await exclusively(() => client.$transaction((tx) => work(tx, undo)));
  } catch (error) {
    const [given] = undone;
    if (error instanceof Undone && given) return given.instead;
    throw error;
  }
}

/**
 * Writing the row takes its lock: what is decided on a room is decided one after the other. Whatever is
 * read of a room changes under it alone. Gives the version that the room has from then on.
 */
export async function lockRoom(tx: Transaction, room: RoomId): Promise<number> {
  const { version } = await tx.room.update({
    where: { id: room },
    data: { version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}

/** The last `seq` of a journal; 0 before the first. */
export async function headOf(
  tx: Transaction,
  { subject, scope }: Pick<JournalHead, "subject" | "scope">,
): Promise<number> {
  const { _max } = await tx.event.aggregate({ where: { subject, scope }, _max: { seq: true } });
  return _max.seq ?? 0;
}

/** Gives them as they stand now. A statement that waited with its offer has its row already. */
export async function write(
  tx: Transaction,
  room: RoomId,
  entries: readonly NewEntry[],
): Promise<readonly Entry[]> {
  const written: Entry[] = [];
  for (const entry of entries) {
    const seq = (await headOf(tx, entry)) + 1;
    await tx.event.create({ data: eventRow(room, entry, seq) });
    written.push({ ...entry, seq });
    if (!("recorded" in entry.event)) continue;
    const row = statementRow(room, entry.by, entry.event.recorded);
    const { roomId, personId, hash } = row;
    await tx.statement.upsert({
      where: { roomId_personId_hash: { roomId, personId, hash } },
      create: row,
      update: {},
    });
  }
  return written;
}
