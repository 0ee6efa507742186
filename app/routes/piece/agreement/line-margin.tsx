import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import * as Y from "yjs";
import { useText } from "#client/hooks/use-text.ts";
import { TYPED } from "#client/pieces/line-document.ts";
import { STEP_MS, undoOf } from "#client/pieces/undo.ts";
import { LineField } from "#components/editor/line-field.tsx";
import { MAX_MARGIN } from "#domain/pieces/agreement.ts";

type Props = {
  readonly text: Y.Text;
  /** Somebody wants to remark something, though nothing stands here yet. */
  readonly asked: boolean;
  readonly readOnly: boolean;
};

/** What the two remark beside a line. It is no part of what they sign. */
export function LineMargin({ text, asked, readOnly }: Props) {
  const { t } = useTranslation("piece-agreement");
  const words = useText(text);
  const manager = useMemo(
    () => new Y.UndoManager(text, { trackedOrigins: new Set([TYPED]), captureTimeout: STEP_MS }),
    [text],
  );
  useEffect(() => () => manager.clear(), [manager]);
  const undo = useMemo(() => undoOf(manager), [manager]);
  if (words === "" && (!asked || readOnly)) return null;
  return (
    <div className="line-margin">
      <p className="text-s text-ink-soft">{t("inTheMarginForBothOf")}</p>
      <LineField
        text={text}
        undo={undo}
        label={t("remarks")}
        placeholder={t("writeARemark")}
        maxLength={MAX_MARGIN}
        readOnly={readOnly}
        manyLines
      />
    </div>
  );
}
