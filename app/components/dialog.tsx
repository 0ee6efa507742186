import { useEffect, useId, useRef, type ReactNode } from "react";
import { Exit } from "./exit.tsx";

export type DialogProps = {
  open: boolean;
  /** Called for Escape, a press outside and the form's own way back; the parent then closes it. */
  onClose: () => void;
  title: ReactNode;
  children?: ReactNode;
  /** Buttons; the one that changes nothing comes last. */
  actions?: ReactNode;
};

/**
 * A native modal dialog. It covers the bar and makes it inert, so it carries the way out itself. What
 * is inside is made anew at each opening.
 */
export function Dialog({ open, onClose, title, children, actions }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      dialog.showModal();
      // Not on the first control, which is the way out: a key pressed twice must not leave.
      heading.current?.focus();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      className="dialog m-auto max-h-[calc(100dvh-2rem)] w-[min(540px,calc(100vw-2rem))] overflow-auto rounded-sheet border border-line bg-sheet p-0 text-ink shadow-lift max-sm:mb-4"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        if (open) onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      {open && (
        <div className="px-5 py-5 sm:px-8 sm:py-7">
          {/* The way out stays in view, however long the rest is. */}
          <div className="sticky top-0 z-10 -mx-5 -mt-5 mb-1 flex items-start justify-between gap-4 bg-sheet px-5 pt-5 pb-2 sm:-mx-8 sm:-mt-7 sm:px-8 sm:pt-7">
            <h2 id={titleId} ref={heading} tabIndex={-1} className="pt-2 text-xl">
              {title}
            </h2>
            <Exit short />
          </div>
          <div className="space-y-3">{children}</div>
          {actions && <div className="mt-6 flex flex-wrap gap-2.5">{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
