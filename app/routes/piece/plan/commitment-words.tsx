import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PlanDocument, Written } from "#client/pieces/plan-document.ts";
import { sayDay } from "#client/rooms/day.ts";
import { Rewording } from "#components/editor/changes.tsx";
import { LineField } from "#components/editor/line-field.tsx";
import { Field } from "#components/field.tsx";
import { Options } from "#components/options.tsx";
import { isDay } from "#domain/pieces/days.ts";
import { MAX_PART, RHYTHMS, type Draft, type Part, type Rhythm } from "#domain/pieces/plan.ts";
import type { Writing } from "./persons-part.tsx";
import { PART, PART_HINT, RHYTHM, sayRhythm } from "./words.ts";

/**
 * A commitment to be read: what it is for, when this then that, and how often. With `before`, what
 * differs from what was signed is marked, word by word.
 */
export function CommitmentWords({ its, before }: { its: Draft; before?: Draft }) {
  const { t } = useTranslation("piece-plan");
  const said = (say: (one: Draft) => string): ReactNode => {
    const [now, was] = [say(its), before && say(before)];
    return was === undefined || was === now ? now : <Rewording before={was} after={now} />;
  };
  return (
    <div className="plan-words">
      <h3 className="text-l">{said(({ goal }) => goal || t("somethingWithoutWordsYet"))}</h3>
      {(its.when || its.act) && (
        <p className="prose">
          {said(({ when, act }) => t("whenThen", { when: when || "…", act: act || "…" }))}
        </p>
      )}
      {(its.obstacle || before?.obstacle) && (
        <p className="text-s text-ink-soft">
          {t("whatMayGetInTheWay")} {said(({ obstacle }) => obstacle)}
        </p>
      )}
      <p className="text-s text-ink-soft">
        {said(sayRhythm)}
        {(its.review || before?.review) && (
          <>
            {" · "}
            {said(({ review }) =>
              review ? t("toBeLookedAtAgainOn", { day: sayDay(review) }) : t("notAgain"),
            )}
          </>
        )}
      </p>
    </div>
  );
}

const ORDER: readonly Part[] = ["goal", "when", "act", "obstacle"];

/** The fields of a commitment. Both can write in all of them; only its owner can sign. */
export function CommitmentForm({
  document,
  undo,
  written,
  caretsIn,
}: Pick<Writing, "document" | "undo" | "caretsIn"> & { written: Written }) {
  const { t } = useTranslation("piece-plan");
  const id = useId();
  const choose = (choices: Parameters<PlanDocument["choose"]>[1]) => {
    undo.endStep();
    document.choose(written.id, choices);
    undo.endStep();
  };
  return (
    <div className="plan-form">
      {ORDER.map((part) => (
        <div key={part} className="plan-part" data-part={part}>
          <span aria-hidden="true" className="plan-part-label">
            {PART[part]}
          </span>
          <LineField
            text={written[part]}
            undo={undo}
            label={PART[part]}
            placeholder={PART_HINT[part]}
            maxLength={MAX_PART[part]}
            {...caretsIn(written[part])}
          />
        </div>
      ))}
      <Options
        legend={t("howOften")}
        name={`${id}-rhythm`}
        across
        value={written.rhythm}
        onChange={(rhythm: Rhythm) => choose({ rhythm })}
        options={RHYTHMS.map((value) => ({ value, label: RHYTHM[value] }))}
      />
      <div className="plan-dates">
        <Field
          id={`${id}-start`}
          type="date"
          label={written.rhythm === "once" ? t("on") : t("from")}
          value={written.start}
          onChange={({ currentTarget: { value } }) => isDay(value) && choose({ start: value })}
        />
        <Field
          id={`${id}-review`}
          type="date"
          label={t("lookAtItAgainOn")}
          hint={t("ifYouLikeFromThatDay")}
          value={written.review ?? ""}
          onChange={({ currentTarget: { value } }) =>
            choose({ review: isDay(value) ? value : null })
          }
        />
      </div>
    </div>
  );
}
