import { useMemo } from "react";
import { earlierStates, type EarlierStates } from "#client/pieces/earlier.ts";
import type { OpenPiece, PieceSnapshot } from "#client/sync/open-piece.ts";
import { known } from "#domain/newer.ts";
import type { WrittenView } from "#domain/piece-view.ts";
import { useOpenPiece } from "./use-open-piece.ts";
import { useOwnKeys } from "./use-piece-keys.ts";
import { useInRoom } from "./use-room.ts";
import { useTab } from "./use-tab.ts";

/** A piece of my own, opened to be written in for as long as the component is there. */
export function useOwnPiece({ piece, key }: Pick<WrittenView, "piece" | "key">): {
  /** It does not open with my keys. */
  readonly refused: boolean;
  readonly opened: { readonly piece: OpenPiece; readonly snapshot: PieceSnapshot } | null;
  /** What this device keeps of it from earlier; `null` on a shared device, which keeps nothing. */
  readonly earlier: EarlierStates | null;
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
  const earlier = useMemo(() => {
    const { keyring } = hand;
    if (!cipher || !keyring.remembered) return null;
    const isGone = () => known(keyring.index.current().gone)?.includes(piece) ?? false;
    return earlierStates({ device, cipher, piece, epoch: 1, now: Date.now, isGone });
  }, [cipher, hand, piece, device]);
  return { refused: keys.is === "refused", opened: useOpenPiece(options), earlier };
}
