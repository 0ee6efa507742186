import { useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { actOpenly } from "#client/rooms/acts.ts";
import { Button } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import type { PieceId, VersionId } from "#domain/ids.ts";
import { theOther, sorry } from "./words.ts";

/** Takes an offer back, at any time. What it can and cannot undo is said first. */
export function TakeBack({ piece, version }: { piece: PieceId; version: VersionId }) {
  const { hand, room, scene, refresh } = useInRoom();
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const takeBack = async () => {
    setPending(true);
    const done = await actOpenly(hand, room, piece, { kind: "take-back", version });
    await refresh();
    setPending(false);
    if (done.ok) setAsking(false);
    else setTrouble(sorry(done.refusal.code));
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>Take back</Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Take it back?"
        actions={
          <>
            <Button pending={pending} onClick={() => void takeBack()}>
              {pending ? "Taking it back" : "Take it back"}
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              Leave it there
            </Button>
          </>
        }
      >
        <p>
          It goes from the door and from the server, and from {scene.petname || "the other person"}
          ’s devices when they next connect. If it was opened: {theOther(scene.petname)} may
          remember it or keep a copy, and could show it to others.
        </p>
        {trouble && <p role="alert">{trouble}</p>}
      </Dialog>
    </>
  );
}
