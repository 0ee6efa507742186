import { useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { actOnRoom } from "#client/rooms/acts.ts";
import { Button } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import { Notice } from "#components/notice.tsx";
import { otherName, sorry } from "./words.ts";

const TWENTY_MINUTES = 20;

/** Pausing takes no reason and always works; one's own pause is ended by the same button. */
export function PauseButton() {
  const { hand, room, scene, refresh } = useInRoom();
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { pause } = scene.view;

  const run = async (command: Parameters<typeof actOnRoom>[2]) => {
    const done = await actOnRoom(hand, room, command);
    setTrouble(done.ok ? null : sorry(done.refusal.code));
    if (!done.ok) return;
    await refresh();
    setAsking(false);
  };

  return (
    <>
      {pause.mine ? (
        <Button onClick={() => void run({ kind: "resume" })}>End the pause</Button>
      ) : (
        <Button onClick={() => setAsking(true)}>Pause</Button>
      )}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Pause this room"
        actions={
          <>
            <Button onClick={() => void run({ kind: "pause", minutes: TWENTY_MINUTES })}>
              For twenty minutes
            </Button>
            <Button onClick={() => void run({ kind: "pause", minutes: null })}>
              Until I end it
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              Not now
            </Button>
          </>
        }
      >
        <p>
          Nothing reaches either of you while it lasts. {otherName(scene.petname)} sees that the
          room is paused: not why, and not for how long. You can go on writing for yourself.
        </p>
        {trouble && (
          <Notice tone="alarm" live>
            {trouble}
          </Notice>
        )}
      </Dialog>
      {trouble && !asking && (
        <span role="alert" className="text-s">
          {trouble}
        </span>
      )}
    </>
  );
}
