import type { Keyring } from "#client/keyring/keyring.ts";
import { sameBytes } from "#domain/bytes.ts";
import type { RoomId } from "#domain/ids.ts";
import type { Index, Pinned } from "#domain/index-schema.ts";
import type { Result } from "#domain/result.ts";
import type { RoomView } from "#domain/room-view.ts";
import type { Day } from "#domain/statement-view.ts";
import { grownKeys } from "./grown-keys.ts";
import { withRoom } from "./pairing.ts";
import { known } from "#domain/newer.ts";

/** Other keys of the other, which I have not yet said that I saw. */
export type ChangedKeys = {
  /** The day of the last change. */
  readonly on: Day;
  /** What will be pinned once I have. */
  readonly next: Pinned;
};

/** How the other's keys have changed since I pinned them; `null` if they are those that I have pinned. */
export function changedKeys(
  { room, other }: Pick<RoomView, "room" | "other">,
  pinned: Pinned,
): ChangedKeys | null {
  if (other?.person !== pinned.person) return null;
  const next = grownKeys(
    pinned,
    room,
    other.keyChanges.map(({ statement }) => statement),
  );
  const last = next.before?.at(-1);
  return next === pinned || !last ? null : { on: last.on, next };
}

/** I have seen it: from here on the new keys count. Nothing happens if others were pinned meanwhile. */
export const takeKeys = (
  keyring: Keyring,
  room: RoomId,
  seen: Pinned,
  { next }: ChangedKeys,
): Promise<Result<Index>> =>
  keyring.index.update((index) => {
    const { other } = known(index.rooms[room]) ?? {};
    if (!other || !sameBytes(other.signingKey, seen.signingKey)) return index;
    return withRoom(room, (entry) => ({ ...entry, other: next }))(index);
  });
