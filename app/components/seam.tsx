import { classes } from "./classes.ts";

/** The gold seam: only where both have signed or said yes, and always beside words that say so. */
export function Seam({ className }: { className?: string }) {
  return <div aria-hidden="true" className={classes("seam my-2", className)} />;
}
