import { useInRoom } from "#client/hooks/use-room.ts";
import { actOnRoom } from "#client/rooms/acts.ts";
import type { RoomCommand } from "#domain/consent/commands.ts";
import { useAct } from "./use-act.ts";

/** Does something to the room that the page is in, and says what came of it. */
export function useRoomAct() {
  const { hand, room } = useInRoom();
  const { run, ...course } = useAct();
  return { ...course, run: (command: RoomCommand) => run(() => actOnRoom(hand, room, command)) };
}
