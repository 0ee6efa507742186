import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/** `one` is always the person who reads the screen, `two` the other. */
export type Person = "one" | "two";

/** A person's ink and shape (circle, diamond), for the two inks are close in grey. Never alone. */
export function Dot({ person }: { person: Person }) {
  return (
    <svg width="11" height="11" viewBox="0 0 11 11" aria-hidden="true" className="shrink-0">
      {person === "one" ? (
        <circle cx="5.5" cy="5.5" r="5.5" className="fill-one" />
      ) : (
        <rect
          x="1.3"
          y="1.3"
          width="8.4"
          height="8.4"
          rx="1.3"
          transform="rotate(45 5.5 5.5)"
          className="fill-two"
        />
      )}
    </svg>
  );
}

/** A person's mark with words beside it: "Jonas signed". `both` draws the two marks. */
export function Who({
  person,
  children,
  className,
}: {
  person: Person | "both";
  children: ReactNode;
  className?: string;
}) {
  return (
    <span className={classes("inline-flex items-center gap-2 text-s", className)}>
      {person !== "two" && <Dot person="one" />}
      {person !== "one" && <Dot person="two" />}
      <span>{children}</span>
    </span>
  );
}
