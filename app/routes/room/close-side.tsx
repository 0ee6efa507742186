import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { actOnRoom } from "#client/rooms/acts.ts";
import { Button } from "#components/button.tsx";
import { Confirm } from "./confirm.tsx";
import { theOther } from "./words.ts";

/** After a long pause, or once I left: takes the room off my list. To the other nothing changes. */
export function CloseSide() {
  const { t } = useTranslation("room");
  const { hand, room, scene } = useInRoom();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { left } = scene.view.pause;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("closeMySide")}</Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t("closeYourSide")}
        yes={t("closeIt")}
        no={t("leaveItAsItIs")}
        act={() => actOnRoom(hand, room, { kind: "close-side" })}
        onDone={() => void navigate("/rooms")}
      >
        <p>{t("theRoomGoesFromYourList")}</p>
        {!left && <p>{t("thisIsForGoodNothingCan", { name: theOther(scene.petname) })}</p>}
      </Confirm>
    </>
  );
}
