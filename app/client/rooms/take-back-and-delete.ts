import type { RoomId } from "#domain/ids.ts";
import type { Result } from "#domain/result.ts";
import type { WrittenView } from "#domain/rooms.ts";
import { actOpenly, type Hand } from "./acts.ts";
import { standing } from "./cards.ts";
import { deletePiece } from "./own-pieces.ts";

/**
 * Deletes a piece of my own, also if a version of it stands offered: that is taken back first, openly, as
 * ever. If only that came about, it can be deleted afterwards.
 */
export async function takeBackAndDelete(
  hand: Hand,
  room: RoomId,
  view: WrittenView,
): Promise<Result<null>> {
  const { piece } = view;
  const offered = standing(view);
  if (offered) {
    const { version } = offered;
    const taken = await actOpenly(hand, room, piece, { kind: "take-back", version });
    if (!taken.ok && taken.refusal.code !== "already-done") return taken;
  }
  return deletePiece(hand, piece);
}
