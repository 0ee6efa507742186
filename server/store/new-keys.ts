import type { NewEntry } from "#domain/consent/events.ts";
import type { Encoded } from "#domain/encoded.ts";
import type { PersonId, PieceId, RoomId, VersionId } from "#domain/ids.ts";
import type { StoredAccount, StoredSession } from "./accounts.ts";

/** Everything of a person that is replaced when they make new keys, and what that rests on. */
export type KeyReplacement = {
  readonly person: PersonId;
  /** The OPAQUE record that stands; the index is the one to follow that of `index.version`. */
  readonly expected: string;
  readonly account: Omit<StoredAccount, "person" | "nameHash">;
  /** Every room that this person is in. */
  readonly rooms: readonly RoomReplacement[];
  /** Every key of a piece of their own. */
  readonly pieces: readonly { readonly piece: PieceId; readonly sealed: Encoded }[];
  readonly versions: readonly { readonly version: VersionId; readonly ownerKey: Encoded }[];
  readonly received: readonly { readonly version: VersionId; readonly wrappedKey: Encoded }[];
  /** Words and the other's keys of what waited to be offered, or was put in: emptied for good. */
  readonly emptied: readonly VersionId[];
  /** The session in which it is done. */
  readonly kept: string;
  /** Milliseconds since 1970. */
  readonly at: number;
};

export type RoomReplacement = {
  readonly room: RoomId;
  /** How many entries of the shared journals and of their own they rest on. */
  readonly entries: number;
  /** The room's key, wrapped anew; null while they are alone in it. */
  readonly key: Encoded | null;
  /** What the other is told; null where nobody else is. */
  readonly entry: NewEntry | null;
};

export type NewKeysStore = {
  /**
   * All of it in one step, with the account's open links withdrawn and every session ended but `kept`:
   * gives the ended ones. `null`, and nothing happens, if anything that it rests on has moved.
   */
  readonly replace: (change: KeyReplacement) => Promise<readonly StoredSession[] | null>;
};
