import { useId, type ReactNode } from "react";
import { classes } from "./classes.ts";

export type Option<Value extends string = string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
};

export type OptionsProps<Value extends string> = {
  legend: ReactNode;
  /** Hides the legend from sight when a heading beside it says the same. */
  quietLegend?: boolean;
  name: string;
  options: readonly Option<Value>[];
  /** The chosen one, `null` for none yet. Left out, the browser keeps it, as in a form. */
  value?: Value | null;
  onChange?: (value: Value) => void;
  errors?: readonly string[] | null;
  /** Beside each other where there is room. */
  across?: boolean;
};

/** One of a few, each in full view. Native radio buttons. */
export function Options<Value extends string>({
  legend,
  quietLegend = false,
  name,
  options,
  value,
  onChange,
  errors,
  across = false,
}: OptionsProps<Value>) {
  const errorId = useId();
  const error = errors?.[0];
  return (
    <fieldset aria-describedby={error ? errorId : undefined}>
      <legend className={quietLegend ? "sr-only" : "mb-1.5 font-medium"}>{legend}</legend>
      <div className={classes(across ? "flex flex-wrap gap-x-6" : "space-y-0.5")}>
        {options.map((option) => (
          <label key={option.value} className="flex min-h-target items-center gap-3 py-1.5">
            <input
              type="radio"
              className="radio"
              name={name}
              value={option.value}
              checked={value === undefined ? undefined : value === option.value}
              onChange={onChange && (() => onChange(option.value))}
            />
            <span>
              {option.label}
              {option.hint && <span className="block text-s text-ink-soft">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <p id={errorId} aria-live="polite" className="text-s font-medium text-alarm empty:hidden">
        {error}
      </p>
    </fieldset>
  );
}
