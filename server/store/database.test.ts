import { rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RoomId } from "#domain/ids.ts";
import { newPlace } from "#tests/support/place.ts";
import { newId } from "#tests/support/some.ts";
import { openDatabase, type Client, type Database } from "./database.ts";
import { migrate } from "./migrate.ts";

let place: string;
let database: Database;
let client: Client;

beforeAll(async () => {
  place = newPlace("database");
  const url = `file:${path.join(place, "one.db")}`;
  await migrate(url);
  database = await openDatabase(url);
  ({ client } = database);
});
afterAll(async () => {
  await database.close();
  rmSync(place, { recursive: true });
});

const room = () => ({ id: newId<RoomId>(), createdAt: 1n });
const isThere = async (id: string) => (await client.room.count({ where: { id } })) === 1;

describe("a transaction on SQLite", () => {
  it("leaves nothing when it is given up, and the next one is as ever", async () => {
    const [first, second] = [room(), room()];
    const givenUp = client.$transaction(async (tx) => {
      await tx.room.create({ data: first });
      throw new Error("given up");
    });
    await expect(givenUp).rejects.toThrow("given up");
    expect(await isThere(first.id)).toBe(false);
    await client.$transaction((tx) => tx.room.create({ data: second }));
    expect(await isThere(second.id)).toBe(true);
  });

  it("leaves nothing when it cannot be committed, and the next one is as ever", async () => {
    const [first, second] = [room(), room()];
    const refused = client.$transaction(async (tx) => {
      // A member who is nobody is noticed at the end alone.
      await tx.$executeRawUnsafe("PRAGMA defer_foreign_keys=ON");
      await tx.room.create({ data: first });
      await tx.member.create({ data: { roomId: first.id, personId: newId(), joinedAt: 1n } });
    });
    await expect(refused).rejects.toThrow();
    expect(await isThere(first.id)).toBe(false);
    await client.$transaction((tx) => tx.room.create({ data: second }));
    expect(await isThere(second.id)).toBe(true);
  });

  it("shows nothing of itself to what is asked meanwhile, which waits for it", async () => {
    const one = room();
    const order: string[] = [];
    let asked: Promise<boolean> | undefined;
    await client.$transaction(async (tx) => {
      await tx.room.create({ data: one });
      asked = isThere(one.id).finally(() => order.push("answered"));
      await tx.room.update({ where: { id: one.id }, data: { version: 1 } });
      order.push("written");
    });
    expect(await asked).toBe(true);
    expect(order).toEqual(["written", "answered"]);
  });
});
