import type { ReactNode } from "react";
import { Button } from "#components/button.tsx";

export type MenuEntry = {
  readonly label: string;
  readonly hint: ReactNode;
  readonly disabled?: boolean;
  readonly act: () => void;
};

/** What one can begin, each with a sentence on what it is. All weigh the same. */
export function MenuEntries({
  entries,
  pending,
  title,
}: {
  entries: readonly MenuEntry[];
  pending: boolean;
  title?: string;
}) {
  return (
    <section>
      {title && <h3 className="mt-5 mb-2 font-sans text-m font-medium">{title}</h3>}
      <ul className="space-y-3.5">
        {entries.map(({ label, hint, disabled, act }) => (
          <li key={label}>
            <Button wide pending={pending} disabled={disabled} onClick={act}>
              {label}
            </Button>
            <p className="mt-1 text-s text-ink-soft">{hint}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
