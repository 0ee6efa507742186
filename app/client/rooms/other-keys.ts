import { sha256 } from "#client/crypto/digest.ts";
import { isSoundBoxKey, verify } from "#client/crypto/signatures.ts";
import type { Keyring } from "#client/keyring/keyring.ts";
import { sameBytes, toBase64Url } from "#domain/bytes.ts";
import { keysAfter } from "#domain/consent/keys.ts";
import { decoded } from "#domain/encoded.ts";
import type { RoomId } from "#domain/ids.ts";
import type { Index, Pinned } from "#domain/index-schema.ts";
import type { Result } from "#domain/result.ts";
import type { Day, KeyChangeView, RoomView } from "#domain/rooms.ts";
import { withRoom } from "./pairing.ts";

/** Other keys of the other, which I have not yet said that I saw. */
export type ChangedKeys = {
  /** The day of the last change. */
  readonly on: Day;
  /** What will be pinned once I have. */
  readonly next: Pinned;
};

/**
 * How the other's keys have changed since I pinned them. A change counts if the keys of before it have
 * signed it, in this room and further on in their chain: the server can keep one from me, and cannot make
 * one up. `null`: they are those that I have pinned.
 */
export function changedKeys(
  { room, other }: Pick<RoomView, "room" | "other">,
  pinned: Pinned,
): ChangedKeys | null {
  if (other?.person !== pinned.person) return null;
  let next = pinned;
  let on: Day | null = null;
  for (const change of other.keyChanges.slice(pinned.before?.length ?? 0)) {
    const after = pinnedAfter(change, room, next);
    if (!after) break;
    next = after;
    on = change.on;
  }
  return on === null ? null : { on, next };
}

function pinnedAfter({ on, statement }: KeyChangeView, room: RoomId, pinned: Pinned): Pinned | null {
  const { person, signingKey } = pinned;
  const signer = { room, person, signingKey: toBase64Url(signingKey) };
  const after = keysAfter(statement, signer, { sha256, verify });
  if (!after || after.head.day !== on) return null;
  const before = pinned.before ?? [];
  const upTo = after.head.link.n;
  if (upTo <= (before.at(-1)?.upTo ?? 0)) return null;
  const boxKey = decoded(after.keys.boxKey);
  if (!isSoundBoxKey(boxKey)) return null;
  return {
    ...pinned,
    signingKey: decoded(after.keys.signingKey),
    boxKey,
    before: [...before, { signingKey, upTo, on }],
  };
}

/** I have seen it: from here on the new keys count. Nothing happens if others were pinned meanwhile. */
export const takeKeys = (
  keyring: Keyring,
  room: RoomId,
  seen: Pinned,
  { next }: ChangedKeys,
): Promise<Result<Index>> =>
  keyring.index.update((index) => {
    const { other } = index.rooms[room] ?? {};
    if (!other || !sameBytes(other.signingKey, seen.signingKey)) return index;
    return withRoom(room, (entry) => ({ ...entry, other: next }))(index);
  });
