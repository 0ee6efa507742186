import type { Clock } from "#domain/ports.ts";

/** Rings once for each key, at its time or soon after; setting a key again replaces its time. */
export type Alarm<Key> = {
  /** `at` in milliseconds since 1970. */
  readonly set: (key: Key, at: number) => void;
  readonly close: () => void;
};

/** The longest wait that a timer of Node takes, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

export function createAlarm<Key>(clock: Clock, ring: (key: Key, at: number) => void): Alarm<Key> {
  const timers = new Map<Key, NodeJS.Timeout>();
  function set(key: Key, at: number): void {
    clearTimeout(timers.get(key));
    const wait = Math.max(0, at - clock.now());
    const fire = () => {
      timers.delete(key);
      if (wait > LONGEST) set(key, at);
      else ring(key, at);
    };
    timers.set(key, setTimeout(fire, Math.min(wait, LONGEST)).unref());
  }
  return {
    set,
    close: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
