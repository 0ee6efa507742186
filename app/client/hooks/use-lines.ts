import { useCallback, useSyncExternalStore } from "react";
import type { Line, LineDocument } from "#client/pieces/line-document.ts";

const NONE: readonly Line[] = [];

/** The lines that show, and those that were retired; anew when a line comes, goes or returns. */
export function useLines(document: LineDocument): {
  readonly shown: readonly Line[];
  readonly retired: readonly Line[];
} {
  const subscribe = useCallback((changed: () => void) => document.subscribe(changed), [document]);
  const shown = useSyncExternalStore(subscribe, document.shown, () => NONE);
  const retired = useSyncExternalStore(subscribe, document.retired, () => NONE);
  return { shown, retired };
}
