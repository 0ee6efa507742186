import { arrived } from "#domain/consent/arrivals.ts";
import { chainOf, headOf } from "#domain/consent/chain.ts";
import { know, type Holdings, type Known } from "#domain/consent/gate.ts";
import { changesFor, recordFor } from "#domain/consent/history.ts";
import { quietSince } from "#domain/consent/hours.ts";
import { isPaused, mayClose, pauseOf, type RoomState } from "#domain/consent/room.ts";
import { viewFor } from "#domain/consent/view.ts";
import type { Loaded, Member } from "#domain/ports.ts";
import type {
  OtherView,
  PauseView,
  RecordView,
  RoomSummary,
  RoomView,
  SigningView,
} from "#domain/rooms.ts";

/** In quiet hours, what came to this person before them; what was taken away since is gone. */
function cameTo(
  { me, holdings }: Loaded,
  now: number,
): Pick<Holdings, "entries"> & { known: Known } {
  const known = know(holdings);
  const { quietHours, setAt } = known.room.own;
  const came = Math.max(quietSince(quietHours, now), Math.min(setAt, now));
  if (came >= now) return { entries: holdings.entries, known };
  const entries = arrived(holdings.entries, me.person, came);
  return { entries, known: know({ ...holdings, entries }) };
}

/**
 * What this person signs their next statement on. Where the other's chain ends is told as far as it has
 * come to them, as in the room's view; in one's own nothing is ever held back.
 */
export function signingView(loaded: Loaded, now: number): SigningView {
  const { other, holdings } = loaded;
  const { entries } = cameTo(loaded, now);
  return {
    ...chainOf(know(holdings), holdings.entries),
    theirs: other && headOf(entries, other.person),
  };
}

/** A room as one person may see it, made of what that person may know and of nothing else. */
export function roomView(loaded: Loaded, now: number): RoomView {
  const { me, other, holdings, invitation } = loaded;
  const { entries, known } = cameTo(loaded, now);
  const { own } = known.room;
  const keys = new Map(holdings.pieces.map((row) => [row.piece, row.keys]));
  return {
    room: holdings.room,
    me: me.person,
    key: me.sealedRoomKey,
    packet: me.packet,
    other: other && otherView(other),
    invitation: invitation && invitation.expiresAt > now ? invitation : null,
    pause: pauseView(known.room, me, now),
    pieces: viewFor(known, keys, now),
    settings: { quietHours: own.quietHours, pace: own.pace },
    changes: changesFor(known, entries, now),
    heads: {
      mine: headOf(holdings.entries, me.person),
      theirs: other && headOf(entries, other.person),
    },
  };
}

function pauseView(room: RoomState, { person }: Member, now: number): PauseView {
  const left = room.left.get(person);
  return {
    paused: isPaused(room, now),
    mine: pauseOf(room, person, now),
    left: left ? (left.blocked ? "blocked" : "left") : null,
    mayClose: mayClose(room, person, now),
    closed: room.own.closed,
  };
}

export function roomSummary({ other, holdings }: Loaded, now: number): RoomSummary {
  const { room } = know(holdings);
  return {
    room: holdings.room,
    other: other && other.person,
    paused: isPaused(room, now),
    closed: room.own.closed,
  };
}

/** Every act that this person may see. Quiet hours are for what comes, not for who looks it up. */
export function recordView({ me, other, holdings }: Loaded, now: number): RecordView {
  const { person, signingKey } = me;
  return {
    room: holdings.room,
    people: [
      { side: "me", person, signingKey },
      ...(other
        ? [{ side: "other" as const, person: other.person, signingKey: other.signingKey }]
        : []),
    ],
    acts: recordFor(know(holdings), holdings.entries, now),
  };
}

function otherView({ person, packet, signingKey, boxKey }: Member): OtherView {
  if (packet === null) throw new Error("one of two people came in without a packet");
  return { person, packet, signingKey, boxKey };
}
