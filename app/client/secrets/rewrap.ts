import { sealedPieceKeyData, sealedVersionKeyData } from "#domain/crypto/account-format.ts";
import { wrappedRoomKeyInfo } from "#domain/crypto/pairing-format.ts";
import { wrappedVersionKeyInfo } from "#domain/crypto/version-format.ts";
import type { Bytes } from "#domain/bytes.ts";
import type { PersonId, PieceId, RoomId, VersionId } from "#domain/ids.ts";
import { unwrapWith, wrapTo } from "../crypto/hpke.ts";
import { aeadOf } from "../crypto/secret.ts";
import type { UnlockedKeys } from "./secrets-worker.ts";

/** What hangs on somebody's keys; see domain/new-keys.ts. */
export type Wraps = {
  readonly rooms: readonly { readonly room: RoomId; readonly key: Bytes | null }[];
  readonly pieces: readonly { readonly piece: PieceId; readonly sealed: Bytes }[];
  readonly versions: readonly { readonly version: VersionId; readonly ownerKey: Bytes }[];
  readonly received: readonly {
    readonly version: VersionId;
    readonly piece: PieceId;
    readonly author: PersonId;
    readonly wrappedKey: Bytes;
  }[];
};

/** The same keys, each wrapped anew, in the same order. */
export type Rewrapped = {
  readonly rooms: readonly (Bytes | null)[];
  readonly pieces: readonly Bytes[];
  readonly versions: readonly Bytes[];
  readonly received: readonly Bytes[];
};

type Sealing = Pick<UnlockedKeys, "pieces" | "versions" | "box" | "boxKey">;

/**
 * Opens each key by the old keys and wraps it for the new ones. What does not open stays as it is: it was
 * lost before, and must not keep its person from having new keys.
 */
export async function rewrap(
  person: PersonId,
  wraps: Wraps,
  from: Sealing,
  to: Sealing,
): Promise<Rewrapped> {
  const sealAnew = async (keys: "pieces" | "versions", sealed: Bytes, data: Bytes) => {
    const raw = await aeadOf(from[keys]).open(sealed, data);
    if (!raw) return sealed;
    const anew = await aeadOf(to[keys]).seal(raw, data);
    raw.fill(0);
    return anew;
  };
  const wrapAnew = async (wrapped: Bytes, info: Bytes) => {
    const raw = await unwrapWith(from.box, wrapped, info);
    if (!raw.ok) return wrapped;
    const anew = await wrapTo(to.boxKey, raw.value, info);
    raw.value.fill(0);
    if (!anew.ok) throw new Error("a key that was just made is not sound");
    return anew.value;
  };
  return {
    rooms: await inTurn(wraps.rooms, async ({ room, key }) =>
      key === null ? null : wrapAnew(key, wrappedRoomKeyInfo(room, person)),
    ),
    pieces: await inTurn(wraps.pieces, ({ piece, sealed }) =>
      sealAnew("pieces", sealed, sealedPieceKeyData(piece)),
    ),
    versions: await inTurn(wraps.versions, ({ version, ownerKey }) =>
      sealAnew("versions", ownerKey, sealedVersionKeyData(version)),
    ),
    received: await inTurn(wraps.received, ({ piece, version, author, wrappedKey }) =>
      wrapAnew(wrappedKey, wrappedVersionKeyInfo({ piece, version, author }, person)),
    ),
  };
}

/** One after the other: there may be thousands, and none is worth a promise of its own meanwhile. */
async function inTurn<Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (const item of items) made.push(await make(item));
  return made;
}
