import type * as Y from "yjs";

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
};

/** Keys pressed within this time are taken back together. */
export const STEP_MS = 500;

/** The face of a Yjs undo manager, which ends with its document. */
export function undoOf(manager: Y.UndoManager): Undo {
  return {
    undo: () => void manager.undo(),
    redo: () => void manager.redo(),
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
  };
}
