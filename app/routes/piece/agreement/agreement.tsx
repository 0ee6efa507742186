import { useMemo, useState, useSyncExternalStore, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCarets } from "#client/hooks/use-carets.ts";
import { useOpenPiece } from "#client/hooks/use-open-piece.ts";
import { useTogetherKeys, type PieceKeys } from "#client/hooks/use-piece-keys.ts";
import { usePresence } from "#client/hooks/use-presence.ts";
import { useFirstLine, useFirstLines } from "#client/hooks/use-first-line.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { useTab } from "#client/hooks/use-tab.ts";
import { useText } from "#client/hooks/use-text.ts";
import { useTitleNote } from "#client/hooks/use-title-note.ts";
import { tellCaret } from "#client/pieces/carets.ts";
import { addLineAgain, hadLinesIn } from "#client/pieces/earlier-together.ts";
import { lineDocument, type LineDocument } from "#client/pieces/line-document.ts";
import { linesUndo } from "#client/pieces/lines-undo.ts";
import type { Scene } from "#client/rooms/scene.ts";
import { lineWordsFrom, type OpenedLine } from "#client/rooms/together.ts";
import type { OpenPiece, PieceSnapshot } from "#client/sync/open-piece.ts";
import { Bar } from "#components/bar.tsx";
import { Button, ButtonLink } from "#components/button.tsx";
import { Chip } from "#components/chip.tsx";
import { Who } from "#components/dot.tsx";
import { LinesEditor } from "#components/editor/lines-editor.tsx";
import { TitleField } from "#components/editor/title-field.tsx";
import { Notice } from "#components/notice.tsx";
import { Page } from "#components/page.tsx";
import { SkeletonText } from "#components/skeleton.tsx";
import { Switch } from "#components/switch.tsx";
import type { PieceId } from "#domain/ids.ts";
import { RETIRED } from "#domain/pieces/agreement.ts";
import type { Theme } from "#domain/pieces/envelope.ts";
import { hasTemplate } from "#domain/pieces/templates.ts";
import type { TogetherState, TogetherView } from "#domain/rooms.ts";
import { DoubtNotice } from "../../room/doubt-notice.tsx";
import { KIND, theOther, otherName } from "../../room/words.ts";
import { AgreementLine } from "./agreement-line.tsx";
import { CloseForBoth } from "./close-for-both.tsx";
import { HeadingLine } from "./heading-line.tsx";
import { PauseByPlan } from "./pause-by-plan.tsx";
import { EarlierTogether } from "../earlier-together.tsx";
import { PieceNotices } from "../piece-notices.tsx";
import { Reopen } from "./reopen.tsx";
import { Saved } from "../saved.tsx";
import { SignedApart } from "./signed-apart.tsx";
import { TemplateStart } from "./template-start.tsx";
import { useSignedLines } from "./use-signed-lines.ts";

type Written = Extract<TogetherState, { is: "open" | "closed" }>;

/** An agreement: both write in it at once, and a line counts once both have signed its words. */
export function Agreement({ view, state }: { view: TogetherView; state: Written }) {
  const { t } = useTranslation("piece-agreement");
  const { hand, paired, doubts } = useInRoom();
  const { device, locks } = useTab();
  const { piece } = view;
  const keys = useTogetherKeys(paired, piece, state.keys);
  const open = keys.is === "open" ? keys.keys : null;
  const { epoch } = state;
  const readOnly = state.is === "closed" || doubts.pieces.has(piece);
  const options = useMemo(() => {
    if (!open) return null;
    const { api, keyring } = hand;
    const { person } = keyring;
    const { cipher } = open;
    const mode = "together" as const;
    return { api, piece, person, mode, cipher, epoch, readOnly, device, locks };
  }, [open, hand, piece, epoch, readOnly, device, locks]);
  const opened = useOpenPiece(options);

  if (keys.is === "refused") {
    return (
      <Opening view={view}>
        <Notice tone="alarm" live title={t("thisAgreementDoesNotOpenWith")}>
          {t("nothingWasChangedAskTheOther")}
        </Notice>
      </Opening>
    );
  }
  if (!open || !opened?.snapshot.ready) {
    return (
      <Opening view={view}>
        <SkeletonText label={t("openingTheAgreement")} />
      </Opening>
    );
  }
  return (
    <OpenAgreement
      key={opened.snapshot.generation}
      view={view}
      state={state}
      keys={open}
      piece={opened.piece}
      snapshot={opened.snapshot}
    />
  );
}

function Opening({ view, children }: { view: TogetherView; children: ReactNode }) {
  const { t } = useTranslation("piece-agreement");
  const { room } = useInRoom();
  const place = view.state.is === "closed" || view.state.is === "open" ? "shared" : "door";
  return (
    <>
      <Bar
        back={{ to: `/room/${room}#${place}`, label: t("room") }}
        status={<Chip>{KIND.agreement}</Chip>}
      />
      <Page>{children}</Page>
    </>
  );
}

type OpenProps = {
  readonly view: TogetherView;
  readonly state: Written;
  readonly keys: PieceKeys;
  readonly piece: OpenPiece;
  readonly snapshot: PieceSnapshot;
};

const anybody = () => true;

function OpenAgreement({ view, state, keys, piece, snapshot }: OpenProps) {
  const { t } = useTranslation("piece-agreement");
  const { hand, room, scene, doubts } = useInRoom();
  const { doc, awareness } = snapshot;
  const document = useMemo(() => lineDocument(doc), [doc]);
  const undo = useMemo(() => linesUndo(document), [document]);
  const lineWords = useMemo(() => lineWordsFrom(view.piece, keys.keys), [view.piece, keys]);
  const signed = useSignedLines(view.piece, state.lines, lineWords);
  const presence = usePresence(view.piece, piece);
  const carets = useCarets(presence.both ? awareness : null, document, anybody);
  const [trouble, setTrouble] = useState<string | null>(null);
  const title = useText(document.title);
  const { paused, left } = scene.view.pause;
  // Of a piece in doubt only what was signed is shown: it may be closed, or not opened by both.
  const newer = useNewer(document);
  const readOnly = state.is === "closed" || paused || newer || doubts.pieces.has(view.piece);
  const theme = themeOf(scene, view.piece);
  const retired = new Set(signed.filter(isRetired).map(({ line }) => line));
  const other = otherName(scene.petname);

  useTitleNote(hand.keyring, room, view.piece, "agreement", title);
  const ready = !readOnly && snapshot.status.status === "live" ? doc : null;
  useFirstLine(view.piece, ready);
  useFirstLines(view.piece, ready);

  return (
    <>
      <Bar
        back={{ to: `/room/${room}#shared`, label: t("room") }}
        status={
          <>
            <span className="max-sm:hidden">
              <Chip>{KIND.agreement}</Chip>
            </span>
            {state.is === "closed" ? (
              t("closed")
            ) : (
              <Saved snapshot={snapshot} remembered={hand.keyring.remembered} />
            )}
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
          <h1 className="text-2xl sm:text-3xl">{title || t("anAgreementWithoutATitle")}</h1>
        ) : (
          <>
            <h1 className="sr-only">{title || t("anAgreementWithoutATitle")}</h1>
            <TitleField
              text={document.title}
              undo={undo}
              label={t("title")}
              placeholder={t("aTitle")}
              carets={carets
                .filter((caret) => caret.in === document.title)
                .map(({ index }) => ({ name: other, index }))}
              onCaret={(index) =>
                tellCaret(awareness, index === null ? null : { text: document.title, index })
              }
            />
          </>
        )}
        <p className="mt-1.5 max-w-measure text-ink-soft">{t("aLineIsAgreedWhenYou", { other })}</p>
        <div className="mt-5 space-y-3 empty:hidden">
          <DoubtNotice piece={view.piece} />
          {paused && (
            <Notice title={left ? t("youLeftThisRoom") : t("thisRoomIsPaused")}>
              {left ? t("youCanReadThisNothingCan") : t("youCanReadThisNothingCan2")}
            </Notice>
          )}
          {newer && (
            <Notice live title={t("thisWasWrittenInWithA")}>
              {t("nothingIsLostLoadThePage")}
            </Notice>
          )}
          {state.is === "closed" && !paused && <Reopen view={view} state={state} />}
          <PieceNotices piece={piece} snapshot={snapshot} remembered={hand.keyring.remembered} />
          {trouble && (
            <Notice tone="alarm" live>
              {trouble}
            </Notice>
          )}
        </div>
        {theme === "pause-plan" && signed.some(isAgreed) && !paused && <PauseByPlan />}
        <div className="mt-5 space-y-5">
          {!readOnly && hasTemplate(theme) && <TemplateStart document={document} theme={theme} />}
          <LinesEditor
            document={document}
            undo={undo}
            label={t("linesOfTheAgreement")}
            readOnly={readOnly}
            carets={carets}
            otherName={other}
            onCaret={(at) => tellCaret(awareness, at && { text: at.line.text, index: at.index })}
            headings
            leaveOut={(line) => retired.has(line.id)}
            renderLine={(line, field, order) =>
              line.heading ? (
                <HeadingLine
                  line={line}
                  field={field}
                  order={order}
                  readOnly={readOnly}
                  onTakeOut={() => document.retire(line.id)}
                />
              ) : (
                <AgreementLine
                  piece={view.piece}
                  document={document}
                  line={line}
                  field={field}
                  order={order}
                  signed={signed.find((one) => one.line === line.id) ?? null}
                  lineWords={lineWords}
                  readOnly={readOnly}
                  saved={snapshot.saved}
                  onTrouble={setTrouble}
                />
              )
            }
            actions={
              <>
                <ButtonLink look="quiet" to={`/room/${room}/record?piece=${view.piece}`}>
                  {t("history")}
                </ButtonLink>
                <Button look="quiet" onClick={() => print()}>
                  {t("print")}
                </Button>
              </>
            }
          />
          <SignedApart document={document} signed={signed} readOnly={readOnly} />
          <EarlierTogether
            piece={view.piece}
            doc={doc}
            cipher={keys.cipher}
            epoch={state.epoch}
            undo={undo}
            readOnly={readOnly}
            read={hadLinesIn}
            add={(part) => addLineAgain(document, part)}
          />
        </div>
      </Page>
    </>
  );
}

/** Both have signed that it counts no more. */
const isRetired = ({ standing }: OpenedLine): boolean => standing?.words === RETIRED;
const isAgreed = ({ standing }: OpenedLine): boolean =>
  standing !== null && standing.words !== RETIRED;

function themeOf({ shared }: Scene, piece: PieceId): Theme {
  const card = shared.find((one) => one.piece === piece);
  return card?.is === "together" ? card.theme : "open";
}

/** Whether a newer version of this page has written in it. */
const useNewer = (document: LineDocument): boolean =>
  useSyncExternalStore(document.subscribe, document.isNewer, () => false);
