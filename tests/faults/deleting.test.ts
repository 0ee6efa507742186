import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import type { PersonId, PieceId, StreamId } from "#domain/ids.ts";
import type { LogRow } from "#domain/ports.ts";
import { readEnv } from "#server/env.ts";
import { createDatabaseAccounts } from "#server/store/accounts-database.ts";
import { openDatabase } from "#server/store/database.ts";
import { openFrameLog } from "#server/store/frame-log.ts";
import { createDatabaseLedger } from "#server/store/ledger-database.ts";
import { createDatabaseRooms } from "#server/store/rooms-database.ts";
import { createWorld } from "#server/world.ts";
import { buildChild, startChild } from "#tests/support/child.ts";
import { newId, random, RoomWorld } from "#tests/support/room-world.ts";

let directory: string;
let url: string;
let deleting: string;
beforeAll(async () => {
  deleting = await buildChild("tests/faults/deleting-process.ts");
});
beforeEach(async () => {
  directory = mkdtempSync(path.join(tmpdir(), "threshold-deleting-"));
  url = `file:${path.join(directory, "threshold.db")}`;
  await startAndStop(); // makes the tables, and the secrets without which none starts on them again
});
afterEach(() => rmSync(directory, { recursive: true }));

/** What the database holds, looked at while no server runs on it. */
async function onDisk<T>(
  look: (stores: Awaited<ReturnType<typeof storesOf>>) => Promise<T>,
): Promise<T> {
  const stores = await storesOf();
  try {
    return await look(stores);
  } finally {
    await stores.log.close();
    await stores.database.close();
  }
}

async function storesOf() {
  const database = await openDatabase(url);
  return {
    database,
    log: openFrameLog(database),
    accounts: createDatabaseAccounts(database),
    ledger: createDatabaseLedger(database),
    rooms: createDatabaseRooms(database),
  };
}

const rowsOf = (piece: PieceId, person: PersonId): LogRow[] => [
  {
    ...{ kind: "stream", piece, seq: 1, sn: 1, stream: newId<StreamId>() },
    ...{ person, epoch: 1, clientId: 7 },
  },
  { kind: "frame", piece, seq: 2, sn: 1, counter: 1, hash: random(16), sealed: random(92) },
];

/** Two people: one has two letters, the other one, and each letter has a log. */
const furnished = () =>
  onDisk(async (stores) => {
    const world = await RoomWorld.paired(stores);
    const { ada, bo } = world;
    const pieces = [await world.begin(ada), await world.begin(ada), await world.begin(bo)] as const;
    for (const [i, piece] of pieces.entries()) {
      await stores.log.append(rowsOf(piece, i < 2 ? ada.person : bo.person));
    }
    return { ada: ada.person, bo: bo.person, pieces };
  });

const logged = () => onDisk(async ({ log }) => new Set(await log.pieces(null, 100)));
const keyed = (pieces: readonly PieceId[]) => onDisk(({ ledger }) => ledger.keyed(pieces));

/** Kills whoever deletes where the keys are gone, and the logs are not. */
async function deleteAndDie(...what: readonly string[]): Promise<void> {
  const child = await startChild(deleting, url, ...what);
  expect(child.said).toBe("deleted");
  await child.kill();
}

async function startAndStop(): Promise<void> {
  const env = readEnv({
    NODE_ENV: "test",
    DATABASE_URL: url,
    SECRETS_FILE: path.join(directory, "secrets.json"),
  });
  const world = await createWorld(env, pino({ level: "silent" }));
  await world.close();
}

it("O2 erases the log of a deleted piece at the next start, if the server was killed before", async () => {
  const { ada, pieces } = await furnished();
  const [gone, kept, theirs] = pieces;
  await deleteAndDie(ada, gone);
  expect(await keyed(pieces)).toEqual(new Set([kept, theirs]));
  expect(await logged()).toEqual(new Set(pieces));
  await startAndStop();
  expect(await logged()).toEqual(new Set([kept, theirs]));
});

it("O2 erases what a deleted account leaves at the next start, if the server was killed before", async () => {
  const { ada, bo, pieces } = await furnished();
  const [, , theirs] = pieces;
  await deleteAndDie(ada);
  expect(await keyed(pieces)).toEqual(new Set([theirs]));
  expect(await logged()).toEqual(new Set(pieces));
  await startAndStop();
  expect(await logged()).toEqual(new Set([theirs]));
  // The last one takes the room along.
  await deleteAndDie(bo);
  expect(await logged()).toEqual(new Set([theirs]));
  await startAndStop();
  expect(await logged()).toEqual(new Set());
});
