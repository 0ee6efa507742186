import * as Y from "yjs";
import { TYPED, type LineDocument } from "./line-document.ts";
import { STEP_MS, undoOf, type Undo } from "./undo.ts";

const kept = new WeakMap<Y.Doc, Undo>();

/** The one undo for the title and all lines of this opening; it ends with the document. */
export function linesUndo({ doc, title, lines }: LineDocument): Undo {
  const undo =
    kept.get(doc) ??
    undoOf(
      new Y.UndoManager([title, lines], {
        trackedOrigins: new Set([TYPED]),
        captureTimeout: STEP_MS,
        deleteFilter: isOnlyWords,
      }),
    );
  kept.set(doc, undo);
  return undo;
}

const MARKS: ReadonlySet<string> = new Set(["gone", "at", "review"]);

/**
 * Undo deletes what was inserted. It may delete one's own letters and marks, never a container or what
 * makes it a line: the other may have words in it.
 */
function isOnlyWords(item: Y.Item): boolean {
  const isMark = item.parentSub === null || MARKS.has(item.parentSub);
  return !(item.content instanceof Y.ContentType) && isMark;
}
