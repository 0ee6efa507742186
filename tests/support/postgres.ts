import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";
import { migrate } from "#server/store/migrate.ts";

/**
 * A new, migrated database on the PostgreSQL of this test run; it ends with the run. Throws a sentence
 * that says what is missing when there is no PostgreSQL: a suite that asks fails, it is not skipped.
 */
export async function freshPostgres(): Promise<string> {
  const url = await emptyPostgres();
  await migrate(url);
  return url;
}

/** The same, without a table in it. */
export async function emptyPostgres(): Promise<string> {
  const answer = await fetch(inject("postgres"));
  const said = await answer.text();
  if (!answer.ok) throw new Error(said);
  const name = `test_${randomBytes(8).toString("hex")}`;
  const client = new Client({ connectionString: said });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
  const url = new URL(said);
  url.pathname = `/${name}`;
  return url.href;
}
