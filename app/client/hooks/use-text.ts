import { useCallback, useSyncExternalStore } from "react";
import type * as Y from "yjs";

/** The words that stand in a text now; none while there is no text. */
export function useText(text: Y.Text | null): string {
  const subscribe = useCallback(
    (changed: () => void) => {
      text?.observe(changed);
      return () => text?.unobserve(changed);
    },
    [text],
  );
  const read = useCallback(() => text?.toString() ?? "", [text]);
  return useSyncExternalStore(subscribe, read, () => "");
}
