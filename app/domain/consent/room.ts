import type { PersonId } from "../ids.ts";
import { unreachable } from "../result.ts";
import type { RoomCommand } from "./commands.ts";
import type { RoomEvent } from "./events.ts";

/**
 * The room itself: for now, its pauses. Either can pause, at any time and alone, and ends only their
 * own pause. Leaving and blocking will stand beside them: to the other they look like a pause.
 */
export type RoomState = {
  /** Until when each one's pause lasts, in milliseconds since 1970; null: until they end it. */
  readonly pauses: ReadonlyMap<PersonId, number | null>;
};

export const NEW_ROOM: RoomState = { pauses: new Map() };

const MINUTE = 60_000;

export function evolveRoom(state: RoomState, event: RoomEvent, by: PersonId): RoomState {
  const pauses = new Map(state.pauses);
  switch (event.type) {
    case "room-paused":
      return { ...state, pauses: pauses.set(by, event.until) };
    case "room-resumed":
      pauses.delete(by);
      return { ...state, pauses };
    default:
      return unreachable(event);
  }
}

/** Never refused: a pause succeeds in every state, and so does its end. */
export function decideRoom(
  state: RoomState,
  command: RoomCommand,
  me: PersonId,
  now: number,
): readonly RoomEvent[] {
  switch (command.kind) {
    case "pause":
      return [
        {
          type: "room-paused",
          until: command.minutes === null ? null : now + command.minutes * MINUTE,
        },
      ];
    case "resume":
      return state.pauses.has(me) ? [{ type: "room-resumed" }] : [];
    default:
      return unreachable(command);
  }
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
  [...state.pauses.keys()].some((person) => pauseOf(state, person, now) !== null);

/** When the next pause ends by itself, if one does. */
export function nextEnd(state: RoomState, now: number): number | null {
  const ends = [...state.pauses.values()].filter((until) => until !== null && until > now);
  return ends.length === 0 ? null : Math.min(...ends.map(Number));
}
