import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { CheckInCard, QuestionCard } from "#client/rooms/cards.ts";
import { putAway } from "#client/rooms/paired.ts";
import { Button } from "#components/button.tsx";
import { useAct } from "../room/use-act.ts";

/** Puts what the other asks of both out of my sight, or back. It says neither yes nor no to it. */
export function PutAway({ card }: { card: QuestionCard | CheckInCard }) {
  const { t } = useTranslation("room-places");
  const { hand, paired } = useInRoom();
  const { run, pending, trouble } = useAct();
  return (
    <>
      <Button
        look="quiet"
        pending={pending}
        onClick={() => paired && void run(() => putAway(hand, paired, card, !card.putAway))}
      >
        {card.putAway ? t("bringItBack") : t("putAway")}
      </Button>
      {trouble && <p role="alert">{trouble}</p>}
    </>
  );
}
