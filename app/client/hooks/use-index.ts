import { useSyncExternalStore } from "react";
import type { Index } from "#domain/index-schema.ts";
import { useTab } from "./use-tab.ts";

/** What this person's devices share, as it changes. Throws outside of an unlocked page. */
export function useIndex(): Index {
  const { index } = useTab().hand.keyring;
  return useSyncExternalStore(index.subscribe, index.current, index.current);
}
