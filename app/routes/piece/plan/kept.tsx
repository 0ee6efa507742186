import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { Written } from "#client/pieces/plan-document.ts";
import { letGo, mySignatures, type StandingCommitment } from "#client/rooms/commitments.ts";
import { sayDay } from "#client/rooms/day.ts";
import { signLine, takeSignatureBack } from "#client/rooms/together.ts";
import { Button } from "#components/button.tsx";
import { Who, type Person } from "#components/dot.tsx";
import { Seam } from "#components/seam.tsx";
import { isReviewDue } from "#domain/pieces/plan.ts";
import type { Result } from "#domain/result.ts";
import { sorry, theOther } from "../../room/words.ts";
import { CommitmentWords } from "./commitment-words.tsx";
import { Marking } from "./marking.tsx";
import { NewWording } from "./new-wording.tsx";
import type { Writing } from "./persons-part.tsx";
import { Rehearse } from "./rehearse.tsx";

type Props = Writing & {
  readonly person: Person;
  readonly kept: StandingCommitment;
  /** What is being written for it now; `null` if it was taken away, or says it is somebody else's. */
  readonly written: Written | null;
};

/** A commitment that stands under its owner's name, in the words that they signed. */
export function Kept(props: Props) {
  const { t } = useTranslation("piece-plan");
  const { person, kept, written, readOnly, today } = props;
  const { scene } = useInRoom();
  const { commitment } = kept;
  const [writing, setWriting] = useState(false);
  const other = theOther(scene.petname);
  const isMine = person === "one";
  const mayReword = written !== null && !written.gone && written.owner === commitment.owner;
  return (
    <article className="plan-kept" data-line={kept.line}>
      <div className="min-w-0">
        <CommitmentWords its={commitment} />
        {isReviewDue(commitment, today) && (
          <p className="plan-review">
            {t("dayWasTheDayToLook", { day: sayDay(commitment.review ?? today) })}
          </p>
        )}
        {mayReword && <NewWording {...props} written={written} writing={writing && !readOnly} />}
        <Marking
          line={kept.line}
          commitment={commitment}
          today={today}
          of={isMine ? "own" : "noticed"}
        />
        <div className="plan-signing">
          {isMine && <Rehearse commitment={commitment} />}
          {mayReword && !readOnly && (
            <Button
              look="quiet"
              className={isMine ? undefined : "-ms-2.5"}
              onClick={() => setWriting(!writing)}
            >
              {writing
                ? t("doneWithTheWording")
                : isMine
                  ? t("changeTheWording")
                  : t("suggestAnotherWording")}
            </Button>
          )}
        </div>
      </div>
      <Signed {...props} name={other} />
    </article>
  );
}

/** Who signed, who has read it, and the one act that is mine. */
function Signed(props: Props & { name: string }) {
  const { t } = useTranslation("piece-plan");
  const { person, kept, view, lineWords, lines, signers, readOnly, onTrouble, name } = props;
  const { hand, paired, refresh } = useInRoom();
  const [pending, setPending] = useState(false);
  const [sure, setSure] = useState(false);
  const { signed, read, wording, line } = kept;
  const isMine = person === "one";
  const run = async (act: () => Promise<Result<null>>) => {
    if (pending) return;
    setPending(true);
    const done = await act();
    onTrouble(done.ok ? null : sorry(done.refusal.code));
    await refresh();
    setPending(false);
    setSure(false);
  };
  const takeBack = (hash: string) => {
    if (!paired) throw new Error("nobody to have signed with");
    return takeSignatureBack(hand, paired, view.piece, line, hash);
  };
  const sayRead = () => {
    const { words } = wording;
    if (!paired || !lineWords || words === null) return;
    void run(() => signLine(hand, paired, view.piece, line, words, lineWords));
  };
  const release = () => {
    if (!signers) return;
    const hashes = mySignatures(lines, line, signers.me.person, signers);
    void run(() => letGo(hashes, takeBack));
  };
  return (
    <div className="plan-signatures">
      {read && <Seam />}
      <Who person={person}>
        {isMine ? t("youSigned") : t("nameSigned", { name })}, {sayDay(signed.on)}
      </Who>
      {read ? (
        <Who person={isMine ? "two" : "one"}>
          {isMine ? t("nameHasReadIt", { name }) : t("youHaveReadIt")}, {sayDay(read.on)}
        </Who>
      ) : (
        isMine && <p className="text-ink-soft">{t("nameHasNotSignedThatThey", { name })}</p>
      )}
      {!isMine && !read && !readOnly && (
        <Button pending={pending} onClick={sayRead}>
          {t("iHaveReadIt")}
        </Button>
      )}
      {isMine &&
        !readOnly &&
        (sure ? (
          <div className="flex flex-wrap items-center gap-1">
            <Button pending={pending} onClick={release}>
              {t("yesLetItGo")}
            </Button>
            <Button look="quiet" onClick={() => setSure(false)}>
              {t("keepIt")}
            </Button>
            <p className="text-ink-soft">{t("yourSignatureIsTakenBackAnd", { name })}</p>
          </div>
        ) : (
          <button type="button" className="plan-quiet" onClick={() => setSure(true)}>
            {t("letItGo")}
          </button>
        ))}
    </div>
  );
}
