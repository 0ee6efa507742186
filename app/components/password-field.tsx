import { forwardRef, useState, type InputHTMLAttributes, type ReactNode } from "react";
import { Trans, useTranslation } from "react-i18next";
import { table } from "#app/language/table.ts";
import { describing, inputClasses, Labelled } from "./field.tsx";
import { classes } from "./classes.ts";

export type PasswordFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "type"> & {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  errors?: readonly string[] | null;
  /** `new-password` or `current-password`: password managers go by it. */
  autoComplete: "new-password" | "current-password";
  /** Under the field: a {@link PasswordMeter}. */
  children?: ReactNode;
};

/** A password, hidden until "Show" is pressed. */
export const PasswordField = forwardRef<HTMLInputElement, PasswordFieldProps>(
  function PasswordField({ id, label, hint, errors, children, ...input }, ref) {
    const { t } = useTranslation("components");
    const [shown, setShown] = useState(false);
    return (
      <Labelled id={id} label={label} hint={hint} errors={errors}>
        <div className="relative">
          <input
            ref={ref}
            autoCapitalize="none"
            spellCheck={false}
            {...input}
            {...describing({ id, hint, errors })}
            type={shown ? "text" : "password"}
            className={classes(inputClasses, "pe-20")}
          />
          <button
            type="button"
            aria-controls={id}
            aria-pressed={shown}
            className="absolute inset-y-0 end-0 min-w-target rounded-control px-4 text-s font-medium text-ink-soft hover:text-ink hover:underline"
            onClick={() => setShown(!shown)}
          >
            <Trans
              t={t}
              i18nKey="showThePassword"
              components={{ span: <span className="sr-only" /> }}
            />
          </button>
        </div>
        {children}
      </Labelled>
    );
  },
);

export type MeterLevel = 0 | 1 | 2 | 3 | 4;

const WORDS = table("components", {
  0: "veryEasyToGuess",
  1: "easyToGuess",
  2: "fair",
  3: "good",
  4: "veryGood",
});

/** How hard a new password is to guess. Nothing typed yet: `level` is `null`. */
export function PasswordMeter({
  level,
  reason,
}: {
  level: MeterLevel | null;
  reason?: string | null;
}) {
  const { t } = useTranslation("components");
  return (
    <div className="flex items-center gap-3 text-s text-ink-soft">
      <span aria-hidden="true" className="flex gap-1">
        {[1, 2, 3, 4].map((step) => (
          <span
            key={step}
            className={classes(
              "h-1.5 w-8 rounded-full border",
              level !== null && step <= level
                ? "border-one bg-one forced-colors:bg-[Highlight]"
                : "border-edge",
            )}
          />
        ))}
      </span>
      <span role="status">
        {level === null ? t("howHardItIsToGuess") : WORDS[level]}
        {level !== null && reason && `: ${reason}`}
      </span>
    </div>
  );
}
