import type { ReactNode } from "react";
import { NeedsScripts } from "./form/needs-scripts.tsx";
import { Bar } from "./bar.tsx";
import { Sheet } from "./sheet.tsx";

/** A page about one's account: one sheet with a title, a sentence and a form. */
export function AccountPage({
  title,
  lead,
  children,
  footer,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
}) {
  return (
    <>
      <Bar />
      <Sheet footer={footer}>
        <h1 className="text-2xl">{title}</h1>
        {lead && <p className="mt-2 max-w-measure text-ink-soft">{lead}</p>}
        <div className="mt-6">
          <NeedsScripts />
          {children}
        </div>
      </Sheet>
    </>
  );
}
