import { Pool } from "pg";
import { idBytes, type PieceId } from "#domain/ids.ts";
import type { FrameRow, SealedLog, StreamRow } from "#domain/ports.ts";
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

/** One statement for a whole group: one round trip, and atomic without a transaction around it. */
const APPEND = `WITH streams AS (
    INSERT INTO "Stream" ("pieceId", "clientId", "sn", "streamId", "personId", "epoch", "seq")
    SELECT * FROM unnest($1::text[], $2::bigint[], $3::int[], $4::bytea[], $5::text[], $6::int[], $7::int[])
  )
  INSERT INTO "Frame" ("pieceId", "seq", "sn", "counter", "hash", "sealed")
  SELECT * FROM unnest($8::text[], $9::int[], $10::int[], $11::int[], $12::bytea[], $13::bytea[])`;

const HEAD = `SELECT greatest(
    (SELECT max("seq") FROM "Stream" WHERE "pieceId" = $1),
    (SELECT max("seq") FROM "Frame" WHERE "pieceId" = $1)) AS "seq"`;

const STREAMS = `SELECT "seq", "sn", "streamId", "personId", "epoch", "clientId" FROM "Stream"
  WHERE "pieceId" = $1 AND "seq" > $2 AND "seq" <= $3 ORDER BY "seq"`;

const COUNTERS = `SELECT "sn", (SELECT max("counter") FROM "Frame" AS f
    WHERE f."pieceId" = s."pieceId" AND f."sn" = s."sn") AS "counter"
  FROM "Stream" AS s WHERE "pieceId" = $1 AND "seq" = "sn"`;

const SIZES = `SELECT "seq", octet_length("sealed") AS "size" FROM "Frame"
  WHERE "pieceId" = $1 AND "seq" > $2 AND "seq" <= $3 AND "sealed" IS NOT NULL
  ORDER BY "seq" LIMIT ${MAX_FRAMES_READ}`;

const FRAMES = `SELECT "seq", "sn", "counter", "hash", "sealed" FROM "Frame"
  WHERE "pieceId" = $1 AND "seq" > $2 AND "seq" <= $3 AND "sealed" IS NOT NULL ORDER BY "seq"`;

const FIND = `SELECT "seq", "hash" FROM "Frame" WHERE "pieceId" = $1 AND "sn" = $2 AND "counter" = $3`;

const CONTAINS = `SELECT 1 FROM "Frame" WHERE "pieceId" = $1 AND "sn" = $2 AND "hash" = $3 LIMIT 1`;

const PIECES = `SELECT DISTINCT "pieceId" FROM "Stream" WHERE "pieceId" > $1 ORDER BY "pieceId" LIMIT $2`;

const ERASE = `WITH frames AS (DELETE FROM "Frame" WHERE "pieceId" = $1),
    streams AS (DELETE FROM "Stream" WHERE "pieceId" = $1)
  DELETE FROM "Checkpoint" WHERE "pieceId" = $1`;

/** The largest value of the columns that hold places. */
const MAX_INT = 2 ** 31 - 1;

/** The frame log on PostgreSQL, by prepared multi-row inserts on connections of its own. */
export function openPostgresqlFrameLog(database: Pick<Database, "url">): SealedLog {
  const pool = new Pool({ connectionString: database.url, max: 4 });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);

  /** Prepared once on each connection, under `name`. */
  const ask = async <Row extends object>(name: string, text: string, values: readonly unknown[]) =>
    (await pool.query<Row>({ name, text, values: [...values] })).rows;

  const streamsOf = (piece: string, after: number, upto: number) =>
    ask<StreamRecord>("frame-log-streams", STREAMS, [piece, after, Math.min(upto, MAX_INT)]);

  return {
    async head(piece) {
      const [[last], streams, counters] = await Promise.all([
        ask<{ seq: number | null }>("frame-log-head", HEAD, [piece]),
        streamsOf(piece, 0, MAX_INT),
        ask<CounterRecord>("frame-log-counters", COUNTERS, [piece]),
      ]);
      return logHead(last?.seq ?? null, streams, counters);
    },

    async append(rows) {
      const streams = rows.filter((row): row is StreamRow => row.kind === "stream");
      const frames = rows.filter((row): row is FrameRow => row.kind === "frame");
      await ask("frame-log-append", APPEND, [
        streams.map((row) => row.piece),
        streams.map((row) => row.clientId),
        streams.map((row) => row.sn),
        streams.map((row) => idBytes(row.stream)),
        streams.map((row) => row.person),
        streams.map((row) => row.epoch),
        streams.map((row) => row.seq),
        frames.map((row) => row.piece),
        frames.map((row) => row.seq),
        frames.map((row) => row.sn),
        frames.map((row) => row.counter),
        frames.map((row) => row.hash),
        frames.map((row) => row.sealed),
      ]);
    },

    async read(piece, after, upto, bytes) {
      const last = Math.min(upto, MAX_INT);
      const sizes = await ask<SizeRecord>("frame-log-sizes", SIZES, [piece, after, last]);
      const end = endOfReading(sizes, last, bytes);
      const [streams, frames] = await Promise.all([
        streamsOf(piece, after, end),
        ask<FrameRecord>("frame-log-frames", FRAMES, [piece, after, end]),
      ]);
      return logRows(piece, streams, frames);
    },

    async find(piece, sn, counter) {
      type Found = Pick<FrameRecord, "seq" | "hash">;
      const [found] = await ask<Found>("frame-log-find", FIND, [piece, sn, counter]);
      return found ? { seq: found.seq, hash: bytesOf(found.hash) } : null;
    },

    async contains(piece, sn, hash) {
      const found = await ask("frame-log-contains", CONTAINS, [piece, sn, hash]);
      return found.length > 0;
    },

    async erase(piece) {
      await ask("frame-log-erase", ERASE, [piece]);
    },

    async pieces(after, limit) {
      type Found = { readonly pieceId: PieceId };
      const found = await ask<Found>("frame-log-pieces", PIECES, [after ?? "", limit]);
      return found.map(({ pieceId }) => pieceId);
    },

    close: () => pool.end(),
  };
}
