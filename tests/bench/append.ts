// How fast a group of frames can be made durable, by the ways there are:
//   npx tsx tests/bench/append.ts [rounds]
// Both databases wait for the disk at every commit. The ways take turns, so that what else the machine
// does falls on all of them; printed are the median of the rounds and its ratio to the first way, which
// is the one that the frame log takes.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Pool } from "pg";
import { idOf, type PieceId } from "#domain/ids.ts";
import type { FrameRow } from "#domain/ports.ts";
import { openDatabase, type Database } from "#server/store/database.ts";
import { openFrameLog } from "#server/store/frame-log.ts";
import { migrate } from "#server/store/migrate.ts";
import { startCluster } from "#tests/support/postgres-cluster.ts";

type Way = {
  readonly name: string;
  readonly append: (rows: readonly FrameRow[]) => Promise<unknown>;
};

const ROUNDS = Number(process.argv[2] ?? 7);
const ROUND_MS = 300;
const GROUPS = [1, 16, 256];
/** As many as a busy server has open. */
const PIECES = 100;
/** A frame of one key press: nonce, 64 padded bytes, tag. */
const SEALED_BYTES = 92;

const pieces = Array.from({ length: PIECES }, (_, at) => {
  const bytes = new Uint8Array(16).fill(7);
  bytes[0] = at;
  return { piece: idOf<PieceId>(bytes), seq: 0 };
});
let made = 0;
function nextRows(count: number): FrameRow[] {
  return Array.from({ length: count }, () => {
    const place = pieces[made++ % PIECES];
    if (!place) throw new Error("no piece");
    const { piece } = place;
    const seq = ++place.seq;
    const hash = new Uint8Array(16).fill(made);
    const sealed = new Uint8Array(SEALED_BYTES).fill(made);
    return { kind: "frame", piece, seq, sn: 1, counter: seq, hash, sealed };
  });
}

const columns = ({ piece, seq, sn, counter, hash, sealed }: FrameRow) => ({
  pieceId: piece,
  seq,
  sn,
  counter,
  hash,
  sealed,
});

/** One multi-row INSERT; both databases know numbered parameters. */
function insert(rows: readonly FrameRow[]): { readonly text: string; readonly values: unknown[] } {
  const places = rows.map((_, at) => `(${[1, 2, 3, 4, 5, 6].map((n) => `$${at * 6 + n}`).join()})`);
  return {
    text: `INSERT INTO "Frame" ("pieceId", "seq", "sn", "counter", "hash", "sealed") VALUES ${places.join()}`,
    values: rows.flatMap((row) => Object.values(columns(row))),
  };
}

function byPrisma({ client }: Database): Way[] {
  return [
    {
      name: "Prisma createMany",
      append: (rows) => client.frame.createMany({ data: rows.map(columns) }),
    },
    {
      name: "Prisma $executeRawUnsafe, multi-row",
      append(rows) {
        const { text, values } = insert(rows);
        return client.$executeRawUnsafe(text, ...values);
      },
    },
  ];
}

function byValues(pool: Pool): Way[] {
  return [
    {
      name: "pg, multi-row VALUES, prepared",
      append: (rows) => pool.query({ name: `values-${rows.length}`, ...insert(rows) }),
    },
    { name: "pg, multi-row VALUES", append: (rows) => pool.query(insert(rows)) },
  ];
}

async function rate({ append }: Way, group: number): Promise<number> {
  const began = performance.now();
  let rows = 0;
  while (performance.now() - began < ROUND_MS) {
    await append(nextRows(group));
    rows += group;
  }
  return (rows * 1000) / (performance.now() - began);
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function compare(title: string, ways: readonly Way[]): Promise<void> {
  console.log(`\n${title}`);
  for (const group of GROUPS) {
    const rates = ways.map((): number[] => []);
    for (let round = -1; round < ROUNDS; round++) {
      for (const [at, way] of ways.entries()) {
        const perSecond = await rate(way, group);
        if (round >= 0) rates[at]?.push(perSecond); // the first round only warms up
      }
    }
    const medians = rates.map(median);
    for (const [at, { name }] of ways.entries()) {
      const perSecond = medians[at] ?? 0;
      const ratio = (perSecond / (medians[0] ?? 1)).toFixed(2);
      const what = `groups of ${String(group).padStart(3)}  ${name.padEnd(38)}`;
      console.log(`  ${what} ${String(Math.round(perSecond)).padStart(7)} rows/s  ${ratio}`);
    }
  }
}

const directory = mkdtempSync(path.join(tmpdir(), "threshold-append-"));
const cluster = await startCluster({ durable: true });
try {
  const sqliteUrl = `file:${path.join(directory, "append.db")}`;
  await migrate(sqliteUrl);
  const sqlite = await openDatabase(sqliteUrl);
  const sqliteLog = openFrameLog(sqlite);
  await compare("SQLite (WAL, synchronous=FULL)", [
    { name: "frame log: libsql, prepared", append: sqliteLog.append },
    ...byPrisma(sqlite),
  ]);
  await sqliteLog.close();
  await sqlite.close();

  await migrate(cluster.url);
  const postgresql = await openDatabase(cluster.url);
  const postgresqlLog = openFrameLog(postgresql);
  const pool = new Pool({ connectionString: cluster.url, max: 4 });
  await compare("PostgreSQL (fsync, synchronous_commit)", [
    { name: "frame log: pg, one unnest statement", append: postgresqlLog.append },
    ...byValues(pool),
    ...byPrisma(postgresql),
  ]);
  await pool.end();
  await postgresqlLog.close();
  await postgresql.close();
} finally {
  await cluster.stop();
  rmSync(directory, { recursive: true });
}
