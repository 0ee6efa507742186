import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabaseAccounts } from "#server/store/accounts-database.ts";
import { openDatabase, type Database } from "#server/store/database.ts";
import { createDatabaseLedger } from "#server/store/ledger-database.ts";
import { migrate } from "#server/store/migrate.ts";
import { createDatabaseRooms } from "#server/store/rooms-database.ts";
import { openRelayWorld, type RelayWorld } from "#tests/support/relay-world.ts";
import { memoryStores, type Stores } from "#tests/support/room-world.ts";
import { BUGS, type Bug } from "./consent-bugs.ts";
import { furnish, steps } from "./consent-commands.ts";
import { ConsentRun } from "./consent-run.ts";

/** How long each part may look, in milliseconds; a soak counts runs instead. */
const LOOKS = process.env.ALL ? 180_000 : 20_000;
const SOAK = process.env.SOAK ? 20_000 : null;
/** From this seed each mistake is found within some forty runs. A slow machine takes longer, not more. */
const FINDING = { numRuns: 400, seed: 1, endOnFailure: true } as const;
const MOST_STEPS = 40;
/** On a file every step waits for the disk: there a few runs are enough, or a soak. */
const RUNS_ON_DISK = process.env.ALL ? 50 : 3;

let relay: RelayWorld;
let database: Database;
let directory: string;
/** The run whose gate the relay asks. */
let current: ConsentRun | null = null;

beforeAll(async () => {
  relay = await openRelayWorld({
    throughAccess: () => ({
      access: async (person, piece) =>
        current
          ? current.consent.access(person, piece)
          : { status: "refused", code: "not-here" as const },
    }),
  });
  directory = mkdtempSync(path.join(tmpdir(), "threshold-model-"));
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

type Look = {
  readonly stores: () => Stores;
  readonly bug?: Bug;
  readonly until: fc.Parameters<unknown>;
};

/** Lets two people do anything, in any order, and holds every rule after each step. */
async function look({ stores, bug, until }: Look) {
  return fc.check(
    fc.asyncProperty(steps(MOST_STEPS), async (commands) => {
      const run = await ConsentRun.begin({
        stores: stores(),
        shadows: memoryStores,
        relay,
        ...(bug && { bug }),
      });
      current = run;
      try {
        await furnish(run);
        await fc.asyncModelRun(() => ({ model: {}, real: run }), commands);
      } finally {
        current = null;
        await run.close();
      }
    }),
    until,
  );
}

const lookingFor = (ms: number): fc.Parameters<unknown> => ({
  numRuns: 100_000,
  interruptAfterTimeLimit: ms,
  markInterruptAsFailure: false,
});

const HOURS = 3 * 60 * 60_000;

describe("two people, in any order", () => {
  it.each([
    ["in memory", memoryStores, SOAK ? { numRuns: SOAK } : lookingFor(LOOKS)],
    ["on SQLite", onDatabase, { numRuns: SOAK ? SOAK / 10 : RUNS_ON_DISK }],
  ] as const)(
    "hold what was promised, %s",
    async (_name, stores, until) => {
      const details = await look({ stores, until });
      if (details.failed) throw new Error(fc.defaultReportMessage(details));
      expect(details.numRuns).toBeGreaterThan(0);
    },
    SOAK ? HOURS : LOOKS + 180_000,
  );
});

describe("a mistake", () => {
  it.each(Object.entries(BUGS))(
    "is found: %s",
    async (_name, bug) => {
      const details = await look({ stores: memoryStores, bug, until: FINDING });
      expect(details.failed).toBe(true);
    },
    300_000,
  );
});
