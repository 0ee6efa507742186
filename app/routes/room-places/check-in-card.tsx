import { useInRoom } from "#client/hooks/use-room.ts";
import type { CheckInCard } from "#client/rooms/cards.ts";
import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { sayDays } from "../piece/plan/words.ts";
import { otherName, titleOr } from "../room/words.ts";
import { PutAway } from "./put-away.tsx";

/** A check-in that has not opened. It is looked at in its plan. */
export function CheckInAtDoor({ card }: { card: CheckInCard }) {
  const { hand, room, scene } = useInRoom();
  const title = hand.keyring.index.current().pieces[card.plan]?.title ?? "";
  const other = otherName(scene.petname);
  const { state } = card.view;
  return (
    <Card
      person={card.mine ? "one" : "two"}
      over={card.mine ? `From you, for you and ${other}` : `From ${other}, for you both`}
      title={`A check-in over ${sayDays(card.from, card.to)}`}
      actions={
        <>
          <ButtonLink to={`/room/${room}/${card.plan}`}>To the plan</ButtonLink>
          {!card.mine && <PutAway card={card} />}
        </>
      }
    >
      <p>{titleOr(title, "plan")}</p>
      <p>
        {state.is === "answering" && state.mine
          ? `Yours is in. It opens when ${other}’s is in too.`
          : "It opens for both of you at once, when both have put in what they marked."}
      </p>
    </Card>
  );
}
