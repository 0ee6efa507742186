import type { MemoryAccounts } from "./accounts-memory.ts";
import type { NewKeysStore } from "./new-keys.ts";
import type { MemoryRooms } from "./rooms-memory.ts";

/** {@link NewKeysStore} for tests and for a world that is not kept: all of it within one turn. */
export const createMemoryNewKeys = (
  accounts: Pick<MemoryAccounts, "replaceKeys">,
  rooms: Pick<MemoryRooms, "mayReplaceKeys" | "replaceKeys">,
): NewKeysStore => ({
  replace: async (change) => {
    if (!rooms.mayReplaceKeys(change)) return null;
    const ended = accounts.replaceKeys(change);
    if (ended) rooms.replaceKeys(change);
    return ended;
  },
});
