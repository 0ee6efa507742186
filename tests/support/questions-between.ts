import { readdirSync, readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import {
  readDecks,
  type Card,
  type Depth,
  type ListForm,
  type MarkList,
} from "#domain/pieces/decks.ts";
import { place, saved } from "./in-the-room.ts";
import type { Person } from "./people.ts";

/** What two people do with a question for both. */

const FOLDER = "content/decks";

const CARDS: readonly Card[] = readDecks(
  Object.fromEntries(
    readdirSync(FOLDER).map((name) => [
      name,
      JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8")),
    ]),
  ),
);

/** The first list of this form that can be asked. */
export function aList(form: ListForm = "quiet-yes"): MarkList {
  const list = CARDS.find((card) => card.is === "list" && card.form === form && !card.retired);
  if (list?.is !== "list") throw new Error("there is no list to mark");
  return list;
}

/** The first card of this sort, of this depth. */
export function aCard(is: "question" | "swap", depth: Depth): string {
  const card = CARDS.find((one) => one.is === is && one.depth === depth && one.fits.length === 0);
  if (!card) throw new Error("there is no such card");
  return card.words;
}

/** The words of the first question. */
export const someQuestion = (): string => CARDS[0]?.words ?? "";

/** From the room: puts a light card to both. Ends on its page. */
export async function ask({ page }: Person, words: string): Promise<void> {
  await page.getByRole("button", { name: "Write something new" }).click();
  await page.getByRole("button", { name: "A question for us both" }).click();
  const card = CARDS.find((one) => one.words === words);
  const form = { question: "A question", swap: "From both sides", list: "Lines to mark" } as const;
  const forms = page.getByRole("group", { name: "What would you like?" });
  await forms.getByRole("radio", { name: form[card?.is ?? "question"] }).check();
  await page.getByRole("radio", { name: words }).check();
  await page.getByRole("button", { name: "Ask it" }).click();
  await expect(page.getByRole("heading", { name: words, level: 1 })).toBeVisible();
}

/** From the room, to the question at the door. */
export async function goToQuestion({ page }: Person, words: string): Promise<void> {
  const card = place(page, "At the door").getByRole("article").filter({ hasText: words });
  await card.getByRole("link").click();
  await expect(page.getByRole("heading", { name: words, level: 1 })).toBeVisible();
}

/** On the question's page: begins an answer and writes it. */
export async function writeAnswer({ page }: Person, words: string): Promise<void> {
  await page.getByRole("button", { name: "Write my answer" }).click();
  await page.getByRole("textbox", { name: "Your answer" }).click();
  await page.keyboard.type(words);
  await saved(page);
}

/** Looks at what would open, and puts it in. */
export async function putIn({ page }: Person): Promise<void> {
  await page.getByRole("button", { name: "Put it in" }).click();
  await expect(page.getByText("Putting it in is your yes.")).toBeVisible();
  await page.getByRole("button", { name: "Put it in" }).click();
  await expect(page.getByText("Putting it in is your yes.")).toBeHidden();
}
