import { useEffect, useState, useSyncExternalStore } from "react";
import {
  openPiece,
  type OpenPiece,
  type OpenPieceOptions,
  type PieceSnapshot,
} from "#client/sync/open-piece.ts";

const nothing = () => () => undefined;

/**
 * Opens a piece while the component is mounted, anew whenever `options` is another object: memoise it.
 * `null` before the first opening, and while `options` is `null`. When the component goes, or React
 * mounts it twice, what was written is made durable and sent in the background.
 */
export function useOpenPiece(
  options: OpenPieceOptions | null,
): { readonly piece: OpenPiece; readonly snapshot: PieceSnapshot } | null {
  const [piece, setPiece] = useState<OpenPiece | null>(null);

  useEffect(() => {
    if (!options) return;
    const opened = openPiece(options);
    setPiece(opened);
    // A page that is hidden may never come back: what is still being gathered goes to the device now.
    const keep = () => {
      if (document.visibilityState === "hidden") void opened.flush();
    };
    document.addEventListener("visibilitychange", keep);
    return () => {
      document.removeEventListener("visibilitychange", keep);
      setPiece(null);
      void opened.close();
    };
  }, [options]);

  const snapshot = useSyncExternalStore(
    piece?.subscribe ?? nothing,
    () => piece?.snapshot() ?? null,
    () => null,
  );
  return piece && snapshot ? { piece, snapshot } : null;
}
