import type * as Y from "yjs";
import { useSettled } from "#client/hooks/use-settled.ts";
import { letterContentOf, letterDocument } from "#client/pieces/letter-document.ts";
import { swapBody } from "#client/pieces/swap-document.ts";
import { isBlank } from "#domain/pieces/letter.ts";
import type { AnswerContent } from "#domain/pieces/question.ts";

/** Written freely, or by the questions of a swap. */
export type AnswerForm = "free" | "swap";

type Draft = { readonly content: AnswerContent; readonly blank: boolean };

/** What I would put in now, a moment after the last change; `null` before it has been read. */
export const useAnswerDraft = (doc: Y.Doc | null, form: AnswerForm): Draft | null =>
  useSettled(doc, form === "swap" ? readSwap : readFree, form);

const draftOf = (body: AnswerContent["body"]): Draft => ({
  content: { kind: "question", title: "", body },
  blank: isBlank(body),
});

const readSwap = (doc: Y.Doc): Draft => draftOf(swapBody(doc));

function readFree(doc: Y.Doc): Draft | null {
  const now = letterContentOf(letterDocument(doc));
  return now.ok ? draftOf(now.value.body) : null;
}
