import type * as Y from "yjs";
import type { Guide } from "#domain/pieces/guides.ts";
import { isBlank } from "#domain/pieces/letter.ts";
import { hadText, type HadBoundaries, type HadWritten } from "#domain/pieces/earlier.ts";
import {
  BOUNDARY_TEXTS,
  boundariesDocument,
  type BoundariesDocument,
} from "./boundaries-document.ts";
import { bodyOf, formOf, guidedDocument, wayOf } from "./guided-document.ts";
import { isNewer, reword } from "./letter-document.ts";
import { replaceBody } from "./letter-xml.ts";
import { TYPED } from "./line-document.ts";

/** What a document says that can be brought back later, and the bringing back: a change as any other. */

const ANSWER = "answer ";

/** What running text says now; `null` if it says nothing, or cannot be read by this version. */
export function hadWrittenIn(
  doc: Y.Doc,
  guideOf: (form: string | undefined) => Guide | null,
  wordsOf: (list: string) => readonly string[],
  form: string | undefined,
): HadWritten | null {
  const document = guidedDocument(doc);
  if (isNewer(document)) return null;
  const guide = guideOf(formOf(document) ?? form);
  const body = bodyOf(document, guide, wordsOf);
  if (!body.ok) return null;
  const answers = Object.fromEntries(
    answersIn(doc)
      .map((field): [string, string] => [field, document.text(field).toString()])
      .filter(([, words]) => words !== ""),
  );
  const chosen = [...document.chosen.keys()].filter((key) => document.chosen.get(key) === true);
  const one: HadWritten = {
    is: "written",
    title: document.title.toString(),
    body: body.value,
    asLetter: !guide || wayOf(document) === "letter",
    answers,
    chosen: chosen.sort(),
  };
  const saysNothing = isBlank(one.body) && hadText(one) === "" && one.chosen.length === 0;
  return saysNothing ? null : one;
}

const answersIn = (doc: Y.Doc): readonly string[] =>
  [...doc.share.keys()]
    .filter((name) => name.startsWith(ANSWER))
    .map((name) => name.slice(ANSWER.length))
    .sort();

/**
 * Makes running text say what it said. Once it goes its own way as a letter it stays one: what was
 * answered before that comes back as it read.
 */
export function bringBackWritten(doc: Y.Doc, one: HadWritten, guided: boolean): void {
  const document = guidedDocument(doc);
  doc.transact(() => {
    reword(document.title, one.title);
    const asLetter = !guided || one.asLetter || wayOf(document) === "letter";
    if (asLetter) replaceBody(document.body, one.body);
    if (guided && one.asLetter) document.meta.set("way", "letter");
    if (!guided || (asLetter && !one.asLetter)) return;
    for (const field of new Set([...answersIn(doc), ...Object.keys(one.answers)])) {
      reword(document.text(field), one.answers[field] ?? "");
    }
    for (const key of document.chosen.keys()) {
      if (!one.chosen.includes(key)) document.chosen.delete(key);
    }
    for (const key of one.chosen) {
      if (document.chosen.get(key) !== true) document.chosen.set(key, true);
    }
  }, TYPED);
}

/** What a list says now; `null` if it says nothing, or a newer version wrote it. */
export function hadBoundariesIn(doc: Y.Doc): HadBoundaries | null {
  const document = boundariesDocument(doc);
  if (document.isNewer()) return null;
  const one: HadBoundaries = {
    is: "boundaries",
    lines: document.shown().map(({ id, area, firm, until, review, ...texts }) => ({
      id,
      area,
      statement: texts.statement.toString(),
      welcome: texts.welcome.toString(),
      response: texts.response.toString(),
      firm,
      ...(until !== undefined && { until }),
      ...(review !== undefined && { review }),
    })),
    hidden: [...document.hidden()],
  };
  return hadText(one) === "" ? null : one;
}

/**
 * Makes a list say what it said: its lines, their words and settings, and their order. What has been
 * added since is taken out of the list, from where it can be brought back; whether a line was offered is
 * not touched.
 */
export function bringBackBoundaries(document: BoundariesDocument, one: HadBoundaries): void {
  const { doc } = document;
  const ids = new Map(one.lines.map(({ id }) => [id, id]));
  doc.transact(() => {
    for (const { id } of document.shown()) if (!ids.has(id)) document.takeOut(id);
    for (const { id } of one.lines) document.bringBack(id);
  }, TYPED);
  const back = new Set(document.shown().map(({ id }) => id));
  for (const { id: was, area } of one.lines) {
    // A line that this document does not have: it was made anew from a log that lost it.
    const id = back.has(was) ? was : document.add(area);
    if (id) ids.set(was, id);
  }
  doc.transact(() => {
    const lines = new Map(document.shown().map((line) => [line.id, line]));
    for (const { id: was, ...line } of one.lines) {
      const id = ids.get(was) ?? was;
      const { area, firm, until, review } = line;
      const now = lines.get(id);
      if (!now) continue;
      for (const text of BOUNDARY_TEXTS) reword(now[text], line[text]);
      if (now.area !== area || now.firm !== firm || now.until !== until || now.review !== review) {
        document.set(id, { area, firm, until, review });
      }
    }
    one.lines.forEach(({ id: was }, place) => {
      const id = ids.get(was) ?? was;
      if (lines.has(id) && document.shown()[place]?.id !== id) document.move(id, place);
    });
    const hidden = new Set(document.hidden());
    for (const area of one.hidden) if (!hidden.delete(area)) document.hide(area, true);
    for (const area of hidden) document.hide(area, false);
  }, TYPED);
}
