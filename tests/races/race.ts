import type * as fc from "fast-check";
import { createDatabaseAccounts } from "#server/store/accounts-database.ts";
import { openDatabase, type Database } from "#server/store/database.ts";
import { createDatabaseLedger } from "#server/store/ledger-database.ts";
import { migrate } from "#server/store/migrate.ts";
import { createDatabaseRooms } from "#server/store/rooms-database.ts";
import { freshPostgres } from "#tests/support/postgres.ts";
import { memoryStores, type Stores } from "#tests/support/room-world.ts";

/** How often each race is run, in another order each time. On a database every step takes its time. */
export const RUNS = process.env.SOAK ? 1_000 : process.env.ALL ? 100 : 10;

/**
 * The order of a race: before every step into a store or a port, whoever comes waits until it is their
 * turn. Nobody waits before it has begun.
 */
export class Order {
  #scheduler: fc.Scheduler | null = null;
  #overlapping = false;

  /** Lets these race, and gives what came of them. `overlapping`: a step may begin while another lasts. */
  async race<T extends readonly unknown[]>(
    scheduler: fc.Scheduler,
    overlapping: boolean,
    ...racers: { readonly [K in keyof T]: () => Promise<T[K]> }
  ): Promise<T> {
    this.#scheduler = scheduler;
    this.#overlapping = overlapping;
    try {
      const all = Promise.all(racers.map((act) => act())) as Promise<unknown> as Promise<T>;
      return await scheduler.waitFor(all);
    } finally {
      this.#scheduler = null;
    }
  }

  /** The same port, each of whose methods waits for its turn. */
  through<T extends object>(name: string, port: T): T {
    const methods = Object.entries(port).map(([key, method]) => {
      if (typeof method !== "function") return [key, method];
      const act = method as (...args: readonly unknown[]) => unknown;
      return [
        key,
        (...args: readonly unknown[]) => this.#turn(`${name}.${key}`, async () => act(...args)),
      ];
    });
    return Object.fromEntries(methods) as T;
  }

  async #turn<T>(label: string, act: () => Promise<T>): Promise<T> {
    const scheduler = this.#scheduler;
    if (!scheduler) return act();
    if (this.#overlapping) {
      await scheduler.schedule(Promise.resolve(), label);
      return act();
    }
    let done: Promise<T> | undefined;
    const builder = async () => {
      done = act();
      await done.catch(() => undefined); // whoever asked hears of it below
    };
    await scheduler.scheduleSequence([{ builder, label }]).task;
    if (!done) throw new Error("its turn never came");
    return done;
  }
}

/** Stores in which every step waits for its turn. */
export const inOrder = (order: Order, stores: Stores): Stores => ({
  accounts: stores.accounts,
  ledger: order.through("ledger", stores.ledger),
  rooms: order.through("rooms", stores.rooms),
});

/** Where a race can be run. */
export type Track = { readonly stores: () => Stores; readonly close: () => Promise<void> };

export const TRACKS = {
  memory: async (): Promise<Track> => ({ stores: memoryStores, close: async () => undefined }),
  SQLite: async (directory: string): Promise<Track> => {
    const url = `file:${directory}/races.db`;
    await migrate(url);
    return onDatabase(await openDatabase(url));
  },
  PostgreSQL: async (): Promise<Track> => onDatabase(await openDatabase(await freshPostgres())),
} as const;

const onDatabase = (database: Database): Track => ({
  stores: () => ({
    accounts: createDatabaseAccounts(database),
    ledger: createDatabaseLedger(database),
    rooms: createDatabaseRooms(database),
  }),
  close: database.close,
});
