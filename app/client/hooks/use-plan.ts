import { useCallback, useSyncExternalStore } from "react";
import { draftOf, type PlanDocument, type Written } from "#client/pieces/plan-document.ts";
import type { MarksDocument } from "#client/pieces/marks-document.ts";
import { NO_MARKS, type Marks } from "#domain/pieces/marks.ts";
import type { Draft } from "#domain/pieces/plan.ts";
import { useText } from "./use-text.ts";

const NONE: readonly Written[] = [];

/** What is being written in a plan; anew when something comes, goes or is chosen otherwise. */
export function usePlan(document: PlanDocument): {
  readonly shown: readonly Written[];
  readonly gone: readonly Written[];
  readonly newer: boolean;
} {
  const { subscribe } = document;
  const shown = useSyncExternalStore(subscribe, document.shown, () => NONE);
  const gone = useSyncExternalStore(subscribe, document.gone, () => NONE);
  const newer = useSyncExternalStore(subscribe, document.isNewer, () => false);
  return { shown, gone, newer };
}

/** What stands in one commitment now, with its words as they are typed. */
export function useDraft(written: Written): Draft {
  const goal = useText(written.goal);
  const obstacle = useText(written.obstacle);
  const when = useText(written.when);
  const act = useText(written.act);
  return { ...draftOf(written), goal, obstacle, when, act };
}

const nothing = () => () => undefined;

/** What I have marked; nothing before anything is. */
export function useMarks(document: MarksDocument | null): Marks {
  const subscribe = document?.subscribe ?? nothing;
  const read = useCallback(() => document?.marks() ?? NO_MARKS, [document]);
  return useSyncExternalStore(subscribe, read, () => NO_MARKS);
}
