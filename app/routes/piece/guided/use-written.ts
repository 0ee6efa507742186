import type * as Y from "yjs";
import { useSettled } from "#client/hooks/use-settled.ts";
import {
  bodyOf,
  formOf,
  guidedDocument,
  hasWindow,
  wayOf,
  writtenContentOf,
  type Said,
  type Unofferable,
  type Way,
} from "#client/pieces/guided-document.ts";
import { isNewer } from "#client/pieces/letter-document.ts";
import { isBlank, type LetterBody } from "#domain/pieces/letter.ts";
import type { WrittenContent } from "#domain/pieces/forgiveness.ts";
import type { Guide } from "#domain/pieces/guides.ts";
import { guideOf, wordsOf } from "../../room/guides.ts";

/** A piece of running text as it stands: what its writer sees of it, and what of that can cross. */
export type Written = {
  /** `null` for what is written freely. */
  readonly guide: Guide | null;
  readonly way: Way;
  readonly title: string;
  readonly body: LetterBody | null;
  readonly blank: boolean;
  readonly window: boolean;
  /** What would cross if it were offered now. */
  readonly content: WrittenContent | null;
  readonly refused: Unofferable | null;
  /** A newer version of this page wrote it: it can be looked at, and not written in. */
  readonly newer: boolean;
};

/** What is written now, a moment after the last change; `null` before it has been read. */
export const useWritten = (doc: Y.Doc | null, said: Said): Written | null =>
  useSettled(doc, (now) => readWritten(now, said), JSON.stringify(said));

function readWritten(doc: Y.Doc, said: Said): Written {
  const document = guidedDocument(doc);
  const form = formOf(document) ?? said.form;
  const guide = guideOf(form);
  const body = bodyOf(document, guide, wordsOf);
  const content = writtenContentOf(document, guide, wordsOf, said);
  return {
    guide,
    way: guide ? wayOf(document) : "letter",
    title: document.title.toString(),
    body: body.ok ? body.value : null,
    blank: !body.ok || isBlank(body.value),
    window: hasWindow(document),
    content: content.ok ? content.value : null,
    refused: content.ok ? null : content.refusal.code,
    newer: isNewer(document) || (form !== undefined && !guide),
  };
}
