import type * as Y from "yjs";
import type { WrittenContent } from "#domain/pieces/forgiveness.ts";
import type { AnswerContent } from "#domain/pieces/question.ts";
import { fillLetter, letterContentOf, letterDocument } from "./letter-document.ts";

/** What a written piece says of itself besides its kind, as it stands in `meta` of its clean copy. */
const SAID = ["form", "replyTo", "window"] as const;

/** Adds the content to an empty document; always in this order, so that equal content is equal bytes. */
export function fillWritten(doc: Y.Doc, content: WrittenContent | AnswerContent): void {
  const letter = letterDocument(doc);
  const said: Readonly<Record<string, unknown>> = content;
  doc.transact(() => {
    for (const name of SAID) {
      if (said[name] !== undefined) letter.meta.set(name, said[name]);
    }
    fillLetter(letter, content);
  });
}

/** What such a copy says, still to be checked against the schema; `null` for what no letter holds. */
export function readWritten(doc: Y.Doc): unknown {
  const letter = letterDocument(doc);
  const content = letterContentOf(letter);
  if (!content.ok) return null;
  const { meta } = letter;
  const said = SAID.flatMap((name) => (meta.has(name) ? [[name, meta.get(name)] as const] : []));
  return { ...content.value, kind: meta.get("kind"), ...Object.fromEntries(said) };
}
