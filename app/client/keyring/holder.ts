import type { CurrentKeyring, Keyring } from "./keyring.ts";
import type { OpenKeyring } from "./open-keyring.ts";

/** Who is unlocked in this tab. */
export type KeyringHolder = CurrentKeyring & {
  /** Takes the place of whoever was unlocked before, whose keys are dropped. */
  readonly set: (opened: OpenKeyring | null) => void;
};

export function createHolder(): KeyringHolder {
  let opened: OpenKeyring | null = null;
  const listeners = new Set<(keyring: Keyring | null) => void>();
  return {
    current: () => opened?.keyring ?? null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set: (next) => {
      opened?.drop();
      opened = next;
      for (const tell of listeners) tell(next?.keyring ?? null);
    },
  };
}
