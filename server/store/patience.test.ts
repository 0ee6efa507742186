import { rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { newPlace } from "#tests/support/place.ts";
import { openDatabase, type Database } from "./database.ts";
import { migrate } from "./migrate.ts";

let place: string;
let database: Database;

beforeAll(async () => {
  place = newPlace("patience");
  const url = `file:${path.join(place, "patience.db")}`;
  await migrate(url);
  database = await openDatabase(url);
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
  rmSync(place, { recursive: true });
});

it("waits for a disk that is slow for half a minute, and refuses nobody for it", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { client, exclusively } = database;
  const written = exclusively(() =>
    client.$transaction(async (tx) => {
      await tx.person.count();
      vi.advanceTimersByTime(30_000);
      return tx.person.count();
    }),
  );
  await expect(written).resolves.toBe(0);
});
