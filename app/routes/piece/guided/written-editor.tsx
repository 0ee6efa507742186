import { useMemo } from "react";
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
  written: { guide, newer, title, body },
}: {
  doc: Y.Doc;
  kind: Said["kind"];
  /** Everything that the server has of it has been read. */
  isRead: boolean;
  written: Written;
}) {
  const document = useMemo(() => guidedDocument(doc), [doc]);
  useMap(document.meta);
  if (newer) {
    return (
      <>
        <Notice live title="You wrote in this with a newer version of this page." className="mb-6">
          Nothing is lost. Load the page again to go on writing.
        </Notice>
        {title && <h1 className="mb-4 text-2xl">{title}</h1>}
        {body && <LetterReader body={body} />}
      </>
    );
  }
  if (guide && wayOf(document) !== "letter") {
    return <GuideEditor doc={doc} guide={guide} body={body} isRead={isRead} />;
  }
  return (
    <>
      <LetterEditor
        doc={doc}
        label={kind === "letter" ? "Your letter" : "Your note"}
        titlePlaceholder="A title, if you like"
        placeholder="Write what you need to say, in your own time."
        autofocus
      />
      {guide && <OwnAnswers doc={doc} guide={guide} />}
    </>
  );
}
