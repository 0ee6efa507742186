import type { Keyring } from "#client/keyring/keyring.ts";
import type { RoomId } from "#domain/ids.ts";
import type { Index } from "#domain/index-schema.ts";
import type { Result } from "#domain/result.ts";
import { withRoom } from "./pairing.ts";
import { known } from "#domain/newer.ts";

/**
 * That I saw the room paused, by whomever: once the pause has ended, "Is this right for me?" is offered.
 * It is kept in my own sealed index. The other's side holds the same of what they saw, and nothing of it
 * reaches anybody.
 */
export const sawPause = (keyring: Keyring, room: RoomId): Promise<Result<Index>> =>
  keyring.index.update((index) =>
    known(index.rooms[room])?.sawPause
      ? index
      : withRoom(room, (entry) => ({ ...entry, sawPause: true }))(index),
  );

/** The offer was put away, whatever was done with it. */
export const putPauseAway = (keyring: Keyring, room: RoomId): Promise<Result<Index>> =>
  keyring.index.update(
    withRoom(room, (entry) => {
      const { sawPause: _, ...rest } = entry;
      return rest;
    }),
  );
