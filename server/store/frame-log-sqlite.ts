import Libsql from "libsql";
import { idBytes, type PieceId } from "#domain/ids.ts";
import type { LogRow, SealedLog } from "#domain/ports.ts";
import type { Database } from "./database.ts";
import {
  bytesOf,
  endOfReading,
  logHead,
  logRows,
  MAX_FRAMES_READ,
  type CounterRecord,
  type FrameRecord,
  type SizeRecord,
  type StreamRecord,
} from "./frame-log-rows.ts";
import { SQLITE_PRAGMAS, sqliteFile } from "./sqlite.ts";

/**
 * The frame log on SQLite, by prepared statements on a connection of its own: the path that every key
 * press takes (docs/decisions/0001-append-path.md). The driver is synchronous, so an append holds the
 * process for the length of one transaction, and waits its turn among the process's other writers.
 */
export function openSqliteFrameLog(database: Pick<Database, "url" | "exclusively">): SealedLog {
  const db = new Libsql(sqliteFile(database.url));
  for (const pragma of SQLITE_PRAGMAS) db.exec(pragma);

  const begin = db.prepare("BEGIN IMMEDIATE");
  const commit = db.prepare("COMMIT");
  const addStream = db.prepare(
    `INSERT INTO "Stream" ("pieceId", "clientId", "sn", "streamId", "personId", "epoch", "seq")
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const addFrame = db.prepare(
    `INSERT INTO "Frame" ("pieceId", "seq", "sn", "counter", "hash", "sealed")
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const head = db.prepare(
    `SELECT max("seq") AS "seq" FROM (
       SELECT max("seq") AS "seq" FROM "Stream" WHERE "pieceId" = ?
       UNION ALL SELECT max("seq") FROM "Frame" WHERE "pieceId" = ?)`,
  );
  const streams = db.prepare(
    `SELECT "seq", "sn", "streamId", "personId", "epoch", "clientId" FROM "Stream"
     WHERE "pieceId" = ? AND "seq" > ? AND "seq" <= ? ORDER BY "seq"`,
  );
  const counters = db.prepare(
    `SELECT "sn", (SELECT max("counter") FROM "Frame" AS f
                   WHERE f."pieceId" = s."pieceId" AND f."sn" = s."sn") AS "counter"
     FROM "Stream" AS s WHERE "pieceId" = ? AND "seq" = "sn"`,
  );
  const sizes = db.prepare(
    `SELECT "seq", length("sealed") AS "size" FROM "Frame"
     WHERE "pieceId" = ? AND "seq" > ? AND "seq" <= ? AND "sealed" IS NOT NULL
     ORDER BY "seq" LIMIT ${MAX_FRAMES_READ}`,
  );
  const frames = db.prepare(
    `SELECT "seq", "sn", "counter", "hash", "sealed" FROM "Frame"
     WHERE "pieceId" = ? AND "seq" > ? AND "seq" <= ? AND "sealed" IS NOT NULL ORDER BY "seq"`,
  );
  const find = db.prepare(
    `SELECT "seq", "hash" FROM "Frame" WHERE "pieceId" = ? AND "sn" = ? AND "counter" = ?`,
  );
  const contains = db.prepare(
    `SELECT 1 FROM "Frame" WHERE "pieceId" = ? AND "sn" = ? AND "hash" = ? LIMIT 1`,
  );
  const pieces = db.prepare(
    `SELECT DISTINCT "pieceId" FROM "Stream" WHERE "pieceId" > ? ORDER BY "pieceId" LIMIT ?`,
  );
  const erasures = ["Frame", "Stream", "Checkpoint"].map((table) =>
    db.prepare(`DELETE FROM "${table}" WHERE "pieceId" = ?`),
  );

  function add(row: LogRow): void {
    if (row.kind === "frame") {
      addFrame.run(row.piece, row.seq, row.sn, row.counter, row.hash, row.sealed);
    } else {
      const stream = idBytes(row.stream);
      addStream.run(row.piece, row.clientId, row.sn, stream, row.person, row.epoch, row.seq);
    }
  }

  /** All or nothing, on the disk when it resolves. */
  function write(work: () => void): Promise<void> {
    return database.exclusively(async () => {
      begin.run();
      try {
        work();
        commit.run();
      } catch (error) {
        if (db.inTransaction) db.exec("ROLLBACK");
        throw error;
      }
    });
  }

  return {
    async head(piece) {
      const last = head.get(piece, piece) as { seq: number | null };
      const all = streams.all(piece, 0, Number.MAX_SAFE_INTEGER) as StreamRecord[];
      return logHead(last.seq, all, counters.all(piece) as CounterRecord[]);
    },

    append: (rows) => write(() => rows.forEach(add)),

    async read(piece, after, upto, bytes) {
      const end = endOfReading(sizes.all(piece, after, upto) as SizeRecord[], upto, bytes);
      return logRows(
        piece,
        streams.all(piece, after, end) as StreamRecord[],
        frames.all(piece, after, end) as FrameRecord[],
      );
    },

    async find(piece, sn, counter) {
      const found = find.get(piece, sn, counter) as Pick<FrameRecord, "seq" | "hash"> | undefined;
      return found ? { seq: found.seq, hash: bytesOf(found.hash) } : null;
    },

    async contains(piece, sn, hash) {
      return contains.get(piece, sn, hash) !== undefined;
    },

    erase: (piece) => write(() => erasures.forEach((erasure) => erasure.run(piece))),

    async pieces(after, limit) {
      const rows = pieces.all(after ?? "", limit) as { pieceId: PieceId }[];
      return rows.map(({ pieceId }) => pieceId);
    },

    async close() {
      db.close();
    },
  };
}
