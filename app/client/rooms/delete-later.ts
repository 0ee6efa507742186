import type { PieceId, RoomId } from "#domain/ids.ts";
import { withPiece, type Index } from "#domain/index-schema.ts";
import type { Result } from "#domain/result.ts";
import type { DeviceStore } from "#client/sync/device-store.ts";
import type { Keyring } from "#client/keyring/keyring.ts";
import type { Hand } from "./acts.ts";
import { forgetForGood, letGo } from "./own-pieces.ts";
import { known } from "#domain/newer.ts";

/** In ms: for so long a deletion can be undone. */
export const UNDO_TIME = 60_000;
/** When a piece goes that nobody has seen: there is nothing to undo. */
export const AT_ONCE = 0;
/** In ms: how soon a deletion that could not be done is tried again. */
const AGAIN = 30_000;

/**
 * Deletes a piece of mine in a while. It leaves all my pages at once; until its time it can be brought
 * back, and then the next page of mine that is open destroys it.
 */
export const deleteLater = (
  { index }: Pick<Keyring, "index">,
  room: RoomId,
  piece: PieceId,
  now: number,
): Promise<Result<Index>> =>
  index.update((before) =>
    withPiece(before, piece, (entry = { kind: "letter", title: "", room }) => ({
      ...entry,
      goesAt: now + UNDO_TIME,
    })),
  );

/** Undoes that. Nothing happens to a piece that is destroyed already. */
export const keepAfterAll = (
  { index }: Pick<Keyring, "index">,
  piece: PieceId,
): Promise<Result<Index>> =>
  index.update((before) =>
    withPiece(before, piece, (entry) => {
      if (entry?.goesAt === undefined) return entry;
      const { goesAt: _taken, ...kept } = entry;
      return kept;
    }),
  );

/** Destroys a piece that was deleted, now. */
export async function destroy(
  hand: Hand,
  device: Pick<DeviceStore, "forget">,
  piece: PieceId,
): Promise<Result<null>> {
  const done = await letGo(hand, device, piece);
  // Another device of mine offered it meanwhile: it is not gone, and must not look as if it were.
  if (!done.ok && done.refusal.code === "still-offered") await keepAfterAll(hand.keyring, piece);
  // Another device was first, and may not have come to say so.
  if (done.ok && hand.keyring.index.current().pieces[piece]) {
    await forgetForGood(hand.keyring, piece);
  }
  return done;
}

/** Pieces of mine that were deleted and are not destroyed yet. */
export const leaving = ({ pieces }: Index): readonly (readonly [PieceId, number])[] =>
  (Object.entries(pieces) as [PieceId, Index["pieces"][PieceId]][]).flatMap(([piece, entry]) => {
    const goesAt = known(entry)?.goesAt;
    return goesAt === undefined ? [] : [[piece, goesAt] as const];
  });

/**
 * Destroys what was deleted when its time has come, also what was deleted on another device or before
 * this page was opened. Gives the way to stop.
 */
export function finishDeletions(
  hand: Hand,
  device: Pick<DeviceStore, "forget">,
  now: () => number = Date.now,
): () => void {
  const { index } = hand.keyring;
  const busy = new Set<PieceId>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const finish = async (piece: PieceId): Promise<void> => {
    busy.add(piece);
    await destroy(hand, device, piece).catch(() => undefined);
    busy.delete(piece);
  };
  const look = () => {
    clearTimeout(timer);
    if (stopped) return;
    const open = leaving(index.current()).filter(([piece]) => !busy.has(piece));
    const due = open.filter(([, goesAt]) => goesAt <= now());
    void Promise.all(due.map(([piece]) => finish(piece)));
    const next = open.map(([, goesAt]) => Math.max(goesAt - now(), 0) || AGAIN);
    if (next.length > 0) timer = setTimeout(look, Math.min(...next, AGAIN));
  };
  look();
  const unsubscribe = index.subscribe(look);
  return () => {
    stopped = true;
    clearTimeout(timer);
    unsubscribe();
  };
}
