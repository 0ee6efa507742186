import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { useAnswer } from "#client/hooks/use-version.ts";
import type { Signer } from "#client/rooms/signed.ts";
import { meIn, otherIn } from "#client/rooms/versions.ts";
import { Button } from "#components/button.tsx";
import { Who } from "#components/dot.tsx";
import { LetterReader } from "#components/editor/letter-reader.tsx";
import { Notice } from "#components/notice.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import type { PieceId } from "#domain/ids.ts";
import type { Question } from "#domain/pieces/decks.ts";
import type { PairedState, PairedView, PutInView } from "#domain/piece-view.ts";
import { sorry, theOther } from "../../room/words.ts";
import { QuestionPage } from "./question-page.tsx";
import { SaidToMine, SayToTheirs } from "./said.tsx";

/** Both answers, side by side where there is room. */
export function BothAnswers({
  view,
  card,
  state,
}: {
  view: PairedView;
  card: Question;
  state: Extract<PairedState, { is: "opened" }>;
}) {
  const { t } = useTranslation("piece-question");
  const { hand, room, scene, paired } = useInRoom();
  return (
    <QuestionPage view={view} title={card.words} lead={t("bothOfYouPutAnAnswer")}>
      <div className="grid gap-x-12 gap-y-10 wide:grid-cols-2">
        <AnswerOf
          name={t("you")}
          person="one"
          piece={view.piece}
          put={state.mine}
          by={meIn(hand.keyring, room)}
        >
          <SaidToMine piece={view.piece} put={state.mine} />
        </AnswerOf>
        <AnswerOf
          name={theOther(scene.petname)}
          person="two"
          piece={view.piece}
          put={state.theirs}
          by={paired && otherIn(paired)}
        >
          <SayToTheirs piece={view.piece} put={state.theirs} />
        </AnswerOf>
      </div>
    </QuestionPage>
  );
}

function AnswerOf({
  name,
  person,
  piece,
  put,
  by,
  children,
}: {
  name: string;
  person: "one" | "two";
  piece: PieceId;
  put: PutInView;
  by: Signer | null;
  /** What is said to it. */
  children: ReactNode;
}) {
  const { t } = useTranslation("piece-question");
  const { hand } = useInRoom();
  const [attempt, setAttempt] = useState(0);
  const state = useAnswer(hand, piece, put, by, attempt);
  return (
    <article className="min-w-0 border-t border-line pt-4">
      <h2 className="mb-4 font-sans text-m font-medium">
        <Who person={person}>{name}</Who>
      </h2>
      {state.is === "opening" && <SkeletonText label={t("openingTheAnswer")} />}
      {state.is === "open" && (
        <>
          <LetterReader body={state.content.body} />
          {children}
        </>
      )}
      {state.is === "refused" && (
        <Notice
          tone="alarm"
          live
          title={t("thisAnswerCouldNotBeOpened")}
          actions={<Button onClick={() => setAttempt(attempt + 1)}>{t("tryAgain")}</Button>}
        >
          {sorry(state.code)}
        </Notice>
      )}
    </article>
  );
}
