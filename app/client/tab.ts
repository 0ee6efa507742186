import type { Account } from "./account.ts";
import { browserApi } from "./api.ts";
import type { Keyring } from "./keyring/keyring.ts";
import type { Hand } from "./rooms/acts.ts";
import { finishDeletions } from "./rooms/delete-later.ts";
import { openLive, type Live } from "./rooms/live.ts";
import { dropWhatIsGone } from "./rooms/own-pieces.ts";
import type { DeviceStore } from "./sync/device-store.ts";
import { indexedDevice } from "./sync/indexed-device.ts";
import { browserLocks, type Locks } from "./sync/locks.ts";
import { memoryDevice } from "./sync/memory-device.ts";

/** What one unlocked browser tab holds for its person, until it is locked. */
export type Tab = {
  readonly hand: Hand;
  readonly live: Live;
  /** On a shared device in memory alone: nothing is left behind. */
  readonly device: DeviceStore;
  readonly locks: Locks;
};

let open: {
  readonly keyring: Keyring;
  readonly tab: Tab;
  readonly stopDeleting: () => void;
} | null = null;

/** The tab of whoever is unlocked now; the same one until they lock. `null` when nobody is. */
export function tabOf(account: Account): Tab | null {
  const keyring = account.keyring.current();
  if (open && open.keyring !== keyring) {
    open.tab.live.close();
    open.stopDeleting();
    open = null;
  }
  if (!keyring) return null;
  if (!open) {
    const api = browserApi();
    const device = keyring.remembered ? indexedDevice(keyring.person) : memoryDevice();
    dropWhatIsGone(keyring, device);
    const hand = { api, keyring };
    open = {
      keyring,
      tab: { hand, live: openLive(api), device, locks: browserLocks() },
      stopDeleting: finishDeletions(hand, device),
    };
  }
  return open.tab;
}
