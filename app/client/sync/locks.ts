/**
 * Who is alive. A tab holds a lock on its own stream for as long as it is open; what a stream left behind
 * may be adopted only by whoever gets its lock, so never while its tab lives and never by two tabs.
 */
export type Locks = {
  /** Gives the way to let go, or `null` when somebody else holds it. Never waits for them. */
  readonly tryHold: (name: string) => Promise<(() => void) | null>;
};

/** Web Locks: shared by all tabs of a browser profile, and let go by the browser when a tab dies. */
export function browserLocks(manager: LockManager = navigator.locks): Locks {
  return {
    tryHold: (name) =>
      new Promise((resolve) => {
        manager
          .request(name, { ifAvailable: true }, (lock) => {
            if (!lock) return resolve(null);
            return new Promise<void>((release) => resolve(release));
          })
          .catch(() => resolve(null)); // refused to a page that is going, or that has no storage
      }),
  };
}

/** The same within one process: one of these stands for one browser profile. */
export function memoryLocks(): Locks {
  const held = new Set<string>();
  return {
    tryHold: async (name) => {
      if (held.has(name)) return null;
      held.add(name);
      return () => held.delete(name);
    },
  };
}
