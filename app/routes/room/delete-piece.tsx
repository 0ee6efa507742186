import { useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { standing } from "#client/rooms/cards.ts";
import { takeBackAndDelete } from "#client/rooms/take-back-and-delete.ts";
import { Button } from "#components/button.tsx";
import type { WrittenView } from "#domain/rooms.ts";
import { Confirm } from "./confirm.tsx";
import { otherName, theOther } from "./words.ts";

/** Deletes a piece of mine for good. What that does, and to whom it shows, is said first. */
export function DeletePiece({
  view,
  title,
  onDeleted,
}: {
  view: WrittenView;
  title: string;
  /** For a page that has nothing left to show then. */
  onDeleted?: () => void;
}) {
  const { hand, room, refresh } = useInRoom();
  const { device } = useTab();
  const [asking, setAsking] = useState(false);
  const offered = standing(view) !== null;
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        Delete
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title="Delete this for good?"
        yes={offered ? "Take it back and delete it" : "Delete it"}
        no="Keep it"
        act={() => takeBackAndDelete(hand, room, view)}
        onDone={async () => {
          await device.forget(view.piece);
          onDeleted?.();
          await refresh();
        }}
      >
        <p>
          “{title}” goes from all your devices and from the server, with every version of it, and
          cannot be brought back.
        </p>
        <WhoSees view={view} />
      </Confirm>
    </>
  );
}

function WhoSees({ view }: { view: WrittenView }) {
  const { scene } = useInRoom();
  const { petname } = scene;
  const last = standing(view);
  if (last) {
    return (
      <>
        <p>
          It stands offered, so it is taken back with it: from the door, and from{" "}
          {otherName(petname)}’s devices when they next connect. If it was not opened, nothing of it
          is left to see.
        </p>
        <p>
          {last.answer || last.told?.what === "opened"
            ? `${theOther(petname)} opened it, and sees that it was taken back.`
            : "If it was opened, they see that it was taken back."}{" "}
          They may remember it or keep a copy, and could show it to others.
        </p>
      </>
    );
  }
  if (view.waiting) {
    return <p>It waits to be offered: it is not sent any more. Nobody else learns of it.</p>;
  }
  return view.versions.length > 0 ? (
    <p>
      You offered it and took it back; its words are gone from there already. That you did stays in
      your record. Nobody else learns that it is deleted.
    </p>
  ) : (
    <p>Nobody else learns of it.</p>
  );
}
