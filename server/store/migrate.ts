import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { providerOf, type DatabaseProvider } from "./database.ts";
import { sqliteFile } from "./sqlite.ts";

/** A database that must not be touched; `message` is a sentence for the person who runs the server. */
export class DatabaseRefused extends Error {
  override name = "DatabaseRefused";
}

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/** Prisma's own advisory lock, so that its tools and we exclude each other on PostgreSQL. */
const PRISMA_LOCK = 72707369;

const TABLE: Record<DatabaseProvider, string> = {
  sqlite: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`,
  postgresql: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"              VARCHAR(64) NOT NULL,
    "finished_at"           TIMESTAMPTZ,
    "migration_name"        VARCHAR(255) NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        TIMESTAMPTZ,
    "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
)`,
};

function migrationsIn(directory: string): Migration[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(directory, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

async function connect(url: string, provider: DatabaseProvider): Promise<SqlDriverAdapter> {
  if (provider === "postgresql") {
    return new PrismaPg({ connectionString: url, max: 1 }).connect();
  }
  const file = sqliteFile(url);
  mkdirSync(path.dirname(file), { recursive: true });
  if (existsSync(file)) {
    const head = readFileSync(file).subarray(0, 16).toString("latin1");
    if (head.length > 0 && head !== "SQLite format 3\0") {
      throw new DatabaseRefused(`${file} is not an SQLite database. It was left as it is.`);
    }
  }
  return new PrismaLibSql({ url: `file:${file}` }).connect();
}

const read = (database: SqlDriverAdapter, sql: string) =>
  database.queryRaw({ sql, args: [], argTypes: [] });

/** What was applied, and in what state it is. Empty when the table is not there yet. */
async function appliedIn(database: SqlDriverAdapter, provider: DatabaseProvider) {
  const { rows } = await read(
    database,
    provider === "sqlite"
      ? `SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`
      : `SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = '_prisma_migrations'`,
  );
  if (rows.length === 0) return new Map<string, { checksum: string; finished: boolean }>();
  const answer = await read(
    database,
    `SELECT "migration_name", "checksum", CASE WHEN "finished_at" IS NULL THEN 0 ELSE 1 END FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
  );
  return new Map(
    answer.rows.map(([name, checksum, finished]) => [
      String(name),
      { checksum: String(checksum), finished: Number(finished) === 1 },
    ]),
  );
}

/** Those still to be applied; throws {@link DatabaseRefused} for a database that is not as ours are. */
async function pendingIn(
  database: SqlDriverAdapter,
  provider: DatabaseProvider,
  known: readonly Migration[],
): Promise<Migration[]> {
  const applied = await appliedIn(database, provider);
  const names = new Set(known.map((migration) => migration.name));
  for (const name of applied.keys()) {
    if (!names.has(name)) {
      throw new DatabaseRefused(
        `The database was made by a newer Threshold (it has the migration ${name}). Start that one; nothing was changed.`,
      );
    }
  }
  return known.filter((migration) => {
    const state = applied.get(migration.name);
    if (!state) return true;
    if (!state.finished) {
      throw new DatabaseRefused(
        `The migration ${migration.name} was begun and not finished. Restore the database from a backup; nothing was changed.`,
      );
    }
    if (state.checksum !== migration.checksum) {
      throw new DatabaseRefused(
        `The migration ${migration.name} is not the one that this database was made with. Nothing was changed.`,
      );
    }
    return false;
  });
}

/**
 * Brings the database of `url` up to date and answers with the names of what was applied. The table is
 * Prisma's own, so that its tools agree. One applier at a time; each migration and its row are one
 * transaction; a database that is broken or newer is refused before anything is written.
 */
export async function migrate(url: string, root = "prisma/migrations"): Promise<string[]> {
  const provider = providerOf(url);
  const known = migrationsIn(path.join(root, provider));
  const database = await connect(url, provider);
  try {
    if (provider === "postgresql") {
      await database.executeScript(`SELECT pg_advisory_lock(${PRISMA_LOCK})`);
    } else {
      await database.executeScript("PRAGMA busy_timeout=10000; PRAGMA journal_mode=WAL;");
    }
    const done: string[] = [];
    for (const migration of await pendingIn(database, provider, known)) {
      await database.executeScript(scriptOf(migration, provider));
      done.push(migration.name);
    }
    return done;
  } catch (error) {
    if (error instanceof Error && /not a database|malformed|corrupt/i.test(error.message)) {
      throw new DatabaseRefused(
        `The database is damaged (${error.message}). It was left as it is.`,
      );
    }
    throw error;
  } finally {
    await database.dispose(); // ends PostgreSQL's session, and with it the lock
  }
}

function scriptOf({ name, sql, checksum }: Migration, provider: DatabaseProvider): string {
  const now = provider === "sqlite" ? "CAST(unixepoch('subsec') * 1000 AS INTEGER)" : "now()";
  const row = `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
VALUES ('${randomUUID()}', '${checksum}', '${name}', ${now}, ${now}, 1);`;
  return [
    provider === "sqlite" ? "BEGIN IMMEDIATE;" : "BEGIN;",
    `${TABLE[provider]};`,
    sql,
    row,
    "COMMIT;",
  ].join("\n");
}
