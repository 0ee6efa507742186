import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useIndex } from "#client/hooks/use-index.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { putPauseAway, sawPause } from "#client/rooms/seen-pause.ts";
import { Button } from "#components/button.tsx";
import { TurningPoint } from "../room/turning-point.tsx";
import { known } from "#domain/newer.ts";

/** Whether a pause that this person saw has ended, and the offer that follows was not put away yet. */
export function useAfterPause(): boolean {
  const { hand, room, scene } = useInRoom();
  const { paused, left } = scene.view.pause;
  const { keyring } = hand;
  const seen = known(useIndex().rooms[room])?.sawPause === true;
  const note = paused && left === null && scene.view.other !== null && !seen;
  useEffect(() => {
    // Not kept, for want of a network: this device asks again the next time that it sees the pause.
    if (note) void sawPause(keyring, room);
  }, [note, keyring, room]);
  return seen && !paused && left === null;
}

/** The same words for who paused and for who saw it, whoever ended it and whatever it was for. */
export function AfterPause() {
  const { t } = useTranslation("room-places");
  const { hand, room } = useInRoom();
  const [pending, setPending] = useState(false);
  return (
    <TurningPoint
      beside
      title={t("thePauseIsOver")}
      putAway={
        <Button
          look="quiet"
          pending={pending}
          onClick={() => {
            setPending(true);
            void putPauseAway(hand.keyring, room).finally(() => setPending(false));
          }}
        >
          {t("leaveItForNow")}
        </Button>
      }
    >
      {t("beforeYouGoOnYouCan")}
    </TurningPoint>
  );
}
