import { useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { actOnRoom } from "#client/rooms/acts.ts";
import type { RoomCommand } from "#domain/consent/commands.ts";
import { sorry } from "./words.ts";

/** Does something to the room that the page is in, and says what came of it. */
export function useRoomAct() {
  const { hand, room, refresh } = useInRoom();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const run = async (command: RoomCommand): Promise<boolean> => {
    setPending(true);
    const done = await actOnRoom(hand, room, command);
    if (done.ok) await refresh();
    setTrouble(done.ok ? null : sorry(done.refusal.code));
    setPending(false);
    return done.ok;
  };
  return { run, pending, trouble, forget: () => setTrouble(null) };
}
