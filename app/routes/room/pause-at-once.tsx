import { Trans, useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { Button } from "#components/button.tsx";
import { leavePressed } from "./pause-button.tsx";
import { TroubleUnderTheBar } from "./trouble-under-the-bar.tsx";
import { useRoomAct } from "./use-room-act.ts";
import { TWENTY_MINUTES } from "./words.ts";

/** Twenty minutes with one press where the bar is narrow: on a phone, what a menu holds takes two. */
export function PauseAtOnce() {
  const { t } = useTranslation("room");
  const { scene } = useInRoom();
  const { run, pending, trouble, forget } = useRoomAct();
  if (scene.view.pause.mine) return null;
  const pause = async () => {
    if (await run({ kind: "pause", minutes: TWENTY_MINUTES })) leavePressed();
  };
  return (
    <>
      <Button look="quiet" className="wide:hidden" pending={pending} onClick={() => void pause()}>
        <svg viewBox="0 0 12 14" className="h-3.5 w-3 shrink-0 fill-current" aria-hidden="true">
          <rect width="4" height="14" rx="1" />
          <rect x="8" width="4" height="14" rx="1" />
        </svg>
        <span className="max-sm:sr-only">
          {pending ? (
            t("pausing")
          ) : (
            <Trans
              t={t}
              i18nKey="pauseForTwentyMinutes"
              components={{ span: <span className="sr-only" /> }}
            />
          )}
        </span>
      </Button>
      {trouble && <TroubleUnderTheBar trouble={trouble} onForget={forget} />}
    </>
  );
}
