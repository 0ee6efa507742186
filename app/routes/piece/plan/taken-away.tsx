import { useTranslation } from "react-i18next";
import type { PlanDocument, Written } from "#client/pieces/plan-document.ts";
import type { StandingCommitment } from "#client/rooms/commitments.ts";
import { Button } from "#components/button.tsx";

/** What somebody took away and nobody has signed: it can be brought back, with its words. */
export function TakenAway({
  document,
  gone,
  standing,
  readOnly,
}: {
  document: PlanDocument;
  gone: readonly Written[];
  standing: readonly StandingCommitment[];
  readOnly: boolean;
}) {
  const { t } = useTranslation("piece-plan");
  const apart = gone.filter(({ id }) => !standing.some(({ line }) => line === id));
  if (apart.length === 0) return null;
  return (
    <details className="print:hidden">
      <summary className="flex min-h-target items-center text-s text-ink-soft">
        {t("takenAwayLength", { length: apart.length })}
      </summary>
      <ul className="space-y-1">
        {apart.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4">
            <span className="font-serif">{one.goal.toString() || one.act.toString()}</span>
            {!readOnly && (
              <Button look="quiet" onClick={() => document.bringBack(one.id)}>
                {t("bringItBack")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
