import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { letGo } from "#client/rooms/own-pieces.ts";
import type { OpenPiece } from "#client/sync/open-piece.ts";
import { Button } from "#components/button.tsx";
import type { WrittenView } from "#domain/piece-view.ts";
import { Confirm } from "../../room/confirm.tsx";

/** The one act of a letter that nobody will ever get. */
export function LetGo({ view, opened }: { view: WrittenView; opened: OpenPiece | null }) {
  const { t } = useTranslation("piece-guided");
  const { hand, room, refresh } = useInRoom();
  const { device } = useTab();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button className="max-sm:flex-1" onClick={() => setAsking(true)}>
        {t("letItGo")}
      </Button>
      <p className="text-s text-ink-soft max-sm:w-full">{t("thisCanNeverBeOfferedKeep")}</p>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t("letThisGoForGood")}
        yes={t("letItGo")}
        no={t("keepIt")}
        act={async () => {
          const done = await letGo(hand, device, view.piece);
          if (!done.ok) return done;
          // What was still being gathered may have reached the device since it was wiped.
          await opened?.close();
          await device.forget(view.piece);
          return done;
        }}
        onDone={async () => {
          navigate(`/room/${room}#mine`);
          await refresh();
        }}
      >
        <p>{t("itsKeyIsDestroyedAndIts")}</p>
        <p>{t("nobodyCanBringItBackAfter")}</p>
      </Confirm>
    </>
  );
}
