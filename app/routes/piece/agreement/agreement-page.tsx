import { useMemo, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useLines } from "#client/hooks/use-lines.ts";
import { useInRoom } from "#client/hooks/use-room.ts";
import { tellCaret } from "#client/pieces/carets.ts";
import { addLineAgain, hadLinesIn } from "#client/pieces/earlier-together.ts";
import { lineDocument, type LineDocument } from "#client/pieces/line-document.ts";
import { linesUndo } from "#client/pieces/lines-undo.ts";
import type { Scene } from "#client/rooms/scene.ts";
import type { OpenedLine } from "#client/rooms/together.ts";
import { LinesEditor } from "#components/editor/lines-editor.tsx";
import { Notice } from "#components/notice.tsx";
import type { PieceId } from "#domain/ids.ts";
import { RETIRED } from "#domain/pieces/agreement.ts";
import type { Theme } from "#domain/pieces/envelope.ts";
import { hasTemplate } from "#domain/pieces/templates.ts";
import { otherName } from "../../room/words.ts";
import { Saved } from "../saved.tsx";
import { EarlierTogether } from "../together/earlier-together.tsx";
import { HistoryAndPrint, TogetherPage } from "../together/together-page.tsx";
import { useSignedLines } from "../together/use-signed-lines.ts";
import { useWrittenTogether, type OpenTogetherProps } from "../together/use-written-together.ts";
import { AgreementLine } from "./agreement-line.tsx";
import { FirstLines } from "./first-lines.tsx";
import { HeadingLine } from "./heading-line.tsx";
import { PauseByPlan } from "./pause-by-plan.tsx";
import { SignedApart } from "./signed-apart.tsx";
import { TemplateStart } from "./template-start.tsx";

/** The page of an agreement that is open: its lines, and what each has signed of them. */
export function AgreementPage({ view, state, opened }: OpenTogetherProps) {
  const { t } = useTranslation("piece-agreement");
  const { hand, scene } = useInRoom();
  const { keys, snapshot } = opened;
  const { doc, awareness } = snapshot;
  const document = useMemo(() => lineDocument(doc), [doc]);
  const undo = useMemo(() => linesUndo(document), [document]);
  const { lineWords, signed } = useSignedLines(view.piece, state.lines, keys);
  const newer = useSyncExternalStore(document.subscribe, document.isNewer, () => false);
  const kind = "agreement";
  const written = useWrittenTogether({ view, state, kind, opened, document, newer });
  const { readOnly, carets } = written;
  const [trouble, setTrouble] = useState<string | null>(null);
  const theme = themeOf(scene, view.piece);
  const retired = new Set(signed.filter(isRetired).map(({ line }) => line));
  const other = otherName(scene.petname);
  const { paused } = scene.view.pause;

  return (
    <TogetherPage
      view={view}
      state={state}
      kind={kind}
      opened={opened}
      written={written}
      titleText={document.title}
      undo={undo}
      untitled={t("anAgreementWithoutATitle")}
      inPause={t("youCanReadThisNothingCan")}
      status={
        state.is === "closed" ? (
          t("closed")
        ) : (
          <Saved snapshot={snapshot} remembered={hand.keyring.remembered} />
        )
      }
      lead={
        <p className="mt-1.5 max-w-measure text-ink-soft">{t("aLineIsAgreedWhenYou", { other })}</p>
      }
      notices={
        trouble && (
          <Notice tone="alarm" live>
            {trouble}
          </Notice>
        )
      }
    >
      {theme === "pause-plan" && signed.some(isAgreed) && !paused && <PauseByPlan />}
      <div className="mt-5 space-y-5">
        {!readOnly && snapshot.status.status === "live" && (
          <FirstLines piece={view.piece} doc={doc} />
        )}
        {!readOnly &&
          (hasTemplate(theme) ? (
            <TemplateStart document={document} theme={theme} />
          ) : (
            <NothingYet document={document} />
          ))}
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
          actions={<HistoryAndPrint piece={view.piece} />}
        />
        <SignedApart
          piece={view.piece}
          document={document}
          signed={signed}
          lineWords={lineWords}
          readOnly={readOnly}
          onTrouble={setTrouble}
        />
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
    </TogetherPage>
  );
}

/** As long as nothing is written: what a line is. */
function NothingYet({ document }: { document: LineDocument }) {
  const { t } = useTranslation("piece-agreement");
  const { shown } = useLines(document);
  return shown.length === 0 && <p className="max-w-measure">{t("nothingIsWrittenYet")}</p>;
}

/** Both have signed that it counts no more. */
const isRetired = ({ standing }: OpenedLine): boolean => standing?.words === RETIRED;
const isAgreed = ({ standing }: OpenedLine): boolean =>
  standing !== null && standing.words !== RETIRED;

function themeOf({ shared }: Scene, piece: PieceId): Theme {
  const card = shared.find((one) => one.piece === piece);
  return card?.is === "together" ? card.theme : "open";
}
