import type { InputHTMLAttributes, ReactNode } from "react";
import { classes } from "./classes.ts";

export type SwitchProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "role"> & {
  label: ReactNode;
  /** Where the words stand; the drawing has them before the switch in the bar, after it elsewhere. */
  side?: "before" | "after";
};

/** On or off at once, without a "save". A native checkbox in the role of a switch. */
export function Switch({ label, side = "after", className, ...input }: SwitchProps) {
  return (
    <label
      className={classes(
        "inline-flex min-h-target items-center gap-2.5 text-s print:hidden",
        side === "before" && "flex-row-reverse",
        className,
      )}
    >
      <input type="checkbox" role="switch" className="switch" {...input} />
      <span>{label}</span>
    </label>
  );
}
