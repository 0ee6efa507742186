import type * as Y from "yjs";
import type { LetterBody } from "#domain/pieces/letter.ts";
import { guideBody } from "#domain/pieces/guides.ts";
import { SWAP } from "#domain/pieces/swap.ts";
import { guidedDocument } from "./guided-document.ts";

/** What would cross of a swap as it stands: what is guessed, and what it was like; never what stays. */
export function swapBody(doc: Y.Doc): LetterBody {
  const { text } = guidedDocument(doc);
  return guideBody(SWAP, "all", { text: (id) => text(id).toString(), chosen: () => [] });
}
