import { useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { actOnRoom } from "#client/rooms/acts.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { Status } from "#components/status.tsx";
import type { PauseView } from "#domain/rooms.ts";
import { CloseSide } from "../room/close-side.tsx";
import { Confirm } from "../room/confirm.tsx";
import { otherName, SIXTY_DAYS, theOther } from "../room/words.ts";

/** The ways out of a room: at any time, alone, without a reason. What they do is said first. */
export function Leaving() {
  const { room, scene } = useInRoom();
  const { pause, other } = scene.view;
  return (
    <section id="leaving" aria-labelledby="leaving-title" className="scroll-mt-20">
      <h2 id="leaving-title" className="mb-2 text-l">
        Leaving
      </h2>
      <p className="mb-4 text-s text-ink-soft">
        <Status>{standing(pause, otherName(scene.petname))}</Status>
      </p>
      <div className="flex flex-wrap gap-2.5">
        {!pause.left && <Leave />}
        {other && !pause.left && (
          <ButtonLink to={`/room/${room}/goodbye`}>With a goodbye letter</ButtonLink>
        )}
        {other && pause.left !== "blocked" && <Block />}
        {pause.mayClose && !pause.closed && <CloseSide />}
      </div>
    </section>
  );
}

function standing({ left, mayClose, closed }: PauseView, other: string): string {
  if (closed) return "You left this room, and closed your side.";
  if (left === "blocked") return `You left this room, and blocked ${other}.`;
  if (left) return "You left this room.";
  if (mayClose) return SIXTY_DAYS;
  return "You can leave at any time, without a reason. A pause is there too, if you want to come back.";
}

function Leave() {
  const { hand, room, scene, refresh } = useInRoom();
  const [asking, setAsking] = useState(false);
  const alone = scene.view.other === null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>Leave quietly</Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title="Leave this room?"
        yes="Leave it"
        no="Stay"
        act={() => actOnRoom(hand, room, { kind: "leave" })}
        onDone={refresh}
      >
        {alone ? (
          <p>An open link stops working. What you wrote stays here for you to read.</p>
        ) : (
          <WhatLeavingDoes />
        )}
        <p>This is for good. There is no way back into this room.</p>
      </Confirm>
    </>
  );
}

function Block() {
  const { hand, room, scene, refresh } = useInRoom();
  const [asking, setAsking] = useState(false);
  const { left } = scene.view.pause;
  return (
    <>
      <Button onClick={() => setAsking(true)}>Block</Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={`Block ${otherName(scene.petname)}?`}
        yes="Block"
        no={left ? "Not now" : "Stay"}
        act={() => actOnRoom(hand, room, { kind: "block" })}
        onDone={refresh}
      >
        <p>
          {left ? "Neither" : "You leave this room, and neither"} of you can come in by a link of
          the other any more, into any room. {theOther(scene.petname)} is not told.
        </p>
        {!left && <WhatLeavingDoes />}
        <p>This is for good.</p>
      </Confirm>
    </>
  );
}

function WhatLeavingDoes() {
  const { scene } = useInRoom();
  return (
    <ul className="list-disc space-y-1.5 pl-5">
      <li>
        {theOther(scene.petname)} sees that the room is paused: not that you left, and not why.
      </li>
      <li>
        Everything of yours stops at once. What you offered and was not opened does not reach them
        any more, and what waits to be offered is not sent.
      </li>
      <li>
        What they opened stays with them, unless you take it back. They can notice that, also after
        you have left.
      </li>
      <li>
        What you wrote and what you opened stays readable for you, and what you wrote together for
        both of you.
      </li>
    </ul>
  );
}
