import * as Y from "yjs";
import { TYPED } from "./line-document.ts";
import { rebase, smallestEdit, type Edit, type TextDelta } from "./smallest-edit.ts";

export type TextareaBinding = {
  /** Where the caret is now, and `null` once the field has lost it. In UTF-16 units. */
  readonly onCaret?: (index: number | null) => void;
  /** Line feeds stay. Otherwise each becomes a space: the text is one line. */
  readonly manyLines?: boolean;
};

type Selection = readonly [start: Y.RelativePosition, end: Y.RelativePosition];

/**
 * Keeps a textarea and a text the same, both ways. While a word is being composed by an input method,
 * what arrives waits until it is done. Returns the way to stop.
 */
export function bindTextarea(
  text: Y.Text,
  element: HTMLTextAreaElement,
  { onCaret, manyLines = false }: TextareaBinding = {},
): () => void {
  const doc = docOf(text);
  /** What the element held when it was last the same as the text. */
  let base = "";
  /** What happened to the text since, while a composition keeps it from being shown. */
  let waiting: TextDelta[] = [];
  let composing = false;
  let writing = false;
  let selection: Selection | null = null;

  const isFocused = () => element.ownerDocument.activeElement === element;
  const place = (index: number) => Y.createRelativePositionFromTypeIndex(text, index, -1);
  const index = (position: Y.RelativePosition) =>
    Y.createAbsolutePositionFromRelativePosition(position, doc)?.index ?? 0;

  const remember = () => {
    if (!isFocused()) return;
    selection = [place(element.selectionStart), place(element.selectionEnd)];
    onCaret?.(element.selectionEnd);
  };

  const show = () => {
    waiting = [];
    base = text.toString();
    if (element.value === base) return;
    element.value = base;
    if (isFocused() && selection) {
      element.setSelectionRange(index(selection[0]), index(selection[1]));
    }
  };

  const write = () => {
    const typed = manyLines ? element.value : element.value.replace(/[\r\n]+/g, " ");
    const edit = smallestEdit(base, typed, element.selectionEnd);
    if (edit) {
      const edits = rebase(edit, base.length, waiting);
      writing = true;
      try {
        doc.transact(() => {
          dropEmbeds(text);
          edits.forEach((each) => apply(text, each));
        }, TYPED);
      } finally {
        writing = false;
      }
      const end = place((edits.at(-1)?.at ?? 0) + edit.insert.length);
      selection = [end, end];
    }
    show();
    remember();
  };

  const listeners = {
    input: () => {
      if (!composing) write();
    },
    compositionstart: () => {
      composing = true;
    },
    compositionend: () => {
      composing = false;
      write();
    },
    blur: () => onCaret?.(null),
    focus: remember,
  };
  const onText = (event: Y.YTextEvent) => {
    if (composing) waiting.push(event.delta);
    else if (!writing) show();
  };

  text.observe(onText);
  for (const [type, listener] of Object.entries(listeners)) {
    element.addEventListener(type, listener);
  }
  element.ownerDocument.addEventListener("selectionchange", remember);
  show();
  return () => {
    text.unobserve(onText);
    for (const [type, listener] of Object.entries(listeners)) {
      element.removeEventListener(type, listener);
    }
    element.ownerDocument.removeEventListener("selectionchange", remember);
  };
}

/** Things that are not words count in positions and show nowhere: only a forged document has any. */
function dropEmbeds(text: Y.Text): void {
  if (text.length === text.toString().length) return;
  let at = 0;
  for (const { insert } of text.toDelta() as TextDelta) {
    if (typeof insert === "string") at += insert.length;
    else text.delete(at, 1);
  }
}

function apply(text: Y.Text, { at, remove, insert }: Edit): void {
  if (remove > 0) text.delete(at, remove);
  if (insert !== "") text.insert(at, insert);
}

function docOf(text: Y.Text): Y.Doc {
  if (!text.doc) throw new Error("the text is in no document");
  return text.doc;
}
