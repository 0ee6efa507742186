import type { Clock } from "#domain/ports.ts";

/** Rings once for each key, at its time or soon after; setting a key again replaces its time. */
export type Alarm<Key> = {
  /** `at` in milliseconds since 1970. */
  readonly set: (key: Key, at: number) => void;
  readonly close: () => void;
};

/**
 * The longest that a timer waits before it looks at the clock again, in milliseconds: a machine that
 * slept, or a clock that was set, makes an alarm late by no more than this.
 */
const LONGEST = 30_000;

export function createAlarm<Key>(clock: Clock, ring: (key: Key) => void): Alarm<Key> {
  const timers = new Map<Key, NodeJS.Timeout>();
  function set(key: Key, at: number): void {
    clearTimeout(timers.get(key));
    const wait = Math.max(0, at - clock.now());
    const fire = () => {
      timers.delete(key);
      if (wait > LONGEST) set(key, at);
      else ring(key);
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
