import type { LetterContent } from "#domain/pieces/letter.ts";
import "./editor.css";

export type ChangesProps = { readonly before: LetterContent; readonly after: LetterContent };

/** What changed from one version of a letter to the next, word by word. */
export function Changes(_props: ChangesProps) {
  return null;
}

export type RewordingProps = { readonly before: string; readonly after: string };

/** New words for a line, with what differs from the old ones marked. */
export function Rewording({ after }: RewordingProps) {
  return <span className="rewording">{after}</span>;
}
