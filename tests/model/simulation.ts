import { calm } from "./sim-calm.ts";
import { check } from "./sim-checks.ts";
import { storm } from "./sim-storm.ts";
import { SimWorld } from "./sim-world.ts";
import { chanceOf } from "./random.ts";

/**
 * Two people with two devices each write in one piece, in up to two tabs a device, through the real client
 * code, the real relay and real sealing, over simulated wires and disks. Then everything comes to
 * rest, and what was promised must hold. Rejects with what does not. Gives how often what happened.
 * `without` leaves troubles out, by their names in `sim-storm.ts`.
 */
export async function simulate(
  seed: number,
  without: readonly string[] = [],
): Promise<ReadonlyMap<string, number>> {
  const world = await SimWorld.begin(chanceOf(seed));
  try {
    for (const device of world.devices) world.openLively(device);
    await storm(world, without);
    await calm(world);
    await check(world);
    return world.happened;
  } finally {
    for (const tab of world.tabs) tab.kill();
  }
}
