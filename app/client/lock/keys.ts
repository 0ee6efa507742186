import { askForLock, lockIsDone } from "./device-memory.ts";

type Lock = () => Promise<void>;

const holders = new Set<Lock>();

/** Whoever holds keys in this tab says how they are dropped. Returns how to take that back. */
export function whenLocking(lock: Lock): () => void {
  holders.add(lock);
  return () => holders.delete(lock);
}

/** Drops every key in this tab, and sees to it that the next page does not pick them up again. */
export async function dropKeys(): Promise<void> {
  askForLock();
  if (holders.size === 0) return;
  await Promise.all([...holders].map((lock) => lock()));
  lockIsDone();
}
