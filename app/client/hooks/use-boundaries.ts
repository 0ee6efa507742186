import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import {
  lineOf,
  type BoundariesDocument,
  type Boundary,
} from "#client/pieces/boundaries-document.ts";
import type { LineId } from "#domain/ids.ts";
import type { Area, BoundaryLine } from "#domain/pieces/boundaries.ts";

const NO_LINES: readonly Boundary[] = [];
const NO_AREAS: readonly Area[] = [];

/** The list as it shows; anew when a line comes, goes, moves or is set otherwise. */
export function useBoundaries(document: BoundariesDocument): {
  readonly shown: readonly Boundary[];
  readonly gone: readonly Boundary[];
  readonly hidden: readonly Area[];
} {
  const subscribe = useCallback((changed: () => void) => document.subscribe(changed), [document]);
  const shown = useSyncExternalStore(subscribe, document.shown, () => NO_LINES);
  const gone = useSyncExternalStore(subscribe, document.gone, () => NO_LINES);
  const hidden = useSyncExternalStore(subscribe, document.hidden, () => NO_AREAS);
  return { shown, gone, hidden };
}

/** A line of mine, and what would cross if it were offered now. */
export type MyLine = { readonly id: LineId; readonly line: BoundaryLine | null };

/** Reading every line at each key press would be felt; this soon after the last is soon enough. */
const SETTLE_MS = 200;

/** What the lines say, a moment after the last change. */
export function useMyLines(document: BoundariesDocument): readonly MyLine[] {
  const [lines, setLines] = useState(() => read(document));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const now = () => setLines(read(document));
    now();
    const stop = document.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(now, SETTLE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [document]);
  return lines;
}

const read = (document: BoundariesDocument): readonly MyLine[] =>
  document.shown().map((boundary) => ({ id: boundary.id, line: lineOf(boundary) }));
