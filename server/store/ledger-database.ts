import { toBase64Url } from "#domain/bytes.ts";
import type { Entry, NewEntry } from "#domain/consent/events.ts";
import { decoded } from "#domain/encoded.ts";
import type { PersonId, PieceId, RoomId, VersionId } from "#domain/ids.ts";
import type { Appending, Departing, Due, JournalHead, Ledger, NewPiece } from "#domain/ports.ts";
import type { Client, Database } from "./database.ts";
import { headOf, lockRoom, transacting, write, type Transaction } from "./journals-database.ts";
import { LoadedCache, type Written } from "./loaded-cache.ts";
import { load, pieceFrom } from "./loading-database.ts";

/** {@link Ledger} on the generated client: one implementation for SQLite and PostgreSQL. */
export function createDatabaseLedger(database: Database): Ledger {
  const { client, exclusively } = database;
  const [asked, aside] = [new LoadedCache(), new LoadedCache()];
  const extend = (room: RoomId, version: number, written: Written) => {
    for (const cache of [asked, aside]) cache.extend(room, version, written);
  };
  return {
    load: (person, room) => load(client, asked, person, room),
    loadAside: (person, room) => load(client, aside, person, room),
    roomOf: async (piece) => {
      const row = await client.piece.findUnique({
        where: { id: piece },
        select: { roomId: true },
      });
      return row && (row.roomId as RoomId);
    },
    version: async (version) => {
      const row = await client.sealedVersion.findUnique({ where: { id: version } });
      return (
        row && {
          version,
          piece: row.pieceId as PieceId,
          ciphertext: toBase64Url(row.ciphertext),
          wrappedKey: toBase64Url(row.wrappedKey),
          ownerKey: toBase64Url(row.ownerKey),
        }
      );
    },
    keyed: async (pieces) => {
      const rows = await client.pieceKey.findMany({
        where: { pieceId: { in: [...pieces] } },
        distinct: ["pieceId"],
        select: { pieceId: true },
      });
      return new Set(rows.map((row) => row.pieceId as PieceId));
    },
    append: async (appending) => {
      const appended = await transacting<Appended | Refused>(database, (tx, undo) =>
        append(tx, appending, undo),
      );
      if (typeof appended === "string") return appended;
      const { version, written, spoken } = appended;
      const { room, begun, epochKey, discarded, leaving } = appending;
      // Of what they delete or withdraw themselves, the other knew nothing but what is on record.
      const anew = discarded?.owner ?? leaving?.person;
      extend(room, version, { entries: written, spoken, begun, epochKey, anew });
      return "done";
    },
    makePiece: async (piece) => {
      const { room, owner } = piece;
      const made = await transacting<number | "done" | "taken">(database, async (tx, undo) => {
        const version = await lockRoom(tx, room);
        const there = await tx.piece.findUnique({ where: { id: piece.piece } });
        if (there) return undo(there.ownerId === owner && there.roomId === room ? "done" : "taken");
        await createPiece(tx, piece);
        return version;
      });
      if (typeof made === "string") return made;
      extend(room, made, { entries: [], begun: piece });
      return "done";
    },
    due: async ({ room, upto }) => {
      const rows = await client.due.findMany({
        where: { ...(room && { roomId: room }), ...(upto !== undefined && { at: { lte: upto } }) },
        orderBy: [{ at: "asc" }, { pieceId: "asc" }],
      });
      return rows.length > 0 ? withOwners(client, rows) : [];
    },
    depart: async (departing) => {
      const departed = await transacting<Appended | "moved">(database, (tx, undo) =>
        depart(tx, departing, undo),
      );
      if (departed === "moved") return departed;
      const { room, person } = departing;
      const { version, written } = departed;
      extend(room, version, { entries: written, anew: person, departed: person });
      return "done";
    },
    drop: async (room) => {
      const dropped = await exclusively(() => client.$transaction((tx) => drop(tx, room)));
      for (const cache of [asked, aside]) cache.forget(room);
      return dropped;
    },
  };
}

/** Whoever looks at a room asks what is due there, and nearly always nothing is: owners are asked for apart. */
async function withOwners(client: Client, rows: readonly DueRow[]): Promise<Due[]> {
  const owned = await client.piece.findMany({
    where: { id: { in: rows.map(({ pieceId }) => pieceId) } },
    select: { id: true, ownerId: true },
  });
  const owners = new Map(owned.map(({ id, ownerId }) => [id, ownerId as PersonId]));
  return rows.flatMap(({ roomId, pieceId, at }) => {
    const person = owners.get(pieceId);
    // Deleted since.
    if (!person) return [];
    return [{ room: roomId as RoomId, piece: pieceId as PieceId, person, at: Number(at) }];
  });
}

type DueRow = Awaited<ReturnType<Client["due"]["findMany"]>>[number];

// ---- appending

type Refused = Exclude<Awaited<ReturnType<Ledger["append"]>>, "done">;

async function append(
  tx: Transaction,
  appending: Appending,
  undo: (refused: Refused) => never,
): Promise<Appended> {
  const { room, expected, entries, begun, epochKey, version, emptied, discarded } = appending;
  const roomVersion = await lockRoom(tx, room);
  if (await haveMoved(tx, expected)) return undo("moved");
  if (await chainMoved(tx, room, entries)) return undo("chain-moved");
  if (begun && (await tx.piece.findUnique({ where: { id: begun.piece } }))) return undo("taken");
  if (version && (await isVersion(tx, version.version))) return undo("taken");

  if (begun) await createPiece(tx, begun);
  const written = await write(tx, room, entries);
  if (epochKey) {
    const { piece, epoch, sealed } = epochKey;
    await tx.pieceKey.upsert({
      where: { pieceId_epoch: { pieceId: piece, epoch } },
      create: { pieceId: piece, epoch, sealed: decoded(sealed) },
      update: { sealed: decoded(sealed) },
    });
  }
  if (version) {
    await tx.sealedVersion.create({
      data: {
        id: version.version,
        pieceId: version.piece,
        ciphertext: decoded(version.ciphertext),
        wrappedKey: decoded(version.wrappedKey),
        ownerKey: decoded(version.ownerKey),
        createdAt: BigInt(entries[0]?.at ?? 0),
      },
    });
  }
  if (emptied) {
    await tx.sealedVersion.updateMany({
      where: { id: { in: [...emptied] } },
      data: { ciphertext: new Uint8Array(0), wrappedKey: new Uint8Array(0) },
    });
  }
  if (discarded) await discard(tx, discarded.piece);
  if (appending.due) await setDue(tx, room, appending.due);
  if (appending.leaving) await leave(tx, room, appending.leaving, entries[0]?.at ?? 0);
  return { version: roomVersion, written, spoken: await spokenOf(tx, written) };
}

type Appended = {
  readonly version: number;
  readonly written: readonly Entry[];
  readonly spoken?: Written["spoken"];
};

/** The pieces of which something is said to both. */
async function spokenOf(tx: Transaction, written: readonly Entry[]): Promise<Written["spoken"]> {
  const subjects = written.filter(({ scope }) => scope === "shared").map(({ subject }) => subject);
  if (subjects.length === 0) return [];
  const rows = await tx.piece.findMany({ where: { id: { in: subjects } } });
  return rows.map(pieceFrom);
}

async function haveMoved(tx: Transaction, expected: readonly JournalHead[]): Promise<boolean> {
  for (const head of expected) if ((await headOf(tx, head)) !== head.seq) return true;
  return false;
}

async function setDue(
  tx: Transaction,
  room: RoomId,
  { piece, at }: NonNullable<Appending["due"]>,
): Promise<void> {
  if (at === null) await tx.due.deleteMany({ where: { pieceId: piece } });
  else {
    await tx.due.upsert({
      where: { pieceId: piece },
      create: { pieceId: piece, roomId: room, at: BigInt(at) },
      update: { at: BigInt(at) },
    });
  }
}

async function leave(
  tx: Transaction,
  room: RoomId,
  { person, blocks }: NonNullable<Appending["leaving"]>,
  at: number,
): Promise<void> {
  await tx.invitation.updateMany({
    where: { roomId: room, byId: person, claimedAt: null, withdrawnAt: null },
    data: { withdrawnAt: BigInt(at) },
  });
  const pieces = await tx.piece.findMany({ where: { roomId: room, ownerId: person } });
  await tx.due.deleteMany({
    where: { pieceId: { in: pieces.filter(({ mode }) => mode === "own").map(({ id }) => id) } },
  });
  if (blocks === null) return;
  const pair = { byId: person, whomId: blocks };
  await tx.block.upsert({ where: { byId_whomId: pair }, create: pair, update: {} });
}

// ---- departing

async function depart(
  tx: Transaction,
  departing: Departing,
  undo: (refused: "moved") => never,
): Promise<Appended> {
  const { room, person, expected, entries, pieces, versions } = departing;
  const version = await lockRoom(tx, room);
  if (await haveMoved(tx, expected)) return undo("moved");
  const written = await write(tx, room, entries);
  await leave(tx, room, { person, blocks: null }, entries[0]?.at ?? 0);
  await tx.invitation.deleteMany({ where: { roomId: room, byId: person } });
  await tx.event.deleteMany({ where: { roomId: room, scope: person } });
  await tx.pieceKey.deleteMany({ where: { pieceId: { in: [...pieces] } } });
  await tx.sealedVersion.deleteMany({ where: { id: { in: [...versions] } } });
  for (const piece of pieces) await deleteUnlessOnRecord(tx, piece);
  await tx.member.update({
    where: { roomId_personId: { roomId: room, personId: person } },
    data: { sealedRoomKey: null },
  });
  return { version, written };
}

async function drop(tx: Transaction, room: RoomId): Promise<PieceId[]> {
  const pieces = await tx.piece.findMany({ where: { roomId: room }, select: { id: true } });
  await tx.event.deleteMany({ where: { roomId: room } });
  await tx.statement.deleteMany({ where: { roomId: room } });
  await tx.room.deleteMany({ where: { id: room } });
  return pieces.map(({ id }) => id as PieceId);
}

async function chainMoved(
  tx: Transaction,
  room: RoomId,
  entries: readonly NewEntry[],
): Promise<boolean> {
  for (const { by, event } of entries) {
    if (!("recorded" in event) || event.recorded.n === 0) continue;
    const { _max } = await tx.statement.aggregate({
      where: { roomId: room, personId: by },
      _max: { n: true },
    });
    if (event.recorded.n !== (_max.n ?? 0) + 1) return true;
  }
  return false;
}

const isVersion = async (tx: Transaction, version: VersionId): Promise<boolean> =>
  (await tx.sealedVersion.findUnique({ where: { id: version }, select: { id: true } })) !== null;

async function createPiece(tx: Transaction, piece: NewPiece): Promise<void> {
  await tx.piece.create({
    data: {
      id: piece.piece,
      roomId: piece.room,
      ownerId: piece.owner,
      mode: piece.mode,
      createdAt: BigInt(piece.at),
      ...(piece.sealedKey !== null && {
        keys: { create: { epoch: 1, sealed: decoded(piece.sealedKey) } },
      }),
    },
  });
}

async function discard(tx: Transaction, piece: PieceId): Promise<void> {
  await tx.pieceKey.deleteMany({ where: { pieceId: piece } });
  await tx.sealedVersion.deleteMany({ where: { pieceId: piece } });
  await tx.due.deleteMany({ where: { pieceId: piece } });
  await deleteUnlessOnRecord(tx, piece);
}

async function deleteUnlessOnRecord(tx: Transaction, piece: PieceId): Promise<void> {
  if ((await tx.event.count({ where: { subject: piece } })) > 0) return;
  await tx.piece.deleteMany({ where: { id: piece } });
}
