import { useEffect, useState } from "react";
import type { Awareness } from "y-protocols/awareness";
import { readCarets, type Caret, type Texts } from "#client/pieces/carets.ts";

const NONE: readonly Caret[] = [];

/**
 * Where the other's carets stand. `awareness` is null while presence is not shared by both: then there
 * are none, whatever was known before.
 */
export function useCarets(
  awareness: Awareness | null,
  document: Texts,
  isOther: (clientId: number) => boolean,
): readonly Caret[] {
  const [carets, setCarets] = useState(NONE);
  useEffect(() => {
    if (!awareness) return;
    const read = () => setCarets(readCarets(awareness, document, isOther));
    awareness.on("change", read);
    document.doc.on("afterTransaction", read);
    read();
    return () => {
      awareness.off("change", read);
      document.doc.off("afterTransaction", read);
      setCarets(NONE);
    };
  }, [awareness, document, isOther]);
  return carets;
}
