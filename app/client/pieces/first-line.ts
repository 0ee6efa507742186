import type * as Y from "yjs";
import type { LineId } from "#domain/ids.ts";
import { TYPED, lineDocument } from "./line-document.ts";

/**
 * Writes the first line of an agreement, under an id that was chosen when it was proposed: if two
 * devices write it at once, it shows once. Does nothing if it is there already.
 */
export function writeFirstLine(doc: Y.Doc, as: LineId, words: string): void {
  const document = lineDocument(doc, () => as);
  const isThere = [...document.shown(), ...document.retired()].some(({ id }) => id === as);
  if (isThere || document.add() === null) return;
  const line = document.shown().find(({ id }) => id === as);
  doc.transact(() => line?.text.insert(0, words), TYPED);
}
