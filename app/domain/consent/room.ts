import type { PersonId } from "../ids.ts";
import { ok, refuse, unreachable, type Result } from "../result.ts";
import type { RoomCommand } from "./commands.ts";
import type { Recorded, RoomEvent } from "./events.ts";
import { AS_IT_COMES, type Pace, type QuietHours } from "./hours.ts";
import type { NewKeys } from "./record.ts";

/**
 * The room itself. Either can pause, leave or block, at any time and alone, and ends only their own
 * pause. To the other, leaving and blocking are a pause.
 */
export type RoomState = {
  /** Until when each one's pause lasts, in milliseconds since 1970; null: until they end it. */
  readonly pauses: ReadonlyMap<PersonId, number | null>;
  /** Who left, for good, and whether they blocked the other. */
  readonly left: ReadonlyMap<PersonId, { readonly blocked: boolean }>;
  /** Changes of keys of both, the oldest first. */
  readonly keyChanges: readonly KeyChange[];
  /** Since when the room has been paused, whoever paused it, if it still is. */
  readonly pausedSince: number | null;
  /** What nobody but the person for whom the room is folded has set, or done. */
  readonly own: OwnSettings;
};

export type KeyChange = {
  readonly by: PersonId;
  readonly from: NewKeys;
  readonly recorded: Recorded;
};

export type OwnSettings = {
  readonly quietHours: QuietHours | null;
  readonly pace: Pace;
  /** When hours or pace were last set: what had arrived by then stays. */
  readonly setAt: number;
  /** When this person last said that they have seen what changed. */
  readonly seenAt: number;
  /** The side is closed. */
  readonly closed: boolean;
};

export const NEW_ROOM: RoomState = {
  pauses: new Map(),
  left: new Map(),
  keyChanges: [],
  pausedSince: null,
  own: { quietHours: null, pace: AS_IT_COMES, setAt: 0, seenAt: 0, closed: false },
};

const MINUTE = 60_000;
/** After so long a pause, in milliseconds, each may close their side: 60 days. */
export const MAY_CLOSE_AFTER = 60 * 24 * 60 * MINUTE;
/** A pause that ends by itself ends within this time, in milliseconds: 366 days. */
const LONGEST_PAUSE = 366 * 24 * 60 * MINUTE;

export function evolveRoom(
  state: RoomState,
  event: RoomEvent,
  by: PersonId,
  at: number,
): RoomState {
  const { own } = state;
  switch (event.type) {
    case "room-paused": {
      const pauses = new Map(state.pauses).set(by, event.until);
      return { ...state, pauses, pausedSince: sinceAt(state, at) };
    }
    case "room-resumed": {
      const pauses = new Map(state.pauses);
      pauses.delete(by);
      const resumed = { ...state, pauses };
      return { ...resumed, pausedSince: isPaused(resumed, at) ? state.pausedSince : null };
    }
    case "room-left": {
      const left = new Map(state.left).set(by, { blocked: event.blocked });
      return { ...state, left, pausedSince: sinceAt(state, at) };
    }
    case "keys-changed": {
      const { from, recorded } = event;
      return { ...state, keyChanges: [...state.keyChanges, { by, from, recorded }] };
    }
    case "side-closed":
      return { ...state, own: { ...own, closed: true } };
    case "quiet-hours-set":
      return { ...state, own: { ...own, quietHours: event.hours, setAt: at } };
    case "pace-set":
      return { ...state, own: { ...own, pace: event.pace, setAt: at } };
    case "changes-seen":
      return { ...state, own: { ...own, seenAt: at } };
    default:
      return unreachable(event);
  }
}

/** A pause that begins while another lasts goes on from where that one began. */
const sinceAt = (state: RoomState, at: number): number =>
  isPaused(state, at) ? (state.pausedSince ?? at) : at;

/** A pause and its end, leaving and blocking are never refused: they succeed in every state. */
export function decideRoom(
  state: RoomState,
  command: RoomCommand,
  me: PersonId,
  now: number,
): Result<readonly RoomEvent[], "bad-time" | "too-early"> {
  const left = state.left.get(me);
  switch (command.kind) {
    case "pause": {
      if (left) return ok([]);
      const until = pausesUntil(command, now);
      if (until !== null && (until <= now || until > now + LONGEST_PAUSE)) {
        return refuse("bad-time");
      }
      return ok([{ type: "room-paused", until }]);
    }
    case "resume":
      return ok(state.pauses.has(me) && !left ? [{ type: "room-resumed" }] : []);
    case "leave":
      return ok(left ? [] : [{ type: "room-left", blocked: false }]);
    case "block":
      return ok(left?.blocked ? [] : [{ type: "room-left", blocked: true }]);
    case "close-side": {
      if (state.own.closed) return ok([]);
      if (!mayClose(state, me, now)) return refuse("too-early");
      const leaving: RoomEvent = { type: "room-left", blocked: false };
      return ok(left ? [{ type: "side-closed" }] : [leaving, { type: "side-closed" }]);
    }
    case "set-quiet-hours":
      return ok([{ type: "quiet-hours-set", hours: command.hours }]);
    case "set-pace":
      return ok([{ type: "pace-set", pace: command.pace }]);
    case "seen":
      return ok([{ type: "changes-seen" }]);
    default:
      return unreachable(command);
  }
}

function pausesUntil(
  { minutes, until }: Extract<RoomCommand, { kind: "pause" }>,
  now: number,
): number | null {
  if (until !== undefined) return until;
  return minutes === null ? null : now + minutes * MINUTE;
}

/** This person's own pause, if it lasts. */
export function pauseOf(
  state: RoomState,
  person: PersonId,
  now: number,
): { readonly until: number | null } | null {
  const until = state.pauses.get(person);
  return until === undefined || (until !== null && until <= now) ? null : { until };
}

export const isPaused = (state: RoomState, now: number): boolean =>
  state.left.size > 0 ||
  [...state.pauses.keys()].some((person) => pauseOf(state, person, now) !== null);

/** Whether nothing stands between the other's last letter and me but that they have left. */
export const isOpenToGoodbye = (state: RoomState, me: PersonId, now: number): boolean =>
  !state.left.has(me) && pauseOf(state, me, now) === null;

/** The same for both, and the same after a pause as after a leaving. */
export const isLongPaused = (state: RoomState, now: number): boolean =>
  isPaused(state, now) && state.pausedSince !== null && now >= state.pausedSince + MAY_CLOSE_AFTER;

/** After so long each may close their side; who left may at once. */
export const mayClose = (state: RoomState, me: PersonId, now: number): boolean =>
  state.left.has(me) || isLongPaused(state, now);

/** When the next pause ends by itself, if one does. */
export function nextEnd(state: RoomState, now: number): number | null {
  const ends = [...state.pauses.values()].filter((until) => until !== null && until > now);
  return ends.length === 0 ? null : Math.min(...ends.map(Number));
}
