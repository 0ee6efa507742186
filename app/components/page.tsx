import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/** The text of a page under its bar, from the left, as wide as one likes to read. */
export function Page({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={classes(
        "w-full max-w-[1010px] flex-1 px-4 pt-6 pb-10 sm:px-8 sm:pt-10 sm:pb-12 wide:px-16",
        className,
      )}
    >
      {children}
    </main>
  );
}

/** A page's title, with what stands above it and the sentence below. */
export function PageTitle({
  over,
  children,
  lead,
}: {
  over?: ReactNode;
  children: ReactNode;
  lead?: ReactNode;
}) {
  return (
    <header className="mb-6">
      {over && <div className="mb-3">{over}</div>}
      <h1 className="text-2xl sm:text-3xl">{children}</h1>
      {lead && <p className="mt-1.5 max-w-measure text-ink-soft">{lead}</p>}
    </header>
  );
}
