/** What the detector needs to know of a key event. */
export type Key = Pick<KeyboardEvent, "key" | "repeat" | "timeStamp">;

const TIMES = 3;

/** From the first release to the last, in milliseconds. */
const WITHIN = 1_200;

/**
 * Tells Shift pressed three times from writing. A press counts only if no other key was touched
 * between its going down and coming up, so capitals never count; any other key begins anew.
 */
export function tripleShift(): {
  readonly down: (key: Key) => void;
  /** True at the release that makes it three. */
  readonly up: (key: Key) => boolean;
  /** Something else was used, for example the pointer (Shift and a click selects text). */
  readonly interrupt: () => void;
} {
  let alone = false;
  let releases: number[] = [];
  const interrupt = () => {
    alone = false;
    releases = [];
  };
  return {
    interrupt,
    down({ key, repeat }) {
      if (key !== "Shift") interrupt();
      // Holding the key is not pressing it.
      else alone = !repeat;
    },
    up({ key, timeStamp }) {
      if (key !== "Shift" || !alone) return false;
      alone = false;
      releases = [...releases.filter((at) => timeStamp - at <= WITHIN), timeStamp];
      if (releases.length < TIMES) return false;
      releases = [];
      return true;
    },
  };
}
