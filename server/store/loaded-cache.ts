import type { Entry } from "#domain/consent/events.ts";
import type { Holdings, PieceRow } from "#domain/consent/gate.ts";
import type { Encoded } from "#domain/encoded.ts";
import type { PersonId, PieceId, RoomId } from "#domain/ids.ts";
import type { Loaded, NewPiece } from "#domain/ports.ts";

/** More entries and pieces than these, over all rooms, are not kept: what was read longest ago goes first. */
const MOST_ROWS = 60_000;

type Kept = { readonly version: number; readonly loaded: Loaded };

/** What was written when a room's version moved. Nothing else has changed but for `anew`. */
export type Written = {
  readonly entries: readonly Entry[];
  /** The pieces that these speak of. */
  readonly spoken?: readonly Omit<PieceRow, "keys">[] | undefined;
  readonly begun?: NewPiece | undefined;
  readonly epochKey?:
    { readonly piece: PieceId; readonly epoch: number; readonly sealed: Encoded } | undefined;
  /** For whom more has changed than that: they read it anew. */
  readonly anew?: PersonId | undefined;
  /** Whose key of the room is gone. */
  readonly departed?: PersonId | undefined;
};

/**
 * What was read of rooms, for as long as nothing has been written in them: a room's version moves with
 * everything that is, members, their keys and their links too. Reading a long history for every act would
 * cost more than the act. It is asked for with the version that the database has now, so that another
 * process can write there too.
 *
 * How long an answer takes must not tell what the other does. So what is written is added to what each has
 * read, and nobody's reading comes into being, goes or lives longer by what the other asks.
 */
export class LoadedCache {
  readonly #kept = new Map<string, Kept>();
  readonly #readers = new Map<RoomId, Set<PersonId>>();
  #rows = 0;

  find(room: RoomId, version: number, person: PersonId): Loaded | null {
    const key = keyOf(room, person);
    const kept = this.#kept.get(key);
    if (kept?.version !== version) return null;
    this.#kept.delete(key);
    this.#kept.set(key, kept); // what was read last goes last
    return kept.loaded;
  }

  keep(version: number, loaded: Loaded): void {
    const { room, me } = loaded.holdings;
    const before = this.#kept.get(keyOf(room, me));
    if (before && before.version > version) return;
    if (before) this.#drop(before.loaded.holdings);
    this.#put(version, loaded);
    for (const oldest of this.#kept.values()) {
      if (this.#rows <= MOST_ROWS) break;
      this.#drop(oldest.loaded.holdings);
    }
  }

  /** This was written when the room's version became this one. */
  extend(room: RoomId, version: number, written: Written): void {
    for (const person of [...(this.#readers.get(room) ?? [])]) {
      const kept = this.#kept.get(keyOf(room, person));
      if (kept?.version !== version - 1) continue;
      const next = person === written.anew ? null : withWritten(kept.loaded, written);
      if (next) this.#put(version, next);
      else this.#drop(kept.loaded.holdings);
    }
  }

  forget(room: RoomId): void {
    for (const me of [...(this.#readers.get(room) ?? [])]) {
      const kept = this.#kept.get(keyOf(room, me));
      if (kept) this.#drop(kept.loaded.holdings);
    }
  }

  /** In the place of what is kept for the same person, or last. */
  #put(version: number, loaded: Loaded): void {
    const { room, me } = loaded.holdings;
    const key = keyOf(room, me);
    const before = this.#kept.get(key);
    this.#rows += rowsOf(loaded) - (before ? rowsOf(before.loaded) : 0);
    this.#kept.set(key, { version, loaded });
    const readers = this.#readers.get(room) ?? new Set();
    this.#readers.set(room, readers.add(me));
  }

  #drop({ room, me }: Holdings): void {
    const key = keyOf(room, me);
    const kept = this.#kept.get(key);
    if (kept) this.#rows -= rowsOf(kept.loaded);
    this.#kept.delete(key);
    const readers = this.#readers.get(room);
    readers?.delete(me);
    if (readers?.size === 0) this.#readers.delete(room);
  }
}

const keyOf = (room: RoomId, person: PersonId): string => `${room} ${person}`;

const rowsOf = ({ holdings: { entries, pieces } }: Loaded): number =>
  1 + entries.length + pieces.length;

/** `null` if it speaks of a piece that was not there before, and did not begin now: that has to be read. */
function withWritten(loaded: Loaded, written: Written): Loaded | null {
  const { holdings, other } = loaded;
  const { room, me } = holdings;
  const mine = written.entries.filter(({ scope }) => scope === "shared" || scope === me);
  const begun = withBegun(holdings, mine, written.begun);
  const pieces = withKey(withSpoken(begun, me, mine, written.spoken), me, written.epochKey);
  const known = new Set<string>([room, ...pieces.map(({ piece }) => piece)]);
  if (!mine.every(({ subject }) => known.has(subject))) return null;
  const entries = mine.length > 0 ? inOrder([...holdings.entries, ...mine]) : holdings.entries;
  const departed = other !== null && other.person === written.departed;
  return {
    ...loaded,
    other: departed ? { ...other, sealedRoomKey: null } : other,
    holdings: { ...holdings, pieces, entries },
  };
}

/** One's own, or one that something is said of. */
function withBegun(
  { me, pieces }: Holdings,
  mine: readonly Entry[],
  begun: NewPiece | undefined,
): readonly PieceRow[] {
  if (!begun) return pieces;
  const { piece, owner, mode, sealedKey, at } = begun;
  if (owner !== me && !mine.some(({ subject }) => subject === piece)) return pieces;
  if (pieces.some((row) => row.piece === piece)) return pieces;
  const keys = sealedKey !== null && hasKeys({ owner, mode }, me) ? [sealedKey] : [];
  return inOrderOfBeginning([...pieces, { piece, owner, mode, at, keys }]);
}

/** Of the other's own piece one knows as soon as something is said of it. */
function withSpoken(
  pieces: readonly PieceRow[],
  me: PersonId,
  mine: readonly Entry[],
  spoken: Written["spoken"],
): readonly PieceRow[] {
  const known = new Set<string>(pieces.map(({ piece }) => piece));
  const subjects = new Set<string>(mine.map(({ subject }) => subject));
  const added = (spoken ?? []).filter(
    (row) => subjects.has(row.piece) && !known.has(row.piece) && !hasKeys(row, me),
  );
  if (added.length === 0) return pieces;
  return inOrderOfBeginning([...pieces, ...added.map((row) => ({ ...row, keys: [] }))]);
}

function withKey(
  pieces: readonly PieceRow[],
  me: PersonId,
  epochKey: Written["epochKey"],
): readonly PieceRow[] {
  if (!epochKey) return pieces;
  const { piece, epoch, sealed } = epochKey;
  return pieces.map((row) => {
    if (row.piece !== piece || !hasKeys(row, me)) return row;
    const keys = [...row.keys];
    keys[epoch - 1] = sealed;
    return { ...row, keys };
  });
}

/** The key of the other's own piece stays where it is. */
const hasKeys = ({ owner, mode }: Pick<PieceRow, "owner" | "mode">, person: PersonId): boolean =>
  owner === person || mode === "together";

/** The order in which pieces are given, whatever store they come from. */
export const inOrderOfBeginning = (pieces: PieceRow[]): PieceRow[] =>
  pieces.sort((a, b) => a.at - b.at || (a.piece < b.piece ? -1 : 1));

/** The order in which entries are given, whatever store they come from. */
export const inOrder = (entries: Entry[]): Entry[] =>
  entries.sort((a, b) => a.seq - b.seq || a.at - b.at || (a.subject < b.subject ? -1 : 1));
