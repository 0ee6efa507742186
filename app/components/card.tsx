import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { Dot, type Person } from "./dot.tsx";
import { Seam } from "./seam.tsx";

export type CardProps = {
  /** The line above the title: "Letter · how I feel", "From you · offered 3 November". */
  over?: ReactNode;
  /** Whose it is, drawn before `over`; `both` draws the two marks. */
  person?: Person | "both";
  title: ReactNode;
  /** The level of the title in the page; 3 inside a lane. */
  level?: 2 | 3;
  /** Both have signed something in it. Say so in `over` or in the children too. */
  seam?: boolean;
  /** What is said under the title, small. */
  children?: ReactNode;
  /** Buttons, in a row that wraps. */
  actions?: ReactNode;
  /** It has just come through the door. */
  crossing?: boolean;
  className?: string;
};

/** One piece, envelope or question in a lane. */
export function Card({
  over,
  person,
  title,
  level = 3,
  seam = false,
  children,
  actions,
  crossing = false,
  className,
}: CardProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <article
      className={classes(
        "rounded-card border border-line bg-sheet px-5 py-4 shadow-lift",
        crossing && "animate-cross",
        className,
      )}
    >
      {over && (
        <p className="mb-1.5 flex items-center gap-2 text-s leading-tight font-medium text-ink-soft">
          {person && person !== "two" && <Dot person="one" />}
          {person && person !== "one" && <Dot person="two" />}
          <span>{over}</span>
        </p>
      )}
      <Heading className="text-l">{title}</Heading>
      {seam && <Seam />}
      {children && <div className="mt-1.5 text-s text-ink-soft">{children}</div>}
      {actions && <div className="mt-3.5 flex flex-wrap gap-2.5">{actions}</div>}
    </article>
  );
}
