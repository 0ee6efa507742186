import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { BoundariesDocument } from "#client/pieces/boundaries-document.ts";
import { actQuietly } from "#client/rooms/acts.ts";
import { standing } from "#client/rooms/cards.ts";
import { today } from "#client/rooms/day.ts";
import { takeBack } from "#client/rooms/take-back.ts";
import { Button } from "#components/button.tsx";
import { Dialog } from "#components/dialog.tsx";
import type { LineId } from "#domain/ids.ts";
import type { BoundaryLine, Sent } from "#domain/pieces/boundaries.ts";
import { ok, type Result } from "#domain/result.ts";
import type { WrittenView } from "#domain/piece-view.ts";
import { sorry, theOther } from "../../room/words.ts";

/**
 * Takes lines back. What crosses is sealed as one, so all that was offered goes, and the rest has to be
 * offered again: the page says so, and shows it before it crosses.
 */
export function TakeLineBack({
  label,
  lines,
  document,
  view,
  sent,
  other,
  onTakenBack,
}: {
  label: string;
  lines: readonly LineId[];
  document: BoundariesDocument;
  view: WrittenView;
  sent: Sent;
  other: string;
  onTakenBack: (rest: readonly BoundaryLine[]) => void;
}) {
  const { t } = useTranslation("piece-boundaries");
  const { hand, room, scene, refresh } = useInRoom();
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const all = sent.waiting ?? sent.offered;
  const rest = all.filter(({ id }) => !lines.includes(id));
  const last = standing(view);

  const takeThemBack = async () => {
    if (pending) return;
    setPending(true);
    const done = await run();
    if (done.ok) document.noteTakenBack(lines, today());
    await refresh();
    setPending(false);
    if (!done.ok) return setTrouble(sorry(done.refusal.code));
    setAsking(false);
    onTakenBack(rest);
  };
  const run = async (): Promise<Result<null>> => {
    const { piece, waiting } = view;
    if (waiting) {
      const { version } = waiting;
      const unset = await actQuietly(hand, room, piece, { kind: "dont-send", version });
      if (!unset.ok) return unset;
    }
    if (!last) return ok(null);
    return takeBack(hand, room, piece, last.version);
  };

  return (
    <>
      <Button aria-label={label} onClick={() => setAsking(true)}>
        {t("takeBack")}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("takeItBack")}
        actions={
          <>
            <Button pending={pending} onClick={() => void takeThemBack()}>
              {pending ? t("takingItBack") : t("takeItBack2")}
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {t("leaveItThere")}
            </Button>
          </>
        }
      >
        {last ? (
          <p>{t("itGoesFromTheDoorAnd", { other, name: theOther(scene.petname) })}</p>
        ) : (
          <p>{t("itWasToBeOfferedLater", { name: theOther(scene.petname) })}</p>
        )}
        {rest.length > 0 && (
          <p>{t("linesAreSealedTogetherSoThe", { other, count: rest.length })}</p>
        )}
        {trouble && <p role="alert">{trouble}</p>}
      </Dialog>
    </>
  );
}
