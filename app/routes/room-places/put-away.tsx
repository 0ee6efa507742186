import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { CheckInCard, QuestionCard } from "#client/rooms/cards.ts";
import { putAway } from "#client/rooms/paired.ts";
import { Button } from "#components/button.tsx";

/** Puts what the other asks of both out of my sight, or back. It says neither yes nor no to it. */
export function PutAway({ card }: { card: QuestionCard | CheckInCard }) {
  const { t } = useTranslation("room-places");
  const { hand, paired, refresh } = useInRoom();
  const [pending, setPending] = useState(false);
  const turn = async () => {
    if (pending || !paired) return;
    setPending(true);
    await putAway(hand, paired, card, !card.putAway);
    await refresh();
    setPending(false);
  };
  return (
    <Button look="quiet" pending={pending} onClick={() => void turn()}>
      {card.putAway ? t("bringItBack") : t("putAway")}
    </Button>
  );
}
