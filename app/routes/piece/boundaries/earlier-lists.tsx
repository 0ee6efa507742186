import { useEarlier } from "#client/hooks/use-earlier.ts";
import type { BoundariesDocument } from "#client/pieces/boundaries-document.ts";
import { bringBackBoundaries, hadBoundariesIn } from "#client/pieces/bring-back.ts";
import type { EarlierStates } from "#client/pieces/earlier.ts";
import type { Undo } from "#client/pieces/undo.ts";
import { BringBack } from "../bring-back.tsx";

/** My list as it was earlier, to be brought back. */
export function EarlierLists({
  states,
  document,
  undo,
}: {
  states: EarlierStates;
  document: BoundariesDocument;
  undo: Undo;
}) {
  const { any, keepNow } = useEarlier(states, document.doc, hadBoundariesIn);
  if (!any) return null;
  return (
    <BringBack
      states={states}
      keepNow={keepNow}
      undo={async () => undo}
      bring={(had) => had.is === "boundaries" && bringBackBoundaries(document, had)}
    />
  );
}
