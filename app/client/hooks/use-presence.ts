import { useEffect, useState } from "react";
import type { OpenPiece } from "#client/sync/open-piece.ts";
import type { PieceId } from "#domain/ids.ts";
import { useInRoom } from "./use-room.ts";

/**
 * The switch of presence, for this page and this sitting: off at the beginning, and off for good when
 * the page is left. `both` is told by the server, only while both have it on.
 */
export function usePresence(
  piece: PieceId,
  open: OpenPiece,
): { readonly on: boolean; readonly both: boolean; readonly set: (on: boolean) => void } {
  const { live } = useInRoom();
  const { page } = open;
  const [on, setOn] = useState(false);
  const [both, setBoth] = useState(false);
  useEffect(() => {
    if (!on) return;
    const stop = live.subscribe((event) => {
      if (event.is === "presence" && event.page === page) setBoth(event.both);
    });
    live.sharePresence(piece, page, true);
    return () => {
      stop();
      live.sharePresence(piece, page, false);
      setBoth(false);
    };
  }, [on, live, piece, page]);
  const sharing = on && both;
  useEffect(() => {
    open.sharePresence(sharing);
    return () => open.sharePresence(false);
  }, [sharing, open]);
  return { on, both: sharing, set: setOn };
}
