import { expect, test } from "vitest";
import { simulate } from "./simulation.ts";

/** Seeds that failed once. The first found a closing tab dropping what its page wrote at the last moment. */
const REGRESSIONS: readonly number[] = [2653, 735, 302];

/** How many run at once: most of the time each of them waits. */
const AT_ONCE = 5;
/** Milliseconds for each, on a machine that does other things too. */
const PATIENCE = 4_000;

const { SEEDS, FROM, WITHOUT, SOAK, ALL } = process.env;
const first = Number(FROM ?? 1);
const count = Number(SEEDS ?? (SOAK ? 5_000 : ALL ? 400 : 30));
const without = (WITHOUT ?? "").split(";");
const seeds = [...REGRESSIONS, ...Array.from({ length: count }, (_, i) => first + i)];

// Each of y-websocket's providers listens to the end of the process.
process.setMaxListeners(0);

/**
 * `SEEDS` and `FROM` say how many seeds from which one; `WITHOUT`, names of troubles (see `sim-storm.ts`)
 * between semicolons, leaves those out, to find which of them makes a seed fail.
 */
test(
  "D30 whatever happens to two people with two devices and two tabs each, they agree in the end and lose nothing",
  { timeout: 30_000 + seeds.length * PATIENCE },
  async () => {
    const failed: string[] = [];
    const waiting = [...seeds];
    const work = async () => {
      for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
        await simulate(seed, without).catch((error: unknown) => {
          failed.push(`seed ${seed}: ${error instanceof Error ? error.message : "failed"}`);
        });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(failed).toEqual([]);
  },
);
