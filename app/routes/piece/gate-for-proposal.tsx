import { useNavigate } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { actQuietly, sayNo } from "#client/rooms/acts.ts";
import { accept } from "#client/rooms/together.ts";
import type { ProposalEnvelope } from "#domain/pieces/envelope.ts";
import { refuse } from "#domain/result.ts";
import type { TogetherView } from "#domain/piece-view.ts";
import { A_KIND, theOther, otherName, THEME } from "../room/words.ts";
import { Gate } from "./gate.tsx";

function noteOn(envelope: ProposalEnvelope | null) {
  if (!envelope) return "nothingWasChangedAndNothingIs";
  return envelope.kind === "plan" ? "signYourselfFirst" : "bothSignFirst";
}

/** The other proposes to write something together. Saying yes shows, for then both can write. */
export function GateForProposal({ view }: { view: TogetherView }) {
  const { t } = useTranslation("piece");
  const { hand, room, scene, paired } = useInRoom();
  const navigate = useNavigate();
  const { piece } = view;
  const card = scene.door.find((one) => one.is === "proposal" && one.piece === piece);
  const envelope = card?.is === "proposal" ? card.envelope : null;
  return (
    <Gate
      over={t("nameProposesToWriteTogether", { name: theOther(scene.petname) })}
      title={envelope ? A_KIND[envelope.kind] : t("thisDoesNotOpenHere")}
      words={envelope ? [THEME[envelope.theme]] : []}
      note={t(noteOn(envelope))}
      open={
        envelope && {
          label: t("yes"),
          says: t("itOpensForBothOfYou", { name: otherName(scene.petname) }),
          act: async () => (paired ? accept(hand, paired, view) : refuse("not-here")),
        }
      }
      notNow={() => actQuietly(hand, room, piece, { kind: "not-now" })}
      no={(tell) => sayNo(hand, room, piece, undefined, tell)}
      onOpened={() => navigate(`/room/${room}/${piece}`, { replace: true })}
    />
  );
}
