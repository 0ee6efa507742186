import { useState } from "react";
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
            {sayDay(commitment.review ?? today)} was the day to look at this again. Keep it as it
            is, change it, or let it go.
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
              className={isMine ? undefined : "-ml-2.5"}
              onClick={() => setWriting(!writing)}
            >
              {writing
                ? "Done with the wording"
                : isMine
                  ? "Change the wording"
                  : "Suggest another wording"}
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
        {isMine ? "You signed" : `${name} signed`}, {sayDay(signed.on)}
      </Who>
      {read ? (
        <Who person={isMine ? "two" : "one"}>
          {isMine ? `${name} has read it` : "You have read it"}, {sayDay(read.on)}
        </Who>
      ) : (
        isMine && <p className="text-ink-soft">{name} has not signed that they read it</p>
      )}
      {!isMine && !read && !readOnly && (
        <Button pending={pending} onClick={sayRead}>
          I have read it
        </Button>
      )}
      {isMine &&
        !readOnly &&
        (sure ? (
          <div className="flex flex-wrap items-center gap-1">
            <Button pending={pending} onClick={release}>
              Yes, let it go
            </Button>
            <Button look="quiet" onClick={() => setSure(false)}>
              Keep it
            </Button>
            <p className="text-ink-soft">
              Your signature is taken back, and it stands no more. {name} can see that. Your marks
              stay yours.
            </p>
          </div>
        ) : (
          <button type="button" className="plan-quiet" onClick={() => setSure(true)}>
            Let it go
          </button>
        ))}
    </div>
  );
}
