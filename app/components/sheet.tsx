import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/**
 * A page that is one sheet of paper in the middle: the gate, signing in. On a phone the sheet is the
 * page. With `footer`, a line at its foot.
 */
export function Sheet({
  children,
  footer,
  className,
}: {
  children: ReactNode;
  footer?: ReactNode;
  className?: string;
}) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={classes(
        "flex w-full flex-1 flex-col sm:mx-auto sm:max-w-[620px] sm:flex-none sm:py-10",
        className,
      )}
    >
      <div className="flex flex-1 flex-col px-4 py-5 sm:rounded-sheet sm:border sm:border-line sm:bg-sheet sm:px-11 sm:py-9 sm:shadow-lift">
        {children}
        {footer && (
          <div className="border-line pt-4.5 text-s text-ink-soft max-sm:mt-auto sm:mt-4 sm:border-t">
            {footer}
          </div>
        )}
      </div>
    </main>
  );
}

/** One of several choices that weigh the same: what it does on the left, its button on the right. */
export function Choice({
  title,
  children,
  action,
}: {
  title: string;
  /** What happens then, in a sentence. */
  children: ReactNode;
  /** A plain, wide button. */
  action: ReactNode;
}) {
  return (
    <div className="grid items-center gap-x-4 gap-y-1.5 py-2 sm:grid-cols-[1fr_132px] sm:border-t sm:border-line sm:py-3.5">
      <div className="max-sm:order-2">
        <p className="font-semibold max-sm:hidden">{title}</p>
        <div className="text-s text-ink-soft">{children}</div>
      </div>
      {action}
    </div>
  );
}
