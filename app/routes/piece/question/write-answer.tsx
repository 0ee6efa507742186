import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOwnPiece } from "#client/hooks/use-own-piece.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { Button } from "#components/button.tsx";
import type { Asked } from "#domain/pieces/decks.ts";
import type { PairedView, WrittenView } from "#domain/piece-view.ts";
import { leftForGood } from "../../room/words.ts";
import { Saved } from "../saved.tsx";
import { AnswerField } from "./answer-field.tsx";
import { PutInAnswer } from "./put-in-answer.tsx";
import { Door, QuestionPage } from "./question-page.tsx";
import { SwapFields } from "./swap-fields.tsx";
import { useAnswerDraft } from "./use-answer-draft.ts";

type WriteAnswerProps = {
  readonly view: PairedView;
  readonly card: Asked;
  /** The piece of my own in which I write. */
  readonly draft: WrittenView;
};

/** My answer, to be written alone: it is a piece of my own until I put it in. */
export function WriteAnswer({ view, card, draft }: WriteAnswerProps) {
  const { t } = useTranslation("piece-question");
  const { hand, scene, paired } = useInRoom();
  const [putting, setPutting] = useState(false);
  const own = useOwnPiece(draft);
  const snapshot = own.opened?.snapshot ?? null;
  const form = card.is === "swap" ? "swap" : "free";
  const written = useAnswerDraft(snapshot?.ready ? snapshot.doc : null, form);
  const { paused, left } = scene.view.pause;
  const blank = written?.blank ?? true;

  if (putting && written && paired) {
    return (
      <PutInAnswer
        view={view}
        card={card}
        content={written.content}
        onBack={() => setPutting(false)}
      />
    );
  }
  return (
    <>
      <QuestionPage
        view={view}
        title={card.words}
        lead={<Door card={card} />}
        status={<Saved snapshot={snapshot} remembered={hand.keyring.remembered} />}
      >
        <AnswerField own={own} blank={blank}>
          {form === "swap" && ((doc) => <SwapFields doc={doc} sides={["crosses"]} />)}
        </AnswerField>
      </QuestionPage>
      <footer className="sticky bottom-0 z-10 flex flex-wrap items-center gap-2.5 border-t border-line bg-paper px-4 py-3 sm:px-8 wide:px-16 print:hidden">
        <Button
          look="primary"
          className="max-sm:flex-1"
          disabled={!paired || paused || blank}
          onClick={() => setPutting(true)}
        >
          {t("putItIn")}
        </Button>
        <p className="text-s text-ink-soft max-sm:w-full">{written && note(left !== null)}</p>
      </footer>
    </>
  );

  function note(hasLeft: boolean): string {
    if (hasLeft) return leftForGood();
    if (paused) return t("itCanBePutInWhen");
    return blank ? t("nothingIsWrittenYet") : t("beforeItIsInYouSee");
  }
}
