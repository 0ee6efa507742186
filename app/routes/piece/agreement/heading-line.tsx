import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#client/hooks/use-text.ts";
import type { Line } from "#client/pieces/line-document.ts";
import { Button } from "#components/button.tsx";
import type { Order } from "#components/editor/lines-editor.tsx";

type Props = {
  readonly line: Line;
  readonly field: ReactElement;
  readonly order: Order;
  readonly readOnly: boolean;
  readonly onTakeOut: () => void;
};

/** A heading between lines. Nobody signs it. */
export function HeadingLine({ line, field, order, readOnly, onTakeOut }: Props) {
  const { t } = useTranslation("piece-agreement");
  const words = useText(line.text);
  if (readOnly) return <h2 className="heading-line">{words}</h2>;
  return (
    <div className="heading-line">
      {field}
      <div className="line-acts">
        <Button look="quiet" disabled={!order.up} onClick={() => order.up?.()}>
          {t("moveUp")}
        </Button>
        <Button look="quiet" disabled={!order.down} onClick={() => order.down?.()}>
          {t("moveDown")}
        </Button>
        <Button look="quiet" onClick={onTakeOut}>
          {t("takeItOut")}
        </Button>
      </div>
    </div>
  );
}
