import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { actOnRoom } from "#client/rooms/acts.ts";
import { Button } from "#components/button.tsx";
import { Confirm } from "./confirm.tsx";
import { theOther } from "./words.ts";

/** After a long pause, or once I left: takes the room off my list. To the other nothing changes. */
export function CloseSide() {
  const { hand, room, scene } = useInRoom();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { left } = scene.view.pause;
  return (
    <>
      <Button onClick={() => setAsking(true)}>Close my side</Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title="Close your side?"
        yes="Close it"
        no="Leave it as it is"
        act={() => actOnRoom(hand, room, { kind: "close-side" })}
        onDone={() => void navigate("/rooms")}
      >
        <p>
          The room goes from your list. Nothing of yours is deleted: you find it again beneath your
          rooms, to read.
        </p>
        {!left && (
          <p>
            This is for good: nothing can be offered here any more, by you or to you, and the pause
            does not end. {theOther(scene.petname)} sees what they see now, that the room is paused.
          </p>
        )}
      </Confirm>
    </>
  );
}
