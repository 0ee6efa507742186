import type { RoomId } from "#domain/ids.ts";
import { ok, type Result } from "#domain/result.ts";
import type { WrittenView } from "#domain/piece-view.ts";
import { actQuietly, type Hand } from "./acts.ts";
import { standing } from "./cards.ts";
import { deleteLater } from "./delete-later.ts";
import { takeBack } from "./take-back.ts";

/**
 * Deletes a piece of my own, also if a version of it stands offered: that is taken back first, openly, as
 * ever; what waits is not sent any more. If only that came about, it can be deleted afterwards. The piece
 * itself can be brought back for a while, what was taken back cannot.
 */
export async function takeBackAndDelete(
  hand: Hand,
  room: RoomId,
  view: WrittenView,
  now: number,
): Promise<Result<null>> {
  const { piece } = view;
  const offered = standing(view);
  if (offered) {
    const taken = await takeBack(hand, room, piece, offered.version);
    if (!taken.ok && taken.refusal.code !== "already-done") return taken;
  }
  if (view.waiting) {
    const { version } = view.waiting;
    const unsent = await actQuietly(hand, room, piece, { kind: "dont-send", version });
    if (!unsent.ok) return unsent;
  }
  const noted = await deleteLater(hand.keyring, room, piece, now);
  return noted.ok ? ok(null) : noted;
}
