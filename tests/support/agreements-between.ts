import { expect, type Locator, type Page } from "@playwright/test";
import { place, saved, type Pair } from "./in-the-room.ts";
import type { Person } from "./people.ts";

/** What two people do with an agreement. */

/** From the room: proposes to write one. Ends in the room. */
export async function proposeAgreement({ page }: Person): Promise<void> {
  await page.getByRole("button", { name: "Write something new" }).click();
  await page.getByRole("button", { name: "Agree on boundaries" }).click();
  await page.getByRole("button", { name: "An agreement, line by line" }).click();
  await page.getByRole("button", { name: "Propose it" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  // A phone shows one of the three places: the one where it stands now.
  await expect(page).toHaveURL(/#door$/);
}

/** From the room: says yes to what is proposed. Ends in the agreement. */
export async function sayYes({ page }: Person): Promise<void> {
  await place(page, "At the door").getByRole("link", { name: "Look at it when you like" }).click();
  await page.getByRole("button", { name: "Yes", exact: true }).click();
  await expect(page.getByRole("button", { name: "Add a line" })).toBeVisible();
}

/** One proposes an agreement and the other says yes; both end in it. */
export async function openAgreement({ ada, ben }: Pair): Promise<void> {
  await proposeAgreement(ada);
  await sayYes(ben);
  await place(ada.page, "Shared").getByRole("link", { name: "Open" }).first().click();
  await expect(ada.page.getByRole("button", { name: "Add a line" })).toBeVisible();
}

/** A line with its field and its signatures, counted from 1. */
export const line = (page: Page, number: number): Locator =>
  page
    .getByRole("list", { name: "Lines of the agreement" })
    .getByRole("listitem")
    .nth(number - 1);

/** Where a line's words are written. */
export const field = (page: Page, number: number): Locator =>
  page.getByRole("textbox", { name: `Line ${number}`, exact: true });

/**
 * Adds a line at the end and writes in it. It waits for the lines before it: one that the other
 * added a moment ago would otherwise come under the number of this one.
 */
export async function addLine(page: Page, number: number, words: string): Promise<void> {
  if (number > 1) await expect(line(page, number - 1)).toBeVisible();
  await page.getByRole("button", { name: "Add a line" }).click();
  await field(page, number).pressSequentially(words);
}

/**
 * Writes in what the agreement was proposed from. Looking at it does not: from that the other would
 * learn when this person was here.
 */
export async function writeFirstLinesIn(proposer: Person, other: Person): Promise<void> {
  const { page } = proposer;
  const write = page.getByRole("button", { name: /^Write (it|them) in$/ });
  await expect(write).toBeVisible();
  await saved(page);
  await other.traffic.settled();
  await expect(other.page.getByRole("textbox", { name: "Line 1", exact: true })).toHaveCount(0);
  await write.click();
  await expect(write).toBeHidden();
}

export const presenceSwitch = (page: Page): Locator =>
  page.getByRole("switch", { name: /^Presence/ });
