import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { idOf, type PersonId, type PieceId, type StreamId } from "#domain/ids.ts";
import type { FrameRow, LogRow, SealedLog, StreamRow } from "#domain/ports.ts";
import { openDatabase } from "#server/store/database.ts";
import { createMemoryFrameLog } from "#server/store/frame-log-memory.ts";
import { openFrameLog } from "#server/store/frame-log.ts";
import { migrate } from "#server/store/migrate.ts";
import { hashOf } from "#server/sync/piece-log.ts";
import { freshPostgres } from "#tests/support/postgres.ts";
import { wholeLog } from "#tests/support/whole-log.ts";

type Opened = { readonly log: SealedLog; readonly close: () => Promise<void> };

async function openOn(url: string): Promise<Opened> {
  const database = await openDatabase(url);
  const log = openFrameLog(database);
  return {
    log,
    async close() {
      await log.close();
      await database.close();
    },
  };
}

async function openOnSqlite(): Promise<Opened> {
  const directory = mkdtempSync(path.join(tmpdir(), "threshold-log-"));
  const url = `file:${path.join(directory, "log.db")}`;
  await migrate(url);
  const opened = await openOn(url);
  return {
    log: opened.log,
    async close() {
      await opened.close();
      rmSync(directory, { recursive: true });
    },
  };
}

const stores: readonly (readonly [string, () => Promise<Opened>])[] = [
  ["memory", async () => ({ log: createMemoryFrameLog(), close: async () => {} })],
  ["SQLite", openOnSqlite],
  ["PostgreSQL", async () => openOn(await freshPostgres())],
];

const ada = idOf<PersonId>(new Uint8Array(16).fill(1));
const ben = idOf<PersonId>(new Uint8Array(16).fill(2));
let made = 0;
const newId = <T extends string>() => {
  made += 1;
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setUint32(0, made);
  return idOf<T>(bytes);
};

describe.each(stores)("the sealed log in %s", (_name, open) => {
  let opened: Opened;
  let log: SealedLog;
  let piece: PieceId;

  beforeAll(async () => {
    opened = await open();
    log = opened.log;
  });
  afterAll(() => opened.close());
  beforeEach(() => {
    piece = newId();
  });

  const stream = (seq: number, more: Partial<StreamRow> = {}): StreamRow => ({
    kind: "stream",
    piece,
    seq,
    sn: seq,
    stream: newId<StreamId>(),
    person: ada,
    epoch: 1,
    clientId: seq,
    ...more,
  });
  const frame = (seq: number, sn: number, counter: number, length = 92): FrameRow => {
    const sealed = new Uint8Array(length).fill(seq);
    return { kind: "frame", piece, seq, sn, counter, hash: hashOf(sealed), sealed };
  };
  const everything = () => wholeLog(log, piece);

  it("knows nothing of a piece without rows", async () => {
    expect(await log.head(piece)).toEqual({ head: 0, streams: [] });
    expect(await everything()).toEqual([]);
    expect(await log.find(piece, 1, 1)).toBeNull();
  });

  it("gives rows back as they were, in the order of seq", async () => {
    const rows: LogRow[] = [
      stream(1, { clientId: 2 ** 32 - 1 }),
      frame(2, 1, 1),
      stream(3, { person: ben, epoch: 7, clientId: 2 ** 53 - 1 }),
      frame(4, 3, 1),
      frame(5, 1, 2),
    ];
    await log.append(rows.slice(0, 2));
    await log.append(rows.slice(2));
    expect(await everything()).toEqual(rows);
    expect(await log.read(piece, 2, 4, 1_000)).toEqual(rows.slice(2, 4));
  });

  it("tells the head: last seq, streams, their client ids and last counters", async () => {
    const first = stream(1);
    const { stream: id } = first;
    const other = stream(5, { person: ben, epoch: 2 });
    await log.append([
      first,
      frame(2, 1, 1),
      stream(3, { sn: 1, stream: id, clientId: 99 }),
      frame(4, 1, 2),
      other,
    ]);
    expect(await log.head(piece)).toEqual({
      head: 5,
      streams: [
        { sn: 1, stream: id, person: ada, epoch: 1, clientIds: [1, 99], counter: 2 },
        { sn: 5, stream: other.stream, person: ben, epoch: 2, clientIds: [5], counter: 0 },
      ],
    });
  });

  it("keeps pieces apart", async () => {
    const mine = [stream(1), frame(2, 1, 1)];
    const another = newId<PieceId>();
    const theirs = mine.map((row) => ({ ...row, piece: another }));
    await log.append([...mine, ...theirs]);
    expect(await everything()).toEqual(mine);
    expect((await log.head(another)).head).toBe(2);
  });

  it.each([
    ["a seq", () => [frame(2, 1, 2)]],
    ["a client id", () => [stream(3, { clientId: 1 })]],
    ["a counter", () => [frame(3, 1, 1)]],
  ])("refuses a group in which %s is taken, and keeps nothing of it", async (_what, clashing) => {
    const rows = [stream(1), frame(2, 1, 1)];
    await log.append(rows);
    const another = newId<PieceId>();
    await expect(
      log.append([{ ...stream(1), piece: another }, frame(9, 1, 9), ...clashing()]),
    ).rejects.toThrow();
    expect(await everything()).toEqual(rows);
    expect((await log.head(another)).head).toBe(0);
    await log.append([frame(3, 1, 2)]);
  });

  it("reads up to the frame that would be too much, but always one", async () => {
    const rows = [
      stream(1),
      frame(2, 1, 1, 100),
      stream(3),
      frame(4, 1, 2, 100),
      frame(5, 1, 3, 1),
    ];
    await log.append(rows);
    expect(await log.read(piece, 0, 5, 100)).toEqual(rows.slice(0, 3));
    expect(await log.read(piece, 0, 5, 1)).toEqual(rows.slice(0, 3));
    expect(await log.read(piece, 3, 5, 1)).toEqual(rows.slice(3, 4));
    expect(await log.read(piece, 0, 5, 200)).toEqual(rows.slice(0, 4));
    expect(await log.read(piece, 0, 5, 201)).toEqual(rows);
  });

  it("reads everything when reading goes on from the last row, whatever the chunks", async () => {
    const rows: LogRow[] = [stream(1)];
    for (let seq = 2; seq <= 1_500; seq++) rows.push(frame(seq, 1, seq - 1, 1 + (seq % 70)));
    await log.append(rows);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 200, max: 100_000 }), async (bytes) => {
        const read: LogRow[] = [];
        while (read.length < rows.length) {
          const chunk = await log.read(piece, read.at(-1)?.seq ?? 0, 1_500, bytes);
          expect(chunk.length).toBeGreaterThan(0);
          read.push(...chunk);
        }
        expect(read).toEqual(rows);
      }),
      { numRuns: 3 },
    );
  });

  it("finds a frame by its place and by its hash", async () => {
    const written = frame(2, 1, 1);
    await log.append([stream(1), written]);
    expect(await log.find(piece, 1, 1)).toEqual({ seq: 2, hash: written.hash });
    expect(await log.find(piece, 1, 2)).toBeNull();
    expect(await log.contains(piece, 1, written.hash)).toBe(true);
    expect(await log.contains(piece, 2, written.hash)).toBe(false);
    expect(await log.contains(piece, 1, new Uint8Array(16))).toBe(false);
  });

  it("keeps a frame of the largest size whole", async () => {
    const large = frame(2, 1, 1, 256 * 1024);
    await log.append([stream(1), large]);
    expect((await everything()).at(1)).toEqual(large);
  });

  it("O2 says of which pieces there are rows, a few at a time", async () => {
    const others = [newId<PieceId>(), newId<PieceId>()];
    for (const one of [piece, ...others]) await log.append([stream(1, { piece: one })]);
    const found: PieceId[] = [];
    for (let after: PieceId | null = null; ; after = found.at(-1) ?? null) {
      const more: readonly PieceId[] = await log.pieces(after, 2);
      expect(more.length).toBeLessThanOrEqual(2);
      if (more.length === 0) break;
      found.push(...more);
    }
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual(expect.arrayContaining([piece, ...others]));
    await log.erase(piece);
    expect(await log.pieces(null, 10_000)).not.toContain(piece);
  });

  it("erases a piece and nothing else", async () => {
    const rows = [stream(1), frame(2, 1, 1)];
    const another = newId<PieceId>();
    await log.append([...rows, ...rows.map((row) => ({ ...row, piece: another }))]);
    await log.erase(piece);
    expect(await everything()).toEqual([]);
    expect(await log.head(piece)).toEqual({ head: 0, streams: [] });
    expect((await log.head(another)).head).toBe(2);
    await log.append(rows);
    expect(await everything()).toEqual(rows);
  });
});
