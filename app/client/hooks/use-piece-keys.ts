import { useEffect, useState } from "react";
import { createFrameCipher } from "#client/crypto/frame-cipher.ts";
import type { Hand } from "#client/rooms/acts.ts";
import { openKeys } from "#client/rooms/together.ts";
import type { Paired } from "#client/rooms/versions.ts";
import type { FrameCipher } from "#client/sync/frame-cipher.ts";
import type { Secret } from "#domain/crypto/port.ts";
import { decoded, type Encoded } from "#domain/encoded.ts";
import type { PieceId } from "#domain/ids.ts";
import type { EpochKey } from "#domain/piece-view.ts";

export type PieceKeys = {
  readonly cipher: FrameCipher;
  readonly keys: ReadonlyMap<number, Secret>;
};

export type KeysState =
  | { readonly is: "opening" }
  | { readonly is: "open"; readonly keys: PieceKeys }
  | { readonly is: "refused" };

const OPENING: KeysState = { is: "opening" };
/** Own pieces have one epoch. */
const OWN_EPOCH = 1;

function useKeys(
  unlock: () => Promise<ReadonlyMap<number, Secret> | null>,
  piece: PieceId,
  which: string,
): KeysState {
  const [state, setState] = useState<KeysState>(OPENING);
  useEffect(() => {
    let left = false;
    unlock().then(
      (keys) => {
        if (left) return;
        setState(
          keys
            ? { is: "open", keys: { keys, cipher: createFrameCipher(piece, keys) } }
            : { is: "refused" },
        );
      },
      () => !left && setState({ is: "refused" }),
    );
    return () => {
      left = true;
      setState(OPENING);
    };
    // `which` names the sealed keys; `unlock` is made anew with every view.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [piece, which]);
  return state;
}

/** The key of a piece of my own. */
export function useOwnKeys({ keyring }: Hand, piece: PieceId, sealed: Encoded): KeysState {
  const unlock = async () => {
    const key = await keyring.unwrapPieceKey(piece, decoded(sealed));
    return key.ok ? new Map([[OWN_EPOCH, key.value]]) : null;
  };
  return useKeys(unlock, piece, sealed);
}

/** The keys of a piece that both write, one for each time it was open. */
export function useTogetherKeys(
  paired: Paired | null,
  piece: PieceId,
  sealed: readonly EpochKey[],
): KeysState {
  const unlock = async () => {
    if (!paired) return null;
    const keys = await openKeys(paired, piece, sealed);
    return keys.ok ? keys.value : null;
  };
  return useKeys(unlock, piece, `${paired !== null} ${sealed.map((key) => key.sealed).join()}`);
}
