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

  /** What others took away since I last wrote here, and what stood there before they began to. */
  let theirs: { readonly had: Had | null; readonly taken: number; readonly isKept: boolean } = {
    had: null,
    taken: 0,
    isKept: false,
  };

  const keep = async (had: Had | null): Promise<void> => {
    if (had) await states.keep(had);
  };
  /**
   * Words go letter by letter as well as at once, and by one who means it over and over: all of it counts
   * together, and is kept once, or what I had would go as the oldest of too many.
   */
  const takenByOthers = (taken: number) => {
    if (taken === 0 || theirs.isKept) return;
    const had = theirs.had ?? read(before);
    const all = theirs.taken + taken;
    theirs = { had, taken: all, isKept: all >= much };
    if (theirs.isKept) void keep(had);
  };
  const changed = (
    update: Uint8Array,
    _origin: unknown,
    _doc: Y.Doc,
    { deleteSet, local }: Y.Transaction,
  ) => {
    const taken = takenBy(deleteSet);
    if (local) {
      if (isWorthKeeping({ now: now(), last, taken, much })) void keep(read(before));
      last = now();
      theirs = { had: null, taken: theirs.isKept ? 0 : theirs.taken, isKept: false };
    } else takenByOthers(taken);
    Y.applyUpdate(before, update);
  };
  doc.on("update", changed);
  return {
    keepNow: () => keep(read(doc)),
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
