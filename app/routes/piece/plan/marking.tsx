import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { classes } from "#components/classes.ts";
import { inputClasses } from "#components/field.tsx";
import { Options } from "#components/options.tsx";
import type { LineId } from "#domain/ids.ts";
import { addDays } from "#domain/pieces/days.ts";
import { isMark, isNoticed, MARKS, NOTICED as NOTICES, type Marked } from "#domain/pieces/marks.ts";
import { dueWithin, type Commitment, type Period } from "#domain/pieces/plan.ts";
import type { Day } from "#domain/statement-view.ts";
import { useMyMarks } from "./my-marks.tsx";
import { MARK, noMark, NOTICED, sayPeriod } from "./words.ts";

/** How far back one can mark, in days, and how many days or weeks are offered at most. */
const BACK = 70;
const OFFERED = 28;

/** Marks a day or a week, in fixed words: of what is mine, or of what I noticed of the other's. */
export function Marking({
  line,
  commitment,
  today,
  of,
}: {
  line: LineId;
  commitment: Commitment;
  today: Day;
  of: "own" | "noticed";
}) {
  const { t } = useTranslation("piece-plan");
  const { marks, make } = useMyMarks();
  const [chosen, setChosen] = useState<Day | null>(null);
  const id = useId();
  const due = dueWithin(commitment, addDays(today, -BACK), today).toReversed().slice(0, OFFERED);
  const at = due.find(({ first }) => first === chosen) ?? due[0];
  if (!at) {
    return <p className="plan-marking text-s text-ink-soft">{t("thereIsNothingToMarkYet")}</p>;
  }
  const words: Readonly<Record<string, string>> = of === "own" ? MARK : NOTICED;
  const made: readonly Marked<string>[] = marks[of];
  const markOf = ({ first }: Period) =>
    made.find((one) => one.line === line && one.first === first)?.mark ?? null;
  const mark = (value: string) => {
    const place = { line, first: at.first };
    if (of === "own") make?.({ ...place, of, mark: isMark(value) ? value : null });
    else make?.({ ...place, of, mark: isNoticed(value) ? value : null });
  };
  return (
    <fieldset className="plan-marking" disabled={make === null}>
      <div className="plan-when">
        <label htmlFor={id} className="text-s font-medium">
          {of === "own" ? t("howDidItGo") : t("whatDidYouNotice")}
        </label>
        <select
          id={id}
          className={classes(inputClasses, "bg-sheet!")}
          value={at.first}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          {due.map((period) => {
            const known = markOf(period);
            return (
              <option key={period.first} value={period.first}>
                {sayPeriod(period, today)}
                {known && ` · ${words[known]}`}
              </option>
            );
          })}
        </select>
      </div>
      <Options
        legend={sayPeriod(at, today)}
        quietLegend
        name={`${id}-mark`}
        across
        value={markOf(at) ?? ""}
        onChange={mark}
        options={[
          ...(of === "own" ? MARKS : NOTICES).map((value) => ({
            value,
            label: words[value] ?? value,
          })),
          { value: "", label: noMark() },
        ]}
      />
    </fieldset>
  );
}
