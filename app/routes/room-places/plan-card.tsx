import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { MineCard, SharedCard } from "#client/rooms/cards.ts";
import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import type { PieceId } from "#domain/ids.ts";
import { DeletePiece } from "../room/delete-piece.tsx";
import { KIND, titleOr } from "../room/words.ts";
import { known } from "#domain/newer.ts";

/** A plan in Shared. Whose commitments stand in it is read on its own page, from the signatures. */
export function PlanShared({ card }: { card: Extract<SharedCard, { is: "together" }> }) {
  const { t } = useTranslation("room-places");
  const { room, scene } = useInRoom();
  const checkIn = scene.checkIns.some(
    ({ plan, view, putAway }) => plan === card.piece && !putAway && view.state.is === "answering",
  );
  return (
    <Card
      over={KIND.plan}
      person="both"
      title={titleOr(card.title, "plan")}
      seam={card.agreed > 0}
      actions={<ButtonLink to={`/room/${room}/${card.piece}`}>{t("open")}</ButtonLink>}
    >
      {card.agreed > 0 && <p>{t("thereIsSomethingInItThat")}</p>}
      {card.closed && <p>{t("closedBothOfYouCanRead")}</p>}
      {checkIn && !card.closed && <p>{t("aCheckInWaitsIfYou")}</p>}
    </Card>
  );
}

/** What I have marked in a plan, mine alone until a check-in opens it. It is looked at in the plan. */
export function MyMarksCard({ card, plan }: { card: MineCard; plan: PieceId }) {
  const { t } = useTranslation("room-places");
  const { hand, room } = useInRoom();
  const title = titleOr(known(hand.keyring.index.current().pieces[plan])?.title ?? "", "plan");
  return (
    <Card
      over={t("yourMarks")}
      title={title}
      actions={
        <>
          <ButtonLink to={`/room/${room}/${plan}`}>{t("toThePlan")}</ButtonLink>
          <DeletePiece view={card.view} title={t("yourMarksInTitle", { title })} />
        </>
      }
    />
  );
}
