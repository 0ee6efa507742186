import type { Clock } from "#domain/ports.ts";

/** The activity of all tabs of this browser, in milliseconds since 1970. */
export type Activity = {
  readonly last: () => number;
  readonly set: (at: number) => void;
};

/** Activity is noted at most this often: a key press must not cost a write to disk. */
const NOTE_EVERY = 1_000;

/**
 * How long nobody has been here. Timers sleep with the machine, so clocks are compared: ask `isTooLong`
 * at every wake-up, not only when a timer fires.
 */
export function idleTime(
  clock: Clock,
  shared: Activity,
): {
  /** Somebody is here. True when it was noted, false when that was done just before. */
  readonly active: () => boolean;
  /** Whether nobody was here for this many minutes, in any tab. */
  readonly isTooLong: (minutes: number) => boolean;
} {
  let here = clock.now();
  let noted = 0;
  return {
    active() {
      const now = clock.now();
      here = now;
      if (now - noted < NOTE_EVERY) return false;
      noted = now;
      shared.set(now);
      return true;
    },
    isTooLong(minutes) {
      const now = clock.now();
      // A clock that was set back leaves times in the future, which must not keep the page open.
      here = Math.min(here, now);
      const there = shared.last();
      const last = there > now ? here : Math.max(here, there);
      return now - last >= minutes * 60_000;
    },
  };
}
