import { Bar } from "#components/bar.tsx";
import { Button } from "#components/button.tsx";
import { lock } from "#client/lock/lock.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { PauseButton } from "./pause-button.tsx";
import { roomName } from "./words.ts";

/** The top of the room's own pages. */
export function RoomBar() {
  const { room, scene } = useInRoom();
  return (
    <Bar
      title={roomName(scene.petname, scene.view.other !== null)}
      home="/rooms"
      nav={[
        { to: `/room/${room}`, label: "Room" },
        { to: `/room/${room}/settings`, label: "Settings" },
      ]}
      actions={
        <>
          <Button look="quiet" onClick={() => void lock({ tell: true })}>
            Lock
          </Button>
          {scene.view.other && <PauseButton />}
        </>
      }
    />
  );
}
