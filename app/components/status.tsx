import type { ReactNode } from "react";
import { Button } from "./button.tsx";

/** Words that are read out when they change, in their place in the page: "Saved". */
export function Status({ children, quiet = false }: { children?: ReactNode; quiet?: boolean }) {
  return (
    <span role="status" className={quiet ? "sr-only" : undefined}>
      {children}
    </span>
  );
}

/**
 * A short message at the foot of the page; it stays until it is put away or replaced. Keep it mounted
 * and change its children, so that the change is read out.
 */
export function Toast({ children, onClose }: { children?: ReactNode; onClose: () => void }) {
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(var(--tabs-height)+1rem)] z-30 flex justify-center wide:bottom-6 print:hidden"
    >
      {children && (
        <div className="pointer-events-auto flex max-w-md animate-cross items-center gap-2 rounded-card border border-edge bg-sheet py-1 pr-2 pl-5 text-s shadow-lift">
          <span className="py-2">{children}</span>
          <Button look="quiet" onClick={onClose}>
            OK
          </Button>
        </div>
      )}
    </div>
  );
}
