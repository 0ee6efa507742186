import { useNavigate } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { interfaceWords } from "#app/language/languages.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { useVersion } from "#client/hooks/use-version.ts";
import { sayDay } from "#client/rooms/day.ts";
import { beginPiece, note } from "#client/rooms/own-pieces.ts";
import { otherIn } from "#client/rooms/versions.ts";
import { Bar } from "#components/bar.tsx";
import { ButtonLink } from "#components/button.tsx";
import { Chip } from "#components/chip.tsx";
import { Who } from "#components/dot.tsx";
import { Changes } from "#components/editor/changes.tsx";
import { LetterReader } from "#components/editor/letter-reader.tsx";
import { Notice } from "#components/notice.tsx";
import { Page, PageTitle } from "#components/page.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { Switch } from "#components/switch.tsx";
import { DID_I_HEAR_YOU, HEARD_OR_NEARLY, QUESTIONS } from "#domain/pieces/forms.ts";
import type { WrittenContent } from "#domain/pieces/forgiveness.ts";
import { LOOP } from "#domain/pieces/loop.ts";
import { answersOf } from "#domain/pieces/kinds.ts";
import type { OpenedView, ReceivedView } from "#domain/piece-view.ts";
import { DoubtNotice } from "../../room/doubt-notice.tsx";
import { guideOf } from "../../room/guides.ts";
import { KIND, theOther, otherName } from "../../room/words.ts";
import { AmendsMade } from "../forgiveness/amends-made.tsx";
import { AnswerLetter } from "./answer-letter.tsx";
import { AboutQuestions, AskQuestions } from "./question-window.tsx";
import { SaysBesides } from "./says-besides.tsx";
import { LoopDrawing } from "../guided/loop-drawing.tsx";
import { KeepCopy } from "../keep-copy.tsx";
import { NotOpened } from "../not-opened.tsx";

/** A letter that I opened. */
export function ReadLetter({ view, opened }: { view: ReceivedView; opened: OpenedView }) {
  const { t } = useTranslation("piece-letter");
  const { hand, room, scene, paired } = useInRoom();
  const navigate = useNavigate();
  const [attempt, setAttempt] = useState(0);
  const [comparing, setComparing] = useState(false);
  const { piece } = view;
  const gone = opened.takenBack !== null;
  const by = paired && otherIn(paired);
  const offered = (one: OpenedView) =>
    by && { by, key: paired.key, envelope: one.envelope, statement: one.statement };
  const state = useVersion(
    hand,
    piece,
    gone || !by ? null : opened.version,
    offered(opened),
    attempt,
  );
  const earlier = view.opened.at(-2);
  const comparable = earlier && !earlier.takenBack ? earlier : null;
  const before = useVersion(
    hand,
    piece,
    comparing && comparable && by ? comparable.version : null,
    comparable && offered(comparable),
  );

  const content = state.is === "open" ? state.content : null;
  useEffect(() => {
    if (!content || gone) return;
    const { kind, title, form, replyTo } = content;
    const said = { ...(form && { form }), ...(replyTo && { replyTo }) };
    void note(hand.keyring, piece, { kind, title, room, openedVersion: opened.version, ...said });
  }, [content, gone, hand, piece, room, opened.version]);

  const card = scene.shared.find((one) => one.is === "opened" && one.piece === piece);
  const kind = content?.kind ?? (card?.is === "opened" ? card.kind : "letter");
  const other = theOther(scene.petname);
  const loop = content?.form === LOOP ? guideOf(LOOP) : null;
  const bar = (
    <Bar
      back={{ to: `/room/${room}#shared`, label: t("room") }}
      status={
        <span className="max-sm:hidden">
          <Chip>{KIND[kind]}</Chip>
        </span>
      }
      actions={
        <>
          <ButtonLink look="quiet" to={`/room/${room}/record?piece=${piece}`}>
            {t("history")}
          </ButtonLink>
          {content && !gone && <KeepCopy content={content} />}
        </>
      }
    />
  );
  if (gone && opened.takenBack) {
    return (
      <>
        {bar}
        <Page>
          <PageTitle
            over={<Who person="two">{t("otherOfferedThis", { other })}</Who>}
            lead={t("otherTookItBackOnDay", { other, day: sayDay(opened.takenBack.on) })}
          >
            {t("takenBack")}
          </PageTitle>
          <ButtonLink to={`/room/${room}`}>{t("backToTheRoom")}</ButtonLink>
        </Page>
      </>
    );
  }
  const writeBack = (form?: string) =>
    void beginPiece(hand, room, "letter", { replyTo: piece, ...(form && { form }) }).then(
      (begun) => {
        if (begun.ok) navigate(`/room/${room}/${begun.value}`);
      },
    );
  return (
    <>
      {bar}
      <Page>
        <PageTitle
          over={
            <Who person="two">{t("otherWroteOfferedDay", { other, day: sayDay(opened.on) })}</Who>
          }
        >
          {content?.title || KIND[kind]}
        </PageTitle>
        <DoubtNotice piece={piece} className="mb-6" />
        {view.door && (
          <Notice
            className="mb-6"
            title={t("otherHasOfferedANewVersion", { other })}
            actions={
              <ButtonLink to={`/room/${room}/${piece}?door`}>{t("lookAtTheEnvelope")}</ButtonLink>
            }
          >
            {t("thisOneStaysAsItIs")}
          </Notice>
        )}
        {state.is === "opening" && <SkeletonText label={t("openingIt")} />}
        {state.is === "refused" && (
          <NotOpened
            code={state.code}
            title={t("thisCouldNotBeOpened")}
            onAgain={() => setAttempt(attempt + 1)}
          />
        )}
        {content && (
          <>
            {comparable && (
              <Switch
                className="mb-4"
                label={t("showWhatChangedSinceTheOne")}
                checked={comparing}
                onChange={(event) => setComparing(event.currentTarget.checked)}
              />
            )}
            {comparing && before.is === "open" ? (
              <Changes before={before.content} after={content} />
            ) : (
              <LetterReader body={content.body} />
            )}
            {loop && <LoopDrawing body={content.body} guide={loop} />}
            <SaysBesides content={content} mine={false} />
            {content.form === QUESTIONS && <AboutQuestions letter={content.replyTo} />}
            {content.kind === "letter" && content.window && <AskQuestions letter={piece} />}
            <AnswerLetter
              piece={piece}
              opened={opened}
              choices={content.form === QUESTIONS ? [] : answersOf(content.kind)}
              onWriteBack={() => writeBack()}
              onListen={listening(content, writeBack)}
            />
            {content.kind === "forgiveness" && <AmendsMade piece={piece} />}
            <p className="mt-8 max-w-measure text-s text-ink-soft print:hidden">
              {t(opened.answer || opened.told ? "nameSeesThatYouOpened" : "nameIsNotToldThatYou", {
                name: otherName(scene.petname),
              })}
            </p>
          </>
        )}
      </Page>
    </>
  );
}

/** Saying back what one heard, and saying whether it is so: each a letter that answers the one before. */
function listening({ kind, form }: WrittenContent, writeBack: (form: string) => void) {
  const t = interfaceWords("piece-letter");
  if (kind !== "letter" || form === QUESTIONS || form === HEARD_OR_NEARLY) return null;
  return form === DID_I_HEAR_YOU
    ? { says: t("sayYesOrNearly"), act: () => writeBack(HEARD_OR_NEARLY) }
    : { says: t("sayWhatYouHeard"), act: () => writeBack(DID_I_HEAR_YOU) };
}
