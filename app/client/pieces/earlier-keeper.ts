import * as Y from "yjs";
import { isWorthKeeping, MUCH, type Had } from "#domain/pieces/earlier.ts";
import type { EarlierStates } from "./earlier.ts";

export type EarlierKeeper = {
  /** Keeps what stands there now. Fulfilled when it is on the device. */
  readonly keepNow: () => Promise<void>;
  readonly stop: () => void;
};

/**
 * Watches a document, and keeps what stood in it before a change that is worth it. `read` gives `null`
 * for what says nothing, or cannot be read.
 */
export function keepEarlier(
  doc: Y.Doc,
  read: (doc: Y.Doc) => Had | null,
  states: Pick<EarlierStates, "keep">,
  now: () => number,
  much: number = MUCH,
): EarlierKeeper {
  /** Always one change behind, so that it can be read as it stood before. */
  const before = new Y.Doc();
  Y.applyUpdate(before, Y.encodeStateAsUpdate(doc));
  let last: number | null = null;

  const keep = async (from: Y.Doc): Promise<void> => {
    const had = read(from);
    if (had) await states.keep(had);
  };
  const changed = (
    update: Uint8Array,
    _origin: unknown,
    _doc: Y.Doc,
    { deleteSet, local }: Y.Transaction,
  ) => {
    const taken = takenBy(deleteSet);
    // What another device of mine writes is no pause of this one; what it takes away is taken all the same.
    if (isWorthKeeping({ now: now(), last: local ? last : now(), taken, much })) void keep(before);
    if (local) last = now();
    Y.applyUpdate(before, update);
  };
  doc.on("update", changed);
  return {
    keepNow: () => keep(doc),
    stop: () => {
      doc.off("update", changed);
      before.destroy();
    },
  };
}

function takenBy({ clients }: Y.Transaction["deleteSet"]): number {
  let taken = 0;
  for (const items of clients.values()) for (const { len } of items) taken += len;
  return taken;
}
