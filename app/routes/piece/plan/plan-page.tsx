import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCarets } from "#client/hooks/use-carets.ts";
import { usePlan } from "#client/hooks/use-plan.ts";
import { usePresence } from "#client/hooks/use-presence.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import type { TogetherOpened } from "#client/hooks/use-together-piece.ts";
import { useText } from "#client/hooks/use-text.ts";
import { useTitleNote } from "#client/hooks/use-title-note.ts";
import { tellCaret } from "#client/pieces/carets.ts";
import { addCommitmentAgain, hadCommitmentsIn } from "#client/pieces/earlier-together.ts";
import { planDocument, planUndo } from "#client/pieces/plan-document.ts";
import { commitmentsIn } from "#client/rooms/commitments.ts";
import { today } from "#client/rooms/day.ts";
import { lineWordsFrom, type Signers } from "#client/rooms/together.ts";
import { meIn, otherIn } from "#client/rooms/versions.ts";
import { Bar } from "#components/bar.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { Chip } from "#components/chip.tsx";
import { Who } from "#components/dot.tsx";
import { TitleField } from "#components/editor/title-field.tsx";
import { UndoButtons } from "#components/editor/undo-buttons.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { Switch } from "#components/switch.tsx";
import type { TogetherState, TogetherView } from "#domain/rooms.ts";
import { KIND, otherName, theOther } from "../../room/words.ts";
import { CloseForBoth } from "../agreement/close-for-both.tsx";
import { Reopen } from "../agreement/reopen.tsx";
import { useSignedLines } from "../agreement/use-signed-lines.ts";
import { EarlierTogether } from "../earlier-together.tsx";
import { PieceNotices } from "../piece-notices.tsx";
import { Saved } from "../saved.tsx";
import { CheckIns } from "./check-ins.tsx";
import { useMyMarks } from "./my-marks.tsx";
import { PersonsPart, type Writing } from "./persons-part.tsx";
import { PlanPicture } from "./plan-picture.tsx";
import { TakenAway } from "./taken-away.tsx";
import { useTheirMarks } from "./use-their-marks.ts";
import "./plan.css";

type Props = {
  readonly view: TogetherView;
  readonly state: Extract<TogetherState, { is: "open" | "closed" }>;
  readonly opened: Extract<TogetherOpened, { is: "open" }>;
};

const anybody = () => true;

/** The page of a plan that is open: each one's commitments, marks, check-ins and the picture. */
export function PlanPage({ view, state, opened: { keys, piece, snapshot } }: Props) {
  const { t } = useTranslation("piece-plan");
  const { hand, room, scene, paired } = useInRoom();
  const { doc, awareness } = snapshot;
  const document = useMemo(() => planDocument(doc), [doc]);
  const undo = useMemo(() => planUndo(document), [document]);
  const lineWords = useMemo(() => lineWordsFrom(view.piece, keys.keys), [view.piece, keys]);
  const lines = useSignedLines(view.piece, state.lines, lineWords);
  const signers = useMemo(
    (): Signers | null => paired && { me: meIn(hand.keyring, room), other: otherIn(paired) },
    [hand, room, paired],
  );
  const standing = useMemo(() => (signers ? commitmentsIn(lines, signers) : []), [lines, signers]);
  const { shown, gone, newer } = usePlan(document);
  const presence = usePresence(view.piece, piece);
  const carets = useCarets(presence.both ? awareness : null, document, anybody);
  const mine = useMyMarks();
  const theirs = useTheirMarks(view.piece, standing);
  const [trouble, setTrouble] = useState<string | null>(null);
  const title = useText(document.title);
  const { paused, left } = scene.view.pause;
  const readOnly = state.is === "closed" || paused || newer;
  const other = otherName(scene.petname);
  const { remembered } = hand.keyring;
  const marking = mine.opened?.snapshot ?? null;
  const unsaved = marking && !marking.saved ? marking : snapshot;

  useTitleNote(hand.keyring, room, view.piece, "plan", title);

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
    caretsIn: (text) => ({
      carets: carets
        .filter((caret) => caret.in === text)
        .map(({ index }) => ({ name: other, index })),
      onCaret: (index) => tellCaret(awareness, index === null ? null : { text, index }),
    }),
    today: today(),
    onTrouble: setTrouble,
  };
  return (
    <>
      <Bar
        back={{ to: `/room/${room}#shared`, label: t("room") }}
        status={
          <>
            <span className="max-sm:hidden">
              <Chip>{KIND.plan}</Chip>
            </span>
            <Saved
              snapshot={mine.waits ? { ...unsaved, saved: false } : unsaved}
              remembered={remembered}
            />
          </>
        }
        actions={
          state.is === "open" &&
          !paused && (
            <>
              <Switch
                side="before"
                label={presence.on ? t("presenceOn") : t("presenceOff")}
                checked={presence.on}
                onChange={(event) => presence.set(event.currentTarget.checked)}
              />
              <CloseForBoth piece={view.piece} />
            </>
          )
        }
      />
      <Page>
        {presence.both && (
          <p role="status" className="mb-3">
            <Who person="two">{t("nameIsHereToo", { name: theOther(scene.petname) })}</Who>
          </p>
        )}
        {readOnly ? (
          <h1 className="text-2xl sm:text-3xl">{title || t("aPlanWithoutATitle")}</h1>
        ) : (
          <>
            <h1 className="sr-only">{title || t("aPlanWithoutATitle")}</h1>
            <TitleField
              text={document.title}
              undo={undo}
              label={t("title")}
              placeholder={t("aTitle")}
              {...writing.caretsIn(document.title)}
            />
          </>
        )}
        <p className="mt-1.5 max-w-measure text-ink-soft print:hidden">
          {t("whatEachOfYouSaysThat", { other })}
        </p>
        <div className="mt-5 space-y-3 empty:hidden">
          {newer && (
            <Notice title={t("thisPlanWasWrittenWithA")}>{t("youCanReadItToWrite")}</Notice>
          )}
          {paused && (
            <Notice title={left ? t("youLeftThisRoom") : t("thisRoomIsPaused")}>
              {left ? t("youCanReadThisNothingCan") : t("youCanReadThisAndMark")}
            </Notice>
          )}
          {state.is === "closed" && !paused && <Reopen view={view} state={state} />}
          <PieceNotices piece={piece} snapshot={snapshot} remembered={remembered} />
          {mine.opened && <PieceNotices {...mine.opened} remembered={remembered} />}
          {(trouble ?? mine.trouble) && (
            <Notice tone="alarm" live>
              {trouble ?? mine.trouble}
            </Notice>
          )}
        </div>
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
          <ButtonLink look="quiet" to={`/room/${room}/record?piece=${view.piece}`}>
            {t("history")}
          </ButtonLink>
          <Button look="quiet" onClick={() => print()}>
            {t("print")}
          </Button>
        </div>
      </Page>
    </>
  );
}
