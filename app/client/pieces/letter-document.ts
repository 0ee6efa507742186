import type * as Y from "yjs";
import { MAX_TITLE, type LetterContent, type RunningText } from "#domain/pieces/letter.ts";
import { normaliseWords } from "#domain/pieces/words.ts";
import { refuse, type Result } from "#domain/result.ts";
import { TYPED } from "./line-document.ts";
import { smallestEdit } from "./smallest-edit.ts";
import { readBody, writeBody, type UnreadableBody } from "./letter-xml.ts";

/**
 * The document of a letter: `title` (Y.Text), `body` (Y.XmlFragment, in the shape that Tiptap writes)
 * and `meta` (Y.Map, empty unless a guide keeps something in it: see guided-document.ts).
 */
export type LetterDocument = {
  readonly doc: Y.Doc;
  readonly title: Y.Text;
  readonly body: Y.XmlFragment;
  readonly meta: Y.Map<unknown>;
};

/** How the document is written, if it says so; a newer one is not this client's to write in. */
export const FORMAT = 1;

/** Whether a newer version of this app wrote it: then it can be looked at, and not written in. */
export function isNewer({ meta }: Pick<LetterDocument, "meta">): boolean {
  const format = meta.get("format");
  return format !== undefined && format !== FORMAT;
}

/** Writes nothing by itself: looking at a piece is not a change of it. */
export const letterDocument = (doc: Y.Doc): LetterDocument => ({
  doc,
  title: doc.getText("title"),
  body: doc.getXmlFragment("body"),
  meta: doc.getMap("meta"),
});

/**
 * What would cross if the letter were offered as it stands: through the allow-list, without anything
 * that was typed and deleted. `too-long` for a title or a body past what a letter may hold.
 */
export function letterContentOf(letter: LetterDocument): Result<LetterContent, UnreadableBody> {
  const title = normaliseWords(letter.title.toString());
  if (title.length > MAX_TITLE) return refuse("too-long");
  const body = readBody(letter.body);
  return body.ok ? { ok: true, value: { kind: "letter", title, body: body.value } } : body;
}

/** Makes a text say these words, by the smallest change. */
export function reword(text: Y.Text, words: string): void {
  const edit = smallestEdit(text.toString(), words, words.length);
  if (!edit) return;
  if (edit.remove > 0) text.delete(edit.at, edit.remove);
  if (edit.insert !== "") text.insert(edit.at, edit.insert);
}

/** Gives it another title; undo takes that back where it is open. */
export const retitle = ({ doc, title }: LetterDocument, words: string): void =>
  doc.transact(() => reword(title, words), TYPED);

/** Adds this content to what is there, in one step. */
export function fillLetter(letter: LetterDocument, { title, body }: RunningText): void {
  letter.doc.transact(() => {
    if (title !== "") letter.title.insert(letter.title.length, title);
    writeBody(letter.body, body);
  });
}
