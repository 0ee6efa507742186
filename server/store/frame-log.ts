import type { SealedLog } from "#domain/ports.ts";
import type { Database } from "./database.ts";
import { openPostgresqlFrameLog } from "./frame-log-postgresql.ts";
import { openSqliteFrameLog } from "./frame-log-sqlite.ts";

/** The frame log in the tables of `database`, which must have been migrated. Close it first. */
export function openFrameLog(database: Database): SealedLog {
  return database.provider === "postgresql"
    ? openPostgresqlFrameLog(database)
    : openSqliteFrameLog(database);
}
