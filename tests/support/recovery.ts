import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import type { Person } from "./people.ts";

/** What people do with their twelve words. */

/** The words as the page shows them. */
async function wordsShown(page: Page): Promise<readonly string[]> {
  await expect(page.getByRole("heading", { name: /^Twelve words that bring/ })).toBeVisible();
  const items = await page.getByRole("main").getByRole("listitem").allInnerTexts();
  return items.map((item) => item.replace(/^\s*\d+\s*/, "").trim());
}

/** Saves them as a file, and gives what is in it. */
async function wordsSaved(page: Page): Promise<string> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as a text file" }).click();
  const download = await downloading;
  return readFile(await download.path(), "utf8");
}

/** On the page of the words: reads, saves, and types back two of them. Ends where the page leads. */
export async function keepWords({ page, name }: Person): Promise<readonly string[]> {
  const words = await wordsShown(page);
  expect(words).toHaveLength(12);
  const file = await wordsSaved(page);
  expect(file.split(/\s+/)).toEqual(expect.arrayContaining([name, ...words]));
  await page.getByRole("button", { name: "I have written them down" }).click();
  for (const field of await page.getByRole("textbox", { name: /^Word \d+$/ }).all()) {
    const label =
      (await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.innerText)) ?? "";
    await field.fill(words[Number(label.replace("Word ", "")) - 1] ?? "");
  }
  await page.getByRole("button", { name: "That is them" }).click();
  await expect(page.getByRole("heading", { name: "Type two of them" })).toBeHidden();
  return words;
}

/** From the page that asks for name and password: with the words, to the person's password. */
export async function recover(
  { page, name, password }: Person,
  words: readonly string[],
): Promise<void> {
  await page.getByRole("link", { name: "I have lost my password" }).click();
  await expect(page.getByRole("heading", { name: "With your twelve words" })).toBeVisible();
  await page.getByLabel("Your name here").fill(name);
  await page.getByLabel("Your twelve words").fill(words.join(" "));
  await page.getByLabel("A new password").fill(password);
  await page.getByRole("button", { name: "Go on" }).click();
}
