import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { proposeFromGround, themeOf } from "#client/rooms/ground.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import type { PieceId, RoundId } from "#domain/ids.ts";
import { known } from "#domain/newer.ts";
import type { MarkLine } from "#domain/pieces/decks.ts";
import { otherName, sorry, theOther, THEME } from "../../room/words.ts";

type GroundProps = {
  readonly piece: PieceId;
  readonly round: RoundId;
  readonly lines: readonly MarkLine[];
};

/** What both marked, as the first lines of an agreement; what that shows is said first. */
export function AgreementFromGround({ piece, round, lines }: GroundProps) {
  const { t } = useTranslation("piece-question");
  const { hand, room, scene, paired, refresh } = useInRoom();
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { pieces } = hand.keyring.index.current();
  const proposed = scene.view.pieces.find((view) => {
    if (known(pieces[view.piece])?.fromRound?.round !== round || view.mode !== "together")
      return false;
    return view.state.is !== "proposed" || (!view.state.ended && view.state.told === null);
  });
  const propose = async () => {
    if (!paired || pending) return;
    setPending(true);
    const done = await proposeFromGround(hand, paired, { piece, round }, lines);
    await refresh();
    setPending(false);
    if (!done.ok) return setTrouble(sorry(done.refusal.code));
    setAsking(false);
  };
  if (proposed) {
    return (
      <p className="mt-4 flex flex-wrap items-center gap-2 text-s text-ink-soft print:hidden">
        <Trans
          t={t}
          i18nKey="youProposedAnAgreementFromThese"
          components={{
            buttonlink: <ButtonLink look="quiet" to={`/room/${room}/${proposed.piece}`} />,
          }}
        />
      </p>
    );
  }
  const { paused, left } = scene.view.pause;
  if (left !== null) return null;
  return (
    <div className="mt-4 print:hidden">
      <Button disabled={!paired || paused} onClick={() => setAsking(true)}>
        {t("makeAnAgreementFromThese")}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("proposeAnAgreementFromThese")}
        actions={
          <>
            <Button pending={pending} onClick={() => void propose()}>
              {pending ? t("proposing") : t("proposeIt")}
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {t("notNow")}
            </Button>
          </>
        }
      >
        <p>
          {t("nameSeesThatYouProposeAn", {
            name: theOther(scene.petname),
            value: THEME[themeOf(lines)],
            name2: otherName(scene.petname),
          })}
        </p>
        <ul className="list-disc space-y-1 ps-5 font-serif">
          {lines.map(({ name, words }) => (
            <li key={name}>{words}</li>
          ))}
        </ul>
        {trouble && <p role="alert">{trouble}</p>}
      </Dialog>
    </div>
  );
}
