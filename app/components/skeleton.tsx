import { classes } from "./classes.ts";

const line = "h-3.5 rounded-small bg-line";

/** Cards that are still being opened. `label` is read out in their place. */
export function SkeletonCards({
  count = 2,
  label = "Opening",
}: {
  count?: number;
  label?: string;
}) {
  return (
    <div role="status" className="space-y-4">
      <span className="sr-only">{label}</span>
      {Array.from({ length: count }, (_, index) => (
        <div
          key={index}
          aria-hidden="true"
          className="animate-breathe space-y-3 rounded-card border border-line bg-sheet px-5 py-5"
        >
          <div className={classes(line, "w-1/3")} />
          <div className={classes(line, "h-5 w-3/4")} />
        </div>
      ))}
    </div>
  );
}

/** Text that is still being opened. */
export function SkeletonText({ lines = 4, label = "Opening" }: { lines?: number; label?: string }) {
  return (
    <div role="status" className="max-w-measure animate-breathe space-y-4">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div
          key={index}
          aria-hidden="true"
          className={classes(line, index === lines - 1 ? "w-2/5" : "w-full")}
        />
      ))}
    </div>
  );
}
