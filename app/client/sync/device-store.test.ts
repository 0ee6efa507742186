import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { idOf, type PersonId, type PieceId, type StreamId } from "#domain/ids.ts";
import type { DeviceStore, FrameRow, OutboxFrame, Step } from "./device-store.ts";
import { eraseIndexedDevice, indexedDevice } from "./indexed-device.ts";
import { memoryDevice } from "./memory-device.ts";

const id = <T extends string>(n: number) => idOf<T>(new Uint8Array(16).fill(n));
const PIECE = id<PieceId>(1);
const OTHER = id<PieceId>(2);
const ADA = id<PersonId>(3);
const BEN = id<PersonId>(4);
const FIRST = id<StreamId>(9);
const SECOND = id<StreamId>(5);

const bytes = (...values: number[]) => Uint8Array.from(values);
const outboxFrame = (counter: number): OutboxFrame => ({
  counter,
  previous: bytes(counter - 1),
  hash: bytes(counter),
  sealed: bytes(7, counter),
});
const frame = (seq: number): FrameRow => ({
  seq,
  sn: 1,
  counter: seq,
  previous: bytes(seq - 1),
  sealed: bytes(8, seq),
});
const step = (previous: number, last: number, rest: Partial<Step> = {}): Step => ({
  previous,
  last,
  frames: [],
  streams: [],
  owners: [],
  heads: [],
  keptOut: [],
  settled: [],
  ...rest,
});
const waiting = (stream: StreamId, ...counters: number[]) => ({
  stream,
  epoch: 1,
  clientIds: [stream.length],
  frames: counters.map(outboxFrame),
});

let people = 10;
const stores: Record<string, () => DeviceStore> = {
  "in memory": memoryDevice,
  "in IndexedDB": () => indexedDevice(id<PersonId>(people++)),
};

describe.each(Object.entries(stores))("a device's store %s", (_name, make) => {
  test("a piece that was never opened is empty", async () => {
    expect(await make().load(PIECE)).toEqual({
      cursor: 0,
      frames: [],
      streams: [],
      owners: [],
      heads: [],
      keptOut: [],
      outbox: [],
      aside: [],
    });
  });

  test("a step from the log is kept whole, and only for its piece", async () => {
    const store = make();
    const stream = { sn: 1, stream: FIRST, person: ADA, epoch: 1 };
    await store.advance(
      PIECE,
      step(0, 3, {
        frames: [frame(3), frame(2)],
        streams: [stream],
        owners: [{ clientId: 77, person: ADA }],
        heads: [{ sn: 1, counter: 3, hash: bytes(3) }],
        keptOut: [{ seq: 1, why: "forged" }],
      }),
    );
    const kept = await store.load(PIECE);
    expect(kept.cursor).toBe(3);
    expect(kept.frames.map((row) => row.seq)).toEqual([2, 3]);
    expect(kept.frames[0]).toMatchObject(frame(2));
    expect(kept.streams).toMatchObject([stream]);
    expect(kept.owners).toMatchObject([{ clientId: 77, person: ADA }]);
    expect(kept.heads).toMatchObject([{ sn: 1, counter: 3, hash: bytes(3) }]);
    expect(kept.keptOut).toMatchObject([{ seq: 1, why: "forged" }]);
    expect((await store.load(OTHER)).cursor).toBe(0);
  });

  test("a step that would leave a hole moves nothing, but what it settles is settled", async () => {
    const store = make();
    await store.put(PIECE, waiting(FIRST, 1, 2));
    await store.advance(
      PIECE,
      step(5, 7, { frames: [frame(6)], settled: [{ stream: FIRST, counter: 1 }] }),
    );
    const kept = await store.load(PIECE);
    expect(kept.cursor).toBe(0);
    expect(kept.frames).toEqual([]);
    expect(kept.outbox[0]?.frames.map((row) => row.counter)).toEqual([2]);
  });

  test("a step that another tab took in already is taken in again without harm", async () => {
    const store = make();
    await store.advance(PIECE, step(0, 5, { frames: [frame(4), frame(5)] }));
    await store.advance(
      PIECE,
      step(3, 4, { frames: [frame(4)], heads: [{ sn: 1, counter: 4, hash: bytes(4) }] }),
    );
    const kept = await store.load(PIECE);
    expect(kept.cursor).toBe(5);
    expect(kept.frames.map((row) => row.seq)).toEqual([4, 5]);
  });

  test("the first owner of a client id stays its owner, and heads move forward only", async () => {
    const store = make();
    const head = (counter: number) => ({ sn: 1, counter, hash: bytes(counter) });
    await store.advance(
      PIECE,
      step(0, 1, { owners: [{ clientId: 7, person: ADA }], heads: [head(2)] }),
    );
    await store.advance(
      PIECE,
      step(1, 2, { owners: [{ clientId: 7, person: BEN }], heads: [head(1)] }),
    );
    const kept = await store.load(PIECE);
    expect(kept.owners).toMatchObject([{ clientId: 7, person: ADA }]);
    expect(kept.heads).toMatchObject([head(2)]);
  });

  test("streams wait in the order in which they began to, their frames in the order of counters", async () => {
    const store = make();
    await store.put(PIECE, waiting(FIRST, 1));
    await store.put(PIECE, { ...waiting(SECOND, 1), clientIds: [1] });
    await store.put(PIECE, { ...waiting(SECOND, 2), clientIds: [1, 2] });
    await store.put(PIECE, waiting(FIRST, 2));
    const outbox = await store.waiting(PIECE);
    expect(outbox.map((row) => [row.stream, row.frames.map((f) => f.counter)])).toEqual([
      [FIRST, [1, 2]],
      [SECOND, [1, 2]],
    ]);
    expect(outbox[1]?.clientIds).toEqual([1, 2]);
    expect(outbox[0]?.frames[1]).toMatchObject(outboxFrame(2));
    expect((await store.load(PIECE)).outbox).toEqual(outbox);
  });

  test("a stream whose last frame is settled waits no more", async () => {
    const store = make();
    await store.put(PIECE, waiting(FIRST, 1));
    await store.advance(PIECE, step(0, 1, { settled: [{ stream: FIRST, counter: 1 }] }));
    expect(await store.waiting(PIECE)).toEqual([]);
  });

  test("what is set aside leaves the outbox and stays until it is discarded", async () => {
    const store = make();
    await store.put(PIECE, waiting(FIRST, 1, 2));
    await store.put(PIECE, waiting(SECOND, 1));
    const row = {
      id: id<StreamId>(8),
      why: "forked",
      epoch: 1,
      sealed: bytes(1, 2, 3),
      unsent: [waiting(FIRST, 1, 2)],
    } as const;
    await store.setAside(PIECE, row);
    expect((await store.waiting(PIECE)).map((left) => left.stream)).toEqual([SECOND]);
    expect((await store.load(PIECE)).aside).toMatchObject([row]);
    await store.discardAside(PIECE, row.id);
    expect((await store.load(PIECE)).aside).toEqual([]);
  });

  test("a frame that is kept out leaves the cache for good", async () => {
    const store = make();
    await store.advance(PIECE, step(0, 2, { frames: [frame(1), frame(2)] }));
    await store.keepOut(PIECE, [{ seq: 1, why: "unreadable" }]);
    const kept = await store.load(PIECE);
    expect(kept.frames.map((left) => left.seq)).toEqual([2]);
    expect(kept.keptOut).toMatchObject([{ seq: 1, why: "unreadable" }]);
  });

  test("a forgotten piece is gone wholly, another stays", async () => {
    const store = make();
    for (const piece of [PIECE, OTHER]) {
      await store.advance(piece, step(0, 1, { frames: [frame(1)] }));
      await store.put(piece, waiting(FIRST, 1));
    }
    await store.forget(PIECE);
    expect(await store.load(PIECE)).toMatchObject({ cursor: 0, frames: [], outbox: [] });
    expect(await store.load(OTHER)).toMatchObject({ cursor: 1, outbox: [{ stream: FIRST }] });
  });
});

test("two tabs share what IndexedDB keeps, and another person has nothing of it", async () => {
  const one = indexedDevice(ADA);
  await one.put(PIECE, waiting(FIRST, 1));
  expect(await indexedDevice(ADA).waiting(PIECE)).toHaveLength(1);
  expect(await indexedDevice(BEN).waiting(PIECE)).toHaveLength(0);
});

test("a person's storage can be erased under an open connection, and nobody else's with it", async () => {
  const [mine, theirs] = [indexedDevice(id<PersonId>(200)), indexedDevice(id<PersonId>(201))];
  for (const store of [mine, theirs]) await store.put(PIECE, waiting(FIRST, 1));
  await eraseIndexedDevice(id<PersonId>(200));
  expect(await mine.waiting(PIECE)).toEqual([]);
  expect(await theirs.waiting(PIECE)).toHaveLength(1);
});
