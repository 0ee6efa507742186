import type { Entry } from "#domain/consent/events.ts";
import type { Holdings } from "#domain/consent/gate.ts";
import type { PersonId, RoomId } from "#domain/ids.ts";
import type { Loaded } from "#domain/ports.ts";

/** More entries than these, over all rooms, are not kept: the room that was read longest ago goes first. */
const MOST_ENTRIES = 60_000;

type Kept = { readonly version: number; readonly of: Map<PersonId, Loaded> };

/**
 * What was read of rooms, for as long as nothing has been written in them: a room's version moves with
 * everything that is, members, their keys and their invitations too. Reading a long history for every act
 * would cost more than the act. It is asked for
 * with the version that the database has now, so that another process can write there too.
 */
export class LoadedCache {
  readonly #rooms = new Map<RoomId, Kept>();
  #entries = 0;

  find(room: RoomId, version: number, person: PersonId): Loaded | null {
    const kept = this.#rooms.get(room);
    if (kept?.version !== version) return null;
    this.#rooms.delete(room);
    this.#rooms.set(room, kept); // the one that was read last goes last
    return kept.of.get(person) ?? null;
  }

  keep(version: number, loaded: Loaded): void {
    const { room } = loaded.holdings;
    const before = this.#rooms.get(room);
    if (before && before.version > version) return;
    if (before?.version !== version) this.forget(room);
    const kept = this.#rooms.get(room) ?? { version, of: new Map() };
    this.#put(room, kept, loaded);
  }

  /**
   * These, and nothing else, were written when the room's version became this one; but for whoever more
   * has changed for than that. The other's reading costs what it did: it tells nothing of what was quiet.
   */
  extend(room: RoomId, version: number, written: readonly Entry[], more?: PersonId): void {
    const before = this.#rooms.get(room);
    if (before?.version !== version - 1) return;
    const all = [...before.of.values()];
    this.forget(room);
    const kept: Kept = { version, of: new Map() };
    for (const loaded of all) {
      if (loaded.me.person === more) continue;
      const holdings = withEntries(loaded.holdings, written);
      if (holdings) this.#put(room, kept, { ...loaded, holdings });
    }
  }

  forget(room: RoomId): void {
    for (const { holdings } of this.#rooms.get(room)?.of.values() ?? []) {
      this.#entries -= holdings.entries.length;
    }
    this.#rooms.delete(room);
  }

  #put(room: RoomId, kept: Kept, loaded: Loaded): void {
    const { me, entries } = loaded.holdings;
    this.#entries += entries.length - (kept.of.get(me)?.holdings.entries.length ?? 0);
    kept.of.set(me, loaded);
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
