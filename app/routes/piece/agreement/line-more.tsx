import { useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { today } from "#client/rooms/day.ts";
import type { Line } from "#client/pieces/line-document.ts";
import { Button, ButtonLink } from "#components/button.tsx";
import { inputClasses } from "#components/field.tsx";
import type { Order } from "#components/editor/lines-editor.tsx";
import { day as daySchema } from "#domain/pieces/days.ts";
import type { Day } from "#domain/statement-view.ts";

type Props = {
  readonly line: Line;
  readonly order: Order;
  /** Where what happened to this line is told. */
  readonly history: string;
  readonly onReview: (review: Day | null) => void;
  readonly onRemark: () => void;
  /** `null`: nothing stands that could be retired. */
  readonly onRetire: (() => void) | null;
  /** `null`: somebody has signed something of it. */
  readonly onTakeOut: (() => void) | null;
};

/** What can be done with a line beside writing and signing it. */
export function LineMore({ line, order, history, onReview, onRemark, onRetire, onTakeOut }: Props) {
  const { t } = useTranslation("piece-agreement");
  const field = useId();
  const details = useRef<HTMLDetailsElement>(null);
  const and = (act: () => void) => () => {
    act();
    if (details.current) details.current.open = false;
  };
  return (
    <details ref={details} className="line-more">
      <summary>{t("more")}</summary>
      <div className="line-more-acts">
        <Button look="quiet" disabled={!order.up} onClick={() => order.up?.()}>
          {t("moveUp")}
        </Button>
        <Button look="quiet" disabled={!order.down} onClick={() => order.down?.()}>
          {t("moveDown")}
        </Button>
        <Button look="quiet" onClick={and(onRemark)}>
          {t("remarkOnIt")}
        </Button>
        <ButtonLink look="quiet" to={history}>
          {t("itsHistory")}
        </ButtonLink>
        {onRetire && (
          <Button look="quiet" onClick={and(onRetire)}>
            {t("proposeToRetireIt")}
          </Button>
        )}
        {onTakeOut && (
          <Button look="quiet" onClick={and(onTakeOut)}>
            {t("takeItOut")}
          </Button>
        )}
        <div className="w-full">
          <label htmlFor={field} className="text-s text-ink-soft">
            {t("toBeSignedAgainAfterIt")}
          </label>
          <div className="mt-1 flex flex-wrap items-center gap-2">
            <input
              id={field}
              type="date"
              className={`${inputClasses} max-w-48`}
              min={today()}
              value={line.review ?? ""}
              onChange={(event) => {
                const chosen = daySchema.safeParse(event.currentTarget.value);
                if (chosen.success && chosen.data >= today()) onReview(chosen.data);
              }}
            />
            {line.review !== null && (
              <Button look="quiet" onClick={() => onReview(null)}>
                {t("withoutADay")}
              </Button>
            )}
          </div>
        </div>
      </div>
    </details>
  );
}
