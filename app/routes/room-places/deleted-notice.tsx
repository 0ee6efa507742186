import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useIndex } from "#client/hooks/use-index.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { AT_ONCE, destroy, keepAfterAll, leaving, UNDO_TIME } from "#client/rooms/delete-later.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import type { PieceId } from "#domain/ids.ts";
import type { PieceEntry } from "#domain/index-schema.ts";
import type { Result } from "#domain/result.ts";
import { sorry, titleOr } from "../room/words.ts";
import { known } from "#domain/newer.ts";

/** In ms: whoever deleted it is still where they did. */
const JUST_NOW = 5_000;

/** What I deleted in this room and can still have back. */
export function useDeleted(): readonly PieceId[] {
  const index = useIndex();
  const { room } = useInRoom();
  return leaving(index).flatMap(([piece, goesAt]) =>
    known(index.pieces[piece])?.room === room && goesAt !== AT_ONCE ? [piece] : [],
  );
}

/** Says that a piece is deleted, for as long as that can be undone. */
export function DeletedNotice({ piece }: { piece: PieceId }) {
  const entry = known(useIndex().pieces[piece]);
  return entry ? <Deleted piece={piece} entry={entry} /> : null;
}

function Deleted({ piece, entry }: { piece: PieceId; entry: PieceEntry }) {
  const { t } = useTranslation("room");
  const { hand, scene, refresh } = useInRoom();
  const { device } = useTab();
  const [trouble, setTrouble] = useState<string | null>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const { goesAt = 0 } = entry;
  const focused = useRef(false);
  useEffect(() => {
    // The button that deleted it goes with its card, which may be a moment later.
    const isNew = goesAt - Date.now() > UNDO_TIME - JUST_NOW;
    if (focused.current || !isNew || document.activeElement !== document.body) return;
    focused.current = true;
    // On a phone the notice stands a page above the card that went: what can be undone has to be seen.
    undo.current?.focus();
  }, [scene, goesAt]);
  const run = async (act: () => Promise<Result<unknown>>) => {
    const done = await act();
    if (!done.ok) return setTrouble(sorry(done.refusal.code));
    await refresh();
  };
  return (
    <Notice
      beside
      live
      title={t("titleIsDeleted", { title: titleOr(entry.title, entry.kind) })}
      actions={
        <>
          <Button ref={undo} onClick={() => void run(() => keepAfterAll(hand.keyring, piece))}>
            {t("undo")}
          </Button>
          <Button look="quiet" onClick={() => void run(() => destroy(hand, device, piece))}>
            {t("deleteItNow")}
          </Button>
        </>
      }
    >
      {trouble ?? t("inAMinuteItIsGone")}
    </Notice>
  );
}
