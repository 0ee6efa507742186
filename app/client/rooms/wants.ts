import type { Keyring } from "#client/keyring/keyring.ts";
import type { RoomId } from "#domain/ids.ts";
import type { Index } from "#domain/index-schema.ts";
import { changedWants } from "#domain/pieces/wanted.ts";
import { refuse, type Result } from "#domain/result.ts";
import { isNewer, known } from "#domain/newer.ts";
import { withRoom } from "./pairing.ts";

/** Keeps, in my own index and nowhere else, what I want of our questions in a room. */
export const keepWants = (
  { index }: Pick<Keyring, "index">,
  room: RoomId,
  change: Parameters<typeof changedWants>[1],
): Promise<Result<Index>> =>
  isNewer(known(index.current().rooms[room])?.cards)
    ? Promise.resolve(refuse("newer-version"))
    : index.update(
        withRoom(room, (entry) => ({ ...entry, cards: changedWants(entry.cards, change) })),
      );
