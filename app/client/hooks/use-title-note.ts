import { useEffect, useRef } from "react";
import type { Keyring } from "#client/keyring/keyring.ts";
import { note } from "#client/rooms/own-pieces.ts";
import type { PieceId, RoomId } from "#domain/ids.ts";
import { MAX_TITLE } from "#domain/pieces/letter.ts";
import type { PieceKind } from "#domain/pieces/kinds.ts";
import { normaliseWords } from "#domain/pieces/words.ts";
import { known } from "#domain/newer.ts";

/** How long after the last change the title goes into the list of one's pieces. */
const SETTLE_MS = 1_500;

/**
 * Keeps a piece's title in the sealed index, where the room finds it: a moment after it was last
 * changed, or when the page is left. `null` while it is not known.
 */
export function useTitleNote(
  keyring: Keyring,
  room: RoomId,
  piece: PieceId,
  kind: PieceKind,
  title: string | null,
): void {
  const keep = useRef<(() => void) | null>(null);
  const seen = useRef(false);
  useEffect(() => {
    if (title === null) return;
    // A title that is known and not here yet is on its way: nobody has taken it away.
    if (title !== "") seen.current = true;
    else if (!seen.current && known(keyring.index.current().pieces[piece])?.title) return;
    const entry = { kind, title: normaliseWords(title).slice(0, MAX_TITLE), room };
    keep.current = () => {
      keep.current = null;
      void note(keyring, piece, entry);
    };
    const timer = setTimeout(() => keep.current?.(), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [keyring, room, piece, kind, title]);
  useEffect(() => () => keep.current?.(), []);
}
