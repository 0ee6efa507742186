import type { Entry } from "#domain/consent/events.ts";
import type { Holdings } from "#domain/consent/gate.ts";
import type { PersonId, RoomId } from "#domain/ids.ts";

/** More entries than these, over all rooms, are not kept: the room that was read longest ago goes first. */
const MOST_ENTRIES = 60_000;

type Kept = { readonly version: number; readonly of: Map<PersonId, Holdings> };

/**
 * What was read of rooms, for as long as nothing has been written in them: a room's version moves with
 * everything that is. Reading a long history for every act would cost more than the act. It is asked for
 * with the version that the database has now, so that another process can write there too.
 */
export class HoldingsCache {
  readonly #rooms = new Map<RoomId, Kept>();
  #entries = 0;

  find(room: RoomId, version: number, person: PersonId): Holdings | null {
    const kept = this.#rooms.get(room);
    if (kept?.version !== version) return null;
    this.#rooms.delete(room);
    this.#rooms.set(room, kept); // the one that was read last goes last
    return kept.of.get(person) ?? null;
  }

  keep(version: number, holdings: Holdings): void {
    const { room, me } = holdings;
    const before = this.#rooms.get(room);
    if (before && before.version > version) return;
    if (before?.version !== version) this.forget(room);
    const kept = this.#rooms.get(room) ?? { version, of: new Map() };
    this.#put(room, kept, me, holdings);
  }

  /** These, and nothing else, were written when the room's version became this one. */
  extend(room: RoomId, version: number, written: readonly Entry[]): void {
    const before = this.#rooms.get(room);
    if (before?.version !== version - 1) return;
    const all = [...before.of.values()];
    this.forget(room);
    const kept: Kept = { version, of: new Map() };
    for (const holdings of all) {
      const next = withEntries(holdings, written);
      if (next) this.#put(room, kept, holdings.me, next);
    }
  }

  forget(room: RoomId): void {
    for (const { entries } of this.#rooms.get(room)?.of.values() ?? []) {
      this.#entries -= entries.length;
    }
    this.#rooms.delete(room);
  }

  #put(room: RoomId, kept: Kept, person: PersonId, holdings: Holdings): void {
    this.#entries += holdings.entries.length - (kept.of.get(person)?.entries.length ?? 0);
    kept.of.set(person, holdings);
    this.#rooms.set(room, kept);
    for (const oldest of this.#rooms.keys()) {
      if (this.#entries <= MOST_ENTRIES) break;
      this.forget(oldest);
    }
  }
}

/** `null` if they speak of a piece that this person could not know of before: that has to be read. */
function withEntries(holdings: Holdings, written: readonly Entry[]): Holdings | null {
  const { room, me, pieces } = holdings;
  const mine = written.filter(({ scope }) => scope === "shared" || scope === me);
  const known = new Set<string>([room, ...pieces.map(({ piece }) => piece)]);
  if (!mine.every(({ subject }) => known.has(subject))) return null;
  if (mine.length === 0) return holdings;
  return { ...holdings, entries: inOrder([...holdings.entries, ...mine]) };
}

/** The order in which entries are given, whatever store they come from. */
export const inOrder = (entries: Entry[]): Entry[] =>
  entries.sort((a, b) => a.seq - b.seq || a.at - b.at || (a.subject < b.subject ? -1 : 1));
