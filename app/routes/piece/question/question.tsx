import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { Notice } from "#components/notice.tsx";
import type { PairedView } from "#domain/piece-view.ts";
import { cardOf, noWords } from "../../room/decks.ts";
import { AnswerQuestion } from "./answer-question.tsx";
import { BothAnswers } from "./both-answers.tsx";
import { BothSides } from "./both-sides.tsx";
import { MarkLines } from "./mark-lines.tsx";
import { QuestionPage } from "./question-page.tsx";

/** A question for two: answered each alone, opened together; or lines to mark, in rounds. */
export function Question({ view }: { view: PairedView }) {
  const { t } = useTranslation("piece-question");
  const { scene } = useInRoom();
  const shown = [...scene.door, ...scene.shared].find(
    (one) => one.is === "question" && one.piece === view.piece,
  );
  const card = cardOf(shown?.is === "question" ? shown.card : null);
  if (!card) {
    return (
      <QuestionPage view={view} title={noWords()}>
        <Notice>{t("itMayBeOfANewer2")}</Notice>
      </QuestionPage>
    );
  }
  if (card.is === "list") return <MarkLines view={view} list={card} />;
  const { state } = view;
  return state.is === "opened" ? (
    card.is === "swap" ? (
      <BothSides view={view} card={card} state={state} />
    ) : (
      <BothAnswers view={view} card={card} state={state} />
    )
  ) : (
    <AnswerQuestion view={view} card={card} mine={state.mine} />
  );
}
