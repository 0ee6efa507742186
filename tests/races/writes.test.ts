import { randomInt } from "node:crypto";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toBase64Url } from "#domain/bytes.ts";
import type { PieceId } from "#domain/ids.ts";
import type { Access } from "#domain/ports.ts";
import { CLOSE, NO_PREVIOUS } from "#domain/sync/frame.ts";
import { createDatabaseAccounts } from "#server/store/accounts-database.ts";
import { openDatabase, type Database } from "#server/store/database.ts";
import { createDatabaseLedger } from "#server/store/ledger-database.ts";
import { createDatabaseRooms } from "#server/store/rooms-database.ts";
import { freshPostgres } from "#tests/support/postgres.ts";
import { openRelayWorld, type RelayWorld } from "#tests/support/relay-world.ts";
import { recordHolds } from "#tests/support/record-holds.ts";
import { RoomWorld, type Somebody } from "#tests/support/room-world.ts";
import { newStream, someSealed, type WireClient } from "#tests/support/wire-client.ts";
import { inOrder, Order, RUNS } from "./race.ts";

const A_THOUSAND = 1000;
const HOUR = 60 * 60_000;
/** A thousand writes are many orders in one run. */
const FEW = Math.ceil(RUNS / 5);

const DATABASES = { SQLite: async () => undefined, PostgreSQL: freshPostgres } as const;

describe.each(Object.entries(DATABASES))("against a thousand writes, on %s", (_name, urlOf) => {
  let relay: RelayWorld;
  let database: Database;
  let order = new Order();
  let gate: Access | null = null;

  beforeAll(async () => {
    const databaseUrl = await urlOf();
    relay = await openRelayWorld({
      // The order is another in each run, the relay the same.
      through: (log) => ({
        ...log,
        append: (rows) => order.through("log", { append: log.append }).append(rows),
        read: (...which) => order.through("log", { read: log.read }).read(...which),
      }),
      // What it asks of the ledger waits for its turn there.
      throughAccess: (closed) => ({
        access: (person, piece) => (gate ?? closed).access(person, piece),
      }),
      ...(databaseUrl !== undefined && { databaseUrl }),
    });
    database = await openDatabase(databaseUrl ?? `file:${relay.file}`);
  });
  afterAll(async () => {
    await relay.close();
    await database.close();
  });

  async function starting(): Promise<RoomWorld> {
    order = new Order();
    const world = await RoomWorld.paired(
      inOrder(order, {
        accounts: createDatabaseAccounts(database),
        ledger: createDatabaseLedger(database),
        rooms: createDatabaseRooms(database),
      }),
    );
    world.reconsider = (piece) => relay.relay.reconsider(piece);
    gate = world.consent;
    return world;
  }

  const open = async ({ person }: Somebody, piece: PieceId): Promise<WireClient> => {
    const client = await relay.connect(person, piece);
    await client.hello();
    return client;
  };

  /** Writes a thousand frames, all at once, and gives those that were acknowledged, in order. */
  async function write(client: WireClient): Promise<readonly string[]> {
    const stream = newStream();
    const clientId = randomInt(2 ** 32);
    const told = { type: "announce", stream, epoch: 1, clientId, previous: NO_PREVIOUS } as const;
    client.send(told);
    let sn: number | null = null;
    const sent: string[] = [];
    let acknowledged = 0;
    for (;;) {
      const frame = await client.read();
      if (!frame || frame.type === "refused" || frame.type === "taken") break;
      if (frame.type !== "updates") continue;
      for (const entry of frame.entries) {
        if (entry.type === "ack") acknowledged = entry.counter + entry.count - 1;
        if (entry.type === "stream" && entry.stream === stream) sn = entry.sn;
      }
      if (acknowledged === A_THOUSAND) break;
      if (sn === null || sent.length > 0) continue;
      for (let counter = 1; counter <= A_THOUSAND; counter++) {
        const sealed = someSealed();
        sent.push(toBase64Url(sealed));
        client.send({ type: "push", sn, counter, sealed });
      }
    }
    return sent.slice(0, acknowledged);
  }

  const framesOf = ({ entries }: WireClient) =>
    entries.flatMap((entry) => (entry.type === "frame" ? [toBase64Url(entry.sealed)] : []));

  async function finishing(world: RoomWorld, ...clients: readonly WireClient[]): Promise<void> {
    for (const client of clients) client.socket.terminate();
    for (const { person } of [world.ada, world.bo]) {
      await recordHolds(world.consent, person, world.room);
    }
    expect([...world.faults, ...relay.faults]).toEqual([]);
    world.consent.close();
    gate = null;
  }

  const racing = (run: (scheduler: fc.Scheduler, overlapping: boolean) => Promise<void>) =>
    fc.assert(fc.asyncProperty(fc.scheduler(), fc.boolean(), run), { numRuns: FEW });

  it(
    "G7 taking back holds at once, loses no write of its author's, and lets none of them out",
    async () => {
      await racing(async (scheduler, overlapping) => {
        const world = await starting();
        const { ada, bo } = world;
        const piece = await world.begin(ada);
        const version = await world.offer(ada, piece);
        const writer = await open(ada, piece);
        const [written, takenBack, opened, code] = await order.race<
          [readonly string[], string, string, number]
        >(
          scheduler,
          overlapping,
          () => write(writer),
          () => world.sign(ada, piece, { kind: "take-back", version }),
          () => world.run(bo, piece, { kind: "open", version }),
          async () => (await relay.connect(bo.person, piece)).closed,
        );
        expect(takenBack).toBe("done");
        expect(["done", "not-here"]).toContain(opened);
        expect(code, "no socket leads the other to it").toBe(CLOSE.notHere);
        expect(await world.consent.version(bo.person, version)).toMatchObject({ ok: false });
        expect(await world.stores.ledger.version(version)).toMatchObject({ ciphertext: "" });
        const { pieces } = await world.view(bo);
        expect(pieces.some((one) => one.piece === piece)).toBe(opened === "done");
        const reader = await open(ada, piece);
        expect(framesOf(reader)).toEqual(written);
        expect(written.length).toBe(A_THOUSAND);
        await finishing(world, writer, reader);
      });
    },
    HOUR,
  );

  it(
    "R11 a pause lets in nothing more, and loses nothing that was acknowledged before",
    async () => {
      await racing(async (scheduler, overlapping) => {
        const world = await starting();
        const { ada, bo } = world;
        const piece = await world.together();
        const [writer, watcher] = [await open(bo, piece), await open(ada, piece)];
        const [written, paused] = await order.race<[readonly string[], string]>(
          scheduler,
          overlapping,
          () => write(writer),
          () => world.act(ada, { kind: "pause", minutes: null }),
        );
        expect(paused).toBe("done");
        const reader = await open(ada, piece);
        expect(framesOf(reader), "what is there is what was acknowledged").toEqual(written);
        await watcher.fence();
        expect(framesOf(watcher), "once, in order").toEqual(written);
        const late = await open(bo, piece);
        expect(await write(late), "nothing is taken in a pause").toEqual([]);
        await finishing(world, writer, watcher, reader, late);
      });
    },
    HOUR,
  );
});
