import { useTranslation } from "react-i18next";
import { useUndo } from "#client/hooks/use-undo.ts";
import type { Undo } from "#client/pieces/undo.ts";
import { Button } from "#components/button.tsx";

/** Undo and redo by touch or mouse; they keep their place and their focus when there is nothing. */
export function UndoButtons({ undo }: { readonly undo: Undo }) {
  const { t } = useTranslation("editor");
  const { canUndo, canRedo } = useUndo(undo);
  return (
    <>
      <Button look="quiet" aria-disabled={!canUndo} onClick={undo.undo}>
        {t("undo")}
      </Button>
      <Button look="quiet" aria-disabled={!canRedo} onClick={undo.redo}>
        {t("redo")}
      </Button>
    </>
  );
}
