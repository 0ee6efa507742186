import { useInRoom } from "#client/hooks/use-room.ts";
import type { MineCard } from "#client/rooms/scene.ts";
import { ButtonLink } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { KIND, titleOr } from "../room/words.ts";
import { PieceMenu } from "./piece-menu.tsx";

export function MineCardView({ card }: { card: MineCard }) {
  const { room } = useInRoom();
  return (
    <Card
      over={KIND[card.kind]}
      title={titleOr(card.title, card.kind)}
      actions={
        <>
          <ButtonLink to={`/room/${room}/${card.piece}`}>Keep writing</ButtonLink>
          <PieceMenu piece={card.piece} title={titleOr(card.title, card.kind)} />
        </>
      }
    >
      {card.wasOffered && <p>You took it back. It is yours alone again.</p>}
    </Card>
  );
}
