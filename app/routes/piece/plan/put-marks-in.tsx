import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { CheckInCard } from "#client/rooms/cards.ts";
import { checkInCopy, putMarksIn } from "#client/rooms/check-ins.ts";
import { ownersIn, type StandingCommitment } from "#client/rooms/commitments.ts";
import { takeOut, withdrawQuestion } from "#client/rooms/paired.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { decodeCheckIn } from "#domain/pieces/check-in.ts";
import { countedOf } from "#domain/pieces/marks.ts";
import { pictureOf } from "#domain/pieces/picture.ts";
import type { Result } from "#domain/result.ts";
import { otherName, sorry, theOther } from "../../room/words.ts";
import { useMyMarks } from "./my-marks.tsx";
import { MarksTable } from "./marks-table.tsx";
import { sayDays } from "./words.ts";

/** A check-in that has not opened: what I would put in, or that it is in. */
export function PutMarksIn({
  card,
  standing,
}: {
  card: CheckInCard;
  standing: readonly StandingCommitment[];
}) {
  const { t } = useTranslation("piece-plan");
  const { hand, scene, paired, refresh } = useInRoom();
  const { marks } = useMyMarks();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { paused } = scene.view.pause;
  const { state } = card.view;
  const inAlready = state.is === "answering" ? state.mine : null;
  const { plan, from, to } = card;
  const me = hand.keyring.person;
  // The very bytes that would open, and what they say.
  const copy = useMemo(
    () => checkInCopy(plan, { from, to }, countedOf(marks, me, ownersIn(standing))),
    [plan, from, to, marks, me, standing],
  );
  const preview = useMemo(() => decodeCheckIn(copy), [copy]);
  const run = async (act: () => Promise<Result<null>>) => {
    if (pending) return;
    setPending(true);
    const done = await act();
    setTrouble(done.ok ? null : sorry(done.refusal.code));
    await refresh();
    setPending(false);
  };
  if (!paired) return null;
  const other = theOther(scene.petname);
  const people = [me, paired.other.person];
  const by = card.mine ? t("youAskedForIt") : t("otherAskedForIt", { other });
  return (
    <Notice
      className="mt-4"
      title={t("aCheckInOverSaydays", { sayDays: sayDays(from, to) })}
      actions={
        inAlready ? (
          <Button
            pending={pending}
            onClick={() => void run(() => takeOut(hand, paired, card.piece, inAlready.version))}
          >
            {t("takeMineOut")}
          </Button>
        ) : (
          <>
            <Button
              pending={pending}
              disabled={paused || !preview}
              onClick={() => void run(() => putMarksIn(hand, paired, card.piece, copy))}
            >
              {t("yesPutMineIn")}
            </Button>
            {card.mine && (
              <Button
                look="quiet"
                pending={pending}
                disabled={paused}
                onClick={() => void run(() => withdrawQuestion(hand, paired, card.piece))}
              >
                {t("takeTheCheckInBack")}
              </Button>
            )}
          </>
        )
      }
    >
      {inAlready ? (
        <p>{t("yoursIsInItOpensAt", { name: otherName(scene.petname) })}</p>
      ) : (
        <>
          <p>{t("byThisIsExactlyWhatName", { by, name: otherName(scene.petname) })}</p>
          {preview && (
            <MarksTable
              me={me}
              picture={pictureOf(preview, people, standing, new Map([[me, preview]]))}
              onlyMarked
              nameOf={(person) => (person === me ? t("you") : other)}
              caption={t("whatYouWouldPutInSaydays", { sayDays: sayDays(from, to) })}
            />
          )}
        </>
      )}
      {trouble && <p role="alert">{trouble}</p>}
    </Notice>
  );
}
