import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { actOpenly } from "#client/rooms/acts.ts";
import { Button } from "#components/button.tsx";
import { Notice } from "#components/notice.tsx";
import { toBase64Url } from "#domain/bytes.ts";
import { decoded } from "#domain/encoded.ts";
import type { PieceId } from "#domain/ids.ts";
import { decodeAnswer, encodeAnswer, type Answer } from "#domain/pieces/answer.ts";
import type { OpenedView } from "#domain/piece-view.ts";
import { ANSWER, leftForGood, theOther, otherName, sorry } from "../../room/words.ts";

/** Answering is never asked for. Each of these is seen by the other, and says so. */
export function AnswerLetter({
  piece,
  opened,
  choices,
  onWriteBack,
  onListen,
}: {
  piece: PieceId;
  opened: OpenedView;
  /** The fixed words to answer with. */
  choices: readonly Answer[];
  onWriteBack: () => void;
  /** Says back what was heard, or answers what was said back: with its words, and what it does. */
  onListen: { readonly says: string; readonly act: () => void } | null;
}) {
  const { t } = useTranslation("piece-letter");
  const { hand, room, scene, paired, refresh } = useInRoom();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [said, setSaid] = useState<Answer | null>(null);
  const { version } = opened;
  const other = otherName(scene.petname);
  const { paused, left } = scene.view.pause;

  const sealed = opened.answer?.sealed;
  useEffect(() => {
    if (!sealed || !paired) return;
    const by = hand.keyring.person;
    void paired.key
      .openNote({ what: "answer", by, piece, version }, decoded(sealed))
      .then((read) => setSaid(read.ok ? decodeAnswer(read.value) : null));
  }, [sealed, paired, hand, piece, version]);

  const run = async (act: () => ReturnType<typeof actOpenly>) => {
    if (pending) return;
    setPending(true);
    const done = await act();
    setTrouble(done.ok ? null : sorry(done.refusal.code));
    await refresh();
    setPending(false);
  };
  const answer = (answered: Answer) =>
    run(async () => {
      if (!paired) return { ok: false, refusal: { code: "not-here" } };
      const by = hand.keyring.person;
      const note = await paired.key.sealNote(
        { what: "answer", by, piece, version },
        encodeAnswer(answered),
      );
      const answerBytes = toBase64Url(note);
      return actOpenly(hand, room, piece, { kind: "answer", version, answer: answerBytes });
    });
  const tell = () => run(() => actOpenly(hand, room, piece, { kind: "tell-opened", version }));

  return (
    <section aria-labelledby="answer" className="mt-10 border-t border-line pt-6 print:hidden">
      <h2 id="answer" className="text-l">
        {t("ifYouWantToAnswer")}
      </h2>
      {(left || paused || !opened.answer) && (
        <p className="mt-1 mb-4 text-s text-ink-soft">
          {left
            ? leftForGood()
            : paused
              ? t("youNeedNotWhileThisRoom")
              : t("youNeedNotNameSeesWhat", { name: theOther(scene.petname) })}
        </p>
      )}
      {opened.answer ? (
        <p role="status" className="mt-2">
          {t(said ? "youAnsweredWith" : "youAnswered", {
            said: said ? ANSWER[said] : "",
            name: theOther(scene.petname),
          })}
        </p>
      ) : (
        <div className="flex flex-wrap gap-2.5 empty:hidden">
          {!paused &&
            choices.map((choice) => (
              <Button key={choice} pending={pending} onClick={() => void answer(choice)}>
                {ANSWER[choice]}
              </Button>
            ))}
        </div>
      )}
      <div className="mt-3 flex flex-wrap gap-2.5">
        <Button look="quiet" onClick={onWriteBack}>
          {t("writeBack")}
        </Button>
        {onListen && (
          <Button look="quiet" onClick={onListen.act}>
            {onListen.says}
          </Button>
        )}
        {!paused && !opened.told && !opened.answer && (
          <Button look="quiet" pending={pending} onClick={() => void tell()}>
            {t("tellOtherThatYouOpenedIt", { other })}
          </Button>
        )}
      </div>
      {opened.told && !opened.answer && (
        <p role="status" className="mt-3 text-s">
          {t("youToldOtherThatYouOpened", { other })}
        </p>
      )}
      {trouble && (
        <Notice tone="alarm" live className="mt-4">
          {trouble}
        </Notice>
      )}
    </section>
  );
}
