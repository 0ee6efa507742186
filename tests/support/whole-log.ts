import type { PieceId } from "#domain/ids.ts";
import type { LogRow, SealedLog } from "#domain/ports.ts";

/** Every row of a piece that is still there, in order. */
export async function wholeLog(log: SealedLog, piece: PieceId): Promise<LogRow[]> {
  const rows: LogRow[] = [];
  for (;;) {
    const after = rows.at(-1)?.seq ?? 0;
    const more = await log.read(piece, after, Number.MAX_SAFE_INTEGER, 1024 * 1024);
    if (more.length === 0) return rows;
    rows.push(...more);
  }
}
