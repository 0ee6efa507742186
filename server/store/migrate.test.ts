import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "./database.ts";
import { DatabaseRefused, migrate } from "./migrate.ts";

describe("bringing an SQLite database up to date", () => {
  let directory: string;
  let file: string;
  let url: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), "migrate-"));
    file = path.join(directory, "threshold.db");
    url = `file:${file}`;
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it("applies everything once, and nothing the second time", async () => {
    const first = await migrate(url);
    expect(first[0]).toBe("0001_init");
    expect(await migrate(url)).toEqual([]);
  });

  it("makes the tables that the models describe", async () => {
    await migrate(url);
    const database = await openDatabase(url);
    expect(await database.client.person.count()).toBe(0);
    expect(await database.client.frame.count()).toBe(0);
    await database.close();
  });

  it("refuses a file that is no database, and leaves it as it is", async () => {
    writeFileSync(file, "a shopping list, and nothing else at all");
    await expect(migrate(url)).rejects.toThrow(/is not an SQLite database/);
    expect(readFileSync(file, "utf8")).toBe("a shopping list, and nothing else at all");
  });

  it("refuses a database that a newer Threshold made, and leaves it as it is", async () => {
    await migrate(url);
    const database = await openDatabase(url);
    await database.client.$executeRawUnsafe(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at") VALUES ('x', 'y', '9999_later', 1)`,
    );
    await database.close();
    await expect(migrate(url)).rejects.toThrow(/made by a newer Threshold.*9999_later/);
  });

  it("refuses a migration that was changed after it was applied", async () => {
    await migrate(url);
    const database = await openDatabase(url);
    await database.client.$executeRawUnsafe(`UPDATE "_prisma_migrations" SET "checksum" = 'other'`);
    await database.close();
    await expect(migrate(url)).rejects.toThrow(DatabaseRefused);
  });

  it("keeps every connection durable, also those made after a transaction", async () => {
    await migrate(url);
    const database = await openDatabase(url);
    await database.exclusively(() =>
      database.client.$transaction(async (transaction) => {
        await transaction.room.create({ data: { id: "r", createdAt: 1n } });
      }),
    );
    const [synchronous] =
      await database.client.$queryRawUnsafe<{ synchronous: bigint }[]>("PRAGMA synchronous");
    const [timeout] =
      await database.client.$queryRawUnsafe<{ timeout: bigint }[]>("PRAGMA busy_timeout");
    await database.close();
    expect([Number(synchronous?.synchronous), Number(timeout?.timeout)]).toEqual([2, 10_000]);
  });
});
