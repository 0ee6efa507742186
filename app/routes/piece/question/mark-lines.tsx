import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { isOver } from "#client/rooms/paired.ts";
import { Notice } from "#components/notice.tsx";
import { theOther } from "../../room/words.ts";
import { AskForRound, RoundAsked } from "./ask-for-round.tsx";
import { LIST_WORDS } from "./list-words.ts";
import type { MarkProps } from "./marking.tsx";
import { QuestionPage } from "./question-page.tsx";
import { Results } from "./results.tsx";
import { MarksAreIn, RunningRound } from "./running-round.tsx";

/** Lines that each marks alone, in rounds: only what both marked is ever shown, to both at once. */
export function MarkLines({ view, list }: MarkProps) {
  const { t } = useTranslation("piece-question");
  const { scene } = useInRoom();
  // What is new comes first: the round that goes on, or what came of the one that is over.
  const isOverNow = view.round?.is === "over";
  return (
    <QuestionPage
      view={view}
      title={list.words}
      lead={t(LIST_WORDS[list.form].lead, { other: theOther(scene.petname) })}
    >
      <div className="max-w-measure space-y-8">
        {isOverNow ? (
          <>
            <Results view={view} list={list} />
            <Round view={view} list={list} />
          </>
        ) : (
          <>
            <Round view={view} list={list} />
            <Results view={view} list={list} />
          </>
        )}
      </div>
    </QuestionPage>
  );
}

function Round({ view, list }: MarkProps): ReactNode {
  const { t } = useTranslation("piece-question");
  const { round } = view;
  if (!round || round.is === "over") return <AskForRound view={view} list={list} />;
  if (!isOver(list, round)) {
    return <Notice title={t("thisRoundIsOverOtherLines")}>{t("itMayBeOfANewer")}</Notice>;
  }
  if (round.is === "asked") return <RoundAsked view={view} list={list} round={round} />;
  return round.submitted ? (
    <MarksAreIn round={round} />
  ) : (
    <RunningRound key={round.round} view={view} list={list} round={round} />
  );
}
