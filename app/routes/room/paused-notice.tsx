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

/**
 * How the room stands while nothing crosses in it. Whoever paused or left: the other reads the same, and
 * after a long time so do they.
 */
export function PausedNotice() {
  const { t } = useTranslation("room");
  const { scene } = useInRoom();
  const { run, pending, trouble } = useRoomAct();
  const { pause } = scene.view;
  const end = async () => {
    // This notice goes, and the button with it: what stands in its place is at the top of the page.
    if (await run({ kind: "resume" })) document.getElementById("main")?.focus();
  };
  if (pause.left && (!pause.long || pause.closed)) return <Left pause={pause} />;
  const mine = pause.left ? null : pause.mine;
  return (
    <Notice
      beside
      live
      title={t("thisRoomIsPaused")}
      actions={
        (mine || pause.mayClose) && (
          <>
            {mine && (
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
      <p>
        {pause.left ? leaving(pause.left, scene.petname) : mine ? ofMine(mine) : t("ofTheOther")}
      </p>
      {trouble && <p role="alert">{trouble}</p>}
      {pause.long && <p>{sixtyDays()}</p>}
    </Notice>
  );
}

const ofMine = ({ until }: NonNullable<PauseView["mine"]>) => {
  const t = interfaceWords("room");
  return until === null
    ? t("nothingReachesEitherOfYouWhile2")
    : t("nothingReachesEitherOfYouWhile3", { until: sayUntil(until) });
};

const leaving = (left: NonNullable<PauseView["left"]>, petname: string): string => {
  const t = interfaceWords("room");
  return left === "blocked"
    ? t("youLeftThisRoomAndBlocked", { name: otherName(petname) })
    : t("youLeftThisRoom");
};

/** What who left reads, before it has lasted long. */
function Left({ pause: { left, closed } }: { pause: PauseView }) {
  const { t } = useTranslation("room");
  const { scene } = useInRoom();
  return (
    <Notice
      beside
      live
      title={left && leaving(left, scene.petname)}
      actions={!closed && <CloseSide />}
    >
      <p>{t("whatYouWroteAndWhatYou")}</p>
    </Notice>
  );
}
