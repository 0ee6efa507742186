import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { proposeFromLine } from "#client/rooms/boundaries.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import type { PieceId } from "#domain/ids.ts";
import { known } from "#domain/newer.ts";
import type { BoundaryLine } from "#domain/pieces/boundaries.ts";
import { otherName, sorry, THEME } from "../../room/words.ts";

/** Proposes to make an agreement of a line; what that shows, and what not yet, is said first. */
export function ProposeFromLine({
  piece,
  line,
  number,
}: {
  piece: PieceId;
  line: BoundaryLine;
  number: number;
}) {
  const { t } = useTranslation("piece-boundaries");
  const { hand, room, scene, paired, refresh } = useInRoom();
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const other = otherName(scene.petname);
  const { pieces } = hand.keyring.index.current();
  const proposed = scene.view.pieces.find((view) => {
    const from = known(pieces[view.piece])?.firstLine;
    if (from?.piece !== piece || from.line !== line.id || view.mode !== "together") return false;
    return view.state.is !== "proposed" || (!view.state.ended && view.state.told === null);
  });
  const propose = async () => {
    if (!paired || pending) return;
    setPending(true);
    const done = await proposeFromLine(hand, paired, piece, line);
    await refresh();
    setPending(false);
    if (!done.ok) return setTrouble(sorry(done.refusal.code));
    setAsking(false);
  };
  if (proposed) {
    return (
      <p className="mt-3 flex flex-wrap items-center gap-2 text-s text-ink-soft print:hidden">
        <Trans
          t={t}
          i18nKey="youProposedAnAgreementFromThis"
          components={{
            buttonlink: <ButtonLink look="quiet" to={`/room/${room}/${proposed.piece}`} />,
          }}
        />
      </p>
    );
  }
  if (scene.view.pause.left !== null) return null;
  return (
    <>
      <Button
        look="quiet"
        className="mt-2 -ms-2.5"
        aria-label={t("proposeAnAgreementFromLineNumber", { number })}
        onClick={() => setAsking(true)}
      >
        {t("proposeAnAgreementFromThisLine")}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("proposeAnAgreementFromThisLine2")}
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
        <p>{t("otherSeesThatYouProposeAn", { other, value: THEME[line.area] })}</p>
        <p className="boundary-words" dir="auto">
          {line.statement}
        </p>
        <p className="text-s text-ink-soft">{t("theBoundaryItselfStaysAsIt")}</p>
        {trouble && <p role="alert">{trouble}</p>}
      </Dialog>
    </>
  );
}
