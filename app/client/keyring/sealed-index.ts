import { accountView, indexReplace, indexReplaced } from "#domain/account.ts";
import type { Index } from "#domain/index-schema.ts";
import type { PersonId } from "#domain/ids.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { Api } from "../api.ts";
import { askAt, fetchFrom } from "../asking.ts";
import type { SealedIndexCopy } from "./device-vault.ts";
import { openIndex, sealIndex } from "./index-sealing.ts";
import { Locked, type ReplaceIndex, type SealedIndex } from "./keyring.ts";

/** How often a change is tried anew because other devices were faster. */
const TRIES = 8;

export type SealedIndexOptions = {
  readonly api: Api;
  readonly person: PersonId;
  /** Throws `Locked` once the keys are dropped. */
  readonly key: () => CryptoKey;
  readonly version: number;
  readonly index: Index;
  /** Called with each version that the server has, for the device to keep. */
  readonly keep: (copy: SealedIndexCopy) => Promise<void>;
};

/** The index of whoever is unlocked. Changes are made one after the other. */
export function createSealedIndex(options: SealedIndexOptions): SealedIndex {
  const { api, person, key, keep } = options;
  const listeners = new Set<(index: Index) => void>();
  let { version, index } = options;
  let queue: Promise<unknown> = Promise.resolve();

  function inTurn(work: () => Promise<Result<Index>>): Promise<Result<Index>> {
    const next = queue.then(work, work).catch((error: unknown) => {
      if (error instanceof Locked) return refuse("locked");
      throw error;
    });
    queue = next.catch(() => undefined);
    return next;
  }

  async function take(copy: SealedIndexCopy, opened: Index): Promise<void> {
    await keep(copy);
    version = copy.version;
    index = opened;
    for (const tell of listeners) tell(index);
  }

  async function refresh(): Promise<Result<Index>> {
    const fetched = await fetchFrom(api, "/api/account", accountView);
    if (!fetched.ok) return fetched;
    if (fetched.value.person !== person) return refuse("not-signed-in");
    const copy = fetched.value.index;
    if (copy.version === version) return ok(index);
    // What the server shows may be newer than what is here, never older.
    if (copy.version < version) return refuse("fault");
    const opened = await openIndex(key(), person, copy.version, copy.sealed);
    if (!opened) return refuse("fault");
    await take(copy, opened);
    return ok(opened);
  }

  const alone: ReplaceIndex = (next) =>
    askAt(
      api,
      "/api/account/index",
      { schema: indexReplace, value: { person, ...next } },
      indexReplaced,
    );

  async function update(
    change: (index: Index) => Index,
    replace: ReplaceIndex,
  ): Promise<Result<Index>> {
    for (let i = 0; i < TRIES; i++) {
      const changed = change(index);
      if (changed === index) return ok(index);
      const sealed = await sealIndex(key(), person, version + 1, changed);
      const replaced = await replace({ version, sealed });
      if (replaced.ok) {
        await take({ version: replaced.value.version, sealed }, changed);
        return ok(changed);
      }
      if (replaced.refusal.code !== "index-moved") return replaced;
      const newer = await refresh();
      if (!newer.ok) return newer;
    }
    return refuse("index-moved");
  }

  return {
    current: () => index,
    version: () => version,
    update: (change, replace = alone) => inTurn(() => update(change, replace)),
    refresh: () => inTurn(refresh),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
