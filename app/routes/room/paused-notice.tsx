import { useInRoom } from "#client/hooks/use-room.ts";
import { sayUntil } from "#client/rooms/time-of-day.ts";
import { Notice } from "#components/notice.tsx";
import type { PauseView } from "#domain/rooms.ts";
import { CloseSide } from "./close-side.tsx";
import { otherName, SIXTY_DAYS } from "./words.ts";

/** How the room stands while nothing crosses in it. Whoever paused or left: the other reads the same. */
export function PausedNotice() {
  const { scene } = useInRoom();
  const { pause } = scene.view;
  if (pause.left) return <Left pause={pause} />;
  return (
    <Notice beside live title="This room is paused." actions={pause.mayClose && <CloseSide />}>
      <p>{pause.mine ? ofMine(pause.mine) : OF_THE_OTHER}</p>
      {pause.mayClose && <p>{SIXTY_DAYS}</p>}
    </Notice>
  );
}

const OF_THE_OTHER =
  "Nothing reaches either of you while it lasts. You can go on writing in Mine; what you offer waits.";

const ofMine = ({ until }: NonNullable<PauseView["mine"]>) =>
  until === null
    ? "Nothing reaches either of you while it lasts. You can end it whenever you like, with the button above."
    : `Nothing reaches either of you while it lasts. Yours lasts until ${sayUntil(until)}; you can end it before, with the button above.`;

function Left({ pause: { left, closed } }: { pause: PauseView }) {
  const { scene } = useInRoom();
  return (
    <Notice
      beside
      live
      title={
        left === "blocked"
          ? `You left this room, and blocked ${otherName(scene.petname)}.`
          : "You left this room."
      }
      actions={!closed && <CloseSide />}
    >
      <p>
        What you wrote and what you opened stays here for you to read, and you can take back what
        you offered. Nothing else crosses any more.
      </p>
    </Notice>
  );
}
