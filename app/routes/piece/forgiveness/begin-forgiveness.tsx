import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { beginPiece } from "#client/rooms/own-pieces.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import type { PieceId } from "#domain/ids.ts";
import { sorry } from "../../room/words.ts";

/** Begins a note from where it was suggested. */
export function BeginForgiveness({
  form,
  label,
  replyTo,
}: {
  form: "asking" | "giving";
  label: string;
  replyTo: PieceId;
}) {
  const { hand, room, refresh } = useInRoom();
  const navigate = useNavigate();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const begin = async () => {
    setPending(true);
    const begun = await beginPiece(hand, room, "forgiveness", { form, replyTo });
    if (!begun.ok) {
      setPending(false);
      return setTrouble(sorry(begun.refusal.code));
    }
    await refresh();
    navigate(`/room/${room}/${begun.value}`);
  };
  return (
    <>
      <Button pending={pending} onClick={() => void begin()}>
        {label}
      </Button>
      {trouble && (
        <Notice tone="alarm" live className="mt-3">
          {trouble}
        </Notice>
      )}
    </>
  );
}
