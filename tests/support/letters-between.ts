import { expect } from "@playwright/test";
import { place, saved } from "./in-the-room.ts";
import type { Person } from "./people.ts";

/** What people do with letters. */

/** Begins a letter and writes in it; ends in the letter, when everything is saved. */
export async function writeLetter({ page }: Person, title: string, body: string): Promise<void> {
  await page.getByRole("button", { name: "Write something new" }).click();
  await page.getByRole("button", { name: "Say how I feel" }).click();
  await page.getByRole("button", { name: "A letter in your own words" }).click();
  await page.getByRole("textbox", { name: /title/i }).fill(title);
  await page.getByRole("textbox", { name: "Your letter" }).click();
  await page.keyboard.type(body);
  await saved(page);
}

/** From the letter that is open: previews it, gives it a weight, and offers it. Ends in the room. */
export async function offerLetter({ page }: Person, weight = "tender"): Promise<void> {
  await page.getByRole("button", { name: /^Offer/ }).click();
  await page.getByRole("radio", { name: new RegExp(`^${weight}`) }).check();
  // At night a letter waits until the morning, unless its writer says otherwise.
  await page.getByRole("radio", { name: "now", exact: true }).check();
  await page.getByRole("button", { name: "Offer it" }).click();
  await expect(page.getByRole("heading", { name: "At the door" })).toBeVisible();
}

/** From the room to the gate, before the one envelope that waits there. */
export async function goToTheGate({ page }: Person): Promise<void> {
  await place(page, "At the door").getByRole("link", { name: "Look at it when you like" }).click();
  await expect(page.getByRole("button", { name: "Not now" })).toBeVisible();
}

/** From the room: opens the envelope at the door. Ends in the letter. */
export async function openLetter(person: Person, title: string): Promise<void> {
  await goToTheGate(person);
  await person.page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(person.page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
}

/** From the room: takes back what stands at the door. */
export async function takeBack({ page }: Person): Promise<void> {
  await page.getByRole("button", { name: "Take back" }).click();
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
}
