import { expect, type Locator, type Page } from "@playwright/test";
import { place, saved } from "./in-the-room.ts";
import type { Person } from "./people.ts";

/** What people do with boundaries. */

/** From the room to my own list, which is begun if there is none. */
export async function openMyBoundaries({ page }: Person): Promise<void> {
  await page.getByRole("button", { name: "Write something new" }).click();
  await page.getByRole("button", { name: "Agree on boundaries" }).click();
  await page.getByRole("button", { name: "Boundaries of my own" }).click();
  await expect(page.getByRole("heading", { name: "Boundaries", level: 1 })).toBeVisible();
}

/** Where the words of a line of mine are written, counted from 1. */
export const statement = (page: Page, number: number): Locator =>
  page.getByRole("textbox", { name: `Line ${number}: what holds for you`, exact: true });

export const myLine = (page: Page, number: number): Locator =>
  page
    .getByRole("list", { name: "Your lines" })
    .locator("> li")
    .nth(number - 1);

/** The lines that the other offered. */
export const theirs = (page: Page): Locator =>
  page.getByRole("list", { name: /^Lines from / }).locator("> li");

/** One of them, counted from 1. */
export const theirLine = (page: Page, number: number): Locator => theirs(page).nth(number - 1);

/** Adds a line at the end of my list, about an area as it is called there. */
export async function addBoundary(
  { page }: Person,
  number: number,
  area: string,
  words: string,
): Promise<void> {
  if (number === 1) {
    await page.getByRole("button", { name: area, exact: true }).click();
  } else {
    await page.getByRole("button", { name: "Add a line" }).click();
    await myLine(page, number).getByLabel("What it is about").selectOption({ label: area });
  }
  await statement(page, number).fill(words);
  await saved(page);
}

/** From the preview of lines: gives them a weight and offers them. Ends in the room. */
export async function offerWhatIsShown({ page }: Person, weight = "practical"): Promise<void> {
  await page.getByRole("radio", { name: new RegExp(`^${weight}`) }).check();
  // At night they wait until the morning, unless their writer says otherwise.
  await page.getByRole("radio", { name: "now", exact: true }).check();
  await page.getByRole("button", { name: "Offer it" }).click();
  await expect(page.getByRole("heading", { name: "At the door" })).toBeVisible();
}

/** From the room: opens the lines at the door. Ends in them. */
export async function openBoundaries({ page }: Person): Promise<void> {
  await place(page, "At the door").getByRole("link", { name: "Look at it when you like" }).click();
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("list", { name: /^Lines from / })).toBeVisible();
}
