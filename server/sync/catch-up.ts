import type { SealedLog } from "#domain/ports.ts";
import type { Connection } from "./connection.ts";
import { entryOf } from "./delivery.ts";
import type { OpenPiece } from "./open-piece.ts";

/** `sealed` bytes in one message on the way to the head. */
const CHUNK_BYTES = 128 * 1024;

/**
 * Brings a reader from its cursor to the head, a chunk at a time, each after the one before has left:
 * a slow reader costs one chunk of memory. Nothing is awaited between finding it at the head and
 * making it live, so no group falls between. Rejects when the store fails.
 */
export async function catchUp(
  connection: Connection,
  piece: OpenPiece,
  store: SealedLog,
  cursor: number,
): Promise<void> {
  let at = cursor;
  while (at < piece.log.head && !connection.hasEnded) {
    const upto = piece.log.head;
    const rows = await store.read(piece.id, at, upto, CHUNK_BYTES);
    const last = rows.at(-1)?.seq ?? upto;
    await connection.sendAndDrain({
      type: "updates",
      previous: at,
      last,
      entries: rows.map(entryOf),
    });
    at = last;
  }
  connection.goLive();
  connection.send({ type: "synced", head: piece.log.head });
}
