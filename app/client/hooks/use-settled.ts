import { useEffect, useState } from "react";
import type * as Y from "yjs";

/** Reading a whole document at each key press would be felt; this soon after the last is soon enough. */
const SETTLE_MS = 250;

/**
 * What `read` finds in a document, a moment after its last change; `null` while there is none. `key`
 * says whether it would read the same thing.
 */
export function useSettled<T>(
  doc: Y.Doc | null,
  read: (doc: Y.Doc) => T | null,
  key: string,
): T | null {
  const [found, setFound] = useState<T | null>(null);
  useEffect(() => {
    if (!doc) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => setFound(read(doc));
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(look, SETTLE_MS);
    };
    look();
    doc.on("update", later);
    return () => {
      clearTimeout(timer);
      doc.off("update", later);
      setFound(null);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see `key`
  }, [doc, key]);
  return found;
}
