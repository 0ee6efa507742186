import * as Y from "yjs";
import * as z from "zod";
import type { Awareness } from "y-protocols/awareness";
/** Where somebody else's caret stands in a piece that two people write. */
export type Caret = {
  readonly clientId: number;
  readonly in: Y.Text;
  /** In UTF-16 units from the beginning of that text. */
  readonly index: number;
};

/** The document of such a piece, with every text of it in which a caret can stand. */
export type Texts = { readonly doc: Y.Doc; readonly texts: () => Iterable<Y.Text> };

const FIELD = "caret";

const itemId = z.strictObject({ client: z.uint32(), clock: z.int().nonnegative() });
/** What the other's device says is not to be trusted: it may name nothing but a place in a text. */
const position = z.strictObject({
  type: itemId.optional(),
  tname: z.literal("title").optional(),
  item: itemId.optional(),
  assoc: z.int().optional(),
});

/** Tells where one's own caret is; `null` when it is in no text of this piece. */
export function tellCaret(
  awareness: Awareness,
  at: { readonly text: Y.Text; readonly index: number } | null,
): void {
  if (awareness.getLocalState() === null) return;
  const place = at ? Y.createRelativePositionFromTypeIndex(at.text, at.index, -1) : null;
  awareness.setLocalStateField(FIELD, place && Y.relativePositionToJSON(place));
}

/** The carets of those client ids that are the other person's. */
export function readCarets(
  awareness: Awareness,
  { doc, texts }: Texts,
  isOther: (clientId: number) => boolean,
): readonly Caret[] {
  const shown = new Set(texts());
  const carets: Caret[] = [];
  for (const [clientId, state] of awareness.getStates()) {
    if (clientId === awareness.clientID || !isOther(clientId)) continue;
    const place = position.safeParse(state[FIELD]);
    if (!place.success) continue;
    const found = placeIn(doc, place.data);
    if (!found || !(found.type instanceof Y.Text) || !shown.has(found.type)) continue;
    carets.push({ clientId, in: found.type, index: found.index });
  }
  return carets;
}

/** `null` for a place that is not in the document, or not yet. Yjs throws for some of these. */
function placeIn(doc: Y.Doc, json: unknown): Y.AbsolutePosition | null {
  try {
    const position = Y.createRelativePositionFromJSON(json);
    return Y.createAbsolutePositionFromRelativePosition(position, doc);
  } catch {
    return null;
  }
}
