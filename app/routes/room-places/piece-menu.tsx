import { useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { deletePiece } from "#client/rooms/own-pieces.ts";
import { Button } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import { sorry } from "../room/words.ts";

/** What can be done with a piece of mine besides writing it. */
export function PieceMenu({
  piece,
  title,
}: {
  piece: Parameters<typeof deletePiece>[1];
  title: string;
}) {
  const { hand, refresh } = useInRoom();
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const remove = async () => {
    const done = await deletePiece(hand, piece);
    if (!done.ok) return setTrouble(sorry(done.refusal.code));
    await refresh();
  };
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        Delete
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Delete this for good?"
        actions={
          <>
            <Button onClick={() => void remove()}>Delete it</Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              Keep it
            </Button>
          </>
        }
      >
        <p>
          “{title}” goes from all your devices and from the server, and cannot be brought back.
          Nobody else learns of it.
        </p>
        {trouble && <p role="alert">{trouble}</p>}
      </Dialog>
    </>
  );
}
