import * as Y from "yjs";
import { TYPED, type LineDocument } from "./line-document.ts";

/** Undo of what this person did in this opening, and of nothing else. */
export type Undo = {
  readonly undo: () => void;
  readonly redo: () => void;
  /** What comes next is a step of its own. */
  readonly endStep: () => void;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  /** Calls back when `canUndo` or `canRedo` may have changed. Returns the way to stop. */
  readonly subscribe: (changed: () => void) => () => void;
  readonly destroy: () => void;
};

/** Keys pressed within this time are taken back together. */
const STEP_MS = 500;

/** One undo for the title and all lines of a piece. */
export const linesUndo = ({ title, lines }: LineDocument): Undo => undoOf([title, lines]);

/** Undo for one text that stands alone: the title of a letter. */
export const textUndo = (text: Y.Text): Undo => undoOf([text]);

function undoOf(scope: (Y.Text | Y.Array<Y.Map<unknown>>)[]): Undo {
  const manager = new Y.UndoManager(scope, {
    trackedOrigins: new Set([TYPED]),
    captureTimeout: STEP_MS,
    deleteFilter: isOnlyWords,
  });
  return {
    undo: () => manager.undo(),
    redo: () => manager.redo(),
    endStep: () => manager.stopCapturing(),
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    subscribe(changed) {
      const events = ["stack-item-added", "stack-item-popped", "stack-cleared"] as const;
      for (const event of events) manager.on(event, changed);
      return () => {
        for (const event of events) manager.off(event, changed);
      };
    },
    destroy: () => manager.destroy(),
  };
}

/**
 * Undo deletes what was inserted. It may delete one's own letters and the mark `gone`, never a
 * container or what makes it a line: the other may have words in it.
 */
function isOnlyWords(item: Y.Item): boolean {
  return !(item.content instanceof Y.ContentType) && (item.parentSub ?? "gone") === "gone";
}
