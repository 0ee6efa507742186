import { useEffect, useRef } from "react";
import type { Keyring } from "#client/keyring/keyring.ts";
import type { PieceId } from "#domain/ids.ts";
import { withPiece } from "#domain/index-schema.ts";
import { known } from "#domain/newer.ts";

/** How long after the last change the number goes into the list of one's pieces. */
const SETTLE_MS = 1_500;

/**
 * Keeps in the sealed index how many lines of a list are not offered, where the room finds it: a moment
 * after that was last changed, or when the page is left. `null` while it is not known.
 */
export function useNotOfferedNote(
  { index }: Pick<Keyring, "index">,
  piece: PieceId,
  count: number | null,
): void {
  const keep = useRef<(() => void) | null>(null);
  useEffect(() => {
    if (count === null || known(index.current().pieces[piece])?.notOffered === count) return;
    keep.current = () => {
      keep.current = null;
      void index.update((now) =>
        withPiece(now, piece, (entry) => entry && { ...entry, notOffered: count }),
      );
    };
    const timer = setTimeout(() => keep.current?.(), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [index, piece, count]);
  useEffect(() => () => keep.current?.(), []);
}
