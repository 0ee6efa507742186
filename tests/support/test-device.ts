import type { PieceId } from "#domain/ids.ts";
import type { DevicePiece, DeviceStore, Step } from "#client/sync/device-store.ts";
import type { Locks } from "#client/sync/locks.ts";
import { memoryDevice } from "#client/sync/memory-device.ts";

export type TabStorage = {
  readonly device: DeviceStore;
  readonly locks: Locks;
  readonly die: () => void;
  /** How far the tab has read the log. */
  readonly cursor: () => number;
};

/** A device whose storage can be set back, and whose tabs can die. */
export class TestDevice {
  #store: DeviceStore;
  readonly #held = new Map<string, symbol>();

  constructor(store: DeviceStore = memoryDevice()) {
    this.#store = store;
  }

  /** What the storage holds now. */
  snapshot(piece: PieceId): Promise<DevicePiece> {
    return this.#store.load(piece);
  }

  /** Storage as it was: also under tabs that are alive. */
  async restore(piece: PieceId, snapshot: DevicePiece): Promise<void> {
    const store = memoryDevice();
    for (const row of snapshot.aside) await store.setAside(piece, row);
    for (const waiting of snapshot.outbox) await store.put(piece, waiting);
    const { cursor: last, frames, streams, owners, heads, keptOut } = snapshot;
    const all: Step = {
      previous: 0,
      last,
      frames,
      streams,
      owners,
      heads,
      keptOut,
      settled: [],
    };
    await store.advance(piece, all);
    this.#store = store;
  }

  /** Storage and locks as one tab has them; `die` takes both away at once, in the middle of anything. */
  tab(): TabStorage {
    const me = Symbol("tab");
    let dead = false;
    let cursor = 0;
    const read = (upto: number) => {
      cursor = Math.max(cursor, upto);
    };
    const never = new Promise<never>(() => undefined);
    const alive = <Args extends unknown[], Result>(
      call: (store: DeviceStore) => (...args: Args) => Promise<Result>,
    ) => {
      return async (...args: Args): Promise<Result> => {
        if (dead) return never;
        const result = await call(this.#store)(...args);
        return dead ? never : result;
      };
    };
    return {
      device: {
        load: alive((store) => async (piece) => {
          const kept = await store.load(piece);
          read(kept.cursor);
          return kept;
        }),
        waiting: alive((store) => store.waiting),
        put: alive((store) => store.put),
        advance: alive((store) => async (piece, step) => {
          await store.advance(piece, step);
          read(step.last);
        }),
        keepOut: alive((store) => store.keepOut),
        setAside: alive((store) => store.setAside),
        discardAside: alive((store) => store.discardAside),
        keepEarlier: alive((store) => store.keepEarlier),
        earlier: alive((store) => store.earlier),
        keepUnplaced: alive((store) => store.keepUnplaced),
        unplaced: alive((store) => store.unplaced),
        dropUnplaced: alive((store) => store.dropUnplaced),
        forget: alive((store) => store.forget),
      },
      locks: {
        tryHold: async (name) => {
          if (dead) return never;
          if (this.#held.has(name)) return null;
          this.#held.set(name, me);
          return () => {
            if (this.#held.get(name) === me) this.#held.delete(name);
          };
        },
      },
      cursor: () => cursor,
      die: () => {
        dead = true;
        for (const [name, tab] of this.#held) if (tab === me) this.#held.delete(name);
      },
    };
  }
}
