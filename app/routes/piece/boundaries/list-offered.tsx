import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { howItStands, standing } from "#client/rooms/cards.ts";
import { sayDay, sayTime } from "#client/rooms/day.ts";
import { Notice } from "#components/notice.tsx";
import type { WrittenView } from "#domain/piece-view.ts";
import { DontSend } from "../../room/dont-send.tsx";
import { theOther, unanswered } from "../../room/words.ts";

/** Above a list of which something stands offered, or waits. */
export function ListOffered({ view }: { view: WrittenView }) {
  const { t } = useTranslation("piece-boundaries");
  const { scene } = useInRoom();
  const last = standing(view);
  const { waiting } = view;
  const other = theOther(scene.petname);
  return (
    <div className="mb-6 space-y-3 empty:hidden print:hidden">
      {waiting && (
        <Notice
          title={t("linesWaitUntilTime", { time: sayTime(waiting.notBefore) })}
          actions={<DontSend piece={view.piece} version={waiting.version} />}
        >
          {t("thenTheyAreOfferedAsThey")}
        </Notice>
      )}
      {last && (
        <Notice title={t("offeredOnDay", { day: sayDay(last.on) })}>
          {last.state !== "answered" && <p>{unanswered(howItStands(last), scene.petname)}</p>}
          {last.answer && <p>{t("otherAnsweredYouFindItBeside", { other })}</p>}
          {last.told?.what === "opened" && <p>{t("otherToldYouThatTheyOpened", { other })}</p>}
        </Notice>
      )}
    </div>
  );
}
