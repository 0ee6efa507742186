import * as Y from "yjs";
import type { PieceId } from "#domain/ids.ts";
import { forgivenessContent, type WrittenContent } from "#domain/pieces/forgiveness.ts";
import { formName, isOfferedOnce, MAX_QUESTIONS, mayBeOffered } from "#domain/pieces/forms.ts";
import {
  guideBody,
  MAX_ANSWER,
  type Answers,
  type Guide,
  type Shape,
} from "#domain/pieces/guides.ts";
import { letterContent, MAX_TITLE, questionsIn, type LetterBody } from "#domain/pieces/letter.ts";
import { normaliseWords } from "#domain/pieces/words.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import { FORMAT, letterDocument, type LetterDocument } from "./letter-document.ts";
import { readBody, writeBody, type UnreadableBody } from "./letter-xml.ts";
import { TYPED } from "./line-document.ts";
import { STEP_MS, undoOf, type Undo } from "./undo.ts";

/**
 * The document of a piece that is written with a guide: a letter's, and beside it the answers. Each
 * answer is a root of its own, so that two devices that begin the same one, each offline, both keep
 * their words; what is chosen from a list is a key in `chosen`. `meta` says which guide and how it is
 * written in, and where one was last.
 */

/** One question at a time, all on a page, in three lines, or, for good, as a letter. */
export type Way = "steps" | "page" | "short" | "letter";
const WAYS: readonly unknown[] = ["steps", "page", "short", "letter"] satisfies Way[];

export type GuidedDocument = LetterDocument & {
  readonly chosen: Y.Map<unknown>;
  readonly text: (field: string) => Y.Text;
};

/** Writes nothing by itself: looking at a piece is not a change of it. */
export const guidedDocument = (doc: Y.Doc): GuidedDocument => ({
  ...letterDocument(doc),
  chosen: doc.getMap("chosen"),
  text: (field) => doc.getText(`answer ${field}`),
});

/** The guide's name, if the piece was begun with one. */
export function formOf({ meta }: Pick<GuidedDocument, "meta">): string | undefined {
  const form = formName.safeParse(meta.get("form"));
  return form.success ? form.data : undefined;
}

export function wayOf({ meta }: Pick<GuidedDocument, "meta">): Way {
  const way = meta.get("way");
  return WAYS.includes(way) ? (way as Way) : "steps";
}

export const shapeOf = (document: Pick<GuidedDocument, "meta">): Shape =>
  wayOf(document) === "short" ? "short" : "all";

/** The field at which one was last, when it was one at a time. */
export function placeOf({ meta }: Pick<GuidedDocument, "meta">): string | null {
  const at = meta.get("at");
  return typeof at === "string" ? at : null;
}

/** Whether its writer opens a window for questions with it. */
export const hasWindow = ({ meta }: Pick<GuidedDocument, "meta">): boolean =>
  meta.get("window") === true;

/** Says which guide it is written with: once, when it is begun. */
export function beginGuided({ doc, meta }: GuidedDocument, form: string): void {
  if (meta.has("form")) return;
  doc.transact(() => {
    meta.set("format", FORMAT);
    meta.set("form", form);
  });
}

export type Setting =
  { readonly way: Exclude<Way, "letter"> } | { readonly at: string } | { readonly window: boolean };

/** Keeps how one writes, for the next time and the next device. */
export function setGuided({ doc, meta }: GuidedDocument, setting: Setting): void {
  doc.transact(() => {
    for (const [name, value] of Object.entries(setting)) {
      if (meta.get(name) !== value) meta.set(name, value);
    }
  });
}

const chosenKey = (field: string, word: string) => `${field} ${word}`;

/** What is chosen of a field, in the order of the list; what the list has no more comes last. */
export function chosenIn(
  { chosen }: Pick<GuidedDocument, "chosen">,
  field: string,
  list: readonly string[] = [],
): readonly string[] {
  const start = chosenKey(field, "");
  const words = [...chosen.keys()]
    .filter((key) => key.startsWith(start) && chosen.get(key) === true)
    .map((key) => key.slice(start.length));
  const known = list.filter((word) => words.includes(word));
  return [...known, ...words.filter((word) => !known.includes(word)).sort()];
}

/** Chooses a word of a list, or takes it back; with `alone`, it is the only one. */
export function choose(
  { doc, chosen }: GuidedDocument,
  field: string,
  word: string,
  { on = true, alone = false } = {},
): void {
  doc.transact(() => {
    if (alone) {
      for (const other of chosenIn({ chosen }, field)) {
        if (other !== word) chosen.delete(chosenKey(field, other));
      }
    }
    if (on) chosen.set(chosenKey(field, word), true);
    else chosen.delete(chosenKey(field, word));
  }, TYPED);
}

/** Puts words at the end of an answer, on a line of their own if there is one already. */
export function addToAnswer({ doc, text }: GuidedDocument, field: string, words: string): void {
  const answer = text(field);
  const before = answer.toString();
  const gap = before === "" || /\s$/.test(before) ? "" : "\n";
  if (before.length + gap.length + words.length >= MAX_ANSWER) return;
  doc.transact(() => answer.insert(answer.length, `${gap}${words} `), TYPED);
}

type WordsOf = (list: string) => readonly string[];

const answersOf = (document: GuidedDocument, { fields }: Guide, wordsOf: WordsOf): Answers => ({
  text: (id) => document.text(id).toString(),
  chosen: (id) => {
    const one = fields.find((field) => field.id === id);
    return chosenIn(document, id, one?.type === "words" ? wordsOf(one.list) : []);
  },
});

/** What stands in it now as running text: made of the answers, or what it has been edited to since. */
export function bodyOf(
  document: GuidedDocument,
  guide: Guide | null,
  wordsOf: WordsOf,
): Result<LetterBody, UnreadableBody> {
  if (!guide || wayOf(document) === "letter") return readBody(document.body);
  return ok(guideBody(guide, shapeOf(document), answersOf(document, guide, wordsOf)));
}

/**
 * From now on it is written as a letter: the answers become its body, which can be edited freely. The
 * answers stay beside it, with what is locked, for their writer alone.
 */
export function goOnAsLetter(document: GuidedDocument, guide: Guide, wordsOf: WordsOf): void {
  if (wayOf(document) === "letter") return;
  const body = guideBody(guide, shapeOf(document), answersOf(document, guide, wordsOf));
  document.doc.transact(() => {
    writeBody(document.body, body);
    document.meta.set("way", "letter" satisfies Way);
  });
}

export type Unofferable = UnreadableBody | "never-offered" | "too-many-questions";

/** What its writer's index says of a piece, as far as it crosses. */
export type Said = {
  readonly kind: WrittenContent["kind"];
  readonly form?: string | undefined;
  readonly replyTo?: PieceId | undefined;
};

/**
 * What would cross if it were offered as it stands. Both the document and its writer's index say in
 * which form it is written: one of them is enough to keep it from ever crossing.
 */
export function writtenContentOf(
  document: GuidedDocument,
  guide: Guide | null,
  wordsOf: WordsOf,
  { kind, form: noted, replyTo }: Said,
): Result<WrittenContent, Unofferable> {
  const form = formOf(document) ?? noted;
  if (!mayBeOffered(form) || !mayBeOffered(noted)) return refuse("never-offered");
  const title = normaliseWords(document.title.toString());
  const body = bodyOf(document, guide, wordsOf);
  if (!body.ok) return body;
  if (title.length > MAX_TITLE) return refuse("too-long");
  if (isOfferedOnce(form) && questionsIn(body.value) > MAX_QUESTIONS) {
    return refuse("too-many-questions");
  }
  const said = { ...(form && { form }), ...(replyTo && { replyTo }), title, body: body.value };
  const read =
    kind === "forgiveness"
      ? forgivenessContent.safeParse({ kind, ...said })
      : letterContent.safeParse({ kind, ...(hasWindow(document) && { window: true }), ...said });
  return read.success ? ok(read.data) : refuse("too-long");
}

const kept = new WeakMap<Y.Doc, Undo>();

/** The one undo for the answers of this opening; it ends with the document. */
export function guidedUndo(document: GuidedDocument, { fields, short }: Guide): Undo {
  const ids = new Set([...fields, ...(short ?? [])].map(({ id }) => id));
  const undo =
    kept.get(document.doc) ??
    undoOf(
      new Y.UndoManager([document.title, document.chosen, ...[...ids].map(document.text)], {
        trackedOrigins: new Set([TYPED]),
        captureTimeout: STEP_MS,
      }),
    );
  kept.set(document.doc, undo);
  return undo;
}
