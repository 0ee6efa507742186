import { EditorContent, useEditor, type Editor } from "@tiptap/react";
import { useCallback, useEffect, useId, useMemo, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type * as Y from "yjs";
import { isNewer, letterDocument, type LetterDocument } from "#client/pieces/letter-document.ts";
import { isWritable } from "#client/pieces/letter-xml.ts";
import { withoutStyles } from "#client/pieces/pasted.ts";
import { Notice } from "#components/notice.tsx";
import { letterExtensions } from "./letter-extensions.ts";
import { LetterMirror } from "./letter-mirror.tsx";
import type { LetterEditorProps } from "./letter-editor.tsx";
import { LetterToolbar } from "./letter-toolbar.tsx";
import { letterUndo, type LetterUndo } from "./letter-undo.ts";
import { TitleField } from "./title-field.tsx";

/** The part of the letter editor that needs a browser, and that only a writer loads. */
export default function LetterSurface({ doc, ...props }: LetterEditorProps) {
  const { t } = useTranslation("editor");
  const letter = useMemo(() => letterDocument(doc), [doc]);
  const undo = useMemo(() => letterUndo(letter), [letter]);
  if (!useWritable(letter)) {
    return (
      <Notice live title={t("youWroteInThisLetterWith")}>
        {t("nothingIsLostLoadThePage")}
      </Notice>
    );
  }
  return <Surface letter={letter} undo={undo} {...props} />;
}

type SurfaceProps = Omit<LetterEditorProps, "doc"> & {
  readonly letter: LetterDocument;
  readonly undo: LetterUndo;
};

/** What stands fast over the letter, in pixels: the page's bar and the toolbar, and acts beneath. */
const UNDER_BARS = { top: 140, right: 0, bottom: 96, left: 0 };

function Surface({
  letter,
  undo,
  label,
  titlePlaceholder = "Title",
  untitled = false,
  placeholder,
  autofocus = false,
  readOnly = false,
  onReady,
}: SurfaceProps) {
  const { t } = useTranslation("editor");
  const field = useId();
  const editor = useEditor(
    {
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      // The content security policy refuses a style element without a nonce: see editor.css.
      injectCSS: false,
      // Never the default "": Tiptap would parse it as HTML, which Trusted Types refuse.
      content: { type: "doc", content: [{ type: "paragraph" }] },
      extensions: letterExtensions(letter, undo),
      editable: !readOnly,
      editorProps: {
        scrollMargin: UNDER_BARS,
        scrollThreshold: UNDER_BARS,
        transformPastedHTML: withoutStyles,
        attributes: {
          id: field,
          class: "letter",
          dir: "auto",
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": label,
          // Asks a well-known extension, which sends text away, to leave this field alone.
          "data-gramm": "false",
        },
      },
      onCreate: () => onReady?.(),
    },
    [letter, undo],
  );
  useEffect(() => {
    editor?.setEditable(!readOnly, false);
  }, [editor, readOnly]);
  useStopBeforeUnknown(letter, editor);
  useCaretAtEnd(editor, autofocus);

  return (
    <div className="letter-editor">
      {!untitled && (
        <TitleField
          text={letter.title}
          undo={undo}
          label={t("title")}
          placeholder={titlePlaceholder}
          readOnly={readOnly}
          onNext={() => editor?.commands.focus("start")}
        />
      )}
      {editor && !readOnly && <LetterToolbar editor={editor} undo={undo} controls={field} />}
      <div className="letter-body" data-placeholder={placeholder}>
        <EditorContent editor={editor} />
      </div>
      {editor && !readOnly && <LetterMirror editor={editor} />}
    </div>
  );
}

/** Whether everything in the letter is known to this editor, from now on. */
function useWritable({ doc, body, meta }: LetterDocument): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const look = (transaction: Y.Transaction) => {
        if (!transaction.local) changed();
      };
      doc.on("afterTransaction", look);
      return () => doc.off("afterTransaction", look);
    },
    [doc],
  );
  return useSyncExternalStore(subscribe, () => isWritable(body) && !isNewer({ meta }));
}

/**
 * Puts the caret at the end, once the letter is on the page. Whoever has gone to the title meanwhile is
 * left there: Tiptap's own autofocus would carry their next words into the letter.
 */
function useCaretAtEnd(editor: Editor | null, wanted: boolean): void {
  useEffect(() => {
    if (!editor || !wanted) return;
    const frame = requestAnimationFrame(() => {
      if (editor.isDestroyed) return;
      const sheet = editor.view.dom.closest(".letter-editor");
      if (sheet?.contains(document.activeElement)) return;
      editor.commands.setTextSelection(editor.state.doc.content.size);
      editor.view.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [editor, wanted]);
}

/**
 * y-tiptap deletes what the editor's schema does not know, as soon as it arrives. So the editor has to
 * be gone before it hears of it; React would be too late.
 */
function useStopBeforeUnknown({ doc, body }: LetterDocument, editor: Editor | null): void {
  useEffect(() => {
    if (!editor) return;
    const look = (transaction: Y.Transaction) => {
      if (!transaction.local && !isWritable(body)) editor.destroy();
    };
    doc.on("beforeObserverCalls", look);
    return () => doc.off("beforeObserverCalls", look);
  }, [doc, body, editor]);
}
