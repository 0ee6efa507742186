import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import { useOwnPiece } from "#client/hooks/use-own-piece.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { beginBoundaries } from "#client/rooms/boundaries.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { Empty, Notice } from "#components/notice.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import type { WrittenView } from "#domain/rooms.ts";
import { sorry } from "../../room/words.ts";
import { Saved } from "../saved.tsx";
import { BoundariesFrame } from "./boundaries-frame.tsx";
import { WriteList } from "./write-list.tsx";

/** My own list, to be written at any time, offered or not. */
export function MyBoundaries({ view }: { view: WrittenView }) {
  const { hand, room } = useInRoom();
  const { refused, opened, earlier } = useOwnPiece(view);
  const snapshot = opened?.snapshot ?? null;
  if (opened && snapshot?.ready) {
    return (
      <WriteList
        key={snapshot.generation}
        view={view}
        piece={opened.piece}
        snapshot={snapshot}
        earlier={earlier}
      />
    );
  }
  return (
    <BoundariesFrame
      status={<Saved snapshot={snapshot} remembered={hand.keyring.remembered} />}
      actions={
        <ButtonLink look="quiet" to={`/room/${room}/record?piece=${view.piece}`}>
          History
        </ButtonLink>
      }
    >
      {refused ? (
        <Notice tone="alarm" live title="This piece does not open with your keys.">
          Nothing was changed. If you have signed in to another account on this device, sign out and
          in again.
        </Notice>
      ) : (
        <SkeletonText label="Opening your list" />
      )}
    </BoundariesFrame>
  );
}

/** Before there is a list of mine. */
export function NoneOfMine() {
  const { hand, room, scene, refresh } = useInRoom();
  const navigate = useNavigate();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const begin = async () => {
    setPending(true);
    const begun = await beginBoundaries(hand, scene.view);
    if (!begun.ok) {
      setPending(false);
      return setTrouble(sorry(begun.refusal.code));
    }
    await refresh();
    navigate(`/room/${room}/${begun.value}#mine`);
  };
  return (
    <BoundariesFrame>
      <Empty
        title="You have not begun a list."
        actions={
          <Button pending={pending} onClick={() => void begin()}>
            Begin my list
          </Button>
        }
      >
        <p>
          It is yours alone. Whether you offer any of it is for you to decide, later, line by line.
        </p>
      </Empty>
      {trouble && (
        <Notice tone="alarm" live className="mt-4">
          {trouble}
        </Notice>
      )}
    </BoundariesFrame>
  );
}
