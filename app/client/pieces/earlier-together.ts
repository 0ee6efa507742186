import type * as Y from "yjs";
import { hadText, type HadPart, type HadTogether } from "#domain/pieces/earlier.ts";
import { PARTS } from "#domain/pieces/plan.ts";
import type { Day } from "#domain/statement-view.ts";
import { TYPED, lineDocument, type LineDocument } from "./line-document.ts";
import { planDocument, type PlanDocument } from "./plan-document.ts";

/**
 * What a piece that both write says, to be kept, and words of it added again. Nothing is ever put back
 * in a line that is there: the other may have meant what they wrote in it since.
 */

const orNothing = (one: HadTogether): HadTogether | null => (hadText(one) === "" ? null : one);

/** What an agreement says now; `null` if it says nothing, or a newer version wrote it. */
export function hadLinesIn(doc: Y.Doc): HadTogether | null {
  const document = lineDocument(doc);
  if (document.isNewer()) return null;
  const parts = document
    .shown()
    .filter(({ text }) => text.length > 0)
    .map(({ id, text, heading }): HadPart => ({
      id,
      ...(heading && { heading }),
      texts: [text.toString()],
    }));
  return orNothing({ is: "together", title: document.title.toString(), parts });
}

/** What is written in a plan now, in the same way. */
export function hadCommitmentsIn(doc: Y.Doc): HadTogether | null {
  const document = planDocument(doc);
  if (document.isNewer()) return null;
  const parts = document
    .shown()
    .filter((one) => PARTS.some((part) => one[part].length > 0))
    .map((one): HadPart => ({
      id: one.id,
      owner: one.owner,
      texts: PARTS.map((part) => one[part].toString()),
    }));
  return orNothing({ is: "together", title: document.title.toString(), parts });
}

/** Adds these words as a line of my own at the end; tells whether there was room for it. */
export function addLineAgain(document: LineDocument, { texts, heading }: HadPart): boolean {
  const [words = ""] = texts;
  const id = document.add(document.shown().at(-1)?.id, heading ? { heading } : {});
  const line = document.shown().find((one) => one.id === id);
  if (!line) return false;
  document.doc.transact(() => line.text.insert(0, words), TYPED);
  return true;
}

/** The same of a commitment, from today on: it stands under nobody's name before it is signed. */
export function addCommitmentAgain(
  document: PlanDocument,
  { texts, owner }: HadPart,
  today: Day,
): boolean {
  const id = owner && document.add(owner, today);
  const written = document.shown().find((one) => one.id === id);
  if (!written) return false;
  document.doc.transact(() => {
    PARTS.forEach((part, i) => written[part].insert(0, texts[i] ?? ""));
  }, TYPED);
  return true;
}
