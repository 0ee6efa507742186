import * as fc from "fast-check";
import { memoryStores } from "#tests/support/room-world.ts";
import { ConsentRun } from "./consent-run.ts";
import { furnish, steps, stepsOf } from "./consent-steps.ts";
import type { World } from "./consent-world.ts";

export type Looking = fc.Parameters<unknown> & {
  /** What is done is of these kinds alone. */
  readonly among?: readonly string[];
  /** So many steps has the longest run. */
  readonly most?: number;
};

/** Lets two people do anything, in any order, and holds every rule after each step. */
export async function look(
  worldOf: () => Promise<World>,
  { among, most = 40, ...until }: Looking,
): Promise<fc.RunDetails<unknown>> {
  let latest: Promise<void> = Promise.resolve();
  const details = await fc.check(
    fc.asyncProperty(steps(most, among), (commands) => {
      latest = running(worldOf, async (run) => {
        await fc.asyncModelRun(() => ({ model: {}, real: run }), commands);
      });
      return latest;
    }),
    until,
  );
  // A run that the time limit came upon goes on: it would stand in the way of the next look.
  if (details.interrupted) await latest;
  return details;
}

/** Throws with what was done, and what did not hold, unless everything did. */
export async function lookAndHold(worldOf: () => Promise<World>, looking: Looking): Promise<void> {
  const details = await look(worldOf, looking);
  // On a slow machine the limit may come upon the first run, which `look` has seen through.
  if (details.failed && !details.interrupted) {
    throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
  }
}

/** Does one run again, as its failure told it. */
export function again(worldOf: () => Promise<World>, told: string): Promise<void> {
  return running(worldOf, async (run) => {
    for (const step of stepsOf(told)) await step.run({}, run);
  });
}

async function running(
  worldOf: () => Promise<World>,
  act: (run: ConsentRun) => Promise<void>,
): Promise<void> {
  const run = await ConsentRun.begin(await worldOf(), memoryStores);
  try {
    await furnish(run);
    await act(run);
  } finally {
    await run.close();
  }
}

/** As many runs as there is time for, in milliseconds. */
export const lookingFor = (ms: number): Looking => ({
  numRuns: 100_000,
  interruptAfterTimeLimit: ms,
  markInterruptAsFailure: false,
});
