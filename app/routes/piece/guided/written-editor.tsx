import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import { useMap } from "#client/hooks/use-map.ts";
import { guidedDocument, wayOf, type Said } from "#client/pieces/guided-document.ts";
import { LetterEditor } from "#components/editor/letter-editor.tsx";
import { LetterReader } from "#components/editor/letter-reader.tsx";
import { Notice } from "#components/notice.tsx";
import { GuideEditor, OwnAnswers } from "./guide-editor.tsx";
import type { Written } from "./use-written.ts";

/** Where a piece of running text is written: by the questions of its guide, or freely. */
export function WrittenEditor({
  doc,
  kind,
  isRead,
  written: { guide, newer, title, body, blank },
}: {
  doc: Y.Doc;
  kind: Said["kind"];
  /** Everything that the server has of it has been read. */
  isRead: boolean;
  written: Written;
}) {
  const { t } = useTranslation("piece-guided");
  const document = useMemo(() => guidedDocument(doc), [doc]);
  useMap(document.meta);
  if (newer) {
    return (
      <>
        <Notice live title={t("youWroteInThisWithA")} className="mb-6">
          {t("nothingIsLostLoadThePage")}
        </Notice>
        {title && <h1 className="mb-4 text-2xl">{title}</h1>}
        {body && <LetterReader body={body} />}
      </>
    );
  }
  if (guide && wayOf(document) !== "letter") {
    return <GuideEditor doc={doc} guide={guide} body={blank ? null : body} isRead={isRead} />;
  }
  return (
    <>
      <LetterEditor
        doc={doc}
        label={kind === "letter" ? t("yourLetter") : t("yourNote")}
        titlePlaceholder={t("aTitleIfYouLike")}
        placeholder={t("writeWhatYouNeedToSay")}
        autofocus
      />
      {guide && <OwnAnswers doc={doc} guide={guide} />}
    </>
  );
}
