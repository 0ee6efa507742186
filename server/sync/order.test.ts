import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PersonId, PieceId } from "#domain/ids.ts";
import { CLOSE, NO_PREVIOUS } from "#domain/sync/frame.ts";
import {
  newPerson,
  newPiece,
  OPEN,
  openRelayWorld,
  type RelayWorld,
} from "#tests/support/relay-world.ts";
import { wholeLog } from "#tests/support/whole-log.ts";
import { newStream, someSealed, type WireClient } from "#tests/support/wire-client.ts";
import { hashOf } from "./piece-log.ts";

let world: RelayWorld;
let ada: PersonId;
let ben: PersonId;
let piece: PieceId;

beforeEach(async () => {
  world = await openRelayWorld();
  [ada, ben, piece] = [newPerson(), newPerson(), newPiece()];
  world.allow(ada, piece);
  world.allow(ben, piece);
});
afterEach(() => world.close());

const push = (sn: number, counter: number, sealed = someSealed()) =>
  ({ type: "push", sn, counter, sealed }) as const;
const rows = () => wholeLog(world.log, piece);
/** A device at the head of the piece. */
const live = async (person: PersonId): Promise<WireClient> => {
  const client = await world.connect(person, piece);
  await client.hello();
  return client;
};
describe("order", () => {
  it("F7 numbers the rows of a piece without holes, and shows them to everybody in that order", async () => {
    const [first, second] = [await live(ada), await live(ben)];
    const [a, b] = [await first.announce(), await second.announce()];
    for (let counter = 1; counter <= 20; counter++) {
      first.send(push(a, counter));
      second.send(push(b, counter));
    }
    await first.entry("ack", (ack) => ack.counter + ack.count === 21);
    await second.entry("ack", (ack) => ack.counter + ack.count === 21);
    const written = await rows();
    expect(written.map(({ seq }) => seq)).toEqual(written.map((_, at) => at + 1));
    expect(written).toHaveLength(42);

    const late = await live(ben);
    const seen = late.entries.filter((entry) => entry.type === "frame");
    expect(seen).toEqual(
      written.flatMap((row) =>
        row.kind === "frame"
          ? [{ type: "frame", seq: row.seq, sn: row.sn, counter: row.counter, sealed: row.sealed }]
          : [],
      ),
    );
    const passedOn = second.entries.filter((entry) => entry.type === "frame");
    expect(passedOn).toEqual(seen.filter((entry) => entry.sn === a));
  });

  it("F17 acknowledges a frame pushed again if it is the same, and writes it once", async () => {
    const client = await live(ada);
    const sn = await client.announce();
    const frame = push(sn, 1);
    client.send(frame);
    const { seq } = await client.entry("ack");
    client.send(frame);
    const { entries } = await client.next("updates", ({ last }) => last === 0);
    expect(entries).toEqual([{ type: "ack", sn, counter: 1, count: 1, seq }]);
    client.send(push(sn, 2), push(sn, 3), frame);
    await client.entry("ack", (ack) => ack.counter + ack.count === 4);
    expect(await rows()).toHaveLength(4);
  });

  it("F18 refuses a stream that has forked, for good", async () => {
    const stream = newStream();
    const client = await live(ada);
    const sn = await client.announce({ stream, clientId: 7 });
    client.send(push(sn, 1), push(sn, 2));
    await client.entry("ack", (ack) => ack.counter + ack.count === 3);
    client.send(push(sn, 2), push(sn, 3));
    expect(await client.next("refused")).toEqual({ type: "refused", sn, counter: 2 });
    expect(await client.next("refused")).toEqual({ type: "refused", sn, counter: 3 });

    const again = await live(ada);
    const announcement = { stream, clientId: 7, epoch: 1, previous: NO_PREVIOUS };
    again.send({ type: "announce", ...announcement });
    expect(await again.next("taken")).toEqual({ type: "taken", stream, clientId: 7 });
    expect(await rows()).toHaveLength(3);

    await world.restart(); // the fork shows itself again
    const returned = await live(ada);
    await returned.announce({ stream, clientId: 7 });
    returned.send(push(sn, 2), push(sn, 3));
    expect(await returned.next("refused")).toEqual({ type: "refused", sn, counter: 2 });
    await returned.fence();
    expect(await rows()).toHaveLength(3);
  });

  it("F19 answers a frame that leaves one out with the counter that is due", async () => {
    const client = await live(ada);
    const sn = await client.announce();
    client.send(push(sn, 1), push(sn, 3));
    expect(await client.next("gap")).toEqual({ type: "gap", sn, next: 2 });
    client.send(push(sn, 2), push(sn, 3));
    await client.entry("ack", (ack) => ack.counter + ack.count === 4);
    expect(await rows()).toHaveLength(4);
  });

  it("F20 ends a connection that pushes to a stream that a later one has taken over", async () => {
    const stream = newStream();
    const [early, later] = [await live(ada), await live(ada)];
    const sn = await early.announce({ stream, clientId: 7 });
    await later.announce({ stream, clientId: 7 });
    early.send(push(sn, 1));
    expect(await early.closed).toBe(CLOSE.elsewhere);
    later.send(push(sn, 1));
    await later.entry("ack");
    expect(await rows()).toHaveLength(2);
  });

  it("F21 ends a connection that pushes to a stream that it has not announced", async () => {
    const [writer, stranger] = [await live(ada), await live(ada)];
    const sn = await writer.announce();
    stranger.send(push(sn, 1));
    expect(await stranger.closed).toBe(CLOSE.badFrame);
    const guesser = await live(ben);
    guesser.send(push(99, 1));
    expect(await guesser.closed).toBe(CLOSE.badFrame);
    expect(await rows()).toHaveLength(1);
  });
});

describe("announcements", () => {
  const announcement = (more: object = {}) =>
    ({
      type: "announce",
      stream: newStream(),
      epoch: 1,
      clientId: 7,
      previous: NO_PREVIOUS,
      ...more,
    }) as const;

  it("F13 gives a client id to the first stream that announces it, for ever", async () => {
    const [first, second] = [await live(ada), await live(ben)];
    const sn = await first.announce({ clientId: 7 });
    const late = announcement();
    second.send(late);
    const taken = { type: "taken", stream: late.stream, clientId: 7 };
    expect(await second.next("taken")).toEqual(taken);
    expect(second.entries).toMatchObject([{ type: "stream", sn, person: ada }]);
    await world.restart();
    const returned = await live(ben);
    returned.send(late);
    expect(await returned.next("taken")).toEqual(taken);
    expect(await rows()).toHaveLength(1);
  });

  it("F14 says a stream again that is announced again, and lets it add client ids", async () => {
    const stream = newStream();
    const client = await live(ada);
    const sn = await client.announce({ stream, clientId: 7 });
    client.send(push(sn, 1));
    await client.entry("ack");
    await world.restart();

    const again = await world.connect(ada, piece);
    again.send(announcement({ stream }));
    const { entries, last } = await again.next("updates");
    expect(last).toBe(0);
    expect(entries).toEqual([{ type: "stream", sn, stream, person: ada, epoch: 1, clientId: 7 }]);
    expect(await again.hello(2)).toBe(2);
    expect(await again.announce({ stream, clientId: 8 })).toBe(sn);
    again.send(push(sn, 2));
    await again.entry("ack", ({ counter }) => counter === 2);
    expect((await world.log.head(piece)).streams).toEqual([
      { sn, stream, person: ada, epoch: 1, clientIds: [7, 8], counter: 2 },
    ]);
  });

  it("F15 keeps a stream to its person and its epoch", async () => {
    const stream = newStream();
    const [first, other] = [await live(ada), await live(ben)];
    await first.announce({ stream, clientId: 7 });
    other.send(announcement({ stream, clientId: 8 }));
    expect(await other.next("taken")).toMatchObject({ clientId: 8 });
    first.send(announcement({ stream, clientId: 7, epoch: 2 }));
    expect(await first.next("taken")).toMatchObject({ clientId: 7 });
    world.allow(ada, piece, { ...OPEN, epoch: 2 });
    await world.relay.reconsider(piece);
    first.send(announcement({ stream, clientId: 7, epoch: 2 }), announcement({ stream }));
    await first.next("taken");
    await first.next("taken");
    expect(await rows()).toHaveLength(1);
  });

  it("F16 takes a stream up only after a frame that the log has", async () => {
    const stream = newStream();
    const client = await live(ada);
    const sn = await client.announce({ stream, clientId: 7 });
    const sealed = someSealed();
    client.send(push(sn, 1, sealed), push(sn, 2));
    await client.entry("ack", (ack) => ack.counter + ack.count === 3);
    expect(await client.announce({ stream, clientId: 8, previous: hashOf(sealed) })).toBe(sn);
    client.send(announcement({ stream, clientId: 9, previous: hashOf(someSealed()) }));
    expect(await client.next("taken")).toMatchObject({ clientId: 9 });
    client.send(announcement({ clientId: 10, previous: hashOf(sealed) }));
    expect(await client.next("taken")).toMatchObject({ clientId: 10 });
  });

  it("F22 takes nothing in an epoch that is over, nor from who may only read", async () => {
    const [client, reader] = [await live(ada), await live(ben)];
    const sn = await client.announce();
    world.allow(ada, piece, { ...OPEN, epoch: 2 });
    world.allow(ben, piece, { ...OPEN, mayWrite: false });
    await world.relay.reconsider(piece);
    client.send(push(sn, 1), announcement());
    expect(await client.next("refused")).toEqual({ type: "refused", sn, counter: 1 });
    await client.next("taken");
    reader.send(announcement({ clientId: 8 }));
    expect(await reader.next("taken")).toMatchObject({ clientId: 8 });

    world.allow(ben, piece);
    await world.relay.reconsider(piece);
    const second = await reader.announce();
    world.allow(ben, piece, { ...OPEN, mayWrite: false });
    await world.relay.reconsider(piece);
    reader.send(push(second, 1));
    expect(await reader.next("refused")).toEqual({ type: "refused", sn: second, counter: 1 });
    expect(await rows()).toHaveLength(2);
  });
});

describe("reading", () => {
  it("F10 sends what comes after the cursor, in chunks, then what is new, once each", async () => {
    const writer = await live(ada);
    const sn = await writer.announce();
    const large = () => someSealed(100 * 1024);
    for (let counter = 1; counter <= 12; counter++) writer.send(push(sn, counter, large()));
    await writer.entry("ack", (ack) => ack.counter + ack.count === 13);

    const reader = await world.connect(ben, piece);
    reader.send({ type: "hello", cursor: 4 });
    for (let counter = 13; counter <= 30; counter++) writer.send(push(sn, counter, large()));
    await writer.entry("ack", (ack) => ack.counter + ack.count === 31);
    await reader.entry("frame", ({ counter }) => counter === 30);

    const updates = reader.frames.flatMap((frame) => (frame.type === "updates" ? [frame] : []));
    let at = 4;
    for (const { previous, last, entries } of updates) {
      expect(previous).toBe(at);
      at = last;
      expect(entries.length).toBeLessThan(10);
    }
    const seen = reader.entries.map((entry) => (entry.type === "frame" ? entry.counter : 0));
    expect(seen).toEqual(Array.from({ length: 27 }, (_, index) => index + 4));
  });

  it("F11 answers a cursor beyond the head with the real head and nothing else", async () => {
    const writer = await live(ada);
    await writer.announce();
    const reader = await world.connect(ben, piece);
    expect(await reader.hello(50)).toBe(1);
    await reader.fence();
    expect(reader.frames.map(({ type }) => type)).toEqual(["synced", "pong"]);
  });

  it("F12 ends a connection that says hello twice", async () => {
    const client = await live(ada);
    client.send({ type: "hello", cursor: 0 });
    expect(await client.closed).toBe(CLOSE.badFrame);
  });
});
