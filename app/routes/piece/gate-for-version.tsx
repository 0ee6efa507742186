import { useNavigate } from "@remix-run/react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { actQuietly, sayNo } from "#client/rooms/acts.ts";
import type { DoorView, ReceivedView } from "#domain/rooms.ts";
import { BeforeTheHeavy } from "../room/turning-point.tsx";
import { A_KIND, LENGTH, theOther, WEIGHT } from "../room/words.ts";
import { Gate } from "./gate.tsx";

function noteOn(again: boolean, paused: boolean): string | false {
  if (again) return "A new version of something that you have opened before.";
  return paused && "This room is paused. You can open this all the same.";
}

/** A sealed version waits: its kind, length and weight, and nothing of what it says. */
export function GateForVersion({ view, door }: { view: ReceivedView; door: DoorView }) {
  const { hand, room, scene } = useInRoom();
  const navigate = useNavigate();
  const { piece } = view;
  const { version } = door;
  const card = scene.door.find((one) => one.is === "waiting" && one.piece === piece);
  const envelope = card?.is === "waiting" ? card.envelope : null;
  const other = theOther(scene.petname);
  return (
    <Gate
      over={`${other} offers you`}
      title={envelope ? A_KIND[envelope.kind] : "An envelope"}
      words={envelope ? [LENGTH[envelope.length], WEIGHT[envelope.weight]] : []}
      note={noteOn(view.opened.length > 0, scene.view.pause.paused)}
      before={envelope?.weight === "heavy" && <BeforeTheHeavy className="mt-5" />}
      inPause
      open={{
        label: "Open",
        says: `${other} isn’t told.`,
        act: () => actQuietly(hand, room, piece, { kind: "open", version }),
      }}
      notNow={() => actQuietly(hand, room, piece, { kind: "not-now", version })}
      no={(tell) => sayNo(hand, room, piece, version, tell)}
      onOpened={() => navigate(`/room/${room}/${piece}`, { replace: true })}
    />
  );
}
