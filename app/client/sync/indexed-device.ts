import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from "idb";
import type { PersonId, PieceId, StreamId } from "#domain/ids.ts";
import type {
  AsideRow,
  DevicePiece,
  DeviceStore,
  EarlierRow,
  FrameRow,
  HeadRow,
  KeptOutRow,
  OutboxFrame,
  OutboxStream,
  OwnerRow,
  StreamRow,
  UnplacedRow,
} from "./device-store.ts";

type Of<Row> = Row & { readonly piece: PieceId };
type OutboxStreamRow = Of<Pick<OutboxStream, "stream" | "epoch" | "clientIds">> & {
  /** Counts up in the order in which streams began to wait. */
  readonly order: number;
};
type OutboxFrameRow = Of<OutboxFrame> & { readonly stream: StreamId };

/** Keys begin with the piece. Values are sealed bytes, ids, counters and hashes: nothing in clear. */
type Schema = DBSchema & {
  cursors: { key: PieceId; value: { readonly piece: PieceId; readonly cursor: number } };
  streams: { key: [PieceId, number]; value: Of<StreamRow> };
  owners: { key: [PieceId, number]; value: Of<OwnerRow> };
  frames: { key: [PieceId, number]; value: Of<FrameRow> };
  heads: { key: [PieceId, number]; value: Of<HeadRow> };
  keptOut: { key: [PieceId, number]; value: Of<KeptOutRow> };
  outboxStreams: { key: [PieceId, StreamId]; value: OutboxStreamRow };
  outboxFrames: { key: [PieceId, StreamId, number]; value: OutboxFrameRow };
  aside: { key: [PieceId, string]; value: Of<AsideRow> };
  /** `n` counts up: it says which came later, and not when. */
  earlier: { key: [PieceId, number]; value: Of<EarlierRow> & { readonly n: number } };
  /** `n` counts up within a piece. */
  unplaced: { key: [PieceId, StreamId]; value: Of<UnplacedRow> & { readonly n: number } };
};

const KEYS = {
  cursors: "piece",
  streams: ["piece", "sn"],
  owners: ["piece", "clientId"],
  frames: ["piece", "seq"],
  heads: ["piece", "sn"],
  keptOut: ["piece", "seq"],
  outboxStreams: ["piece", "stream"],
  outboxFrames: ["piece", "stream", "counter"],
  aside: ["piece", "id"],
  earlier: ["piece", "n"],
  unplaced: ["piece", "id"],
} as const;
type StoreName = keyof typeof KEYS;
const STORES = Object.keys(KEYS) as StoreName[];

/** 2: what somebody had earlier. 3: what was done before its piece was there. */
const VERSION = 3;
const nameFor = (person: PersonId) => `threshold-${person}`;

/** Everything of a piece: an array sorts after every number and every string. */
const allOf = (piece: PieceId) => IDBKeyRange.bound([piece], [piece, []]);
const framesOf = (piece: PieceId, stream: StreamId) =>
  IDBKeyRange.bound([piece, stream], [piece, stream, []]);

/**
 * What this browser profile keeps for a person, in IndexedDB. Rejects when storage is closed to us. The
 * connection gives way when the database is deleted or changed by another tab, and is made again at the
 * next call.
 */
export function indexedDevice(person: PersonId): DeviceStore {
  let connection: Promise<IDBPDatabase<Schema>> | null = null;
  const drop = () => {
    connection = null;
  };
  const connect = () => {
    connection ??= openDB<Schema>(nameFor(person), VERSION, {
      upgrade(database) {
        for (const name of STORES) {
          if (database.objectStoreNames.contains(name)) continue;
          const keyPath = KEYS[name];
          database.createObjectStore(name, {
            keyPath: typeof keyPath === "string" ? keyPath : [...keyPath],
          });
        }
      },
      blocking(_from, _to, event) {
        drop();
        (event.target as IDBDatabase).close();
      },
      terminated: drop,
    }).catch((error: unknown) => {
      drop();
      throw error;
    });
    return connection;
  };

  return {
    load: async (piece) => {
      const tx = (await connect()).transaction(STORES, "readonly");
      const [cursor, frames, streams, owners, heads, keptOut, outbox, aside] = await Promise.all([
        tx.objectStore("cursors").get(piece),
        tx.objectStore("frames").getAll(allOf(piece)),
        tx.objectStore("streams").getAll(allOf(piece)),
        tx.objectStore("owners").getAll(allOf(piece)),
        tx.objectStore("heads").getAll(allOf(piece)),
        tx.objectStore("keptOut").getAll(allOf(piece)),
        readOutbox(tx, piece),
        tx.objectStore("aside").getAll(allOf(piece)),
        tx.done,
      ]);
      return {
        cursor: cursor?.cursor ?? 0,
        frames,
        streams,
        owners,
        heads,
        keptOut,
        outbox,
        aside,
      } satisfies DevicePiece;
    },

    waiting: async (piece) => {
      const tx = (await connect()).transaction(STORES, "readonly");
      const [outbox] = await Promise.all([readOutbox(tx, piece), tx.done]);
      return outbox;
    },

    put: async (piece, { stream, epoch, clientIds, frames }) => {
      const tx = (await connect()).transaction(STORES, "readwrite", {
        durability: "strict",
      });
      const work = async () => {
        const streams = tx.objectStore("outboxStreams");
        const known = await streams.get([piece, stream]);
        const order = known?.order ?? (await nextOrder(tx, piece));
        const ids = [...new Set([...(known?.clientIds ?? []), ...clientIds])];
        await streams.put({ piece, stream, epoch: known?.epoch ?? epoch, clientIds: ids, order });
        const outbox = tx.objectStore("outboxFrames");
        await Promise.all(frames.map((frame) => outbox.put({ ...frame, piece, stream })));
      };
      await Promise.all([work(), tx.done]);
    },

    advance: async (piece, step) => {
      // Not strict: should the disk lose this, the server still has it, and an older state is consistent.
      const tx = (await connect()).transaction(STORES, "readwrite", { durability: "relaxed" });
      const work = async () => {
        await settle(tx, piece, step.settled);
        const cursors = tx.objectStore("cursors");
        const cursor = (await cursors.get(piece))?.cursor ?? 0;
        if (step.previous > cursor) return;
        const owners = tx.objectStore("owners");
        const heads = tx.objectStore("heads");
        await Promise.all([
          ...step.streams.map((row) => tx.objectStore("streams").put({ ...row, piece })),
          ...step.frames.map((row) => tx.objectStore("frames").put({ ...row, piece })),
          ...step.keptOut.map((row) => tx.objectStore("keptOut").put({ ...row, piece })),
          ...step.owners.map(async (row) => {
            if (!(await owners.get([piece, row.clientId]))) await owners.put({ ...row, piece });
          }),
          ...step.heads.map(async (row) => {
            const known = (await heads.get([piece, row.sn]))?.counter ?? 0;
            if (row.counter > known) await heads.put({ ...row, piece });
          }),
          cursors.put({ piece, cursor: Math.max(cursor, step.last) }),
        ]);
      };
      await Promise.all([work(), tx.done]);
    },

    keepOut: async (piece, rows) => {
      const tx = (await connect()).transaction(STORES, "readwrite");
      await Promise.all([
        ...rows.map((row) => tx.objectStore("frames").delete([piece, row.seq])),
        ...rows.map((row) => tx.objectStore("keptOut").put({ ...row, piece })),
        tx.done,
      ]);
    },

    setAside: async (piece, row) => {
      const tx = (await connect()).transaction(STORES, "readwrite", { durability: "strict" });
      const names = row.unsent.flatMap(({ stream, frames }) =>
        frames.map(({ counter }) => ({ stream, counter })),
      );
      await Promise.all([
        tx.objectStore("aside").put({ ...row, piece }),
        settle(tx, piece, names),
        tx.done,
      ]);
    },

    discardAside: async (piece, id) => {
      await (await connect()).delete("aside", [piece, id]);
    },

    keepEarlier: async (piece, row, most) => {
      const tx = (await connect()).transaction("earlier", "readwrite");
      const work = async () => {
        const kept = await tx.store.getAllKeys(allOf(piece));
        const n = (kept.at(-1)?.[1] ?? 0) + 1;
        const tooMany = kept.slice(0, Math.max(kept.length + 1 - most, 0));
        await Promise.all([
          tx.store.put({ ...row, piece, n }),
          ...tooMany.map((key) => tx.store.delete(key)),
        ]);
      };
      await Promise.all([work(), tx.done]);
    },

    earlier: async (piece) => {
      const rows = await (await connect()).getAll("earlier", allOf(piece));
      return rows.reverse().map(({ id, epoch, sealed }) => ({ id, epoch, sealed }));
    },

    keepUnplaced: async (piece, row) => {
      const tx = (await connect()).transaction("unplaced", "readwrite", { durability: "strict" });
      const work = async () => {
        const kept = await tx.store.getAll(allOf(piece));
        const n = Math.max(0, ...kept.map((one) => one.n)) + 1;
        await tx.store.put({ ...row, piece, n });
      };
      await Promise.all([work(), tx.done]);
    },

    unplaced: async (piece) => {
      const rows = await (await connect()).getAll("unplaced", allOf(piece));
      return rows
        .sort((a, b) => a.n - b.n)
        .map(({ id, sealedKey, sealed }) => ({ id, sealedKey, sealed }));
    },

    dropUnplaced: async (piece, ids) => {
      const tx = (await connect()).transaction("unplaced", "readwrite");
      await Promise.all([...ids.map((id) => tx.store.delete([piece, id])), tx.done]);
    },

    forget: async (piece) => {
      const tx = (await connect()).transaction(STORES, "readwrite");
      await Promise.all([
        ...STORES.map((name) =>
          tx.objectStore(name).delete(name === "cursors" ? piece : allOf(piece)),
        ),
        tx.done,
      ]);
    },
  };
}

/**
 * Deletes everything that this browser profile keeps for a person, unsent words too. Another tab that
 * has it open lets go of it when it is asked to; the deletion waits for that.
 */
export function eraseIndexedDevice(person: PersonId): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(nameFor(person));
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new Error("storage could not be deleted"));
  });
}

type Tx<Mode extends IDBTransactionMode> = IDBPTransaction<Schema, StoreName[], Mode>;

async function readOutbox(tx: Tx<"readonly">, piece: PieceId): Promise<OutboxStream[]> {
  const [streams, frames] = await Promise.all([
    tx.objectStore("outboxStreams").getAll(allOf(piece)),
    tx.objectStore("outboxFrames").getAll(allOf(piece)),
  ]);
  return streams
    .sort((a, b) => a.order - b.order)
    .map(({ stream, epoch, clientIds }) => ({
      stream,
      epoch,
      clientIds,
      frames: frames.filter((frame) => frame.stream === stream),
    }));
}

async function nextOrder(tx: Tx<"readwrite">, piece: PieceId): Promise<number> {
  const streams = await tx.objectStore("outboxStreams").getAll(allOf(piece));
  return Math.max(0, ...streams.map((row) => row.order)) + 1;
}

/** Takes frames out of the outbox; a stream that waits for nothing more is forgotten with its last. */
async function settle(
  tx: Tx<"readwrite">,
  piece: PieceId,
  names: readonly { readonly stream: StreamId; readonly counter: number }[],
): Promise<void> {
  const frames = tx.objectStore("outboxFrames");
  await Promise.all(names.map(({ stream, counter }) => frames.delete([piece, stream, counter])));
  for (const stream of new Set(names.map((name) => name.stream))) {
    if ((await frames.count(framesOf(piece, stream))) === 0) {
      await tx.objectStore("outboxStreams").delete([piece, stream]);
    }
  }
}
