import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { SignInName } from "#domain/account.ts";
import type { Bytes } from "#domain/bytes.ts";
import type { PersonId } from "#domain/ids.ts";
import type { DeviceUnlock, UnlockedKeys } from "../secrets/secrets-worker.ts";

/** What a device that was told to remember keeps of an account, so that it unlocks without a network. */
export type DeviceRecord = {
  readonly person: PersonId;
  readonly name: SignInName;
  /** Both private keys, sealed under the account key. */
  readonly identity: Bytes;
  readonly unlock: DeviceUnlock;
  readonly index: SealedIndexCopy;
};

/** The index as the server had it last. */
export type SealedIndexCopy = { readonly version: number; readonly sealed: Bytes };

/** The keys of whoever is unlocked, and when somebody was last active, in ms since 1970. */
export type UnlockedRecord = { readonly keys: UnlockedKeys; readonly at: number };

/** All tabs share it. Each method is one transaction and durable when fulfilled. */
export type DeviceVault = {
  readonly load: () => Promise<{
    readonly record: DeviceRecord | null;
    readonly unlocked: UnlockedRecord | null;
  }>;
  /** In the place of whatever was remembered; `unlocked` is null for somebody who locked meanwhile. */
  readonly remember: (record: DeviceRecord, unlocked: UnlockedRecord | null) => Promise<void>;
  /** Puts off the idle time. Nothing happens if the keys were dropped meanwhile. */
  readonly touch: (at: number) => Promise<void>;
  /** Nothing happens if another person is remembered meanwhile, or a newer index. */
  readonly keepIndex: (person: PersonId, index: SealedIndexCopy) => Promise<void>;
  /** Drops the keys. */
  readonly lock: () => Promise<void>;
  /** Drops everything. */
  readonly forget: () => Promise<void>;
};

type Schema = DBSchema & {
  readonly record: { key: "device"; value: DeviceRecord };
  readonly unlocked: { key: "device"; value: UnlockedRecord };
};

const STRICT = { durability: "strict" } as const;

/** {@link DeviceVault} in IndexedDB, where keys that cannot be exported can be kept as they are. */
export function indexedDbVault(): DeviceVault {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const database = () =>
    (opened ??= openDB<Schema>("keys", 1, {
      upgrade: (db) => {
        db.createObjectStore("record");
        db.createObjectStore("unlocked");
      },
    }));

  return {
    load: async () => {
      const tx = (await database()).transaction(["record", "unlocked"]);
      const [record, unlocked] = await Promise.all([
        tx.objectStore("record").get("device"),
        tx.objectStore("unlocked").get("device"),
        tx.done,
      ]);
      return { record: record ?? null, unlocked: unlocked ?? null };
    },
    remember: async (record, unlocked) => {
      const tx = (await database()).transaction(["record", "unlocked"], "readwrite", STRICT);
      await Promise.all([
        tx.objectStore("record").put(record, "device"),
        tx.objectStore("unlocked").clear(),
        unlocked && tx.objectStore("unlocked").put(unlocked, "device"),
        tx.done,
      ]);
    },
    touch: async (at) => {
      const tx = (await database()).transaction("unlocked", "readwrite");
      const unlocked = await tx.store.get("device");
      if (unlocked) await tx.store.put({ ...unlocked, at }, "device");
      await tx.done;
    },
    keepIndex: async (person, index) => {
      const tx = (await database()).transaction("record", "readwrite");
      const record = await tx.store.get("device");
      if (record?.person === person && record.index.version <= index.version)
        await tx.store.put({ ...record, index }, "device");
      await tx.done;
    },
    lock: async () => {
      const tx = (await database()).transaction("unlocked", "readwrite", STRICT);
      await Promise.all([tx.store.clear(), tx.done]);
    },
    forget: async () => {
      const tx = (await database()).transaction(["record", "unlocked"], "readwrite", STRICT);
      await Promise.all([
        tx.objectStore("record").clear(),
        tx.objectStore("unlocked").clear(),
        tx.done,
      ]);
    },
  };
}

/** {@link DeviceVault} for Node: one of these is one device. */
export function memoryVault(): DeviceVault {
  let record: DeviceRecord | null = null;
  let unlocked: UnlockedRecord | null = null;
  return {
    load: async () => ({ record, unlocked }),
    remember: async (newRecord, newUnlocked) => {
      record = newRecord;
      unlocked = newUnlocked;
    },
    touch: async (at) => {
      if (unlocked) unlocked = { ...unlocked, at };
    },
    keepIndex: async (person, index) => {
      if (record?.person === person && record.index.version <= index.version)
        record = { ...record, index };
    },
    lock: async () => {
      unlocked = null;
    },
    forget: async () => {
      record = null;
      unlocked = null;
    },
  };
}
