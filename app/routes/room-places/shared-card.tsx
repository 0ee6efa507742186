import { useInRoom } from "#client/hooks/use-room.ts";
import { sayDay } from "#client/rooms/day.ts";
import { standing, type SharedCard } from "#client/rooms/cards.ts";
import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import type { PieceId } from "#domain/ids.ts";
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
  }
}

function Opened({ card }: { card: Extract<SharedCard, { is: "opened" }> }) {
  const { room, scene } = useInRoom();
  if (card.takenBack) {
    return (
      <Card
        person="two"
        over={`You opened · ${KIND[card.kind].toLowerCase()}`}
        title={`Taken back on ${sayDay(card.takenBack)}`}
      >
        <p>{theOther(scene.petname)} took this back. It is gone from here.</p>
      </Card>
    );
  }
  return (
    <Card
      person="two"
      over={`You opened · ${KIND[card.kind].toLowerCase()}`}
      title={titleOr(card.title, card.kind)}
      actions={<ButtonLink to={`/room/${room}/${card.piece}`}>Read</ButtonLink>}
    />
  );
}

function Answered({ card }: { card: Extract<SharedCard, { is: "answered" }> }) {
  const { room, scene } = useInRoom();
  const other = theOther(scene.petname);
  return (
    <Card
      person="one"
      over={`From you · ${KIND[card.kind].toLowerCase()}`}
      title={titleOr(card.title, card.kind)}
      actions={<ButtonLink to={`/room/${room}/${card.piece}`}>Look at it</ButtonLink>}
    >
      {card.answer && (
        <p>
          {other} answered: “{ANSWER[card.answer]}”.
        </p>
      )}
      {!card.answer && standing(card.view)?.answer && <p>{other} answered.</p>}
      {!card.answer && card.told && <p>{other} told you that they opened it.</p>}
    </Card>
  );
}

function Together({ card }: { card: Extract<SharedCard, { is: "together" }> }) {
  if (card.kind === null) return <UnknownShared piece={card.piece} />;
  return card.kind === "plan" ? <PlanShared card={card} /> : <AgreementShared card={card} />;
}

/** Something that does not open on this device: it stays where it is. */
function UnknownShared({ piece }: { piece: PieceId }) {
  const { room } = useInRoom();
  return (
    <Card
      over="For both of you"
      person="both"
      title="Something to write together"
      actions={<ButtonLink to={`/room/${room}/${piece}`}>Open</ButtonLink>}
    >
      <p>It does not open here.</p>
    </Card>
  );
}

function AgreementShared({ card }: { card: Extract<SharedCard, { is: "together" }> }) {
  const { room, scene } = useInRoom();
  const lines = card.agreed === 1 ? "1 line agreed" : `${card.agreed} lines agreed`;
  const waiting =
    card.theirProposals === 1 ? "words for one line" : `words for ${card.theirProposals} lines`;
  return (
    <Card
      over={card.agreed > 0 ? `${KIND.agreement} · ${lines}` : KIND.agreement}
      person="both"
      title={card.title.trim() || `${KIND.agreement} without a title`}
      seam={card.agreed > 0}
      actions={<ButtonLink to={`/room/${room}/${card.piece}`}>Open</ButtonLink>}
    >
      {card.closed && <p>Closed. Both of you can read it.</p>}
      {!card.closed && card.theirProposals > 0 && (
        <p>
          {theOther(scene.petname)} has signed {waiting} that you have not.
        </p>
      )}
    </Card>
  );
}
