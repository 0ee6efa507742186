import { useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { sayTime } from "#client/rooms/day.ts";
import type { QuestionCard } from "#client/rooms/cards.ts";
import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import type { PairedView } from "#domain/piece-view.ts";
import { cardOf, noWords } from "../room/decks.ts";
import { KIND, otherName, theOther } from "../room/words.ts";
import { PutAway } from "./put-away.tsx";

/** A question that is still to be answered, or lines to be marked. */
export function QuestionAtDoor({ card }: { card: QuestionCard }) {
  const { t } = useTranslation("room-places");
  const { room, scene } = useInRoom();
  const found = cardOf(card.card);
  const other = otherName(scene.petname);
  return (
    <Card
      person={card.mine ? "one" : "two"}
      over={card.mine ? t("fromYouForYouAndOther", { other }) : t("fromOtherForYouBoth", { other })}
      title={found?.words ?? noWords()}
      actions={
        <>
          <ButtonLink to={`/room/${room}/${card.piece}`}>
            {found?.is === "list" ? t("lookAtTheLines") : t("yourAnswer")}
          </ButtonLink>
          {!card.mine && <PutAway card={card} />}
        </>
      }
    >
      <p>
        {found?.is === "list"
          ? roundWords(card.view, scene.petname)
          : answerWords(card.view, scene.petname)}
      </p>
    </Card>
  );
}

function answerWords({ state }: PairedView, petname: string): string {
  const t = interfaceWords("room-places");
  return state.is === "answering" && state.mine
    ? t("yourAnswerIsInItOpens", { name: otherName(petname) })
    : t("itOpensForBothOfYou2");
}

function roundWords({ round }: PairedView, petname: string): string {
  const t = interfaceWords("room-places");
  if (!round || round.is === "over") return t("nobodyHasAskedForARound");
  if (round.is === "asked") {
    return round.by === "me"
      ? t("youAskedForARoundIt", { name: otherName(petname) })
      : t("nameAsksForARoundOf", { name: theOther(petname) });
  }
  const opens = t("opensOnTime", { time: sayTime(round.opensAt) });
  return round.submitted
    ? t("yourMarksAreInItOpens", { opens })
    : t("aRoundIsRunningItOpens", { opens });
}

/** A question whose answers have opened, or of which a round is over. */
export function QuestionShared({ card }: { card: QuestionCard }) {
  const { t } = useTranslation("room-places");
  const { room } = useInRoom();
  const found = cardOf(card.card);
  return (
    <Card
      person="both"
      over={KIND.question}
      title={found?.words ?? noWords()}
      actions={
        <ButtonLink to={`/room/${room}/${card.piece}`}>
          {found?.is === "list" ? t("lookAtIt") : t("readBothAnswers")}
        </ButtonLink>
      }
    />
  );
}
