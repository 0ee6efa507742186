import path from "node:path";

/** What every connection to an SQLite file sets before its first statement. */
export const SQLITE_PRAGMAS = [
  "PRAGMA journal_mode=WAL",
  "PRAGMA synchronous=FULL",
  "PRAGMA busy_timeout=10000",
  "PRAGMA foreign_keys=ON",
  "PRAGMA secure_delete=ON",
] as const;

/** Where the file of a `file:` URL lies. */
export function sqliteFile(url: string): string {
  return path.resolve(url.replace(/^file:(\/\/(?=\/))?/, ""));
}
