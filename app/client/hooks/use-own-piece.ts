import { useMemo } from "react";
import type { OpenPiece, PieceSnapshot } from "#client/sync/open-piece.ts";
import type { WrittenView } from "#domain/rooms.ts";
import { useOpenPiece } from "./use-open-piece.ts";
import { useOwnKeys } from "./use-piece-keys.ts";
import { useInRoom } from "./use-room.ts";
import { useTab } from "./use-tab.ts";

/** A piece of my own, opened to be written in for as long as the component is there. */
export function useOwnPiece({ piece, key }: Pick<WrittenView, "piece" | "key">): {
  /** It does not open with my keys. */
  readonly refused: boolean;
  readonly opened: { readonly piece: OpenPiece; readonly snapshot: PieceSnapshot } | null;
} {
  const { hand } = useInRoom();
  const { device, locks } = useTab();
  const keys = useOwnKeys(hand, piece, key);
  const cipher = keys.is === "open" ? keys.keys.cipher : null;
  const options = useMemo(() => {
    if (!cipher) return null;
    const { api, keyring } = hand;
    const { person } = keyring;
    return { api, piece, person, mode: "own" as const, cipher, epoch: 1, device, locks };
  }, [cipher, hand, piece, device, locks]);
  return { refused: keys.is === "refused", opened: useOpenPiece(options) };
}
