import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "#server/store/database.ts";
import { openFrameLog } from "#server/store/frame-log.ts";
import { migrate } from "#server/store/migrate.ts";
import { buildRelayChild, startRelayChild, type RelayChild } from "#tests/support/relay-child.ts";
import { newPerson, newPiece } from "#tests/support/relay-world.ts";
import { wholeLog } from "#tests/support/whole-log.ts";
import { WritingDevice } from "#tests/support/writing-device.ts";

const KILLS = process.env["ALL"] ? 100 : 20;
const directory = mkdtempSync(path.join(tmpdir(), "threshold-kill-"));
const url = `file:${path.join(directory, "relay.db")}`;
let built: string;
const running = new Set<RelayChild>();

async function startServer(): Promise<RelayChild> {
  const server = await startRelayChild(built, url);
  running.add(server);
  return server;
}

beforeAll(async () => {
  await migrate(url);
  built = await buildRelayChild();
});
afterAll(async () => {
  await Promise.all([...running].map((server) => server.kill()));
  rmSync(directory, { recursive: true });
});

it(
  `F31 loses nothing acknowledged and doubles nothing when the server is killed ${KILLS} times while two people write`,
  { timeout: KILLS * 5_000 },
  async () => {
    const piece = newPiece();
    const writers = [newPerson(), newPerson()].map((person) => ({
      person,
      device: new WritingDevice(),
    }));
    const everybodyWrites = (port: number, moved: () => void, enough?: number) =>
      Promise.all(
        writers.map(({ person, device }) =>
          device.write(`ws://127.0.0.1:${port}/${person}/${piece}`, moved, enough),
        ),
      );
    const acknowledged = () => writers.reduce((sum, { device }) => sum + device.acknowledged, 0);

    let server = await startServer();
    let inFlightWhenKilled = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const next = startServer();
      const due = acknowledged() + 1 + Math.floor(Math.random() * 400);
      const { promise: reached, resolve } = deferred();
      const written = everybodyWrites(server.port, () => acknowledged() >= due && resolve());
      await reached;
      await server.kill();
      await written;
      inFlightWhenKilled += writers.reduce((sum, { device }) => sum + device.inFlight, 0);
      server = await next;
    }
    expect(inFlightWhenKilled, "frames were on their way when it was killed").toBeGreaterThan(0);

    const enough = Math.max(...writers.map(({ device }) => device.written.length)) + 10;
    await everybodyWrites(server.port, () => undefined, enough);
    await server.kill();

    const database = await openDatabase(url);
    const log = openFrameLog(database);
    const rows = await wholeLog(log, piece);
    await log.close();
    await database.close();

    expect(rows.length).toBe(2 + 2 * enough);
    expect(rows.every(({ seq }, at) => seq === at + 1)).toBe(true);
    const frames = rows.flatMap((row) => (row.kind === "frame" ? [row] : []));
    for (const { device } of writers) {
      const sn = rows.find((row) => row.kind === "stream" && row.stream === device.stream)?.sn;
      const own = frames.filter((row) => row.sn === sn);
      expect(own.map(({ counter }) => counter)).toEqual(own.map((_, at) => at + 1));
      expect(own.map(({ hash }) => hash)).toEqual(device.written.map(({ hash }) => hash));
      expect(own.map(({ seq }) => seq)).toEqual(device.written.map(({ seq }) => seq));
    }
    const bySeq = new Map(frames.map((row) => [row.seq, row.hash]));
    for (const { device } of writers) {
      for (const [seq, hash] of device.known) expect(bySeq.get(seq)).toEqual(hash);
    }
  },
);

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
