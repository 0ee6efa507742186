import { describe, expect, test } from "vitest";
import { simulate } from "./simulation.ts";

/** Seeds that failed once, and why. */
const REGRESSIONS: readonly (readonly [seed: number, why: string])[] = [];

const count = Number(process.env.SEEDS ?? (process.env.SOAK ? 5000 : process.env.ALL ? 300 : 25));
const first = Number(process.env.FROM ?? 1);
const seeds = Array.from({ length: count }, (_, i) => first + i);

// Providers each listen to the process's end.
process.setMaxListeners(0);

describe.concurrent("two people, two devices and two tabs each, in every kind of trouble", () => {
  test.each(REGRESSIONS)("seed %i, which once failed: %s", async (seed) => {
    await simulate(seed);
  });

  test.each(seeds)("agree in the end and lose nothing, with seed %i", async (seed) => {
    expect((await simulate(seed)).size).toBeGreaterThan(0);
  });
});
