import { useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { close } from "#client/rooms/together.ts";
import { Button } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import type { PieceId } from "#domain/ids.ts";
import { sorry } from "../../room/words.ts";

/** Either can close; opening it again takes two. */
export function CloseForBoth({ piece }: { piece: PieceId }) {
  const { hand, paired, refresh } = useInRoom();
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const closeIt = async () => {
    if (!paired) return;
    const done = await close(hand, paired, piece);
    if (!done.ok) return setTrouble(sorry(done.refusal.code));
    await refresh();
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>Close for both</Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Close this for both?"
        actions={
          <>
            <Button onClick={() => void closeIt()}>Close it</Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              Leave it open
            </Button>
          </>
        }
      >
        <p>
          Both of you can still read it; neither can write or sign. What is agreed stands. To open
          it again, both of you have to say yes.
        </p>
        {trouble && <p role="alert">{trouble}</p>}
      </Dialog>
    </>
  );
}
