import { useCallback, useSyncExternalStore } from "react";
import type * as Y from "yjs";

/** Renders anew when a map of plain values changes; gives what it holds, as JSON. */
export function useMap(map: Y.Map<unknown>): string {
  const subscribe = useCallback(
    (changed: () => void) => {
      map.observe(changed);
      return () => map.unobserve(changed);
    },
    [map],
  );
  const read = useCallback(() => JSON.stringify(map.toJSON()), [map]);
  return useSyncExternalStore(subscribe, read, () => "");
}
