import type * as Y from "yjs";
import { useEarlier } from "#client/hooks/use-earlier.ts";
import { bringBackWritten, hadWrittenIn } from "#client/pieces/bring-back.ts";
import type { EarlierStates } from "#client/pieces/earlier.ts";
import { formOf, guidedDocument, guidedUndo, wayOf } from "#client/pieces/guided-document.ts";
import { letterDocument } from "#client/pieces/letter-document.ts";
import type { Undo } from "#client/pieces/undo.ts";
import { guideOf, wordsOf } from "../../room/guides.ts";
import { BringBack } from "../bring-back.tsx";

/** A letter or note of mine as it was earlier, to be brought back. */
export function EarlierWritten({
  states,
  doc,
  form,
}: {
  states: EarlierStates;
  doc: Y.Doc;
  /** The guide that my index names. */
  form: string | undefined;
}) {
  const { any, keepNow } = useEarlier(states, doc, (now) =>
    hadWrittenIn(now, guideOf, wordsOf, form),
  );
  if (!any) return null;
  const document = guidedDocument(doc);
  const guide = guideOf(formOf(document) ?? form);
  const undo = async (): Promise<Undo> => {
    if (guide && wayOf(document) !== "letter") return guidedUndo(document, guide);
    // It comes with the editor, which nobody but a writer of letters loads.
    const { letterUndo } = await import("#components/editor/letter-undo.ts");
    return letterUndo(letterDocument(doc));
  };
  return (
    <BringBack
      states={states}
      keepNow={keepNow}
      undo={undo}
      bring={(had) => had.is === "written" && bringBackWritten(doc, had, guide !== null)}
    />
  );
}
