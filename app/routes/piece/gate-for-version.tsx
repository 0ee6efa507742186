import { useNavigate } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { actQuietly, sayNo } from "#client/rooms/acts.ts";
import type { DoorView, ReceivedView } from "#domain/piece-view.ts";
import { BeforeTheHeavy } from "../room/turning-point.tsx";
import { A_KIND, LENGTH, theOther, WEIGHT } from "../room/words.ts";
import { Gate } from "./gate.tsx";

function noteOn(again: boolean, paused: boolean): string | false {
  const t = interfaceWords("piece");
  if (again) return t("aNewVersionOfSomethingThat");
  return paused && t("thisRoomIsPausedYouCan");
}

/** A sealed version waits: its kind, length and weight, and nothing of what it says. */
export function GateForVersion({ view, door }: { view: ReceivedView; door: DoorView }) {
  const { t } = useTranslation("piece");
  const { hand, room, scene } = useInRoom();
  const navigate = useNavigate();
  const { piece } = view;
  const { version } = door;
  const card = scene.door.find((one) => one.is === "waiting" && one.piece === piece);
  const envelope = card?.is === "waiting" ? card.envelope : null;
  const other = theOther(scene.petname);
  return (
    <Gate
      over={t("otherOffersYou", { other })}
      title={envelope ? A_KIND[envelope.kind] : t("thisDoesNotOpenHere")}
      words={envelope ? [LENGTH[envelope.length], WEIGHT[envelope.weight]] : []}
      note={
        envelope
          ? noteOn(view.opened.length > 0, scene.view.pause.paused)
          : t("nothingWasChangedAndNothingIs")
      }
      before={envelope?.weight === "heavy" && <BeforeTheHeavy className="mt-5" />}
      inPause
      open={
        envelope && {
          label: t("open"),
          says: t("otherIsNotTold", { other }),
          act: () => actQuietly(hand, room, piece, { kind: "open", version }),
        }
      }
      notNow={() => actQuietly(hand, room, piece, { kind: "not-now", version })}
      no={(tell) => sayNo(hand, room, piece, version, tell)}
      onOpened={() => navigate(`/room/${room}/${piece}`, { replace: true })}
    />
  );
}
