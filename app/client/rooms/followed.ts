import type { Keyring } from "#client/keyring/keyring.ts";
import { furthest, type Stretch } from "#domain/consent/follow.ts";
import type { RoomId } from "#domain/ids.ts";
import type { Index, RoomEntry } from "#domain/index-schema.ts";
import type { HeadView } from "#domain/statement-view.ts";
import { withRoom } from "./pairing.ts";
import { known } from "#domain/newer.ts";

/** How far both chains of a room have been followed; `null` before the first statement. */
export type Followed = { readonly mine: HeadView | null; readonly theirs: HeadView | null };

/** Stretches that were followed just now. */
export type Stretches = { readonly mine: Stretch | null; readonly theirs: Stretch | null };

export const WHOSE = ["mine", "theirs"] as const;
export type Whose = (typeof WHOSE)[number];

/** What this tab has followed, should the index not take it; gone when the keys are. */
const inThisTab = new WeakMap<Keyring, Map<RoomId, Followed>>();

const NOTHING: Followed = { mine: null, theirs: null };

/** What all my devices have followed, as far as this one has heard. */
export const followedByAll = ({ index }: Keyring, room: RoomId): Followed =>
  followedIn(known(index.current().rooms[room]));

/** What this tab has followed itself. */
export const followedHere = (keyring: Keyring, room: RoomId): Followed =>
  inThisTab.get(keyring)?.get(room) ?? NOTHING;

const followedIn = (entry: RoomEntry | undefined): Followed => ({
  mine: entry?.followed?.mine ?? null,
  theirs: entry?.followed?.theirs ?? null,
});

/**
 * Remembers how far was followed, here and in the sealed index. Nothing is written where nothing
 * advances. What another device has written meanwhile stays if it lies further ahead, or on another way.
 * An index that cannot be written now is written the next time.
 */
export async function rememberFollowed(
  keyring: Keyring,
  room: RoomId,
  stretches: Stretches,
): Promise<void> {
  const rooms = inThisTab.get(keyring) ?? new Map<RoomId, Followed>();
  inThisTab.set(keyring, rooms.set(room, advanced(followedHere(keyring, room), stretches)));
  await keyring.index.update((index): Index => {
    const before = followedIn(known(index.rooms[room]));
    const { mine, theirs } = advanced(before, stretches);
    if (mine?.n === before.mine?.n && theirs?.n === before.theirs?.n) return index;
    const followed = { ...(mine && { mine }), ...(theirs && { theirs }) };
    return withRoom(room, (entry) => ({ ...entry, followed: { ...entry.followed, ...followed } }))(
      index,
    );
  });
}

function advanced(before: Followed, stretches: Stretches): Followed {
  const one = (whose: Whose): HeadView | null => {
    const stretch = stretches[whose];
    return stretch ? furthest(before[whose], stretch) : before[whose];
  };
  return { mine: one("mine"), theirs: one("theirs") };
}
