import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { takeBack } from "#client/rooms/take-back.ts";
import { Button } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import type { PieceId, VersionId } from "#domain/ids.ts";
import { otherName, theOther, sorry } from "./words.ts";

/** Takes an offer back, at any time. What it can and cannot undo is said first. */
export function TakeBack({ piece, version }: { piece: PieceId; version: VersionId }) {
  const { t } = useTranslation("room");
  const { hand, room, scene, refresh } = useInRoom();
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const takeItBack = async () => {
    setPending(true);
    const done = await takeBack(hand, room, piece, version);
    await refresh();
    setPending(false);
    if (done.ok) setAsking(false);
    else setTrouble(sorry(done.refusal.code));
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("takeBack")}</Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("takeItBack")}
        actions={
          <>
            <Button pending={pending} onClick={() => void takeItBack()}>
              {pending ? t("takingItBack") : t("takeItBack2")}
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {t("leaveItThere")}
            </Button>
          </>
        }
      >
        <p>
          {t("itGoesFromTheDoor", {
            name: otherName(scene.petname),
            who: theOther(scene.petname),
          })}
        </p>
        {trouble && <p role="alert">{trouble}</p>}
      </Dialog>
    </>
  );
}
