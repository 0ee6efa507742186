import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { sayDay } from "#client/rooms/day.ts";
import { askToReopen, reopen } from "#client/rooms/together.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import type { Result } from "#domain/result.ts";
import type { TogetherState, TogetherView } from "#domain/piece-view.ts";
import { theOther, sorry } from "../../room/words.ts";

/** A closed piece, and the two yeses that open it again. */
export function Reopen({
  view,
  state,
}: {
  view: TogetherView;
  state: Extract<TogetherState, { is: "closed" }>;
}) {
  const { t } = useTranslation("piece-together");
  const { hand, paired, scene, refresh } = useInRoom();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const other = theOther(scene.petname);
  const asked = state.reopening;

  const run = async (act: () => Promise<Result<null>>) => {
    if (pending) return;
    setPending(true);
    const done = await act();
    setTrouble(done.ok ? null : sorry(done.refusal.code));
    await refresh();
    setPending(false);
  };

  return (
    <Notice
      title={t(state.by === "me" ? "youClosedThis" : "otherClosedThis", {
        other,
        day: sayDay(state.on),
      })}
      actions={
        paired &&
        (asked ? (
          asked.by === "other" && (
            <Button pending={pending} onClick={() => void run(() => reopen(hand, paired, view))}>
              {t("openItAgain")}
            </Button>
          )
        ) : (
          <Button pending={pending} onClick={() => void run(() => askToReopen(hand, paired, view))}>
            {t("askToOpenItAgain")}
          </Button>
        ))
      }
    >
      <p>{t("bothOfYouCanReadIt")}</p>
      {asked?.by === "me" && <p>{t("youHaveSaidYesItOpens", { other })}</p>}
      {asked?.by === "other" && <p>{t("otherHasSaidYes", { other })}</p>}
      {trouble && <p role="alert">{trouble}</p>}
    </Notice>
  );
}
