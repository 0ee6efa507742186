import { rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Consent } from "#domain/rooms.ts";
import { createDatabaseAccounts } from "#server/store/accounts-database.ts";
import { openDatabase, type Database } from "#server/store/database.ts";
import { createDatabaseLedger } from "#server/store/ledger-database.ts";
import { migrate } from "#server/store/migrate.ts";
import { createDatabaseRooms } from "#server/store/rooms-database.ts";
import { newPlace } from "#tests/support/place.ts";
import { openRelayWorld, type RelayWorld } from "#tests/support/relay-world.ts";
import { memoryStores, type Stores } from "#tests/support/room-world.ts";
import type { Bug } from "./consent-bug.ts";
import { BUGS } from "./consent-bugs.ts";
import { PAST_FAILURES } from "./consent-failures.ts";
import { again, look, lookAndHold, lookingFor } from "./consent-look.ts";
import { inProcess } from "./consent-world.ts";

/** How long the random part may look, in milliseconds; a soak counts runs instead. */
const LOOKS = process.env.ALL ? 180_000 : 15_000;
const SOAK = process.env.SOAK ? 2000 : null;
/** Each mistake is found within some forty runs. A slow machine takes longer, not more. */
const FINDING = { numRuns: 400, seed: 1, endOnFailure: true } as const;
/** On a file every step waits for the disk: there it looks for a while, or soaks. */
const ON_DISK = process.env.ALL ? { numRuns: 50 } : lookingFor(8_000);
const HOURS = 3 * 60 * 60_000;

let relay: RelayWorld;
let database: Database;
let directory: string;
/** The gate that the relay asks. */
let gate: Consent["access"] | null = null;

beforeAll(async () => {
  relay = await openRelayWorld({
    throughAccess: () => ({
      access: async (person, piece) =>
        gate ? gate(person, piece) : { status: "refused", code: "not-here" as const },
    }),
  });
  directory = newPlace("model");
  const url = `file:${path.join(directory, "model.db")}`;
  await migrate(url);
  database = await openDatabase(url);
});
afterAll(async () => {
  await relay.close();
  await database.close();
  rmSync(directory, { recursive: true });
});

const onDatabase = (): Stores => ({
  accounts: createDatabaseAccounts(database),
  ledger: createDatabaseLedger(database),
  rooms: createDatabaseRooms(database),
});

const worldOn = (stores: () => Stores, bug?: Bug) => () =>
  inProcess({
    stores: stores(),
    relay,
    asks: (access) => {
      gate = access;
    },
    ...(bug && { bug }),
  });

describe("two people, in any order, before the services", () => {
  it.each(Object.entries(PAST_FAILURES))("do again: %s", (_name, told) =>
    again(worldOn(memoryStores), told),
  );

  it.each([
    ["in memory", memoryStores, SOAK ? { numRuns: SOAK } : lookingFor(LOOKS)],
    ["on SQLite", onDatabase, SOAK ? { numRuns: SOAK / 4 } : ON_DISK],
  ] as const)(
    "hold what was promised, %s",
    async (_name, stores, until) => {
      await expect(lookAndHold(worldOn(stores), until)).resolves.toBeUndefined();
    },
    SOAK ? HOURS : LOOKS + 180_000,
  );
});

describe("a mistake", () => {
  it.each(Object.entries(BUGS))(
    "is found: %s",
    async (_name, bug) => {
      const details = await look(worldOn(memoryStores, bug), {
        ...FINDING,
        ...(bug.among && { among: bug.among }),
      });
      expect(details.failed).toBe(true);
    },
    300_000,
  );
});
