import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PageId, PersonId, PieceId } from "#domain/ids.ts";
import { CLOSE, MAX_SEALED_BYTES } from "#domain/sync/frame.ts";
import {
  newPerson,
  newPiece,
  OPEN,
  openRelayWorld,
  type RelayWorld,
} from "#tests/support/relay-world.ts";
import { newId } from "#tests/support/some.ts";
import { someSealed, type WireClient } from "#tests/support/wire-client.ts";

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

const push = (sn: number, counter: number) =>
  ({ type: "push", sn, counter, sealed: someSealed() }) as const;
const live = async (person: PersonId, session = "s", page?: PageId) => {
  const client = await world.connect(person, piece, { session, ...(page && { page }) });
  await client.hello();
  return client;
};

describe("who may be here", () => {
  it("F6 tells a foreign piece and one that does not exist by the same code, and nothing else", async () => {
    const writer = await live(ada);
    await writer.announce();
    const stranger = newPerson();
    for (const what of [piece, newPiece()]) {
      const client = await world.connect(stranger, what);
      client.send({ type: "hello", cursor: 0 });
      expect(await client.closed).toBe(CLOSE.notHere);
      expect(client.frames).toEqual([]);
    }
  });

  it("F6 says that a room is paused, and that a piece is closed", async () => {
    world.allow(ada, piece, { status: "refused", code: "paused" });
    world.allow(ben, piece, { status: "refused", code: "closed" });
    expect(await (await world.connect(ada, piece)).closed).toBe(CLOSE.paused);
    expect(await (await world.connect(ben, piece)).closed).toBe(CLOSE.closed);
  });

  it("F25 ends whoever may be here no more before it answers, and sends them nothing from then on", async () => {
    const [writer, reader] = [await live(ada), await live(ben)];
    const sn = await writer.announce();
    await reader.entry("stream");
    world.allow(ben, piece, { status: "refused", code: "not-here" });
    await world.relay.reconsider(piece);
    writer.send(push(sn, 1));
    await writer.entry("ack");
    expect(await reader.closed).toBe(CLOSE.notHere);
    expect(reader.entries.map(({ type }) => type)).toEqual(["stream"]);
  });

  it("F25 lets nobody in by an answer that is older than a change", async () => {
    const answers: (() => void)[] = [];
    let waiting: (() => void) | undefined;
    const slow = await openRelayWorld({
      throughAccess: (access) => ({
        async access(person, where) {
          const answer = await access.access(person, where);
          await new Promise<void>((resolve) => {
            answers.push(resolve);
            waiting?.();
          });
          return answer;
        },
      }),
    });
    const asked = async (times: number) => {
      while (answers.length < times) await new Promise<void>((resolve) => (waiting = resolve));
    };
    slow.allow(ada, piece);
    const client = await slow.connect(ada, piece);
    await asked(1);
    slow.allow(ada, piece, { status: "refused", code: "paused" });
    await slow.relay.reconsider(piece);
    answers[0]?.();
    await asked(2);
    answers[1]?.();
    expect(await client.closed).toBe(CLOSE.paused);
    await slow.close();
  });

  it("F25 lets an open socket write under what the gate says now", async () => {
    const client = await live(ada);
    world.allow(ada, piece, { ...OPEN, epoch: 2 });
    await world.relay.reconsider(piece);
    const sn = await client.announce({ epoch: 2 });
    client.send(push(sn, 1));
    await client.entry("ack");
  });

  it("F26 ends the sockets of a session, and no others", async () => {
    const [here, there] = [await live(ada, "one"), await live(ada, "two")];
    world.relay.endSession("one");
    expect(await here.closed).toBe(CLOSE.notSignedIn);
    await there.fence();
  });

  it("F29 erases a piece's log, ends who has it open, and leaves other pieces alone", async () => {
    const another = newPiece();
    world.allow(ada, another);
    const [client, elsewhere] = [await live(ada), await world.connect(ada, another)];
    await elsewhere.hello();
    const [sn, there] = [await client.announce(), await elsewhere.announce()];
    client.send(push(sn, 1));
    await client.entry("ack");
    await world.relay.erase(piece);
    expect(await client.closed).toBe(CLOSE.notHere);
    expect(await world.log.head(piece)).toEqual({ head: 0, streams: [] });
    elsewhere.send(push(there, 1));
    await elsewhere.entry("ack");
  });
});

describe("bad frames", () => {
  const bad: readonly (readonly [string, Uint8Array | string, number])[] = [
    ["no bytes", new Uint8Array(), CLOSE.badFrame],
    ["another version", new Uint8Array([2, 0, 0]), CLOSE.badFrame],
    ["an unknown type", new Uint8Array([1, 200]), CLOSE.badFrame],
    ["text", "hello", CLOSE.badFrame],
    ["a frame cut short", new Uint8Array([1, 1, 9]), CLOSE.badFrame],
    ["too large a push", new Uint8Array([1, 2, 1, 1, ...someSealed(MAX_SEALED_BYTES + 1)]), 4413],
  ];

  it("F5 ends the socket that sent one, and serves the others as before", async () => {
    const other = await live(ben);
    for (const [what, bytes, code] of bad) {
      const client = await live(ada);
      client.socket.send(bytes);
      expect(await client.closed, what).toBe(code);
    }
    await other.announce();
    expect(world.faults).toEqual([]);
  });

  it("F30 takes no checkpoint yet", async () => {
    const client = await live(ada);
    client.send({ type: "checkpoint", upto: 1, sealed: someSealed() });
    expect(await client.closed).toBe(CLOSE.badFrame);
  });
});

describe("awareness", () => {
  it("F23 is passed on only while both share it, and is never stored", async () => {
    const [first, second] = [await live(ada), await live(ben)];
    const sealed = someSealed(64);
    first.send({ type: "aware", sealed });
    await first.next("pong");
    await second.fence();
    expect(second.frames.filter(({ type }) => type === "aware")).toEqual([]);

    world.sharing.add(piece);
    first.send({ type: "aware", sealed });
    const { connection } = await second.next("aware");
    const late = await live(ben);
    expect(await late.next("aware", (frame) => frame.connection === connection)).toEqual({
      type: "aware",
      connection,
      sealed,
    });
    await first.close();
    expect(await second.next("gone")).toEqual({ type: "gone", connection });
    await world.relay.close();
    const stored = readFileSync(`${world.file}-wal`).toString("latin1");
    expect(stored).not.toContain(Buffer.from(sealed).toString("latin1"));
  });

  it("F23 does not say that somebody has gone who was not shown, or shares no more", async () => {
    const [first, second] = [await live(ada), await live(ben)];
    first.send({ type: "aware", sealed: someSealed(64) });
    await first.next("pong");
    await first.close();
    world.sharing.add(piece);
    const third = await live(ada);
    third.send({ type: "aware", sealed: someSealed(64) });
    await second.next("aware");
    world.sharing.delete(piece);
    await third.close();
    await second.fence();
    expect(second.frames.filter(({ type }) => type === "gone")).toEqual([]);
  });

  it("F23 is of the pages that share it: no other of the same person sends or is shown any", async () => {
    const [on, off] = [newId<PageId>(), newId<PageId>()];
    world.sharing.add(piece);
    world.off.add(off);
    const first = await live(ada);
    const [second, apart] = [await live(ben, "s", on), await live(ben, "s", off)];
    for (const client of [first, second, apart]) {
      client.send({ type: "aware", sealed: someSealed(64) });
      await client.next("pong");
    }
    await Promise.all([first, second, apart].map((client) => client.fence()));
    const shown = (client: WireClient) =>
      new Set(client.frames.flatMap((frame) => (frame.type === "aware" ? [frame.connection] : [])))
        .size;
    expect([first, second, apart].map(shown)).toEqual([1, 1, 0]);

    // Turned on: it is shown who is there. Turned off: it is gone at once, and shown nothing more.
    world.off.delete(off);
    world.relay.presenceTurned(piece, { person: ben, page: off });
    await apart.next("aware");
    await apart.fence();
    world.off.add(off);
    world.relay.presenceTurned(piece, { person: ben, page: off });
    await first.next("gone");
    first.send({ type: "aware", sealed: someSealed(64) });
    await second.next("aware");
    await apart.fence();
    expect(apart.frames.filter(({ type }) => type === "aware")).toHaveLength(1);
  });
});
