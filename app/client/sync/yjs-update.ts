import * as Y from "yjs";
import type { Bytes } from "#domain/bytes.ts";

/** The Yjs client ids that an update writes under. Deletions name none. Throws for what is no update. */
export function clientIdsOf(update: Uint8Array): number[] {
  return [...Y.parseUpdateMeta(update).from.keys()];
}

/** For each client id that an update writes under, the clock after the last thing it writes there. */
export const endsOf = (update: Uint8Array): ReadonlyMap<number, number> =>
  Y.parseUpdateMeta(update).to;

/** What an update takes away: of each client id, up to which clock. Throws for what is no update. */
export const deletionsOf = (
  update: Uint8Array,
): readonly { readonly clientId: number; readonly end: number }[] =>
  [...Y.decodeUpdate(update).ds.clients].flatMap(([clientId, ranges]) =>
    ranges.map(({ clock, len }) => ({ clientId, end: clock + len })),
  );

/** Throws unless all of it can be read, deletions too. */
export function checkUpdate(update: Uint8Array): void {
  Y.decodeUpdate(update);
}

/** Yjs types its updates loosely; they are always arrays of their own. */
export const ownBytes = (update: Uint8Array): Bytes =>
  update.buffer instanceof ArrayBuffer ? (update as Bytes) : new Uint8Array(update);

export type NumberedUpdate = { readonly seq: number; readonly update: Bytes };

/**
 * Applies updates in one transaction, which is not local: one event for the editor, and a time that grows
 * with their number alone (merging them first grows faster). Gives the numbers of those that threw; after
 * one, the document is not to be trusted and has to be built anew without it.
 */
export function applyUpdates(
  doc: Y.Doc,
  updates: readonly NumberedUpdate[],
  origin: unknown,
): number[] {
  const failed: number[] = [];
  const apply = () => {
    for (const { seq, update } of updates) {
      try {
        Y.applyUpdate(doc, update, origin);
      } catch {
        failed.push(seq);
      }
    }
  };
  if (updates.length > 0) Y.transact(doc, apply, origin, false);
  return failed;
}

/** Whether something in the document builds on what it does not have. */
export function isIncomplete(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}
