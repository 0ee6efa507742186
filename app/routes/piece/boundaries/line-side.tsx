import { Trans, useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { BoundariesDocument, Boundary } from "#client/pieces/boundaries-document.ts";
import { sayDay } from "#client/rooms/day.ts";
import { Button } from "#components/button.tsx";
import { Who } from "#components/dot.tsx";
import { Rewording } from "#components/editor/changes.tsx";
import { standingOf, type BoundaryLine, type LineStanding } from "#domain/pieces/boundaries.ts";
import type { WrittenView } from "#domain/piece-view.ts";
import { otherName, theOther } from "../../room/words.ts";
import { StandingMark } from "./standing-mark.tsx";
import { TakeLineBack } from "./take-line-back.tsx";
import type { SentState } from "./use-sent.ts";
import { useMyLine } from "./use-my-line.ts";
import { STANDING } from "./words.ts";

/** How a line of mine stands towards the other, what they answered, and what I can do with it. */
export function LineSide({
  document,
  boundary,
  number,
  count,
  view,
  sent,
  mayOffer,
  onOffer,
  onTakenBack,
  onMove,
  onTakeOut,
}: {
  document: BoundariesDocument;
  boundary: Boundary;
  number: number;
  count: number;
  view: WrittenView;
  sent: SentState;
  mayOffer: boolean;
  onOffer: () => void;
  /** It was taken back; this is what the other had besides it. */
  onTakenBack: (rest: readonly BoundaryLine[]) => void;
  onMove: (where: "up" | "down") => void;
  onTakeOut: () => void;
}) {
  const { t } = useTranslation("piece-boundaries");
  const { scene } = useInRoom();
  const line = useMyLine(boundary);
  const known = sent.is === "known" ? sent : null;
  const standing = known
    ? standingOf(
        boundary.id,
        line,
        known.sent,
        boundary.wasOffered || boundary.takenBack !== undefined,
      )
    : null;
  const offered = known?.sent.offered.find(({ id }) => id === boundary.id) ?? null;
  const answer = known?.answerTo(boundary.id) ?? null;
  const isThere = standing === "offered" || standing === "changed" || standing === "waits";
  return (
    <div className="boundary-standing">
      {standing && (
        <p className="standing-mark">
          <StandingMark standing={standing} />
          <span>{standingWords(standing, boundary)}</span>
        </p>
      )}
      {standing === "changed" && line && offered && offered.statement !== line.statement && (
        <p className="text-ink-soft">
          <Trans
            t={t}
            i18nKey="whatDiffersFromWhatNameHas"
            values={{ name: otherName(scene.petname) }}
            components={{
              rewording: <Rewording before={offered.statement} after={line.statement} />,
            }}
          />
        </p>
      )}
      {answer && answer !== "nothing" && (
        <Who person="two">
          {answer === "keep"
            ? t("nameWillKeepThis", { name: theOther(scene.petname) })
            : t("nameWouldLikeToTalkAbout", { name: theOther(scene.petname) })}
        </Who>
      )}
      {standing && !isThere && (
        <Button
          disabled={!mayOffer || !line}
          aria-label={t("offerLineNumber", { number })}
          onClick={onOffer}
        >
          {t("offerThisLine")}
        </Button>
      )}
      {standing === "changed" && (
        <Button
          disabled={!mayOffer || !line}
          aria-label={t("offerTheNewWordsOfLine", { number })}
          onClick={onOffer}
        >
          {t("offerItAsItIsNow")}
        </Button>
      )}
      {isThere && known && (
        <TakeLineBack
          label={t("takeBackLineNumber", { number })}
          lines={[boundary.id]}
          document={document}
          view={view}
          sent={known.sent}
          other={otherName(scene.petname)}
          onTakenBack={onTakenBack}
        />
      )}
      <div className="-ms-2.5 flex flex-wrap">
        <Button
          look="quiet"
          data-move="up"
          aria-label={t("moveLineNumberUp", { number })}
          aria-disabled={number === 1}
          onClick={() => onMove("up")}
        >
          {t("up")}
        </Button>
        <Button
          look="quiet"
          data-move="down"
          aria-label={t("moveLineNumberDown", { number })}
          aria-disabled={number === count}
          onClick={() => onMove("down")}
        >
          {t("down")}
        </Button>
        {standing && !isThere && (
          <Button
            look="quiet"
            aria-label={t("takeLineNumberOutOfThe", { number })}
            onClick={onTakeOut}
          >
            {t("takeOut")}
          </Button>
        )}
      </div>
    </div>
  );
}

function standingWords(standing: LineStanding, { takenBack }: Boundary): string {
  const t = interfaceWords("piece-boundaries");
  return standing === "taken-back" && takenBack
    ? t("takenBackOnDay", { day: sayDay(takenBack) })
    : STANDING[standing];
}
