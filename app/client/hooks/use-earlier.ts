import { useCallback, useEffect, useRef, useState } from "react";
import type * as Y from "yjs";
import type { EarlierStates } from "#client/pieces/earlier.ts";
import { keepEarlier, type EarlierKeeper } from "#client/pieces/earlier-keeper.ts";
import type { Had } from "#domain/pieces/earlier.ts";

/**
 * Keeps what stood in a document, for as long as the component is there: before a change that is worth
 * it, and when the page is left. Gives whether there is something to bring back, and how to keep what
 * stands there now. `read` is as of the first call with this document.
 */
export function useEarlier(
  states: EarlierStates | null,
  doc: Y.Doc | null,
  read: (doc: Y.Doc) => Had | null,
  much?: number,
): { readonly any: boolean; readonly keepNow: () => Promise<void> } {
  const [any, setAny] = useState(false);
  const keeper = useRef<EarlierKeeper | null>(null);
  useEffect(() => {
    if (!states || !doc) return;
    const watching = keepEarlier(doc, read, states, Date.now, much);
    keeper.current = watching;
    let left = false;
    const look = () => void states.any().then((some) => !left && setAny(some));
    look();
    const stop = states.subscribe(look);
    const hidden = () => {
      if (document.visibilityState === "hidden") void watching.keepNow();
    };
    document.addEventListener("visibilitychange", hidden);
    return () => {
      left = true;
      stop();
      document.removeEventListener("visibilitychange", hidden);
      void watching.keepNow();
      watching.stop();
      keeper.current = null;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `read` is made anew at each drawing
  }, [states, doc]);
  const keepNow = useCallback(async () => keeper.current?.keepNow(), []);
  return { any, keepNow };
}
