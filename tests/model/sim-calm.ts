import { pause } from "./random.ts";
import type { SimDevice, SimTab, SimWorld } from "./sim-world.ts";

/** Milliseconds in which everything must come to rest once nothing troubles it. */
const PATIENCE = 10_000;

/** Lets everybody come back, and waits until all have read and sent everything. */
export async function calm(world: SimWorld): Promise<void> {
  const { chance, server } = world;
  if (!server.isUp) server.boot();
  for (const device of world.present) {
    device.isOnline = true;
    for (const tab of device.tabs) tab.isOnline = true;
    // Storage that was set back under tabs is behind them: what it holds is read anew by the next one.
    if (device.wasSetBack) for (const tab of [...device.tabs]) await tab.close();
    else if (chance.happens(0.5)) await device.anyTab?.close();
    if (device.tabs.size === 0) world.open(device);
  }
  await rest(world);
  // What was left by tabs that died after every other had opened waits for the next one.
  for (const device of world.present) {
    if ((await leftOn(world, device)) > 0) world.open(device);
  }
  await rest(world, { withNothingLeft: true });
}

const leftOn = async ({ piece }: SimWorld, { storage }: SimDevice): Promise<number> =>
  (await storage.snapshot(piece)).outbox.length;

async function rest(world: SimWorld, { withNothingLeft = false } = {}): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (let still = 0; still < 4; still++) {
    const head = (await world.server.rows()).at(-1)?.seq ?? 0;
    const restless = world.tabs.filter((tab) => !isAtRest(tab, head));
    const left = await Promise.all(world.present.map((device) => leftOn(world, device)));
    const isLeft = withNothingLeft && left.some((streams) => streams > 0);
    if (restless.length > 0 || isLeft) still = -1;
    if (Date.now() > until) {
      const how = restless.map((tab) => [tab.device.name, tab.open.status(), tab.cursor(), head]);
      throw new Error(`does not come to rest: ${JSON.stringify([how, left])}`);
    }
    await pause(5);
  }
}

const isAtRest = ({ open, cursor }: SimTab, head: number) =>
  open.status().status === "live" && open.saved() && cursor() >= head;
