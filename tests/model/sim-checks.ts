import { isIncomplete } from "#client/sync/yjs-update.ts";
import { contentOf, MARKS, thingsIn } from "./sim-edits.ts";
import { SimDevice, type SimWorld } from "./sim-world.ts";

/** Throws, with what was expected of whom, unless everything that was promised holds. */
export async function check(world: SimWorld): Promise<void> {
  const [first] = world.tabs;
  if (!first) throw new Error("nobody came back");
  const content = contentOf(first.doc);
  const kept = async ({ storage }: SimDevice) =>
    world.documentOf(await storage.snapshot(world.piece));
  for (const tab of world.tabs) {
    same(content, contentOf(tab.doc), `${tab.device.name} shows the same`);
    holds(!isIncomplete(tab.doc), `nothing hangs in the document on ${tab.device.name}`);
  }
  for (const device of world.present) {
    same(content, contentOf(await kept(device)), `${device.name} keeps the same`);
  }
  await checkNewDevices(world, content);
  checkPromises(world, thingsIn(first.doc));
  holds(!content.includes("FORGED"), "forged words are never shown");
  await checkBlindness(world);
  holds(world.server.faults.length === 0, `the server had no fault: ${world.server.faults.join()}`);
}

/** Whoever comes later with the log alone sees the same as everybody. */
async function checkNewDevices(world: SimWorld, content: string): Promise<void> {
  for (const person of new Set(world.devices.map((device) => device.person))) {
    const device = new SimDevice("a new device", person);
    const tab = world.open(device);
    const head = (await world.server.rows()).at(-1)?.seq ?? 0;
    await tab.until(({ status }) => status().status === "live" && tab.cursor() >= head);
    same(content, contentOf(tab.doc), "a new device shows the same");
    holds(!isIncomplete(tab.doc), "nothing hangs in the document on a new device");
    await tab.close();
    const kept = await world.documentOf(await device.storage.snapshot(world.piece));
    same(content, contentOf(kept), "a new device keeps the same");
  }
}

function checkPromises({ promises, tabs }: SimWorld, things: readonly string[]): void {
  const shown = new Set(things);
  holds(shown.size === things.length, `nothing is doubled: ${things.join()}`);
  for (const thing of promises.acknowledged) {
    holds(
      shown.has(thing) || promises.removed.has(thing),
      `${thing}, which was acknowledged, is there`,
    );
  }
  const aside = new Set(
    tabs.flatMap(({ open }) => open.aside().flatMap((copy) => thingsIn(copy.doc()))),
  );
  const isThere = (thing: string) =>
    shown.has(thing) || promises.removed.has(thing) || aside.has(thing);
  for (const [thing, device] of promises.durable) {
    if (device.isLost || device.wasSetBack) continue;
    holds(isThere(thing), `${thing}, which was on the disk of ${device.name}, is there`);
  }
  for (const [thing, device] of promises.aside) {
    if (device.isLost) continue;
    holds(isThere(thing), `${thing}, which could not be sent from ${device.name}, is kept`);
  }
}

/** Nothing that anybody wrote is readable in what servers and devices store. */
async function checkBlindness(world: SimWorld): Promise<void> {
  const stored: Uint8Array[] = [];
  for (const row of await world.server.rows()) if (row.kind === "frame") stored.push(row.sealed);
  for (const device of world.devices) {
    const kept = await device.storage.snapshot(world.piece);
    stored.push(...kept.frames.map(({ sealed }) => sealed));
    stored.push(...kept.outbox.flatMap(({ frames }) => frames.map(({ sealed }) => sealed)));
    stored.push(...kept.aside.map(({ sealed }) => sealed));
  }
  const bytes = Buffer.concat(stored).toString("latin1");
  for (const mark of MARKS) {
    holds(!bytes.includes(mark), `nothing with "${mark}" is stored in clear`);
  }
}

function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(`does not hold: ${what}`);
}

function same(want: string, got: string, what: string): void {
  if (want === got) return;
  let at = 0;
  while (want[at] === got[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 120);
  throw new Error(`does not hold: ${what}\n  want ${around(want)}\n  got  ${around(got)}`);
}
