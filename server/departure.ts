import { know, type Known } from "#domain/consent/gate.ts";
import type { NewEntry } from "#domain/consent/events.ts";
import type { PersonId, PieceId, RoomId, VersionId } from "#domain/ids.ts";
import type { Clock, Departing, Ledger, Loaded, RoomStore } from "#domain/ports.ts";
import { headsOf } from "./appending.ts";
import { watch } from "./onlookers.ts";

export type DepartureOptions = {
  readonly ledger: Ledger;
  readonly rooms: Pick<RoomStore, "roomsOf">;
  readonly relay: {
    readonly reconsider: (piece: PieceId) => Promise<void>;
    readonly erase: (piece: PieceId) => Promise<void>;
  };
  readonly announce: (person: PersonId, room: RoomId) => void;
  readonly clock: Clock;
};

const TRIES = 5;

/**
 * What goes with an account that is deleted, room by room: own pieces and versions that nobody opened
 * at once; to the other it is a pause. What both wrote stays until both have gone, then the room goes.
 */
export function createDeparture(options: DepartureOptions): (person: PersonId) => Promise<void> {
  const { ledger, rooms, relay, announce, clock } = options;

  async function drop(room: RoomId): Promise<void> {
    for (const piece of await ledger.drop(room)) await relay.erase(piece);
  }

  async function leaveRoom(person: PersonId, room: RoomId): Promise<void> {
    for (let tries = 0; tries < TRIES; tries++) {
      const loaded = await ledger.load(person, room);
      if (!loaded) return;
      const other = loaded.holdings.other && (await ledger.loadAside(loaded.holdings.other, room));
      // Who departed before has no key of the room any more.
      if (!other || other.me.sealedRoomKey === null) return drop(room);
      const now = clock.now();
      const onlookers = await watch(ledger, loaded, now);
      const departing = departingOf(loaded, other, now);
      if ((await ledger.depart(departing)) === "moved") continue;
      for (const piece of departing.pieces) await relay.erase(piece);
      for (const [piece, { mode }] of know(loaded.holdings).pieces) {
        if (mode === "together") await relay.reconsider(piece);
      }
      for (const who of await onlookers.whoSees(now)) announce(who, room);
      return;
    }
    throw new Error("a room kept moving while somebody left it");
  }

  return async (person) => {
    for (const room of await rooms.roomsOf(person)) await leaveRoom(person, room);
  };
}

function departingOf({ me, holdings }: Loaded, other: Loaded, at: number): Departing {
  const { room } = holdings;
  const known = know(holdings);
  const head = headsOf(holdings);
  const own = ownPieces(known);
  const leaving: NewEntry = {
    subject: room,
    scope: "shared",
    by: me.person,
    at,
    event: { type: "room-left", blocked: false },
  };
  return {
    room,
    person: me.person,
    expected: [
      head(room, "shared"),
      // What the other opened meanwhile stays with them.
      ...own.map((piece) => headsOf(other.holdings)(piece, other.me.person)),
    ],
    entries: known.room.left.has(me.person) ? [] : [leaving],
    pieces: own,
    versions: unopened(known, know(other.holdings)),
  };
}

const ownPieces = ({ me, pieces }: Known): readonly PieceId[] =>
  [...pieces].filter(([, one]) => one.mode === "own" && one.owner === me).map(([id]) => id);

/** Versions of mine that the other has not opened, and answers of mine that nobody has. */
function unopened(mine: Known, theirs: Known): readonly VersionId[] {
  return [...mine.pieces].flatMap(([id, piece]): readonly VersionId[] => {
    if (piece.mode === "paired")
      return piece.putIn && !piece.opened.length ? [piece.putIn.version] : [];
    if (piece.mode !== "own" || piece.owner !== mine.me) return [];
    const read = theirs.pieces.get(id);
    const held = new Set(
      read?.mode === "own"
        ? read.versions.filter(({ reading }) => reading === "opened").map(({ version }) => version)
        : [],
    );
    const all = [...piece.versions, ...(piece.waiting ? [piece.waiting] : [])];
    return all.map(({ version }) => version).filter((version) => !held.has(version));
  });
}
