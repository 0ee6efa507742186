import { defaultDeleteFilter, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { LetterDocument } from "#client/pieces/letter-document.ts";
import { TYPED } from "#client/pieces/line-document.ts";
import { STEP_MS, undoOf, type Undo } from "#client/pieces/undo.ts";

export type LetterUndo = Undo & { readonly manager: Y.UndoManager };

/** Undo never deletes these while there are words in them, which another device may have written. */
const PROTECTED = new Set(["paragraph", "heading"]);

/** y-tiptap destroys the manager of any editor that goes: this one ends with its document. */
class LetterUndoManager extends Y.UndoManager {
  override destroy(): void {}
}

const kept = new WeakMap<Y.Doc, LetterUndo>();

/**
 * The one undo for the title and the body of this opening. It outlives the editor: who reads a letter
 * through and comes back can still take back what they did before.
 */
export function letterUndo({ doc, title, body }: LetterDocument): LetterUndo {
  const known = kept.get(doc);
  if (known) return known;
  const manager = new LetterUndoManager([title, body], {
    trackedOrigins: new Set<unknown>([TYPED, ySyncPluginKey]),
    captureTimeout: STEP_MS,
    deleteFilter: (item: Y.Item) => defaultDeleteFilter(item, PROTECTED),
    captureTransaction: (transaction: Y.Transaction) =>
      transaction.meta.get("addToHistory") !== false,
  });
  const undo = { ...undoOf(manager), manager };
  kept.set(doc, undo);
  return undo;
}
