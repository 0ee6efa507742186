import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { useAnswer } from "#client/hooks/use-version.ts";
import { beginAnswer, draftOf, takeOut } from "#client/rooms/paired.ts";
import { meIn } from "#client/rooms/versions.ts";
import { Button } from "#components/button.tsx";
import { LetterReader } from "#components/editor/letter-reader.tsx";
import { Notice } from "#components/notice.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import type { PieceId } from "#domain/ids.ts";
import type { Asked } from "#domain/pieces/decks.ts";
import { SWAP } from "#domain/pieces/swap.ts";
import type { PairedView, PutInView, WrittenView } from "#domain/piece-view.ts";
import { otherName, sorry, theOther } from "../../room/words.ts";
import { Door, QuestionPage } from "./question-page.tsx";
import { WriteAnswer } from "./write-answer.tsx";
import { known } from "#domain/newer.ts";

type AnswerProps = { readonly view: PairedView; readonly card: Asked };

/** My side of a question while the answers are closed: not begun, being written, or in. */
export function AnswerQuestion({ view, card, mine }: AnswerProps & { mine: PutInView | null }) {
  const { hand, scene } = useInRoom();
  const written = new Map<PieceId, WrittenView>();
  for (const one of scene.view.pieces) {
    if (one.mode === "own" && one.role === "author") written.set(one.piece, one);
  }
  const index = hand.keyring.index.current();
  const draft = written.get(draftOf(index, view, (piece) => written.has(piece)) ?? view.piece);
  if (mine) return <MyAnswerIsIn view={view} card={card} mine={mine} />;
  if (draft) return <WriteAnswer key={draft.piece} view={view} card={card} draft={draft} />;
  return <NotBegun view={view} card={card} unseen={known(index.pieces[view.piece])?.draft} />;
}

function NotBegun({ view, card, unseen }: AnswerProps & { unseen: PieceId | undefined }) {
  const { t } = useTranslation("piece-question");
  const { hand, scene, paired, refresh } = useInRoom();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const begin = async () => {
    if (pending || !paired) return;
    setPending(true);
    const begun = await beginAnswer(hand, paired, view.piece, {
      title: card.words,
      ...(card.is === "swap" && { form: SWAP.id }),
      unseen,
    });
    if (!begun.ok) setTrouble(sorry(begun.refusal.code));
    await refresh();
    setPending(false);
  };
  return (
    <QuestionPage view={view} title={card.words} lead={<Door card={card} />}>
      <Button look="primary" pending={pending} onClick={() => void begin()}>
        {pending ? t("beginning") : t("writeMyAnswer")}
      </Button>
      <p className="mt-3 max-w-measure text-s text-ink-soft">
        {t("youNeedNotNameCannotTell", { name: theOther(scene.petname) })}
      </p>
      {trouble && (
        <Notice tone="alarm" live className="mt-4">
          {trouble}
        </Notice>
      )}
    </QuestionPage>
  );
}

function MyAnswerIsIn({ view, card, mine }: AnswerProps & { mine: PutInView }) {
  const { t } = useTranslation("piece-question");
  const { hand, room, scene, paired, refresh } = useInRoom();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const state = useAnswer(hand, view.piece, mine, meIn(hand.keyring, room));
  const takeItOut = async () => {
    if (pending || !paired) return;
    setPending(true);
    const done = await takeOut(hand, paired, view.piece, mine.version);
    setTrouble(done.ok ? null : sorry(done.refusal.code));
    await refresh();
    setPending(false);
  };
  return (
    <QuestionPage view={view} title={card.words}>
      <Notice
        live
        className="mb-6"
        title={t("yourAnswerIsIn")}
        actions={
          <Button pending={pending} onClick={() => void takeItOut()}>
            {pending ? t("takingItOut") : t("takeItOut")}
          </Button>
        }
      >
        <p>{t("itOpensAtTheMomentAt", { name: otherName(scene.petname) })}</p>
        {trouble && <p role="alert">{trouble}</p>}
      </Notice>
      {state.is === "opening" && <SkeletonText label={t("openingYourAnswer")} />}
      {state.is === "open" && <LetterReader body={state.content.body} />}
      {state.is === "refused" && (
        <Notice tone="alarm" live>
          {sorry(state.code)}
        </Notice>
      )}
    </QuestionPage>
  );
}
