import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { CheckInCard } from "#client/rooms/cards.ts";
import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { sayDays } from "../piece/plan/words.ts";
import { otherName, titleOr } from "../room/words.ts";
import { PutAway } from "./put-away.tsx";
import { known } from "#domain/newer.ts";

/** A check-in that has not opened. It is looked at in its plan. */
export function CheckInAtDoor({ card }: { card: CheckInCard }) {
  const { t } = useTranslation("room-places");
  const { hand, room, scene } = useInRoom();
  const title = known(hand.keyring.index.current().pieces[card.plan])?.title ?? "";
  const other = otherName(scene.petname);
  const { state } = card.view;
  return (
    <Card
      person={card.mine ? "one" : "two"}
      over={card.mine ? t("fromYouForYouAndOther", { other }) : t("fromOtherForYouBoth", { other })}
      title={t("aCheckInOverSaydays", { sayDays: sayDays(card.from, card.to) })}
      actions={
        <>
          <ButtonLink to={`/room/${room}/${card.plan}`}>{t("toThePlan")}</ButtonLink>
          {!card.mine && <PutAway card={card} />}
        </>
      }
    >
      <p>{titleOr(title, "plan")}</p>
      <p>
        {state.is === "answering" && state.mine
          ? t("yoursIsInItOpensWhen", { other })
          : t("itOpensForBothOfYou")}
      </p>
    </Card>
  );
}
