import { useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { sayUntil } from "#client/rooms/time-of-day.ts";
import { Notice } from "#components/notice.tsx";
import type { PauseView } from "#domain/rooms.ts";
import { CloseSide } from "./close-side.tsx";
import { otherName, sixtyDays } from "./words.ts";

/** How the room stands while nothing crosses in it. Whoever paused or left: the other reads the same. */
export function PausedNotice() {
  const { t } = useTranslation("room");
  const { scene } = useInRoom();
  const { pause } = scene.view;
  if (pause.left) return <Left pause={pause} />;
  return (
    <Notice beside live title={t("thisRoomIsPaused")} actions={pause.mayClose && <CloseSide />}>
      <p>{pause.mine ? ofMine(pause.mine) : t("ofTheOther")}</p>
      {pause.mayClose && <p>{sixtyDays()}</p>}
    </Notice>
  );
}

const ofMine = ({ until }: NonNullable<PauseView["mine"]>) => {
  const t = interfaceWords("room");
  return until === null
    ? t("nothingReachesEitherOfYouWhile2")
    : t("nothingReachesEitherOfYouWhile3", { until: sayUntil(until) });
};

function Left({ pause: { left, closed } }: { pause: PauseView }) {
  const { t } = useTranslation("room");
  const { scene } = useInRoom();
  return (
    <Notice
      beside
      live
      title={
        left === "blocked"
          ? t("youLeftThisRoomAndBlocked", { name: otherName(scene.petname) })
          : t("youLeftThisRoom")
      }
      actions={!closed && <CloseSide />}
    >
      <p>{t("whatYouWroteAndWhatYou")}</p>
    </Notice>
  );
}
