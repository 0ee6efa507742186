import { useCallback, useSyncExternalStore } from "react";
import type { Undo } from "#client/pieces/undo.ts";

const never = () => false;

/** Whether there is something to take back, and something to bring again. */
export function useUndo(undo: Undo): { readonly canUndo: boolean; readonly canRedo: boolean } {
  const subscribe = useCallback((changed: () => void) => undo.subscribe(changed), [undo]);
  const canUndo = useSyncExternalStore(subscribe, undo.canUndo, never);
  const canRedo = useSyncExternalStore(subscribe, undo.canRedo, never);
  return { canUndo, canRedo };
}
