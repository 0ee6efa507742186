import {
  forwardRef,
  type InputHTMLAttributes,
  type ReactNode,
  type TextareaHTMLAttributes,
} from "react";
import { classes } from "./classes.ts";

type Around = {
  /** Of the control; the hint's and the error's ids are made from it. conform gives one. */
  id: string;
  label: ReactNode;
  /** How to fill it in, before anything goes wrong. */
  hint?: ReactNode;
  /** Sentences that say what to do; conform's `field.errors` fits. */
  errors?: readonly string[] | null;
};

const hasErrors = (errors: Around["errors"]): errors is readonly string[] =>
  Boolean(errors && errors.length > 0);

/** What a control inside {@link Labelled} must carry, to be tied to its hint and error. */
export function describing({ id, hint, errors }: Omit<Around, "label">) {
  const invalid = hasErrors(errors);
  return {
    id,
    "aria-invalid": invalid || undefined,
    "aria-describedby":
      classes(Boolean(hint) && `${id}-hint`, invalid && `${id}-error`) || undefined,
  };
}

/** Label, hint, control, error, in this order. */
export function Labelled({
  id,
  label,
  hint,
  errors,
  children,
  className,
}: Around & { children: ReactNode; className?: string }) {
  return (
    <div className={classes("space-y-1.5", className)}>
      <label htmlFor={id} className="block font-medium">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-s text-ink-soft">
          {hint}
        </p>
      )}
      {children}
      <p
        id={`${id}-error`}
        aria-live="polite"
        className="text-s font-medium text-alarm empty:hidden"
      >
        {hasErrors(errors) ? errors[0] : null}
      </p>
    </div>
  );
}

export const inputClasses =
  "min-h-target w-full rounded-control border border-edge bg-sheet px-3.5 py-2 text-ink placeholder:text-ink-soft aria-invalid:border-2 aria-invalid:border-alarm read-only:bg-sunk";

export type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "id"> &
  Around & { className?: string };

/** A line to fill in. Spread conform's `getInputProps` into it. */
export const Field = forwardRef<HTMLInputElement, FieldProps>(function Field(
  { id, label, hint, errors, className, ...input },
  ref,
) {
  return (
    <Labelled id={id} label={label} hint={hint} errors={errors} className={className}>
      <input ref={ref} {...input} {...describing({ id, hint, errors })} className={inputClasses} />
    </Labelled>
  );
});

export type TextAreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id"> &
  Around & { className?: string };

/** Several lines to fill in, in the letter's type. Spread conform's `getTextareaProps` into it. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(
  { id, label, hint, errors, className, ...area },
  ref,
) {
  return (
    <Labelled id={id} label={label} hint={hint} errors={errors} className={className}>
      <textarea
        ref={ref}
        rows={4}
        {...area}
        {...describing({ id, hint, errors })}
        className={classes(inputClasses, "font-serif text-l leading-relaxed")}
      />
    </Labelled>
  );
});
