import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { actOnRoom } from "#client/rooms/acts.ts";
import { Button } from "#components/button.tsx";
import { sorry, TWENTY_MINUTES } from "../../room/words.ts";

/** In a pause plan that stands: one tap, and the room is paused. */
export function PauseByPlan() {
  const { t } = useTranslation("piece-agreement");
  const { hand, room, refresh } = useInRoom();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const pause = async () => {
    setPending(true);
    const done = await actOnRoom(hand, room, { kind: "pause", minutes: TWENTY_MINUTES });
    if (done.ok) await refresh();
    else setTrouble(sorry(done.refusal.code));
    setPending(false);
  };
  return (
    <div className="mt-5 flex flex-wrap items-center gap-3 print:hidden">
      <Button pending={pending} onClick={() => void pause()}>
        {t("pauseNowForTwentyMinutes")}
      </Button>
      <p className="text-s text-ink-soft" role="status">
        {trouble ?? t("asYouAgreedNoReasonIs")}
      </p>
    </div>
  );
}
