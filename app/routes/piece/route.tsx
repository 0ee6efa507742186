import { useParams, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useInRoom } from "#client/hooks/use-room.ts";
import { Bar } from "#components/bar.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { DoubtNotice } from "../room/doubt-notice.tsx";
import { NewerPiece } from "../room/newer.tsx";
import { Agreement } from "./agreement/agreement.tsx";
import { Boundaries } from "./boundaries/boundaries.tsx";
import { GateForProposal } from "./gate-for-proposal.tsx";
import { GateForVersion } from "./gate-for-version.tsx";
import { CheckInAtPlan } from "./plan/check-in-at-plan.tsx";
import { MarksAlone } from "./plan/marks-alone.tsx";
import { Plan } from "./plan/plan.tsx";
import { AnswerAlone } from "./question/answer-alone.tsx";
import { Question } from "./question/question.tsx";
import { ReadLetter } from "./letter/read-letter.tsx";
import { WriteLetter } from "./letter/write-letter.tsx";
import { known } from "#domain/newer.ts";

/**
 * One piece, whatever it is: the address must not tell the server of which kind. What is shown follows
 * from what this person may see of it.
 */
export default function Piece() {
  const { piece } = useParams();
  const [search] = useSearchParams();
  const { hand, scene } = useInRoom();
  const view = scene.view.pieces.find((candidate) => candidate.piece === piece);
  if (!view) return <NotHere />;
  const toOpen = view.mode === "own" && view.role === "reader" && view.door && search.has("door");
  const newer = [...scene.mine, ...scene.door, ...scene.shared].find(
    (one) => one.is === "newer" && one.piece === piece,
  );
  if (newer?.is === "newer" && !toOpen) return <NewerPiece card={newer} />;
  if (view.mode === "together") {
    const { state } = view;
    if (state.is === "offered") return <GateForProposal key={view.piece} view={view} />;
    if (state.is === "proposed") return <NotYet />;
    const card = scene.shared.find((one) => one.piece === view.piece);
    const kind = card?.is === "together" ? card.kind : null;
    if (kind === null) return <UnknownKind />;
    const Together = kind === "plan" ? Plan : Agreement;
    return <Together key={`${view.piece} ${state.is} ${state.epoch}`} view={view} state={state} />;
  }
  const checkIn = scene.checkIns.find((one) => one.piece === view.piece);
  if (checkIn) return <CheckInAtPlan card={checkIn} />;
  if (view.mode === "paired") return <Question key={view.piece} view={view} />;
  if (view.role === "author") {
    const entry = known(hand.keyring.index.current().pieces[view.piece]);
    if (entry?.marksOf) return <MarksAlone plan={entry.marksOf} />;
    if (entry?.kind === "boundaries") return <Boundaries key="boundaries" view={view} />;
    return entry?.kind === "question" ? (
      <AnswerAlone key={view.piece} view={view} entry={entry} />
    ) : (
      <WriteLetter key={view.piece} view={view} />
    );
  }
  const atTheDoor = view.door && (search.has("door") || view.opened.length === 0);
  if (atTheDoor && view.door) {
    return <GateForVersion key={view.door.version} view={view} door={view.door} />;
  }
  const opened = view.opened.at(-1);
  if (!opened) return <NotHere />;
  const card = scene.shared.find((one) => one.is === "opened" && one.piece === view.piece);
  if (card?.is === "opened" && card.kind === "boundaries") {
    return <Boundaries key="boundaries" view={view} />;
  }
  return <ReadLetter key={opened.version} view={view} opened={opened} />;
}

function NotHere() {
  const { t } = useTranslation("piece");
  const { room } = useInRoom();
  return (
    <>
      <Bar back={{ to: `/room/${room}`, label: t("room") }} />
      <Page>
        <PageTitle lead={t("itMayHaveBeenTakenBack")}>{t("thereIsNothingHere")}</PageTitle>
        <DoubtNotice className="mb-6" />
        <ButtonLink to={`/room/${room}`}>{t("backToTheRoom")}</ButtonLink>
      </Page>
    </>
  );
}

function UnknownKind() {
  const { t } = useTranslation("piece");
  const { room } = useInRoom();
  return (
    <>
      <Bar back={{ to: `/room/${room}#shared`, label: t("room") }} />
      <Page>
        <PageTitle lead={t("nothingWasChangedAndNothingIs")}>{t("thisDoesNotOpenHere")}</PageTitle>
        <DoubtNotice className="mb-6" />
        <ButtonLink to={`/room/${room}#shared`}>{t("backToTheRoom")}</ButtonLink>
      </Page>
    </>
  );
}

function NotYet() {
  const { t } = useTranslation("piece");
  const { room } = useInRoom();
  return (
    <>
      <Bar back={{ to: `/room/${room}#door`, label: t("room") }} />
      <Page>
        <PageTitle lead={t("youCanWriteItTogetherWhen")}>{t("thisIsStillAtTheDoor")}</PageTitle>
        <ButtonLink to={`/room/${room}#door`}>{t("backToTheRoom")}</ButtonLink>
      </Page>
    </>
  );
}
