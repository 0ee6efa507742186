import { useEffect, useMemo } from "react";
import type * as Y from "yjs";
import { beginGuided, guidedDocument, guidedUndo } from "#client/pieces/guided-document.ts";
import { UndoButtons } from "#components/editor/undo-buttons.tsx";
import { SWAP } from "#domain/pieces/swap.ts";
import { FieldQuestion } from "../guided/guide-question.tsx";
import "../guided/guided.css";

/** `crosses`: what the other reads, once both have opened. `stays`: what never leaves this person. */
export type SwapSide = "crosses" | "stays";

/** The questions of a swap, in the piece of my own in which I answer. */
export function SwapFields({ doc, sides }: { doc: Y.Doc; sides: readonly SwapSide[] }) {
  const document = useMemo(() => guidedDocument(doc), [doc]);
  const undo = useMemo(() => guidedUndo(document, SWAP), [document]);
  useEffect(() => beginGuided(document, SWAP.id), [document]);
  const fields = SWAP.fields.filter(({ type }) =>
    sides.includes(type === "mine" ? "stays" : "crosses"),
  );
  return (
    <div className="guided space-y-10">
      {fields.map((field) => (
        <FieldQuestion key={field.id} document={document} undo={undo} field={field} />
      ))}
      <UndoButtons undo={undo} />
    </div>
  );
}
