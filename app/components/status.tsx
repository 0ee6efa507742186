import type { ReactNode } from "react";

/** Words that are read out when they change, in their place in the page: "Saved". */
export function Status({ children, quiet = false }: { children?: ReactNode; quiet?: boolean }) {
  return (
    <span role="status" className={quiet ? "sr-only" : undefined}>
      {children}
    </span>
  );
}
