import type * as Y from "yjs";
import type { Content } from "#domain/own-data.ts";
import type { Guide, Shape } from "#domain/pieces/guides.ts";
import type { PieceKind } from "#domain/pieces/kinds.ts";
import type { Marks } from "#domain/pieces/marks.ts";
import { boundariesDocument, lineOf, type Boundary } from "../pieces/boundaries-document.ts";
import type { VersionContent } from "../pieces/clean-copy.ts";
import { bodyOf, chosenIn, guidedDocument, shapeOf, wayOf } from "../pieces/guided-document.ts";
import { marksDocument } from "../pieces/marks-document.ts";

/** Our guides, by which answers have their questions. */
export type KnownGuides = {
  readonly of: (form: string | undefined) => Guide | null;
  readonly wordsOf: (list: string) => readonly string[];
};

/** What stands in a document of one's own, by its kind; `null` if it cannot be read. */
export function contentOf(
  doc: Y.Doc,
  kind: PieceKind,
  form: string | undefined,
  guides: KnownGuides,
): Content | null {
  switch (kind) {
    case "boundaries": {
      const { shown, gone } = boundariesDocument(doc);
      return { is: "boundaries", lines: linesOf(shown()), takenOut: linesOf(gone()) };
    }
    case "plan":
      return marksOf(marksDocument(doc).marks());
    case "letter":
    case "forgiveness":
    case "question":
    case "agreement":
      return textOf(doc, form, guides);
  }
}

const linesOf = (boundaries: readonly Boundary[]) =>
  boundaries.flatMap((boundary) => lineOf(boundary) ?? []);

export const marksOf = ({ own, noticed }: Marks): Content => ({
  is: "marks",
  own: [...own],
  noticed: [...noticed],
});

/** Each answer is a root of its own: see guided-document.ts. */
const ANSWER = "answer ";

function textOf(doc: Y.Doc, form: string | undefined, guides: KnownGuides): Content | null {
  const document = guidedDocument(doc);
  const guide = guides.of(form);
  const body = bodyOf(document, guide, guides.wordsOf);
  if (!body.ok) return null;
  const inBody = guide && wayOf(document) !== "letter" ? shownOf(guide, shapeOf(document)) : null;
  const ids = [...doc.share.keys()].flatMap((root) =>
    root.startsWith(ANSWER) ? [root.slice(ANSWER.length)] : [],
  );
  const fields = guide?.fields.map(({ id }) => id) ?? [];
  const beside = [...new Set([...fields, ...ids])]
    .filter((id) => !inBody?.has(id))
    .map((id) => ({
      about: guide?.fields.find((field) => field.id === id)?.label ?? id,
      words: [document.text(id).toString(), ...chosenIn(document, id)].filter(Boolean).join("\n"),
    }))
    .filter(({ words }) => words.trim() !== "");
  return { is: "text", title: document.title.toString(), body: body.value, beside };
}

/** The answers of which the text is made. */
function shownOf({ fields, short }: Guide, shape: Shape): ReadonlySet<string> {
  const shown = shape === "short" && short ? short : fields.filter(({ type }) => type !== "mine");
  return new Set(shown.map(({ id }) => id));
}

/** What crossed, or would have. */
export function crossed(content: VersionContent): Content {
  if (content.kind === "boundaries") {
    return { is: "boundaries", lines: content.lines, takenOut: [] };
  }
  return { is: "text", title: content.title, body: content.body, beside: [] };
}

/** The title of a piece, if its kind has one. */
export const titleIn = (content: Content | null): string =>
  content?.is === "text" ? content.title : "";
