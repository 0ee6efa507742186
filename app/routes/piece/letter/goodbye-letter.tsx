import { Link } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { leaveWithGoodbye } from "#client/rooms/versions.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import type { PieceId } from "#domain/ids.ts";
import type { Weight } from "#domain/pieces/envelope.ts";
import type { WrittenContent } from "#domain/pieces/forgiveness.ts";
import { otherName, sorry, theOther } from "../../room/words.ts";
import { Envelope, LetterPreview, useCleanCopy, WeightOf } from "./letter-preview.tsx";

/** Above a letter that is written to leave with: nothing has happened yet. */
export function GoodbyeNotice({ piece }: { piece: PieceId }) {
  const { t } = useTranslation("piece-letter");
  const { room } = useInRoom();
  return (
    <Notice
      className="mb-6"
      title={t("aLetterToLeaveWith")}
      actions={
        <Link className="link" to={`/room/${room}/${piece}`} replace>
          {t("itIsNotAGoodbye")}
        </Link>
      }
    >
      <p>{t("itIsYoursAloneUntilYou")}</p>
    </Notice>
  );
}

/** The last look: the letter as they would open it, and what leaving does. Then both in one step. */
export function LeaveWithLetter({
  piece,
  content,
  onBack,
  onLeft,
}: {
  piece: PieceId;
  content: WrittenContent;
  onBack: () => void;
  onLeft: () => void;
}) {
  const { t } = useTranslation("piece-letter");
  const { hand, scene, paired, refresh } = useInRoom();
  const [weight, setWeight] = useState<Weight | undefined>(undefined);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const { copy, preview, length } = useCleanCopy(content);
  const other = theOther(scene.petname);

  const leave = async () => {
    setAsked(true);
    if (pending || !weight || !paired || !copy.ok) return;
    setPending(true);
    const envelope = { form: "version", kind: content.kind, length, weight } as const;
    const done = await leaveWithGoodbye(hand, paired, piece, copy.value, envelope);
    // It may have been done before, when the answer was lost on its way: the room says how it stands.
    if (done.ok || done.refusal.code === "left") {
      await refresh();
      return onLeft();
    }
    setPending(false);
    setTrouble(sorry(done.refusal.code));
  };

  return (
    <LetterPreview status={t("beforeYouLeave")} content={content} preview={preview}>
      <WeightOf value={weight} onChange={setWeight} missing={asked && !weight} />
      <Envelope kind={content.kind} length={length} weight={weight} />
      <Notice tone="care" title={t("whatHappensThen")}>
        <p>{t("youLeaveThisRoomForGood", { other })}</p>
        <p>{t("nothingElseOfYoursReachesName", { name: otherName(scene.petname) })}</p>
      </Notice>
      {trouble && (
        <Notice tone="alarm" live>
          {trouble}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2.5">
        <Button pending={pending} onClick={() => void leave()}>
          {pending ? t("leaving") : t("leaveWithThisLetter")}
        </Button>
        <Button onClick={onBack}>{t("backToWriting")}</Button>
      </div>
    </LetterPreview>
  );
}
