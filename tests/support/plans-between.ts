import { expect, type Locator, type Page } from "@playwright/test";
import { place, saved, type Pair } from "./in-the-room.ts";
import type { Person } from "./people.ts";

/** What two people do with a commitment plan. */

/** A commitment in words, as it is typed. */
export type Typed = { readonly goal: string; readonly when: string; readonly act: string };

/** From the room: proposes to write a plan. Ends in the room. */
export async function proposePlan({ page }: Person): Promise<void> {
  await page.getByRole("button", { name: "Write something new" }).click();
  await page.getByRole("button", { name: "Plan what we each will do" }).click();
  await page.getByRole("button", { name: "Propose it" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  // A phone shows one of the three places: the one where it stands now.
  await expect(page).toHaveURL(/#door$/);
}

/** From the room: says yes to what is proposed. Ends in the plan. */
export async function sayYesToPlan({ page }: Person): Promise<void> {
  await place(page, "At the door").getByRole("link", { name: "Look at it when you like" }).click();
  await expect(page.getByText("Nothing stands under your name until you have")).toBeVisible();
  await page.getByRole("button", { name: "Yes", exact: true }).click();
  await expect(page.getByRole("heading", { name: "You", level: 2 })).toBeVisible();
}

/** From the room, to the plan in Shared. */
export async function goToPlan({ page }: Person): Promise<void> {
  const card = place(page, "Shared").getByRole("article").filter({ hasText: "Commitment plan" });
  await card.getByRole("link", { name: "Open" }).click();
  await expect(page.getByRole("heading", { name: "You", level: 2 })).toBeVisible();
}

/** One proposes a plan and the other says yes; both end in it. */
export async function openPlan({ ada, ben }: Pair): Promise<void> {
  await proposePlan(ada);
  await sayYesToPlan(ben);
  await goToPlan(ada);
}

/** What stands, or is suggested, under one person's name: "You", or what one calls the other. */
export const partOf = (page: Page, name: string): Locator =>
  page.getByRole("region", { name, exact: true });

/** One commitment or suggestion, by words in it. */
export const commitment = (page: Page, words: string): Locator =>
  page.getByRole("article").filter({ hasText: words });

/** Adds a commitment for oneself ("You") or for the other, and fills in what it takes to sign it. */
export async function writeCommitment(page: Page, name: string, typed: Typed): Promise<void> {
  const part = partOf(page, name);
  await part.getByRole("button", { name: /^(Write something|Suggest something)/ }).click();
  const form = part.getByRole("article").last();
  await form.getByRole("textbox", { name: "What it is for" }).fill(typed.goal);
  await form.getByRole("textbox", { name: "When", exact: true }).fill(typed.when);
  await form.getByRole("textbox", { name: "then I" }).fill(typed.act);
  await saved(page);
}

/** Signs as mine what is written for me and not signed. */
export async function signMine(page: Page): Promise<void> {
  await partOf(page, "You").getByRole("button", { name: "Sign this as mine" }).click();
  await expect(partOf(page, "You").getByRole("button", { name: "Sign this as mine" })).toBeHidden();
}

/** Marks the day that is chosen, in the words of a mark. */
export async function mark(page: Page, goal: string, word: string): Promise<void> {
  await commitment(page, goal).getByRole("radio", { name: word, exact: true }).check();
  await saved(page);
}

/** Asks for a check-in over the days that are proposed. */
export async function askForCheckIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Ask for a check-in" }).click();
  await page.getByRole("button", { name: "Ask for it" }).click();
  await expect(page.getByText("A check-in over")).toBeVisible();
}
