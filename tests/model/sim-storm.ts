import type { StreamRow } from "#domain/ports.ts";
import { pause } from "./random.ts";
import { forge } from "./sim-forger.ts";
import type { SimDevice, SimTab, SimWorld } from "./sim-world.ts";

type Trouble = {
  readonly name: string;
  /** How likely it is at each step; the rest of the steps are writing. */
  readonly weight: number;
  readonly strike: (world: SimWorld, device: SimDevice, tab: SimTab | undefined) => unknown;
};

/** Everything that can happen to two people who write at once, and some things that cannot. */
const TROUBLES: readonly Trouble[] = [
  { name: "network", weight: 0.08, strike: (_world, device) => toggleNetwork(device) },
  { name: "reload", weight: 0.06, strike: reload },
  { name: "second tab", weight: 0.04, strike: secondTab },
  { name: "server killed", weight: 0.03, strike: killServer },
  { name: "picture of storage", weight: 0.03, strike: takeSnapshot },
  { name: "storage set back, then reload", weight: 0.02, strike: setBackAndReload },
  { name: "storage set back under tabs", weight: 0.015, strike: setBackUnderTabs },
  { name: "machine restored", weight: 0.02, strike: restoreMachine },
  {
    name: "client id changed",
    weight: 0.01,
    strike: (_world, _device, tab) => tab?.changeClientId(),
  },
  { name: "forged", weight: 0.015, strike: forgeWords },
  { name: "device lost", weight: 0.004, strike: loseDevice },
];

/** `without` names troubles that are kept out: to find which of them makes a seed fail. */
export async function storm(world: SimWorld, without: readonly string[]): Promise<void> {
  const { chance } = world;
  const steps = 60 + chance.below(80);
  for (let step = 0; step < steps; step++) {
    const device = chance.pick(world.present);
    if (!device) return;
    const tab = chance.pick([...device.tabs]);
    const trouble = choose(chance.next());
    if (trouble && without.includes(trouble.name)) continue;
    if (trouble) {
      world.note(trouble.name);
      await trouble.strike(world, device, tab);
    } else if (tab) await write(world, tab);
    if (chance.happens(0.5)) await pause(chance.next() * 5);
  }
}

function choose(dice: number): Trouble | undefined {
  let left = dice;
  return TROUBLES.find(({ weight }) => (left -= weight) < 0);
}

async function write({ chance }: SimWorld, tab: SimTab): Promise<void> {
  for (let times = 1 + chance.below(4); times > 0; times--) tab.edit();
  // Not waiting for the timer makes an hour of writing fit into a second.
  if (chance.happens(0.8)) void tab.flush();
  if (chance.happens(0.1)) await tab.flush();
}

function toggleNetwork(device: SimDevice): void {
  device.isOnline = !device.isOnline;
  for (const tab of device.tabs) tab.isOnline = device.isOnline;
}

async function reload(world: SimWorld, device: SimDevice, tab: SimTab | undefined): Promise<void> {
  if (tab && world.chance.happens(0.5)) tab.kill();
  else await tab?.close();
  world.openLively(device);
}

function secondTab(world: SimWorld, device: SimDevice, tab: SimTab | undefined): void {
  if (device.tabs.size < 2) world.openLively(device);
  else tab?.kill();
}

async function killServer({ server, chance }: SimWorld): Promise<void> {
  await server.kill();
  await pause(chance.next() * 6);
  server.boot();
}

async function takeSnapshot({ piece }: SimWorld, device: SimDevice): Promise<void> {
  device.snapshots.push(await device.storage.snapshot(piece));
}

async function setBackAndReload(world: SimWorld, device: SimDevice): Promise<void> {
  const snapshot = world.chance.pick(device.snapshots);
  if (!snapshot) return;
  device.killAll();
  await device.setBack(world, snapshot);
  world.openLively(device);
}

async function setBackUnderTabs(world: SimWorld, device: SimDevice): Promise<void> {
  const snapshot = world.chance.pick(device.snapshots);
  if (snapshot) await device.setBack(world, snapshot);
}

/** The same stream, counter and client id go on with other words: two lives of one tab. */
async function restoreMachine(
  world: SimWorld,
  device: SimDevice,
  tab: SimTab | undefined,
): Promise<void> {
  const image = await tab?.image();
  if (!image || !tab?.isAlive) return;
  const { chance } = world;
  for (let times = 1 + chance.below(3); times > 0; times--) tab.edit();
  void tab.flush();
  await pause(chance.next() * 12);
  device.killAll();
  await device.setBack(world, image.storage);
  const again = world.open(device, image);
  await again.open.ready;
  for (let times = chance.below(3); times > 0; times--) again.edit();
}

async function forgeWords(
  world: SimWorld,
  device: SimDevice,
  tab: SimTab | undefined,
): Promise<void> {
  const announced = (await world.server.rows()).filter(
    (row): row is StreamRow => row.kind === "stream" && row.person !== device.person,
  );
  const victim = world.chance.pick(announced);
  if (!tab || !victim) return;
  await forge({
    transport: world.server.transport(device.person),
    cipher: world.cipher,
    doc: tab.doc,
    victim: victim.clientId,
    words: world.fresh("FORGED"),
  });
}

function loseDevice({ devices }: SimWorld, device: SimDevice): void {
  if (devices.some(({ isLost }) => isLost)) return;
  device.isLost = true;
  device.killAll();
}
