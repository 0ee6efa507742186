import { useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { sayDay } from "#client/rooms/day.ts";
import { askToReopen, reopen } from "#client/rooms/together.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import type { Result } from "#domain/result.ts";
import type { TogetherState, TogetherView } from "#domain/rooms.ts";
import { theOther, sorry } from "../../room/words.ts";

/** A closed piece, and the two yeses that open it again. */
export function Reopen({
  view,
  state,
}: {
  view: TogetherView;
  state: Extract<TogetherState, { is: "closed" }>;
}) {
  const { hand, paired, scene, refresh } = useInRoom();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const other = theOther(scene.petname);
  const asked = state.reopening;

  const run = async (act: () => Promise<Result<null>>) => {
    if (pending) return;
    setPending(true);
    const done = await act();
    setTrouble(done.ok ? null : sorry(done.refusal.code));
    await refresh();
    setPending(false);
  };

  return (
    <Notice
      title={`${state.by === "me" ? "You" : other} closed this on ${sayDay(state.on)}`}
      actions={
        paired &&
        (asked ? (
          asked.by === "other" && (
            <Button pending={pending} onClick={() => void run(() => reopen(hand, paired, view))}>
              Open it again
            </Button>
          )
        ) : (
          <Button pending={pending} onClick={() => void run(() => askToReopen(hand, paired, view))}>
            Ask to open it again
          </Button>
        ))
      }
    >
      <p>Both of you can read it. To write or sign, both have to say yes to opening it again.</p>
      {asked?.by === "me" && <p>You have said yes. It opens when {other} does too.</p>}
      {asked?.by === "other" && <p>{other} has said yes.</p>}
      {trouble && <p role="alert">{trouble}</p>}
    </Notice>
  );
}
