import { useState } from "react";
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
} from "../room/words.ts";
import { CheckInAtDoor } from "./check-in-card.tsx";
import { QuestionAtDoor } from "./question-card.tsx";
import { TakeBack } from "../room/take-back.tsx";

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
  }
}

function Offered({ card }: { card: Extract<DoorCard, { is: "offered" }> }) {
  const { room } = useInRoom();
  return (
    <Card
      person="one"
      over={`From you · offered ${sayDay(card.on)}`}
      title={titleOr(card.title, card.kind)}
      actions={
        <>
          <TakeBack piece={card.piece} version={card.version} />
          <ButtonLink look="quiet" to={`/room/${room}/${card.piece}`}>
            Look at it
          </ButtonLink>
        </>
      }
    >
      <p>{card.ended ? "It is no longer at the door." : "Silence here means nothing."}</p>
    </Card>
  );
}

function Waiting({ card }: { card: Extract<DoorCard, { is: "waiting" }> }) {
  const { room, scene } = useInRoom();
  const { envelope } = card;
  return (
    <Card
      person="two"
      over={`From ${otherName(scene.petname)}`}
      title={envelope ? A_KIND[envelope.kind] : "An envelope"}
      actions={
        <ButtonLink wide to={`/room/${room}/${card.piece}?door`}>
          Look at it when you like
        </ButtonLink>
      }
    >
      {envelope && <Chips words={[LENGTH[envelope.length], WEIGHT[envelope.weight]]} />}
      {card.again && <p className="mt-1.5">A new version of something you opened.</p>}
      {card.door.putOff && <p className="mt-1.5">You said not now.</p>}
    </Card>
  );
}

function Proposed({ card }: { card: Extract<DoorCard, { is: "proposal" }> }) {
  const { room, scene } = useInRoom();
  return (
    <Card
      person="two"
      over={`${theOther(scene.petname)} proposes to write together`}
      title={card.envelope ? A_KIND[card.envelope.kind] : "Something to write together"}
      actions={
        <ButtonLink wide to={`/room/${room}/${card.piece}`}>
          Look at it when you like
        </ButtonLink>
      }
    >
      {card.envelope && <p>{THEME[card.envelope.theme]}</p>}
      {card.putOff && <p>You said not now.</p>}
    </Card>
  );
}

function ProposedByMe({ card }: { card: Extract<DoorCard, { is: "proposal" }> }) {
  const { hand, room, refresh } = useInRoom();
  const [pending, setPending] = useState(false);
  const withdraw = async () => {
    setPending(true);
    await actOpenly(hand, room, card.piece, { kind: "withdraw" });
    await refresh();
  };
  return (
    <Card
      person="one"
      over={`From you · proposed ${sayDay(card.on)}`}
      title={card.envelope ? KIND[card.envelope.kind] : "Something to write together"}
      actions={
        <Button pending={pending} onClick={() => void withdraw()}>
          Take back
        </Button>
      }
    >
      {card.envelope && <p>{THEME[card.envelope.theme]}</p>}
      <p>
        {card.saidNo
          ? "They said no."
          : card.ended
            ? "It is no longer at the door."
            : "Silence here means nothing."}
      </p>
    </Card>
  );
}
