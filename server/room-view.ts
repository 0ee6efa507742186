import { arrived } from "#domain/consent/arrivals.ts";
import { know } from "#domain/consent/gate.ts";
import { changesFor, recordFor } from "#domain/consent/history.ts";
import { quietSince } from "#domain/consent/hours.ts";
import { isPaused, mayClose, pauseOf, type RoomState } from "#domain/consent/room.ts";
import { viewFor } from "#domain/consent/view.ts";
import type { Loaded, Member } from "#domain/ports.ts";
import type { OtherView, PauseView, RecordView, RoomSummary, RoomView } from "#domain/rooms.ts";

/** A room as one person may see it, made of what that person may know and of nothing else. */
export function roomView({ me, other, holdings, invitation }: Loaded, now: number): RoomView {
  const all = know(holdings);
  const { own } = all.room;
  // In quiet hours, what came before them; what was taken away since is gone.
  const came = Math.max(quietSince(own.quietHours, now), Math.min(own.setAt, now));
  const entries = came < now ? arrived(holdings.entries, me.person, came) : holdings.entries;
  const known = came < now ? know({ ...holdings, entries }) : all;
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
