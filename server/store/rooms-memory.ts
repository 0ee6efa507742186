import type { PieceRow } from "#domain/consent/gate.ts";
import type { Entry, NewEntry } from "#domain/consent/events.ts";
import { toBase64Url } from "#domain/bytes.ts";
import type { PersonId, PieceId, RoomId, VersionId } from "#domain/ids.ts";
import { MONTH, type Invitation } from "#domain/invitation.ts";
import type {
  Appending,
  Due,
  JournalHead,
  Ledger,
  Loaded,
  Member,
  NewPiece,
  RoomStore,
  StoredVersion,
} from "#domain/ports.ts";
import { ok, refuse } from "#domain/result.ts";
import type { AccountStore } from "./accounts.ts";
import type { KeyReplacement } from "./new-keys.ts";

type StoredInvitation = Invitation & { usedAt: number | null; withdrawnAt: number | null };
type StoredPiece = Omit<PieceRow, "keys"> & { room: RoomId; keys: string[] };
type Seat = Pick<Member, "person" | "sealedRoomKey" | "packet">;
type StoredRoom = { seats: Seat[]; entries: Entry[] };

/**
 * {@link Ledger} and {@link RoomStore} for tests and for a world that is not kept. Every change is made
 * within one turn, so nothing comes between.
 */
export type MemoryRooms = {
  readonly ledger: Ledger;
  readonly rooms: RoomStore;
  /** Whether what new keys rest on has not moved in the rooms. */
  readonly mayReplaceKeys: (change: KeyReplacement) => boolean;
  /** The rooms' part in new keys. */
  readonly replaceKeys: (change: KeyReplacement) => void;
};

export function createMemoryRooms(accounts: Pick<AccountStore, "byPerson">): MemoryRooms {
  const rooms = new Map<RoomId, StoredRoom>();
  const pieces = new Map<PieceId, StoredPiece>();
  const versions = new Map<VersionId, StoredVersion>();
  let invitations: StoredInvitation[] = [];
  const dues = new Map<PieceId, Due>();
  const blocks = new Set<string>();
  const areApart = (one: PersonId, other: PersonId): boolean =>
    blocks.has(`${one} ${other}`) || blocks.has(`${other} ${one}`);

  const roomAt = (room: RoomId) => {
    const found = rooms.get(room);
    if (!found) throw new Error("there is no such room");
    return found;
  };

  async function memberOf(seat: Seat): Promise<Member> {
    const account = await accounts.byPerson(seat.person);
    if (!account) throw new Error("a room has a member without an account");
    const { signingKey, boxKey } = account;
    return { ...seat, signingKey: toBase64Url(signingKey), boxKey: toBase64Url(boxKey) };
  }

  // ---- the ledger

  function piecesFor(person: PersonId, room: RoomId, entries: readonly Entry[]): PieceRow[] {
    const spoken = new Set<string>(entries.map(({ subject }) => subject));
    return [...pieces.values()]
      .filter((piece) => piece.room === room)
      .filter((piece) => piece.owner === person || spoken.has(piece.piece))
      .map(({ piece, owner, mode, at, keys }) => {
        const hidden = mode === "own" && owner !== person;
        return { piece, owner, mode, at, keys: hidden ? [] : [...keys] };
      });
  }

  async function load(person: PersonId, room: RoomId): Promise<Loaded | null> {
    const stored = rooms.get(room);
    const mine = stored?.seats.find((seat) => seat.person === person);
    if (!stored || !mine) return null;
    const theirs = stored.seats.find((seat) => seat.person !== person);
    const entries = stored.entries
      .filter(({ scope }) => scope === "shared" || scope === person)
      .sort((a, b) => a.seq - b.seq || a.at - b.at || (a.subject < b.subject ? -1 : 1));
    const invitation = invitations.findLast(
      (one) =>
        one.room === room && one.by === person && one.usedAt === null && one.withdrawnAt === null,
    );
    const holdings = {
      room,
      me: person,
      other: theirs?.person ?? null,
      pieces: piecesFor(person, room, entries),
      entries,
    };
    return {
      me: await memberOf(mine),
      other: theirs ? await memberOf(theirs) : null,
      holdings,
      invitation: invitation
        ? { invitation: invitation.invitation, expiresAt: invitation.expiresAt }
        : null,
    };
  }

  const headOf = (stored: StoredRoom, { subject, scope }: Pick<JournalHead, "subject" | "scope">) =>
    stored.entries.filter((entry) => entry.subject === subject && entry.scope === scope).length;

  function chainMoved(stored: StoredRoom, entries: readonly NewEntry[]): boolean {
    return entries.some(({ by, event }) => {
      if (!("recorded" in event) || event.recorded.n === 0) return false;
      const chained = stored.entries.filter(
        (entry) => entry.by === by && "recorded" in entry.event && entry.event.recorded.n > 0,
      );
      return event.recorded.n !== chained.length + 1;
    });
  }

  function insertPiece({ sealedKey, ...piece }: NewPiece): void {
    pieces.set(piece.piece, { ...piece, keys: sealedKey === null ? [] : [sealedKey] });
  }

  function discard(stored: StoredRoom, piece: PieceId): void {
    for (const [id, version] of versions) if (version.piece === piece) versions.delete(id);
    dues.delete(piece);
    loseKeys(stored, piece);
  }

  /** The row stays only as long as something is on record of it. */
  function loseKeys(stored: StoredRoom, piece: PieceId): void {
    const row = pieces.get(piece);
    if (row && stored.entries.some(({ subject }) => subject === piece)) row.keys.length = 0;
    else pieces.delete(piece);
  }

  function write(stored: StoredRoom, entries: readonly NewEntry[]): void {
    for (const entry of entries) stored.entries.push({ ...entry, seq: headOf(stored, entry) + 1 });
  }

  function leave(room: RoomId, person: PersonId, blocked: PersonId | null, at: number): void {
    for (const one of invitations) {
      if (one.room === room && one.by === person && one.usedAt === null) one.withdrawnAt ??= at;
    }
    for (const { piece, owner, mode } of pieces.values()) {
      if (owner === person && mode === "own" && dues.get(piece)?.room === room) dues.delete(piece);
    }
    if (blocked) blocks.add(`${person} ${blocked}`);
  }

  const ledger: Ledger = {
    load,
    loadAside: load,
    roomOf: async (piece) => pieces.get(piece)?.room ?? null,
    version: async (version) => versions.get(version) ?? null,
    keyed: async (asked) => new Set(asked.filter((piece) => pieces.get(piece)?.keys.length)),
    append: async (appending: Appending) => {
      const { expected, entries, begun, epochKey, version, emptied, discarded } = appending;
      const stored = roomAt(appending.room);
      if (expected.some((head) => headOf(stored, head) !== head.seq)) return "moved";
      if (chainMoved(stored, entries)) return "chain-moved";
      if (version && versions.has(version.version)) return "taken";
      if (begun && pieces.has(begun.piece)) return "taken";
      write(stored, entries);
      if (begun) insertPiece(begun);
      if (epochKey) {
        pieces.get(epochKey.piece)?.keys.splice(epochKey.epoch - 1, 1, epochKey.sealed);
      }
      if (version) versions.set(version.version, version);
      for (const id of emptied ?? []) {
        const taken = versions.get(id);
        if (taken) versions.set(id, { ...taken, ciphertext: "", wrappedKey: "" });
      }
      if (discarded) discard(stored, discarded.piece);
      const { due, leaving, room } = appending;
      if (due?.at === null) dues.delete(due.piece);
      else if (due) {
        const person = pieces.get(due.piece)?.owner;
        if (person) dues.set(due.piece, { room, piece: due.piece, person, at: due.at });
      }
      if (leaving) leave(room, leaving.person, leaving.blocks, entries[0]?.at ?? 0);
      return "done";
    },
    makePiece: async (piece) => {
      const there = pieces.get(piece.piece);
      if (!there) insertPiece(piece);
      const same = !there || (there.owner === piece.owner && there.room === piece.room);
      return same ? "done" : "taken";
    },
    due: async ({ room, upto = Infinity }) =>
      [...dues.values()]
        .filter((one) => (!room || one.room === room) && one.at <= upto)
        .sort((a, b) => a.at - b.at || (a.piece < b.piece ? -1 : 1)),
    depart: async ({ room, person, expected, entries, pieces: gone, versions: unopened }) => {
      const stored = roomAt(room);
      if (expected.some((head) => headOf(stored, head) !== head.seq)) return "moved";
      write(stored, entries);
      leave(room, person, null, entries[0]?.at ?? 0);
      invitations = invitations.filter((one) => one.room !== room || one.by !== person);
      stored.entries = stored.entries.filter(({ scope }) => scope !== person);
      for (const piece of gone) loseKeys(stored, piece);
      for (const version of unopened) versions.delete(version);
      stored.seats = stored.seats.map((seat) =>
        seat.person === person ? { ...seat, sealedRoomKey: null } : seat,
      );
      return "done";
    },
    drop: async (room) => {
      const gone = [...pieces.values()].filter((piece) => piece.room === room);
      for (const { piece } of gone) {
        pieces.delete(piece);
        dues.delete(piece);
        for (const [id, version] of versions) if (version.piece === piece) versions.delete(id);
      }
      rooms.delete(room);
      for (const one of invitations) if (one.room === room) one.withdrawnAt ??= 0;
      return gone.map(({ piece }) => piece);
    },
  };

  // ---- rooms

  const isOpen = (one: StoredInvitation, now: number) =>
    one.usedAt === null && one.withdrawnAt === null && one.expiresAt > now;

  const store: RoomStore = {
    make: async (room, person) => {
      const there = rooms.get(room);
      if (there) return there.seats.some((seat) => seat.person === person) ? "done" : "taken";
      const seat = { person, sealedRoomKey: null, packet: null };
      rooms.set(room, { seats: [seat], entries: [] });
      return "done";
    },
    roomsOf: async (person) =>
      [...rooms]
        .filter(([, { seats }]) => seats.some((seat) => seat.person === person))
        .map(([room]) => room),
    invite: async (invitation, judge) => {
      const { room, by, createdAt } = invitation;
      const judged = judge({
        members: rooms.get(room)?.seats.map((seat) => seat.person) ?? [],
        hasOpen: invitations.some((one) => one.room === room && isOpen(one, createdAt)),
        madeLately: invitations.filter((one) => one.by === by && one.createdAt > createdAt - MONTH)
          .length,
      });
      if (!judged.ok) return judged;
      const taken = invitations.some(
        (one) => one.invitation === invitation.invitation || one.tokenHash === invitation.tokenHash,
      );
      if (taken) return refuse("taken");
      invitations.push({ ...invitation, usedAt: null, withdrawnAt: null });
      return ok(null);
    },
    withdraw: async (person, room, id, at) => {
      const one = invitations.find(
        (made) => made.invitation === id && made.room === room && made.by === person,
      );
      if (!one || one.usedAt !== null) return false;
      one.withdrawnAt ??= at;
      return true;
    },
    look: async (tokenHash, now, person) => {
      const one = invitations.find((made) => made.tokenHash === tokenHash && isOpen(made, now));
      return !one || (person && areApart(person, one.by)) ? null : one.packet;
    },
    claim: async (claim) => {
      const { person, tokenHash, packet, roomKeyForMe, roomKeyForThem, at } = claim;
      const one = invitations.find((made) => made.tokenHash === tokenHash && isOpen(made, at));
      const stored = one && rooms.get(one.room);
      if (!one || !stored || one.by === person || stored.seats.length !== 1) return null;
      if (areApart(person, one.by)) return null;
      one.usedAt = at;
      stored.seats = [
        { person: one.by, sealedRoomKey: roomKeyForThem, packet: one.packet },
        { person, sealedRoomKey: roomKeyForMe, packet },
      ];
      write(stored, claim.alongside?.(one.room) ?? []);
      return { room: one.room, by: one.by };
    },
  };

  // ---- new keys

  const roomsOf = (person: PersonId) =>
    [...rooms].filter(([, { seats }]) => seats.some((seat) => seat.person === person));

  function mayReplaceKeys(change: KeyReplacement): boolean {
    const { person } = change;
    const own = [...pieces.values()].filter(
      ({ owner, mode, keys }) => owner === person && mode === "own" && keys.length > 0,
    );
    const given = new Set(change.pieces.map(({ piece }) => piece));
    return (
      roomsOf(person).length === change.rooms.length &&
      own.length === change.pieces.length &&
      own.every(({ piece }) => given.has(piece)) &&
      change.rooms.every(({ room, entries, key, entry }) => {
        const stored = rooms.get(room);
        const seat = stored?.seats.find((one) => one.person === person);
        if (!stored || !seat) return false;
        const known = stored.entries.filter(({ scope }) => scope === "shared" || scope === person);
        return (
          known.length === entries &&
          (seat.sealedRoomKey === null) === (key === null) &&
          stored.seats.length === (entry === null ? 1 : 2)
        );
      })
    );
  }

  function replaceKeys(change: KeyReplacement): void {
    const { person, at } = change;
    for (const { room, key, entry } of change.rooms) {
      const stored = roomAt(room);
      stored.seats = stored.seats.map((seat) =>
        seat.person === person ? { ...seat, sealedRoomKey: key } : seat,
      );
      if (entry) write(stored, [entry]);
    }
    for (const { piece, sealed } of change.pieces) pieces.get(piece)?.keys.splice(0, 1, sealed);
    const set = (id: VersionId, to: Partial<StoredVersion>) => {
      const stored = versions.get(id);
      if (stored) versions.set(id, { ...stored, ...to });
    };
    for (const { version, ownerKey } of change.versions) set(version, { ownerKey });
    for (const { version, wrappedKey } of change.received) set(version, { wrappedKey });
    for (const version of change.emptied) set(version, { ciphertext: "", wrappedKey: "" });
    for (const { piece, owner, mode } of pieces.values()) {
      if (owner === person && mode === "own") dues.delete(piece);
    }
    for (const one of invitations) {
      if (one.by === person && one.usedAt === null) one.withdrawnAt ??= at;
    }
  }

  return { ledger, rooms: store, mayReplaceKeys, replaceKeys };
}
