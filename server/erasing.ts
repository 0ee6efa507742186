import type { PieceId } from "#domain/ids.ts";
import type { Ledger, SealedLog } from "#domain/ports.ts";

/** So many pieces are looked at in one step. */
const AT_ONCE = 1000;

/**
 * Finishes what was begun: a deletion takes the keys of a piece first, in the step that decides on it,
 * and then its log. If the server ended between the two, what is left is a log that nobody can open.
 * For a server that begins, before anybody writes.
 */
export async function finishErasing(
  log: Pick<SealedLog, "pieces" | "erase">,
  ledger: Pick<Ledger, "keyed">,
): Promise<void> {
  let after: PieceId | null = null;
  for (;;) {
    const pieces: readonly PieceId[] = await log.pieces(after, AT_ONCE);
    const keyed = await ledger.keyed(pieces);
    for (const piece of pieces) if (!keyed.has(piece)) await log.erase(piece);
    after = pieces.at(-1) ?? null;
    if (after === null) return;
  }
}
