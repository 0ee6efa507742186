import * as Y from "yjs";
import { TYPED, type LineDocument } from "./line-document.ts";
import { STEP_MS, undoOf, type Undo } from "./undo.ts";

/** One undo for the title and all lines of a piece. */
export const linesUndo = ({ title, lines }: LineDocument): Undo =>
  undoOf(
    new Y.UndoManager([title, lines], {
      trackedOrigins: new Set([TYPED]),
      captureTimeout: STEP_MS,
      deleteFilter: isOnlyWords,
    }),
  );

/**
 * Undo deletes what was inserted. It may delete one's own letters and the mark `gone`, never a
 * container or what makes it a line: the other may have words in it.
 */
function isOnlyWords(item: Y.Item): boolean {
  return !(item.content instanceof Y.ContentType) && (item.parentSub ?? "gone") === "gone";
}
