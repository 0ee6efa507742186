import { useEffect, useState } from "react";
import type { VersionContent } from "#client/pieces/clean-copy.ts";
import type { Hand } from "#client/rooms/acts.ts";
import { readVersion, type Offered } from "#client/rooms/versions.ts";
import type { PieceId, VersionId } from "#domain/ids.ts";

export type VersionState =
  | { readonly is: "opening" }
  | { readonly is: "open"; readonly content: VersionContent }
  | { readonly is: "refused"; readonly code: string };

const OPENING: VersionState = { is: "opening" };

/**
 * The content of a sealed version, fetched, checked and opened; kept in this page's memory and nowhere
 * else. With `version` null there is nothing to open.
 */
export function useVersion(
  hand: Hand,
  piece: PieceId,
  version: VersionId | null,
  offered: Offered | null,
  /** Change it to try again. */
  attempt = 0,
): VersionState {
  const [state, setState] = useState<VersionState>(OPENING);
  const key = offered ? `${version} ${offered.statement.hash}` : null;
  useEffect(() => {
    if (!version || !offered) return;
    let left = false;
    setState(OPENING);
    void readVersion(hand, piece, version, offered).then((read) => {
      if (left) return;
      setState(
        read.ok ? { is: "open", content: read.value } : { is: "refused", code: read.refusal.code },
      );
    });
    return () => {
      left = true;
      setState(OPENING);
    };
    // `key` says whether it is the same offer; the objects are made anew with every view.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [hand, piece, key, attempt]);
  return state;
}
