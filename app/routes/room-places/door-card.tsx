import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { actOpenly } from "#client/rooms/acts.ts";
import { sayDay } from "#client/rooms/day.ts";
import type { DoorCard } from "#client/rooms/cards.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { Chips } from "#components/chip.tsx";
import {
  A_KIND,
  KIND,
  LENGTH,
  THEME,
  titleOr,
  WEIGHT,
  theOther,
  otherName,
  unanswered,
} from "../room/words.ts";
import { CheckInAtDoor } from "./check-in-card.tsx";
import { QuestionAtDoor } from "./question-card.tsx";
import { NewerCardView } from "../room/newer.tsx";
import { TakeBack } from "../room/take-back.tsx";
import { useAct, type Course } from "../room/use-act.ts";

export function DoorCardView({ card }: { card: DoorCard }) {
  switch (card.is) {
    case "offered":
      return <Offered card={card} />;
    case "waiting":
      return <Waiting card={card} />;
    case "proposal":
      return card.mine ? <ProposedByMe card={card} /> : <Proposed card={card} />;
    case "question":
      return <QuestionAtDoor card={card} />;
    case "check-in":
      return <CheckInAtDoor card={card} />;
    case "newer":
      return <NewerCardView card={card} />;
  }
}

function Offered({ card }: { card: Extract<DoorCard, { is: "offered" }> }) {
  const { t } = useTranslation("room-places");
  const { room, scene } = useInRoom();
  return (
    <Card
      person="one"
      over={t("fromYouOfferedDay", { day: sayDay(card.on) })}
      title={titleOr(card.title, card.kind)}
      actions={
        <>
          <TakeBack piece={card.piece} version={card.version} />
          <ButtonLink look="quiet" to={`/room/${room}/${card.piece}`}>
            {t("lookAtIt")}
          </ButtonLink>
        </>
      }
    >
      <p>{unanswered(card, scene.petname)}</p>
    </Card>
  );
}

function Waiting({ card }: { card: Extract<DoorCard, { is: "waiting" }> }) {
  const { t } = useTranslation("room-places");
  const { room, scene } = useInRoom();
  const { envelope } = card;
  return (
    <Card
      person="two"
      over={t("fromName", { name: otherName(scene.petname) })}
      title={envelope ? A_KIND[envelope.kind] : t("anEnvelope")}
      actions={
        <ButtonLink wide to={`/room/${room}/${card.piece}?door`}>
          {t("lookAtItWhenYouLike")}
        </ButtonLink>
      }
    >
      {envelope && <Chips words={[LENGTH[envelope.length], WEIGHT[envelope.weight]]} />}
      {card.again && <p className="mt-1.5">{t("aNewVersionOfSomethingYou")}</p>}
      {card.door.putOff && <p className="mt-1.5">{t("youSaidNotNow")}</p>}
    </Card>
  );
}

function Proposed({ card }: { card: Extract<DoorCard, { is: "proposal" }> }) {
  const { t } = useTranslation("room-places");
  const { room, scene } = useInRoom();
  return (
    <Card
      person="two"
      over={t("nameProposesToWriteTogether", { name: theOther(scene.petname) })}
      title={card.envelope ? A_KIND[card.envelope.kind] : t("somethingToWriteTogether")}
      actions={
        <ButtonLink wide to={`/room/${room}/${card.piece}`}>
          {t("lookAtItWhenYouLike")}
        </ButtonLink>
      }
    >
      {card.envelope && <p>{THEME[card.envelope.theme]}</p>}
      {card.putOff && <p>{t("youSaidNotNow")}</p>}
    </Card>
  );
}

type ProposalCard = Extract<DoorCard, { is: "proposal" }>;

function ProposedByMe({ card }: { card: ProposalCard }) {
  const { hand, room } = useInRoom();
  const { run, pending, trouble } = useAct();
  const withdraw = () => actOpenly(hand, room, card.piece, { kind: "withdraw" });
  return (
    <ProposedCard card={card} course={{ pending, trouble }} onTakeBack={() => void run(withdraw)} />
  );
}

/** A proposal of mine that nobody has said yes to, and how taking it back goes. */
export function ProposedCard({
  card,
  course,
  onTakeBack,
}: {
  card: ProposalCard;
  course: Course;
  onTakeBack: () => void;
}) {
  const { t } = useTranslation("room-places");
  const { scene } = useInRoom();
  return (
    <Card
      person="one"
      over={t("fromYouProposedDay", { day: sayDay(card.on) })}
      title={card.envelope ? KIND[card.envelope.kind] : t("somethingToWriteTogether")}
      actions={
        <Button pending={course.pending} onClick={onTakeBack}>
          {t("takeBack")}
        </Button>
      }
    >
      {card.envelope && <p>{THEME[card.envelope.theme]}</p>}
      <p>{card.saidNo ? t("theySaidNo") : unanswered(card, scene.petname)}</p>
      {course.trouble && <p role="alert">{course.trouble}</p>}
    </Card>
  );
}
