import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { actQuietly } from "#client/rooms/acts.ts";
import { Button } from "#components/button.tsx";
import type { PieceId, VersionId } from "#domain/ids.ts";
import { sorry } from "./words.ts";

/** Lets an offer that waits go. Nobody else ever learns that there was one. */
export function DontSend({ piece, version }: { piece: PieceId; version: VersionId }) {
  const { t } = useTranslation("room");
  const { hand, room, refresh } = useInRoom();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const act = async () => {
    setPending(true);
    const done = await actQuietly(hand, room, piece, { kind: "dont-send", version });
    setTrouble(done.ok ? null : sorry(done.refusal.code));
    await refresh();
    setPending(false);
  };
  return (
    <>
      <Button look="quiet" pending={pending} onClick={() => void act()}>
        {t("dontSend")}
      </Button>
      {trouble && <span role="alert">{trouble}</span>}
    </>
  );
}
