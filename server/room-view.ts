import { know } from "#domain/consent/gate.ts";
import { isPaused, pauseOf } from "#domain/consent/room.ts";
import { viewFor } from "#domain/consent/view.ts";
import type { Loaded, Member } from "#domain/ports.ts";
import type { OtherView, RoomSummary, RoomView } from "#domain/rooms.ts";

/** A room as one person may see it, made of what that person may know and of nothing else. */
export function roomView({ me, other, holdings, invitation }: Loaded, now: number): RoomView {
  const known = know(holdings);
  const keys = new Map(holdings.pieces.map((row) => [row.piece, row.keys]));
  return {
    room: holdings.room,
    me: me.person,
    key: me.sealedRoomKey,
    packet: me.packet,
    other: other && otherView(other),
    invitation: invitation && invitation.expiresAt > now ? invitation : null,
    pause: { paused: isPaused(known.room, now), mine: pauseOf(known.room, me.person, now) },
    pieces: viewFor(known, keys, now),
  };
}

export const roomSummary = ({ other, holdings }: Loaded, now: number): RoomSummary => ({
  room: holdings.room,
  other: other && other.person,
  paused: isPaused(know(holdings).room, now),
});

function otherView({ person, packet, signingKey, boxKey }: Member): OtherView {
  if (packet === null) throw new Error("one of two people came in without a packet");
  return { person, packet, signingKey, boxKey };
}
