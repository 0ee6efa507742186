import { toBase64Url } from "#domain/bytes.ts";
import type { Holdings, PieceRow } from "#domain/consent/gate.ts";
import type { Encoded } from "#domain/encoded.ts";
import type { InvitationId, PersonId, PieceId, RoomId } from "#domain/ids.ts";
import type { Loaded, Member } from "#domain/ports.ts";
import type { Client } from "./database.ts";
import { entriesFrom } from "./ledger-rows.ts";
import { inOrder, inOrderOfBeginning, type LoadedCache } from "./loaded-cache.ts";

/** What of a room one person may know; it is read anew only when something was written there. */
export async function load(
  client: Client,
  cache: LoadedCache,
  person: PersonId,
  room: RoomId,
): Promise<Loaded | null> {
  const now = await client.room.findFirst({
    where: { id: room, members: { some: { personId: person } } },
    select: { version: true },
  });
  if (!now) return null;
  const kept = cache.find(room, now.version, person);
  if (kept) return kept;
  const loaded = await read(client, person, room);
  if (loaded && (await isStill(client, room, now.version))) cache.keep(now.version, loaded);
  return loaded;
}

async function read(client: Client, person: PersonId, room: RoomId): Promise<Loaded | null> {
  const members = await client.member.findMany({
    where: { roomId: room },
    include: { person: { select: { signingKey: true, boxKey: true } } },
  });
  const mine = members.find((member) => member.personId === person);
  if (!mine) return null;
  const theirs = members.find((member) => member.personId !== person) ?? null;
  const other = theirs && (theirs.personId as PersonId);
  const holdings = await readHoldings(client, room, person, other);
  const invitation = await client.invitation.findFirst({
    where: { roomId: room, byId: person, claimedAt: null, withdrawnAt: null },
    orderBy: { createdAt: "desc" },
  });
  return {
    me: memberFrom(mine),
    other: theirs && memberFrom(theirs),
    holdings,
    invitation: invitation && {
      invitation: invitation.id as InvitationId,
      expiresAt: Number(invitation.expiresAt),
    },
  };
}

/** What was read while somebody wrote is whole, and not what the room is any more. */
async function isStill(client: Client, room: RoomId, version: number): Promise<boolean> {
  const row = await client.room.findUnique({ where: { id: room }, select: { version: true } });
  return row?.version === version;
}

async function readHoldings(
  client: Client,
  room: RoomId,
  me: PersonId,
  other: PersonId | null,
): Promise<Holdings> {
  // In this order: an entry's piece and statement are there if the entry is.
  const events = await client.event.findMany({
    where: { roomId: room, scope: { in: ["shared", me] } },
  });
  const statements = await client.statement.findMany({ where: { roomId: room } });
  const subjects = events.map(({ subject }) => subject);
  const pieces = await piecesFor(client, me, room, subjects);
  return { room, me, other, pieces, entries: inOrder(entriesFrom(events, statements)) };
}

type MemberRow = Awaited<ReturnType<Client["member"]["findMany"]>>[number] & {
  readonly person: {
    readonly signingKey: Uint8Array<ArrayBuffer>;
    readonly boxKey: Uint8Array<ArrayBuffer>;
  };
};

const memberFrom = (row: MemberRow): Member => ({
  person: row.personId as PersonId,
  sealedRoomKey: row.sealedRoomKey && toBase64Url(row.sealedRoomKey),
  packet: row.packet && toBase64Url(row.packet),
  signingKey: toBase64Url(row.person.signingKey),
  boxKey: toBase64Url(row.person.boxKey),
});

/** One's own, and those that entries speak of; the key of the other's own piece stays where it is. */
async function piecesFor(
  client: Client,
  person: PersonId,
  room: RoomId,
  spoken: readonly string[],
): Promise<PieceRow[]> {
  const rows = await client.piece.findMany({
    where: { roomId: room, OR: [{ ownerId: person }, { id: { in: [...new Set(spoken)] } }] },
    include: {
      keys: {
        where: { piece: { OR: [{ ownerId: person }, { mode: "together" }] } },
        orderBy: { epoch: "asc" },
      },
    },
  });
  return inOrderOfBeginning(
    rows.map((row) => ({
      ...pieceFrom(row),
      keys: row.keys.map((key): Encoded => toBase64Url(key.sealed)),
    })),
  );
}

type PieceInRoom = Awaited<ReturnType<Client["piece"]["findMany"]>>[number];

export const pieceFrom = (row: PieceInRoom): Omit<PieceRow, "keys"> => ({
  piece: row.id as PieceId,
  owner: row.ownerId as PersonId,
  mode: modeFrom(row.mode),
  at: Number(row.createdAt),
});

function modeFrom(mode: string): PieceRow["mode"] {
  if (mode === "own" || mode === "together" || mode === "paired") return mode;
  throw new Error("a piece has an unknown mode");
}
