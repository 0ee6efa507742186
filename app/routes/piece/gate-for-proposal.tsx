import { useNavigate } from "@remix-run/react";
import { useInRoom } from "#client/hooks/use-room.ts";
import { actQuietly, sayNo } from "#client/rooms/acts.ts";
import { accept } from "#client/rooms/together.ts";
import { refuse } from "#domain/result.ts";
import type { TogetherView } from "#domain/rooms.ts";
import { A_KIND, theOther, otherName, THEME } from "../room/words.ts";
import { Gate } from "./gate.tsx";

/** The other proposes to write something together. Saying yes shows, for then both can write. */
export function GateForProposal({ view }: { view: TogetherView }) {
  const { hand, room, scene, paired } = useInRoom();
  const navigate = useNavigate();
  const { piece } = view;
  const card = scene.door.find((one) => one.is === "proposal" && one.piece === piece);
  const envelope = card?.is === "proposal" ? card.envelope : null;
  return (
    <Gate
      over={`${theOther(scene.petname)} proposes to write together`}
      title={envelope ? A_KIND[envelope.kind] : "Something to write together"}
      words={envelope ? [THEME[envelope.theme]] : []}
      note={`If you say yes, both of you can write in it at once, and what you type shows to the other as you type it. ${
        envelope?.kind === "plan"
          ? "Nothing stands under your name until you have signed it yourself."
          : "Nothing counts until both have signed the same words."
      }`}
      open={{
        label: "Yes",
        says: `It opens for both of you, and ${otherName(scene.petname)} sees that it does.`,
        act: async () => (paired ? accept(hand, paired, view) : refuse("not-here")),
      }}
      notNow={() => actQuietly(hand, room, piece, { kind: "not-now" })}
      no={(tell) => sayNo(hand, room, piece, undefined, tell)}
      onOpened={() => navigate(`/room/${room}/${piece}`, { replace: true })}
    />
  );
}
