import { arrived } from "#domain/consent/arrivals.ts";
import { chainOf, headOf } from "#domain/consent/chain.ts";
import { know, type Holdings, type Known } from "#domain/consent/gate.ts";
import { changesFor, recordFor } from "#domain/consent/history.ts";
import { quietSince } from "#domain/consent/hours.ts";
import { formerKeys, shown } from "#domain/consent/keys.ts";
import type { NewKeys } from "#domain/consent/record.ts";
import { isLongPaused, isPaused, mayClose, pauseOf, type RoomState } from "#domain/consent/room.ts";
import { viewFor } from "#domain/consent/view.ts";
import type { Loaded, Member } from "#domain/ports.ts";
import type { RecordView } from "#domain/record-view.ts";
import type { OtherView, PauseView, RoomSummary, RoomView } from "#domain/room-view.ts";
import type { Side, SigningView } from "#domain/statement-view.ts";

/** Without what a pause keeps from this person. In quiet hours, what came to this person before them; what was taken away since is gone. */
function cameTo(
  { me, holdings: all }: Loaded,
  now: number,
): Pick<Holdings, "entries"> & { known: Known } {
  const holdings = shown(all, now);
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
    other: other && otherView(other, holdings, known),
    invitation: invitation && invitation.expiresAt > now ? invitation : null,
    pause: pauseView(known.room, me, now),
    pieces: viewFor(known, keys, now),
    keys: known.room.keyChanges.length,
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
    long: isLongPaused(room, now),
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
export function recordView({ me, other, holdings: all }: Loaded, now: number): RecordView {
  const holdings = shown(all, now);
  const known = know(holdings);
  const inRecord = (side: Side, { person }: Member, { signingKey }: NewKeys) => ({
    side,
    person,
    signingKey,
    before: formerKeys(known.room, person),
  });
  return {
    room: holdings.room,
    people: [
      inRecord("me", me, me),
      ...(other ? [inRecord("other", other, keysShown(other, all, known))] : []),
    ],
    acts: recordFor(known, holdings.entries, now),
  };
}

/** The keys of the other as far as I may know of their changes. */
function keysShown(other: Member, { entries }: Holdings, { room }: Known): NewKeys {
  const seen = room.keyChanges.filter(({ by }) => by === other.person).length;
  const all = entries.flatMap(({ by, event }) =>
    by === other.person && event.type === "keys-changed" ? [event.from] : [],
  );
  return all[seen] ?? other;
}

function otherView(other: Member, holdings: Holdings, known: Known): OtherView {
  const { person, packet } = other;
  if (packet === null) throw new Error("one of two people came in without a packet");
  const { signingKey, boxKey } = keysShown(other, holdings, known);
  const keyChanges = known.room.keyChanges
    .filter(({ by }) => by === person)
    .map(({ recorded: { on, statement } }) => ({ on, statement }));
  return { person, packet, signingKey, boxKey, keyChanges };
}
