import { useState } from "react";
import { interfaceWords } from "#app/language/languages.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { actOnRoom } from "#client/rooms/acts.ts";
import type { RoomCommand } from "#domain/consent/commands.ts";
import { sorry } from "../room/words.ts";

/** Sets something of mine in this room, and says how it went. */
export function useSetting() {
  const { hand, room, refresh } = useInRoom();
  const [pending, setPending] = useState(false);
  const [said, setSaid] = useState("");
  const set = async (command: RoomCommand) => {
    setPending(true);
    // What was said was of the last time.
    setSaid("");
    const done = await actOnRoom(hand, room, command);
    if (done.ok) await refresh();
    setSaid(done.ok ? interfaceWords("room-settings")("saved") : sorry(done.refusal.code));
    setPending(false);
  };
  return { pending, said, say: setSaid, set };
}
