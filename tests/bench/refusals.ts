import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { WebSocket, WebSocketServer } from "ws";
import type { PieceId } from "#domain/ids.ts";
import { CLOSE } from "#domain/sync/frame.ts";
import { createDatabaseAccounts } from "#server/store/accounts-database.ts";
import { openDatabase } from "#server/store/database.ts";
import { openFrameLog } from "#server/store/frame-log.ts";
import { createDatabaseLedger } from "#server/store/ledger-database.ts";
import { migrate } from "#server/store/migrate.ts";
import { createDatabaseRooms } from "#server/store/rooms-database.ts";
import { createRelay } from "#server/sync/relay.ts";
import { newId, RoomWorld, some, somebody } from "#tests/support/room-world.ts";

const TIMES = 400;

/**
 * How long a stranger waits for "not here", in milliseconds, on pieces of a room that exists and on ids
 * that were never given; asked in turns, through the real gate and relay on SQLite.
 */
export async function refusalTimes(): Promise<{
  readonly existing: readonly number[];
  readonly missing: readonly number[];
}> {
  const directory = mkdtempSync(path.join(tmpdir(), "threshold-refusals-"));
  const url = `file:${path.join(directory, "refusals.db")}`;
  await migrate(url);
  const database = await openDatabase(url);
  const accounts = createDatabaseAccounts(database);
  const stores = {
    accounts,
    ledger: createDatabaseLedger(database),
    rooms: createDatabaseRooms(database),
  };
  const { consent, ada, room } = await RoomWorld.paired(stores);
  const there = newId<PieceId>();
  await consent.makePiece(ada.person, { id: there, room, sealedKey: some(60) });
  const stranger = await somebody(accounts);

  const log = openFrameLog(database);
  const relay = createRelay({
    log,
    access: consent,
    sharesAwareness: () => false,
    logger: { error: () => undefined },
  });
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  server.on("connection", (socket, request) => {
    const who = { person: stranger.person, session: "s" };
    void relay.connect(socket, who, (request.url ?? "").slice(1) as PieceId);
  });
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  const ask = async (piece: PieceId): Promise<number> => {
    const began = performance.now();
    const socket = new WebSocket(`ws://127.0.0.1:${port}/${piece}`);
    const [code] = (await once(socket, "close")) as [number];
    if (code !== CLOSE.notHere) throw new Error(`closed with ${code}`);
    return performance.now() - began;
  };
  const existing: number[] = [];
  const missing: number[] = [];
  for (let time = -50; time < TIMES; time++) {
    const [a, b] = [await ask(there), await ask(newId<PieceId>())];
    if (time < 0) continue; // warming up
    existing.push(a);
    missing.push(b);
  }

  await relay.close();
  server.close();
  await log.close();
  await database.close();
  rmSync(directory, { recursive: true });
  return { existing, missing };
}
