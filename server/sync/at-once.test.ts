import { afterEach, expect, it } from "vitest";
import { freshPostgres } from "#tests/support/postgres.ts";
import {
  newPerson,
  newPiece,
  openRelayWorld,
  type RelayWorld,
} from "#tests/support/relay-world.ts";
import { wholeLog } from "#tests/support/whole-log.ts";
import { WritingDevice } from "#tests/support/writing-device.ts";

let world: RelayWorld;
afterEach(() => world.close());

// PostgreSQL answers later than the next frame arrives: groups form while another is on its way.
it.each([
  ["SQLite", async () => undefined],
  ["PostgreSQL", freshPostgres],
])(
  "on %s six devices that write on two pieces at once all see one order",
  async (_name, database) => {
    const databaseUrl = await database();
    world = await openRelayWorld(databaseUrl ? { databaseUrl } : {});
    const pieces = [newPiece(), newPiece()];
    const people = [newPerson(), newPerson(), newPerson()];
    const written = pieces.map((piece) =>
      people.map(async (person) => {
        world.allow(person, piece);
        const device = new WritingDevice();
        await device.write(world.url(person, piece), () => undefined, 150);
        return device;
      }),
    );
    for (const [at, piece] of pieces.entries()) {
      const devices = await Promise.all(written[at] ?? []);
      const rows = await wholeLog(world.log, piece);
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
      expect(rows).toHaveLength(3 * 151);
      const hashes = new Map(
        rows.flatMap((row) => (row.kind === "frame" ? [[row.seq, row.hash]] : [])),
      );
      for (const device of devices) {
        expect(device.acknowledged).toBe(150);
        for (const [seq, hash] of device.known) expect(hashes.get(seq)).toEqual(hash);
      }
    }
    expect(world.faults).toEqual([]);
  },
);
