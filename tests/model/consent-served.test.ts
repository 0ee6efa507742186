import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase, type Database } from "#server/store/database.ts";
import { buildServed, startServed, type Served } from "#tests/support/served.ts";
import { PAST_FAILURES } from "./consent-failures.ts";
import { again, lookAndHold, lookingFor } from "./consent-look.ts";
import { onServer } from "./consent-world-served.ts";

/** How long the random part may look, in milliseconds; a soak counts runs instead. */
const LOOKS = process.env.ALL ? 180_000 : 40_000;
const SOAK = process.env.SOAK ? 1_000 : null;
const HOURS = 3 * 60 * 60_000;
/** Noon on a Monday: nobody's quiet hours. */
const NOON = Date.UTC(2025, 10, 3, 12);

let served: Served;
let database: Database;

beforeAll(async () => {
  await buildServed();
  served = await startServed(NOON);
  database = await openDatabase(served.databaseUrl);
});
afterAll(async () => {
  await database.close();
  await served.remove();
});

const world = () => onServer(served, database, NOON);

describe("two people, in any order, before a server that runs", () => {
  it.each(Object.entries(PAST_FAILURES))("do again: %s", (_name, told) => again(world, told));

  it(
    "hold what was promised",
    async () => {
      const until = SOAK ? { numRuns: SOAK } : lookingFor(LOOKS);
      await expect(lookAndHold(world, until)).resolves.toBeUndefined();
    },
    SOAK ? HOURS : LOOKS + 180_000,
  );
});
