import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/**
 * `plain`: worth knowing. `care`: words of safety. `alarm`: something failed, or cannot be undone.
 * `seam`: both have said yes to something.
 */
export type Tone = "plain" | "care" | "alarm" | "seam";

const TONES: Record<Tone, string> = {
  plain: "border-line bg-sunk text-s",
  care: "border-edge bg-sheet",
  alarm: "border-alarm bg-sheet",
  seam: "border-seam bg-seam-wash text-s",
};

/** A few sentences apart from the rest. `live` has it read out when it appears. */
export function Notice({
  tone = "plain",
  title,
  children,
  actions,
  live = false,
  beside = false,
  className,
}: {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  live?: boolean;
  /** The acts stand beside the words where there is room, for a notice that takes the whole width. */
  beside?: boolean;
  className?: string;
}) {
  return (
    <div
      role={live ? (tone === "alarm" ? "alert" : "status") : undefined}
      className={classes(
        "rounded-card border px-5 py-4",
        beside && "wide:flex wide:items-center wide:justify-between wide:gap-8",
        TONES[tone],
        className,
      )}
    >
      <div>
        {title && <p className="mb-1 font-serif text-l leading-snug font-medium">{title}</p>}
        {children && <div className="max-w-measure space-y-2">{children}</div>}
      </div>
      {actions && (
        <div
          className={classes("mt-3.5 flex flex-wrap gap-2.5", beside && "wide:mt-0 wide:shrink-0")}
        >
          {actions}
        </div>
      )}
    </div>
  );
}

/** A place with nothing in it yet: what would be here, and that it may stay so. */
export function Empty({
  title,
  children,
  actions,
}: {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="rounded-card border border-dashed border-edge/60 px-5 py-6">
      <p className="font-serif text-l leading-snug">{title}</p>
      {children && <div className="mt-1.5 space-y-2 text-s text-ink-soft">{children}</div>}
      {actions && <div className="mt-3.5 flex flex-wrap gap-2.5">{actions}</div>}
    </div>
  );
}
