import { useTranslation } from "react-i18next";
import { useIndex } from "#client/hooks/use-index.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { sayTime } from "#client/rooms/day.ts";
import type { MineCard, NewerCard } from "#client/rooms/cards.ts";
import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { DeletePiece } from "../room/delete-piece.tsx";
import { DontSend } from "../room/dont-send.tsx";
import { kindAndGuide } from "../room/guides.ts";
import { NewerCardView } from "../room/newer.tsx";
import { RenamePiece } from "../room/rename-piece.tsx";
import { titleOr } from "../room/words.ts";
import { MyMarksCard } from "./plan-card.tsx";
import { known } from "#domain/newer.ts";

export function MineCardView({ card }: { card: MineCard | NewerCard }) {
  if (card.is === "newer") return <NewerCardView card={card} />;
  return card.marksOf ? <MyMarksCard card={card} plan={card.marksOf} /> : <Written card={card} />;
}

function Written({ card }: { card: MineCard }) {
  const { t } = useTranslation("room-places");
  const { room, scene } = useInRoom();
  const { waiting } = card.view;
  const { form, notOffered } = known(useIndex().pieces[card.piece]) ?? {};
  const question = scene.view.pieces.find(({ piece }) => piece === card.answers);
  const asked = question?.mode === "paired" ? question.state : null;
  const isIn = asked?.is === "answering" && asked.mine !== null;
  const isOpen = asked?.is === "opened";
  return (
    <Card
      over={card.kind === "question" ? t("yourAnswer") : kindAndGuide(card.kind, form)}
      title={titleOr(card.title, card.kind)}
      actions={
        <>
          <ButtonLink to={`/room/${room}/${question && !isOpen ? question.piece : card.piece}`}>
            {isIn || isOpen ? t("lookAtIt") : t("keepWriting")}
          </ButtonLink>
          {waiting && <DontSend piece={card.piece} version={waiting.version} />}
          {card.kind !== "question" && (
            <RenamePiece view={card.view} kind={card.kind} title={card.title} />
          )}
          <DeletePiece view={card.view} title={titleOr(card.title, card.kind)} />
        </>
      }
    >
      {waiting && <p>{t("waitsUntilTimeThenOffered", { time: sayTime(waiting.notBefore) })}</p>}
      {isIn && <p>{t("itIsIn")}</p>}
      {isOpen && <p>{t("whatYouPutInHasOpened")}</p>}
      {card.kind === "boundaries" && !waiting && notOffered !== undefined && notOffered > 0 && (
        <p>{t("linesNotOffered", { count: notOffered })}</p>
      )}
      {card.wasOffered && !waiting && <p>{t("youTookItBackItIs")}</p>}
    </Card>
  );
}
