import type { ReactNode } from "react";

/** A fixed word about a piece: its kind, length or weight. Not a control. */
export function Chip({ children }: { children: ReactNode }) {
  return (
    <span className="inline-block rounded-full border border-line bg-sunk px-2.5 py-0.5 text-s text-ink-soft">
      {children}
    </span>
  );
}

/** Chips in a row that wraps. */
export function Chips({ words }: { words: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-1.5">
      {words.map((word) => (
        <Chip key={word}>{word}</Chip>
      ))}
    </span>
  );
}
