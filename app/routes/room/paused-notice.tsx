import { useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { sayUntil } from "#client/rooms/time-of-day.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import type { PauseView } from "#domain/room-view.ts";
import { CloseSide } from "./close-side.tsx";
import { useRoomAct } from "./use-room-act.ts";
import { otherName, sixtyDays } from "./words.ts";

/** How the room stands while nothing crosses in it. Whoever paused or left: the other reads the same. */
export function PausedNotice() {
  const { t } = useTranslation("room");
  const { scene } = useInRoom();
  const { run, pending, trouble } = useRoomAct();
  const { pause } = scene.view;
  const end = async () => {
    // This notice goes, and the button with it: what stands in its place is at the top of the page.
    if (await run({ kind: "resume" })) document.getElementById("main")?.focus();
  };
  if (pause.left) return <Left pause={pause} />;
  return (
    <Notice
      beside
      live
      title={t("thisRoomIsPaused")}
      actions={
        (pause.mine || pause.mayClose) && (
          <>
            {pause.mine && (
              // Where there is room, the same button stands in the bar, always in view.
              <Button className="wide:hidden" pending={pending} onClick={() => void end()}>
                {t("endThePause")}
              </Button>
            )}
            {pause.mayClose && <CloseSide />}
          </>
        )
      }
    >
      <p>{pause.mine ? ofMine(pause.mine) : t("ofTheOther")}</p>
      {trouble && <p role="alert">{trouble}</p>}
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
