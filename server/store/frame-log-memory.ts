import { sameBytes } from "#domain/bytes.ts";
import type { PieceId } from "#domain/ids.ts";
import type { FrameRow, LogRow, SealedLog, StreamRow } from "#domain/ports.ts";

type Log = { readonly rows: LogRow[]; readonly places: Set<string> };

/** The frame log in memory: for tests, and the plainest statement of what the port promises. */
export function createMemoryFrameLog(): SealedLog {
  const logs = new Map<PieceId, Log>();
  const rowsOf = (piece: PieceId): readonly LogRow[] => logs.get(piece)?.rows ?? [];
  const streamsOf = (piece: PieceId) =>
    rowsOf(piece).filter((row): row is StreamRow => row.kind === "stream");
  const framesOf = (piece: PieceId, sn: number) =>
    rowsOf(piece).filter((row): row is FrameRow => row.kind === "frame" && row.sn === sn);

  return {
    async head(piece) {
      const streams = streamsOf(piece);
      return {
        head: rowsOf(piece).at(-1)?.seq ?? 0,
        streams: streams
          .filter(({ sn, seq }) => sn === seq)
          .map(({ sn, stream, person, epoch }) => ({
            sn,
            stream,
            person,
            epoch,
            clientIds: streams.filter((row) => row.sn === sn).map(({ clientId }) => clientId),
            counter: framesOf(piece, sn).at(-1)?.counter ?? 0,
          })),
      };
    },

    async append(rows) {
      const added = new Set<string>();
      for (const row of rows) {
        for (const place of placesOf(row)) {
          const key = `${row.piece} ${place}`;
          if (added.has(key) || logs.get(row.piece)?.places.has(place)) {
            throw new Error("a place is taken");
          }
          added.add(key);
        }
      }
      for (const row of rows) {
        const log = logs.get(row.piece) ?? { rows: [], places: new Set() };
        logs.set(row.piece, log);
        log.rows.push(row);
        for (const place of placesOf(row)) log.places.add(place);
      }
    },

    async read(piece, after, upto, bytes) {
      const out: LogRow[] = [];
      let total = 0;
      for (const row of rowsOf(piece)) {
        if (row.seq <= after || row.seq > upto) continue;
        if (row.kind === "frame") {
          if (total > 0 && total + row.sealed.length > bytes) break;
          total += row.sealed.length;
        }
        out.push(row);
      }
      return out;
    },

    async find(piece, sn, counter) {
      const found = framesOf(piece, sn).find((row) => row.counter === counter);
      return found ? { seq: found.seq, hash: found.hash } : null;
    },

    async contains(piece, sn, hash) {
      return framesOf(piece, sn).some((row) => sameBytes(row.hash, hash));
    },

    async erase(piece) {
      logs.delete(piece);
    },

    async pieces(after, limit) {
      const all = [...logs.keys()].sort();
      return all.filter((piece) => after === null || piece > after).slice(0, limit);
    },

    async close() {},
  };
}

/** What no other row of the piece may have. */
function placesOf(row: LogRow): readonly string[] {
  const own = row.kind === "stream" ? `client ${row.clientId}` : `frame ${row.sn} ${row.counter}`;
  return [`seq ${row.seq}`, own];
}
