import { useInRoom } from "#client/hooks/use-room.ts";
import { sayTime } from "#client/rooms/day.ts";
import type { QuestionCard } from "#client/rooms/cards.ts";
import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import type { PairedView } from "#domain/rooms.ts";
import { cardOf, noWords } from "../room/decks.ts";
import { KIND, otherName, theOther } from "../room/words.ts";
import { PutAway } from "./put-away.tsx";

/** A question that is still to be answered, or lines to be marked. */
export function QuestionAtDoor({ card }: { card: QuestionCard }) {
  const { room, scene } = useInRoom();
  const found = cardOf(card.card);
  const other = otherName(scene.petname);
  return (
    <Card
      person={card.mine ? "one" : "two"}
      over={card.mine ? `From you, for you and ${other}` : `From ${other}, for you both`}
      title={found?.words ?? noWords()}
      actions={
        <>
          <ButtonLink to={`/room/${room}/${card.piece}`}>
            {found?.is === "list" ? "Look at the lines" : "Your answer"}
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
  return state.is === "answering" && state.mine
    ? `Your answer is in. It opens when ${otherName(petname)}’s is in too.`
    : "It opens for both of you at once, when both answers are in.";
}

function roundWords({ round }: PairedView, petname: string): string {
  if (!round || round.is === "over") return "Nobody has asked for a round yet.";
  if (round.is === "asked") {
    return round.by === "me"
      ? `You asked for a round. It begins when ${otherName(petname)} says yes.`
      : `${theOther(petname)} asks for a round of marking.`;
  }
  const opens = `opens on ${sayTime(round.opensAt)}`;
  return round.submitted ? `Your marks are in. It ${opens}.` : `A round is running. It ${opens}.`;
}

/** A question whose answers have opened, or of which a round is over. */
export function QuestionShared({ card }: { card: QuestionCard }) {
  const { room } = useInRoom();
  const found = cardOf(card.card);
  return (
    <Card
      person="both"
      over={KIND.question}
      title={found?.words ?? noWords()}
      actions={
        <ButtonLink to={`/room/${room}/${card.piece}`}>
          {found?.is === "list" ? "Look at it" : "Read both answers"}
        </ButtonLink>
      }
    />
  );
}
