import { useInRoom } from "#client/hooks/use-room.ts";
import { sayTime } from "#client/rooms/day.ts";
import type { MineCard } from "#client/rooms/cards.ts";
import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { DontSend } from "../room/dont-send.tsx";
import { KIND, titleOr } from "../room/words.ts";
import { PieceMenu } from "./piece-menu.tsx";

export function MineCardView({ card }: { card: MineCard }) {
  const { room, scene } = useInRoom();
  const { waiting } = card.view;
  const question = scene.view.pieces.find(({ piece }) => piece === card.answers);
  const open = question?.mode === "paired" && question.state.is === "answering" ? question : null;
  return (
    <Card
      over={card.kind === "question" ? "Your answer" : KIND[card.kind]}
      title={titleOr(card.title, card.kind)}
      actions={
        <>
          <ButtonLink to={`/room/${room}/${open?.piece ?? card.piece}`}>Keep writing</ButtonLink>
          {waiting && <DontSend piece={card.piece} version={waiting.version} />}
          <PieceMenu piece={card.piece} title={titleOr(card.title, card.kind)} />
        </>
      }
    >
      {waiting && <p>Waits until {sayTime(waiting.notBefore)}, then offered.</p>}
      {open?.state.is === "answering" && open.state.mine && <p>It is in.</p>}
      {card.wasOffered && !waiting && <p>You took it back. It is yours alone again.</p>}
    </Card>
  );
}
