import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { letGo } from "#client/rooms/own-pieces.ts";
import type { OpenPiece } from "#client/sync/open-piece.ts";
import { Button } from "#components/button.tsx";
import type { WrittenView } from "#domain/rooms.ts";
import { Confirm } from "../../room/confirm.tsx";

/** The one act of a letter that nobody will ever get. */
export function LetGo({ view, opened }: { view: WrittenView; opened: OpenPiece | null }) {
  const { hand, room, refresh } = useInRoom();
  const { device } = useTab();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button className="max-sm:flex-1" onClick={() => setAsking(true)}>
        Let it go
      </Button>
      <p className="text-s text-ink-soft max-sm:w-full">
        This can never be offered. Keep it as long as you like, or let it go for good.
      </p>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title="Let this go for good?"
        yes="Let it go"
        no="Keep it"
        act={async () => {
          const done = await letGo(hand, device, view.piece);
          if (!done.ok) return done;
          // What was still being gathered may have reached the device since it was wiped.
          await opened?.close();
          await device.forget(view.piece);
          return done;
        }}
        onDone={async () => {
          navigate(`/room/${room}#mine`);
          await refresh();
        }}
      >
        <p>
          Its key is destroyed, and its words go from this device and from the server. Your other
          devices drop it when they are next online.
        </p>
        <p>Nobody can bring it back after that: not you, and not we. There is no undo.</p>
      </Confirm>
    </>
  );
}
