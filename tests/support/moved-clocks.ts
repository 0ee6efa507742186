import { expect } from "@playwright/test";
import { liveConnection, type Pair } from "./in-the-room.ts";
import type { Person } from "./people.ts";
import type { RunningServer } from "./running-server.ts";

/** Journeys that take weeks. The file says `test.use({ clocksMove: true })` before it uses these. */

/** So many days from today, at this hour of the clock ("20:30"). */
export function daysFromNow(days: number, clock: string): Date {
  const at = new Date();
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  at.setDate(at.getDate() + days);
  at.setHours(hours, minutes, 0, 0);
  return at;
}

/**
 * Makes it a later time for everybody. So many idle hours have locked both rooms: each unlocks their own
 * by their password, and is where they were.
 */
export async function liveUntil(server: RunningServer, pair: Pair, at: Date): Promise<void> {
  await server.setClock(at.getTime());
  await Promise.all([comeBack(pair.ada, at), comeBack(pair.ben, at)]);
}

/** Somebody whose room has locked meanwhile unlocks it, at this time by their own clock. */
export async function comeBack({ context, page, password }: Person, at: Date): Promise<void> {
  await context.clock.setSystemTime(at);
  await expect(page.getByRole("heading", { name: "Locked" })).toBeVisible();
  await page.getByLabel("Password").fill(password);
  const live = liveConnection({ page });
  await page.getByRole("button", { name: "Unlock" }).click();
  await expect(page.getByRole("heading", { name: "Locked" })).toBeHidden();
  await live;
}
