import { useEffect, useState } from "react";
import type * as Y from "yjs";
import { letterContentOf, letterDocument } from "#client/pieces/letter-document.ts";
import type { LetterContent } from "#domain/pieces/letter.ts";

/** Reading a whole letter at each key press would be felt; this soon after the last is soon enough. */
const SETTLE_MS = 250;

/** What the letter says now, a moment after the last change; `null` while it cannot be read. */
export function useLetterContent(doc: Y.Doc | null): LetterContent | null {
  const [content, setContent] = useState<LetterContent | null>(null);
  useEffect(() => {
    if (!doc) return;
    const letter = letterDocument(doc);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      const now = letterContentOf(letter);
      setContent(now.ok ? now.value : null);
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(read, SETTLE_MS);
    };
    read();
    doc.on("update", later);
    return () => {
      clearTimeout(timer);
      doc.off("update", later);
      setContent(null);
    };
  }, [doc]);
  return content;
}
