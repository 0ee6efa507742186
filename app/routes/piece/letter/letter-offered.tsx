import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { howItStands } from "#client/rooms/cards.ts";
import { sayDay } from "#client/rooms/day.ts";
import { Changes } from "#components/editor/changes.tsx";
import { Notice } from "#components/notice.tsx";
import { Switch } from "#components/switch.tsx";
import type { RunningText } from "#domain/pieces/letter.ts";
import type { OfferedView, WrittenView } from "#domain/piece-view.ts";
import { theOther, unanswered } from "../../room/words.ts";
import { TakeBack } from "../../room/take-back.tsx";

/** Above a letter that stands offered: since when, what is not in it yet, and the one act there is. */
export function LetterOffered({
  view,
  offered,
  changedSince,
  before,
  now,
}: {
  view: WrittenView;
  offered: OfferedView;
  changedSince: boolean;
  before: RunningText | null;
  now: RunningText | null;
}) {
  const { t } = useTranslation("piece-letter");
  const { scene } = useInRoom();
  const [comparing, setComparing] = useState(false);
  const other = theOther(scene.petname);
  return (
    <Notice
      className="mb-6"
      title={t("offeredOnDay", { day: sayDay(offered.on) })}
      actions={<TakeBack piece={view.piece} version={offered.version} />}
    >
      {offered.state !== "answered" && <p>{unanswered(howItStands(offered), scene.petname)}</p>}
      {offered.answer && <p>{t("otherAnsweredYouFindTheAnswer", { other })}</p>}
      {offered.told?.what === "opened" && <p>{t("otherToldYouThatTheyOpened", { other })}</p>}
      {changedSince && before && now && (
        <>
          <Switch
            label={t("showWhatIsNotOfferedYet")}
            checked={comparing}
            onChange={(event) => setComparing(event.currentTarget.checked)}
          />
          {comparing && <Changes before={before} after={now} />}
        </>
      )}
    </Notice>
  );
}
