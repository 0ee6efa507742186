import { useId } from "react";
import type { PlanDocument, Written } from "#client/pieces/plan-document.ts";
import type { Undo } from "#client/pieces/undo.ts";
import { sayDay } from "#client/rooms/day.ts";
import { LineField } from "#components/editor/line-field.tsx";
import { Field } from "#components/field.tsx";
import { Options } from "#components/options.tsx";
import { isDay } from "#domain/pieces/days.ts";
import { MAX_PART, RHYTHMS, type Draft, type Part, type Rhythm } from "#domain/pieces/plan.ts";
import { PART, RHYTHM, sayRhythm } from "./words.ts";

/** A commitment to be read: what it is for, when this then that, and how often. */
export function CommitmentWords({ its }: { its: Draft }) {
  return (
    <div className="plan-words">
      <h3 className="text-l">{its.goal || "Something without words yet"}</h3>
      {(its.when || its.act) && (
        <p className="prose">
          When {its.when || "…"}, then I {its.act || "…"}
        </p>
      )}
      {its.obstacle && (
        <p className="text-s text-ink-soft">What may get in the way: {its.obstacle}</p>
      )}
      <p className="text-s text-ink-soft">
        {sayRhythm(its)}
        {its.review && ` · to be looked at again on ${sayDay(its.review)}`}
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
}: {
  document: PlanDocument;
  undo: Undo;
  written: Written;
}) {
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
            {PART[part].label}
          </span>
          <LineField
            text={written[part]}
            undo={undo}
            label={PART[part].label}
            placeholder={PART[part].hint}
            maxLength={MAX_PART[part]}
          />
        </div>
      ))}
      <Options
        legend="How often?"
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
          label={written.rhythm === "once" ? "On" : "From"}
          value={written.start}
          onChange={({ currentTarget: { value } }) => isDay(value) && choose({ start: value })}
        />
        <Field
          id={`${id}-review`}
          type="date"
          label="Look at it again on"
          hint="If you like. From that day a quiet line stands here; nothing else happens."
          value={written.review ?? ""}
          onChange={({ currentTarget: { value } }) =>
            choose({ review: isDay(value) ? value : null })
          }
        />
      </div>
    </div>
  );
}
