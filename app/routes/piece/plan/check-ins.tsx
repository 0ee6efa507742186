import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { StandingCommitment } from "#client/rooms/commitments.ts";
import { Seam } from "#components/seam.tsx";
import type { PieceId } from "#domain/ids.ts";
import { theOther } from "../../room/words.ts";
import { AskForCheckIn } from "./ask-for-check-in.tsx";
import { PutMarksIn } from "./put-marks-in.tsx";
import { isOpened, useCheckIns } from "./use-their-marks.ts";
import { sayDays } from "./words.ts";

/** Check-ins of this plan: asked for, waiting for both, and opened. */
export function CheckIns({
  plan,
  standing,
  readOnly,
}: {
  plan: PieceId;
  standing: readonly StandingCommitment[];
  readOnly: boolean;
}) {
  const { t } = useTranslation("piece-plan");
  const { scene } = useInRoom();
  const all = useCheckIns(plan);
  const opened = all.filter(isOpened);
  const waiting = all.filter((card) => !isOpened(card));
  const other = theOther(scene.petname);
  return (
    <section aria-labelledby="check-ins" className="print:hidden">
      <h2 id="check-ins" className="text-xl">
        {t("checkIn")}
      </h2>
      <p className="mt-1 max-w-measure text-ink-soft">{t("whatYouMarkIsYoursAlone", { other })}</p>
      {waiting.map((card) => (
        <PutMarksIn key={card.piece} card={card} standing={standing} />
      ))}
      {waiting.length === 0 && !readOnly && (
        <AskForCheckIn plan={plan} standing={standing} last={opened.at(-1)?.to ?? null} />
      )}
      {opened.length > 0 && (
        <>
          <h3 className="mt-6 text-l">{t("openedByBoth")}</h3>
          <ul className="mt-1">
            {opened.toReversed().map((card) => (
              <li key={card.piece} className="py-1">
                <Seam />
                {sayDays(card.from, card.to)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
