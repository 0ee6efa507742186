import { useId, type ReactNode } from "react";
import type { PlanDocument, Written } from "#client/pieces/plan-document.ts";
import { sayDay } from "#client/rooms/day.ts";
import { Rewording } from "#components/editor/changes.tsx";
import { LineField } from "#components/editor/line-field.tsx";
import { Field } from "#components/field.tsx";
import { Options } from "#components/options.tsx";
import { isDay } from "#domain/pieces/days.ts";
import { MAX_PART, RHYTHMS, type Draft, type Part, type Rhythm } from "#domain/pieces/plan.ts";
import type { Writing } from "./persons-part.tsx";
import { PART, RHYTHM, sayRhythm } from "./words.ts";

/**
 * A commitment to be read: what it is for, when this then that, and how often. With `before`, what
 * differs from what was signed is marked, word by word.
 */
export function CommitmentWords({ its, before }: { its: Draft; before?: Draft }) {
  const said = (say: (one: Draft) => string): ReactNode => {
    const [now, was] = [say(its), before && say(before)];
    return was === undefined || was === now ? now : <Rewording before={was} after={now} />;
  };
  return (
    <div className="plan-words">
      <h3 className="text-l">{said(({ goal }) => goal || "Something without words yet")}</h3>
      {(its.when || its.act) && (
        <p className="prose">
          {said(({ when, act }) => `When ${when || "…"}, then I ${act || "…"}`)}
        </p>
      )}
      {(its.obstacle || before?.obstacle) && (
        <p className="text-s text-ink-soft">
          What may get in the way: {said(({ obstacle }) => obstacle)}
        </p>
      )}
      <p className="text-s text-ink-soft">
        {said(sayRhythm)}
        {(its.review || before?.review) && (
          <>
            {" · "}
            {said(({ review }) =>
              review ? `to be looked at again on ${sayDay(review)}` : "not to be looked at again",
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
            {...caretsIn(written[part])}
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
