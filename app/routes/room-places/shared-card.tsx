import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { sayDay } from "#client/rooms/day.ts";
import { standing, type SharedCard } from "#client/rooms/cards.ts";
import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import type { PieceId } from "#domain/ids.ts";
import { NewerCardView } from "../room/newer.tsx";
import { PlanShared } from "./plan-card.tsx";
import { QuestionShared } from "./question-card.tsx";
import { ANSWER, KIND, theOther, titleOr } from "../room/words.ts";

export function SharedCardView({ card }: { card: SharedCard }) {
  switch (card.is) {
    case "opened":
      return <Opened card={card} />;
    case "answered":
      return <Answered card={card} />;
    case "together":
      return <Together card={card} />;
    case "question":
      return <QuestionShared card={card} />;
    case "newer":
      return <NewerCardView card={card} />;
  }
}

function Opened({ card }: { card: Extract<SharedCard, { is: "opened" }> }) {
  const { t } = useTranslation("room-places");
  const { room, scene } = useInRoom();
  if (card.takenBack) {
    return (
      <Card
        person="two"
        over={t("youOpenedTolowercase", { toLowerCase: KIND[card.kind].toLowerCase() })}
        title={t("takenBackOnDay", { day: sayDay(card.takenBack) })}
      >
        <p>{t("nameTookThisBackItIs", { name: theOther(scene.petname) })}</p>
      </Card>
    );
  }
  return (
    <Card
      person="two"
      over={t("youOpenedTolowercase", { toLowerCase: KIND[card.kind].toLowerCase() })}
      title={titleOr(card.title, card.kind)}
      actions={<ButtonLink to={`/room/${room}/${card.piece}`}>{t("read")}</ButtonLink>}
    />
  );
}

function Answered({ card }: { card: Extract<SharedCard, { is: "answered" }> }) {
  const { t } = useTranslation("room-places");
  const { room, scene } = useInRoom();
  const other = theOther(scene.petname);
  return (
    <Card
      person="one"
      over={t("fromYouTolowercase", { toLowerCase: KIND[card.kind].toLowerCase() })}
      title={titleOr(card.title, card.kind)}
      actions={<ButtonLink to={`/room/${room}/${card.piece}`}>{t("lookAtIt")}</ButtonLink>}
    >
      {card.answer && <p>{t("otherAnsweredValue", { other, value: ANSWER[card.answer] })}</p>}
      {!card.answer && standing(card.view)?.answer && <p>{t("otherAnswered", { other })}</p>}
      {!card.answer && card.told && <p>{t("otherToldYouThatTheyOpened", { other })}</p>}
    </Card>
  );
}

function Together({ card }: { card: Extract<SharedCard, { is: "together" }> }) {
  if (card.kind === null) return <UnknownShared piece={card.piece} />;
  return card.kind === "plan" ? <PlanShared card={card} /> : <AgreementShared card={card} />;
}

/** Something that does not open on this device: it stays where it is. */
function UnknownShared({ piece }: { piece: PieceId }) {
  const { t } = useTranslation("room-places");
  const { room } = useInRoom();
  return (
    <Card
      over={t("forBothOfYou")}
      person="both"
      title={t("somethingToWriteTogether")}
      actions={<ButtonLink to={`/room/${room}/${piece}`}>{t("open")}</ButtonLink>}
    >
      <p>{t("itDoesNotOpenHere")}</p>
    </Card>
  );
}

function AgreementShared({ card }: { card: Extract<SharedCard, { is: "together" }> }) {
  const { t } = useTranslation("room-places");
  const { room, scene } = useInRoom();
  const waiting = t("wordsForLines", { count: card.theirProposals });
  return (
    <Card
      over={
        card.agreed > 0
          ? t("linesAgreed", { count: card.agreed, kind: KIND.agreement })
          : KIND.agreement
      }
      person="both"
      title={card.title.trim() || t("agreementWithoutATitle", { agreement: KIND.agreement })}
      seam={card.agreed > 0}
      actions={<ButtonLink to={`/room/${room}/${card.piece}`}>{t("open")}</ButtonLink>}
    >
      {card.closed && <p>{t("closedBothOfYouCanRead")}</p>}
      {!card.closed && card.theirProposals > 0 && (
        <p>{t("nameHasSignedWaitingThatYou", { name: theOther(scene.petname), waiting })}</p>
      )}
    </Card>
  );
}
