import { Suspense, lazy } from "react";
import type * as Y from "yjs";
import { useHydrated } from "#client/hooks/use-hydrated.ts";
import "./editor.css";

export type LetterEditorProps = {
  /** The letter's document. Give the editor a new `key` when it is replaced. */
  readonly doc: Y.Doc;
  /** What this text is, for those who do not see where it stands. */
  readonly label: string;
  readonly titlePlaceholder?: string;
  /** There is no title to write: what it answers stands above. */
  readonly untitled?: boolean;
  readonly placeholder?: string;
  /** Puts the caret at the end of the letter once it is there. */
  readonly autofocus?: boolean;
  readonly readOnly?: boolean;
  /** Called once the letter can be written in. */
  readonly onReady?: () => void;
};

const surface = () => import("./letter-surface.tsx");

/** Loaded apart: nobody but a writer needs it, and it needs a browser. */
const LetterSurface = lazy(surface);

/**
 * Fetches the editor before anybody needs it. Were it fetched when a letter is opened, the server
 * could tell letters from other pieces by that.
 */
export function fetchLetterEditor(): void {
  surface().catch(() => undefined); // without a network: it is asked for again when it is needed
}

/** Title and body of a letter, or the body alone. Shows an empty sheet until the editor has come. */
export function LetterEditor(props: LetterEditorProps) {
  const mounted = useHydrated();
  const sheet = <div className="letter-editor" aria-busy="true" />;
  if (!mounted) return sheet;
  return (
    <Suspense fallback={sheet}>
      <LetterSurface {...props} />
    </Suspense>
  );
}
