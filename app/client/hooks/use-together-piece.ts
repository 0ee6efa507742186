import { useMemo } from "react";
import type { OpenPiece, PieceSnapshot } from "#client/sync/open-piece.ts";
import type { PieceId } from "#domain/ids.ts";
import type { TogetherState } from "#domain/piece-view.ts";
import { useOpenPiece } from "./use-open-piece.ts";
import { useTogetherKeys, type PieceKeys } from "./use-piece-keys.ts";
import { useInRoom } from "./use-room.ts";
import { useTab } from "./use-tab.ts";

export type TogetherOpened =
  | { readonly is: "opening" }
  /** It does not open with this room's keys. */
  | { readonly is: "refused" }
  | {
      readonly is: "open";
      readonly keys: PieceKeys;
      readonly piece: OpenPiece;
      readonly snapshot: PieceSnapshot;
    };

/**
 * A piece that both write, opened for as long as the component is there; read-only once it is closed, and
 * while what the server says of it does not hold.
 */
export function useTogetherPiece(
  piece: PieceId,
  state: Extract<TogetherState, { is: "open" | "closed" }>,
): TogetherOpened {
  const { hand, paired, doubts } = useInRoom();
  const { device, locks } = useTab();
  const keys = useTogetherKeys(paired, piece, state.keys);
  const open = keys.is === "open" ? keys.keys : null;
  const { epoch } = state;
  const readOnly = state.is === "closed" || doubts.pieces.has(piece);
  const options = useMemo(() => {
    if (!open) return null;
    const { api, keyring } = hand;
    const { person } = keyring;
    const { cipher } = open;
    const mode = "together" as const;
    return { api, piece, person, mode, cipher, epoch, readOnly, device, locks };
  }, [open, hand, piece, epoch, readOnly, device, locks]);
  const opened = useOpenPiece(options);
  if (keys.is === "refused") return keys;
  if (!open || !opened?.snapshot.ready) return { is: "opening" };
  return { is: "open", keys: open, ...opened };
}
