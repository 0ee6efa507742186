import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { close } from "#client/rooms/together.ts";
import { Button } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import type { PieceId } from "#domain/ids.ts";
import { sorry } from "../../room/words.ts";

/** Either can close; opening it again takes two. */
export function CloseForBoth({ piece }: { piece: PieceId }) {
  const { t } = useTranslation("piece-together");
  const { hand, paired, refresh } = useInRoom();
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const closeIt = async () => {
    if (!paired) return;
    const done = await close(hand, paired, piece);
    if (!done.ok) return setTrouble(sorry(done.refusal.code));
    await refresh();
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("closeForBoth")}</Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("closeThisForBoth")}
        actions={
          <>
            <Button onClick={() => void closeIt()}>{t("closeIt")}</Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {t("leaveItOpen")}
            </Button>
          </>
        }
      >
        <p>{t("bothOfYouCanStillRead")}</p>
        {trouble && <p role="alert">{trouble}</p>}
      </Dialog>
    </>
  );
}
