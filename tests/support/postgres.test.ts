import { Client } from "pg";
import { expect, it } from "vitest";
import { freshPostgres } from "./postgres.ts";

it("a test gets a migrated PostgreSQL database of its own", async () => {
  const [mine, another] = [await freshPostgres(), await freshPostgres()];
  expect(mine).not.toBe(another);
  const client = new Client({ connectionString: mine });
  await client.connect();
  const { rows } = await client.query(`SELECT count(*)::int AS n FROM "Frame"`);
  await client.end();
  expect(rows).toEqual([{ n: 0 }]);
});
