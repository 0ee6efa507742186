import { randomInt } from "node:crypto";
import { availableParallelism } from "node:os";
import * as fc from "fast-check";
import { look } from "./consent-look.ts";
import { startForModel } from "./consent-world-served.ts";

/** A part of a soak has a seed, and a server of its own. */
const PART = 100;
/** So many runs has a soak: whole parts of them. */
export const RUNS = PART * Math.ceil(Number(process.env.SEEDS ?? 20_000) / PART);
/** So many steps at most; half of them at the mean. Every twentieth part goes on for long, the others begin anew. */
const MOST_STEPS = { long: 40, other: 14 } as const;

export type Soaked = { readonly runs: number; readonly failures: readonly string[] };

/**
 * Runs of the model before servers that run, as many at once as there are processors. It says how far it
 * is, and with which seed the first part began: `SEED=n` does the same again.
 */
export async function soak(): Promise<Soaked> {
  const first = Number(process.env.SEED ?? randomInt(2 ** 30));
  const begun = Date.now();
  const failures: string[] = [];
  let runs = 0;
  let next = 0;

  async function lane(): Promise<void> {
    while (next < RUNS / PART) {
      const part = next++;
      const details = await soakPart(part, first + part);
      runs += details.numRuns;
      if (details.failed) failures.push(fc.defaultReportMessage(details) ?? "it failed");
      const minutes = Math.round((Date.now() - begun) / 60_000);
      process.stderr.write(
        `${runs} of ${RUNS} runs, ${failures.length} failed, ${minutes} min, seed ${first}\n`,
      );
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return { runs, failures };
}

async function soakPart(part: number, seed: number): Promise<fc.RunDetails<unknown>> {
  const server = await startForModel();
  try {
    const most = part % 20 === 0 ? MOST_STEPS.long : MOST_STEPS.other;
    return await look(server.world, { numRuns: PART, seed, most, endOnFailure: true });
  } finally {
    await server.remove();
  }
}
