import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePlan } from "#client/hooks/use-plan.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { addCommitmentAgain, hadCommitmentsIn } from "#client/pieces/earlier-together.ts";
import { planDocument, planUndo } from "#client/pieces/plan-document.ts";
import { commitmentsIn } from "#client/rooms/commitments.ts";
import { today } from "#client/rooms/day.ts";
import type { Signers } from "#client/rooms/together.ts";
import { meIn, otherIn } from "#client/rooms/versions.ts";
import { UndoButtons } from "#components/editor/undo-buttons.tsx";
import { Notice } from "#components/notice.tsx";
import { otherName } from "../../room/words.ts";
import { PieceNotices } from "../piece-notices.tsx";
import { Saved } from "../saved.tsx";
import { EarlierTogether } from "../together/earlier-together.tsx";
import { HistoryAndPrint, TogetherPage } from "../together/together-page.tsx";
import { useSignedLines } from "../together/use-signed-lines.ts";
import { useWrittenTogether, type OpenTogetherProps } from "../together/use-written-together.ts";
import { CheckIns } from "./check-ins.tsx";
import { useMyMarks } from "./my-marks.tsx";
import { PersonsPart, type Writing } from "./persons-part.tsx";
import { PlanPicture } from "./plan-picture.tsx";
import { TakenAway } from "./taken-away.tsx";
import { useTheirMarks } from "./use-their-marks.ts";
import "./plan.css";

/** The page of a plan that is open: each one's commitments, marks, check-ins and the picture. */
export function PlanPage({ view, state, opened }: OpenTogetherProps) {
  const { t } = useTranslation("piece-plan");
  const { hand, room, scene, paired } = useInRoom();
  const { keys, snapshot } = opened;
  const { doc } = snapshot;
  const document = useMemo(() => planDocument(doc), [doc]);
  const undo = useMemo(() => planUndo(document), [document]);
  const { lineWords, signed: lines } = useSignedLines(view.piece, state.lines, keys);
  const signers = useMemo(
    (): Signers | null => paired && { me: meIn(hand.keyring, room), other: otherIn(paired) },
    [hand, room, paired],
  );
  const standing = useMemo(() => (signers ? commitmentsIn(lines, signers) : []), [lines, signers]);
  const { shown, gone, newer } = usePlan(document);
  const kind = "plan";
  const written = useWrittenTogether({ view, state, kind, opened, document, newer });
  const { readOnly, caretsIn } = written;
  const mine = useMyMarks();
  const theirs = useTheirMarks(view.piece, standing);
  const [trouble, setTrouble] = useState<string | null>(null);
  const other = otherName(scene.petname);
  const { remembered } = hand.keyring;
  const marking = mine.opened?.snapshot ?? null;
  const unsaved = marking && !marking.saved ? marking : snapshot;

  const writing: Writing = {
    view,
    document,
    undo,
    shown,
    standing,
    lines,
    signers,
    lineWords,
    readOnly,
    saved: snapshot.saved,
    caretsIn,
    today: today(),
    onTrouble: setTrouble,
  };
  return (
    <TogetherPage
      view={view}
      state={state}
      kind={kind}
      opened={opened}
      written={written}
      titleText={document.title}
      undo={undo}
      untitled={t("aPlanWithoutATitle")}
      inPause={t("youCanReadThisAndMark")}
      status={
        <Saved
          snapshot={mine.waits ? { ...unsaved, saved: false } : unsaved}
          remembered={remembered}
        />
      }
      lead={
        <p className="mt-1.5 max-w-measure text-ink-soft print:hidden">
          {t("whatEachOfYouSaysThat", { other })}
        </p>
      }
      notices={
        <>
          {mine.opened && <PieceNotices {...mine.opened} remembered={remembered} />}
          {(trouble ?? mine.trouble) && (
            <Notice tone="alarm" live>
              {trouble ?? mine.trouble}
            </Notice>
          )}
        </>
      }
    >
      <div className="mt-8 space-y-12">
        <PersonsPart person="one" {...writing} />
        <PersonsPart person="two" {...writing} />
        {standing.length > 0 && (
          <>
            <CheckIns plan={view.piece} standing={standing} readOnly={readOnly} />
            <PlanPicture standing={standing} mine={mine.marks} theirs={theirs} />
          </>
        )}
        <TakenAway document={document} gone={gone} standing={standing} readOnly={readOnly} />
        <EarlierTogether
          piece={view.piece}
          doc={doc}
          cipher={keys.cipher}
          epoch={state.epoch}
          undo={undo}
          readOnly={readOnly}
          read={hadCommitmentsIn}
          add={(part) => addCommitmentAgain(document, part, today())}
        />
      </div>
      <div className="plan-acts">
        {!readOnly && <UndoButtons undo={undo} />}
        <HistoryAndPrint piece={view.piece} />
      </div>
    </TogetherPage>
  );
}
