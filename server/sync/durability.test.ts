import { afterEach, describe, expect, it } from "vitest";
import type { LogRow, SealedLog } from "#domain/ports.ts";
import { CLOSE } from "#domain/sync/frame.ts";
import {
  newPerson,
  newPiece,
  openRelayWorld,
  type RelayWorld,
  type RelayWorldOptions,
} from "#tests/support/relay-world.ts";
import { newStream, someSealed } from "#tests/support/wire-client.ts";

let world: RelayWorld;
afterEach(() => world.close());

const [ada, ben, piece] = [newPerson(), newPerson(), newPiece()];
const push = (sn: number, counter: number, length = 92) =>
  ({ type: "push", sn, counter, sealed: someSealed(length) }) as const;

async function open(options: RelayWorldOptions = {}): Promise<void> {
  world = await openRelayWorld(options);
  world.allow(ada, piece);
  world.allow(ben, piece);
}
const live = async (person = ada, where = piece) => {
  const client = await world.connect(person, where);
  await client.hello();
  return client;
};

/** A log whose appends are held back one by one. */
function held() {
  const groups: { rows: readonly LogRow[]; release: () => void }[] = [];
  let wake: (() => void) | undefined;
  let holding = false;
  const through = (log: SealedLog): SealedLog => ({
    ...log,
    async append(rows) {
      if (holding) {
        await new Promise<void>((release) => {
          groups.push({ rows, release });
          wake?.();
        });
      }
      await log.append(rows);
    },
  });
  return {
    through,
    hold: () => void (holding = true),
    async group(): Promise<(typeof groups)[number]> {
      for (;;) {
        const group = groups.shift();
        if (group) return group;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}

/** A log that fails when told to, before or after it has written. */
function failing() {
  let next: "not" | "before" | "after" = "not";
  const through = (log: SealedLog): SealedLog => ({
    ...log,
    async append(rows) {
      const how = next;
      next = "not";
      if (how === "before") throw new Error("the disk is full");
      await log.append(rows);
      if (how === "after") throw new Error("the connection was lost");
    },
  });
  return { through, failNext: (how: typeof next) => void (next = how) };
}

describe("durable first", () => {
  it("F8 acknowledges and passes on nothing that is not durable yet", async () => {
    const { through, hold, group } = held();
    await open({ through });
    const [writer, reader] = [await live(ada), await live(ben)];
    const sn = await writer.announce();
    await reader.entry("stream");
    hold();
    writer.send(push(sn, 1));
    const { release } = await group();
    await Promise.all([writer.fence(), reader.fence()]);
    expect([...writer.entries, ...reader.entries].map(({ type }) => type)).toEqual([
      "stream",
      "stream",
    ]);
    release();
    await Promise.all([writer.entry("ack"), reader.entry("frame")]);
  });

  it("F9 tells each connection of a group in one message, its own frames as ranges", async () => {
    const { through, hold, group } = held();
    await open({ through });
    const [writer, reader] = [await live(ada), await live(ben)];
    const [sn, other] = [await writer.announce(), await reader.announce()];
    hold();
    writer.send(push(sn, 1));
    const first = await group();
    for (const counter of [2, 3, 4]) writer.send(push(sn, counter));
    await writer.fence();
    reader.send(push(other, 1));
    await reader.fence();
    writer.send(push(sn, 5));
    await writer.fence();
    first.release();
    const second = await group();
    expect(second.rows).toHaveLength(5);
    second.release();

    const toWriter = await writer.next("updates", ({ last }) => last === 8);
    expect(toWriter).toMatchObject({
      previous: 3,
      entries: [
        { type: "ack", sn, counter: 2, count: 3, seq: 4 },
        { type: "frame", sn: other, counter: 1, seq: 7 },
        { type: "ack", sn, counter: 5, count: 1, seq: 8 },
      ],
    });
    const toReader = await reader.next("updates", ({ last }) => last === 8);
    expect(toReader.entries.map(({ type }) => type)).toEqual([
      "frame",
      "frame",
      "frame",
      "ack",
      "frame",
    ]);
  });

  it("F10 answers a hello only after what was queued before it is durable", async () => {
    const { through, hold, group } = held();
    await open({ through });
    const writer = await live(ada);
    const sn = await writer.announce();
    hold();
    writer.send(push(sn, 1));
    const { release } = await group();
    const reader = await world.connect(ben, piece);
    reader.send({ type: "hello", cursor: 0 });
    await reader.fence();
    expect(reader.frames.map(({ type }) => type)).toEqual(["pong"]);
    release();
    expect((await reader.next("updates")).entries.map(({ type }) => type)).toEqual([
      "stream",
      "frame",
    ]);
    expect(await reader.next("synced")).toEqual({ type: "synced", head: 2 });
  });

  it("F28 commits and acknowledges what has arrived before it stops", async () => {
    const { through, hold, group } = held();
    await open({ through });
    const writer = await live(ada);
    const sn = await writer.announce();
    hold();
    writer.send(push(sn, 1), push(sn, 2));
    const { release } = await group();
    await writer.fence();
    const stopped = world.relay.close();
    release();
    void group().then((second) => second.release());
    await stopped;
    expect(await writer.closed).toBe(CLOSE.restart);
    await writer.entry("ack", (ack) => ack.counter + ack.count === 3);
    expect((await world.log.head(piece)).head).toBe(3);
    expect(await (await world.connect(ben, piece)).closed).toBe(CLOSE.restart);
  });
});

describe("a store that fails", () => {
  it.each(["before", "after"] as const)(
    "F27 acknowledges nothing when the store fails %s it wrote, and goes on from what it holds",
    async (how) => {
      const { through, failNext } = failing();
      await open({ through });
      const elsewhere = newPiece();
      world.allow(ada, elsewhere);
      const [writer, reader, other] = [await live(), await live(ben), await live(ada, elsewhere)];
      const stream = { stream: newStream(), clientId: 7 };
      const sn = await writer.announce(stream);
      failNext(how);
      const frame = push(sn, 1);
      writer.send(frame);
      expect(await writer.closed).toBe(CLOSE.fault);
      expect(await reader.closed).toBe(CLOSE.fault);
      expect(writer.entries.filter(({ type }) => type === "ack")).toEqual([]);
      expect(reader.entries.filter(({ type }) => type === "frame")).toEqual([]);
      expect(world.faults).toHaveLength(1);
      await other.announce();

      const again = await live();
      await again.announce(stream);
      again.send(frame, push(sn, 2));
      await again.entry("ack", (ack) => ack.counter + ack.count === 3);
      expect((await world.log.head(piece)).head).toBe(3);
    },
  );

  it("F27 ends a socket whose reading fails, and serves the next one", async () => {
    let broken = true;
    await open({
      through: (log) => ({
        ...log,
        async head(id) {
          if (broken) throw new Error("cannot read");
          return log.head(id);
        },
      }),
    });
    expect(await (await world.connect(ada, piece)).closed).toBe(CLOSE.fault);
    broken = false;
    await live();
    expect(world.faults).toHaveLength(1);
  });
});

describe("readers that do not read", () => {
  it("F24 ends a reader that does not drain, which goes on from its cursor", async () => {
    await open();
    const [writer, reader] = [await live(ada), await live(ben)];
    const sn = await writer.announce();
    await reader.entry("stream");
    reader.socket.pause();
    const count = 80;
    for (let counter = 1; counter <= count; counter++) {
      writer.send(push(sn, counter, 250 * 1024));
      await writer.entry("ack");
    }
    reader.socket.resume();
    expect(await reader.closed).toBe(CLOSE.tooSlow);
    const cursor = reader.entries.findLast((entry) => entry.type === "frame");
    const at = cursor?.type === "frame" ? cursor.seq : 1;
    expect(at).toBeLessThan(count);

    const again = await world.connect(ben, piece);
    expect(await again.hello(at)).toBe(count + 1);
    const seqs = again.entries.map((entry) => (entry.type === "frame" ? entry.seq : 0));
    expect(seqs).toEqual(Array.from({ length: count + 1 - at }, (_, index) => at + 1 + index));
  });

  it("F32 drops a peer that does not answer a ping until the next one", async () => {
    await open({ heartbeat: 400 });
    const [dead, alive] = [
      await world.connect(ada, piece, { autoPong: false }),
      await world.connect(ben, piece),
    ];
    expect(await dead.closed).toBe(1006);
    await alive.fence();
  });
});
