import { canary } from "../../support/canary.ts";
import { expectToldNowhere } from "../../support/everywhere.ts";
import { place, roomOf, toldOf } from "../../support/in-the-room.ts";
import { expect, onePairForAll, test, type Person } from "../../support/journey.ts";
import { offerLetter, openLetter, writeLetter } from "../../support/letters-between.ts";
import { eventful } from "../../support/traffic.ts";

const pair = onePairForAll();
test.describe.configure({ mode: "serial" });

const dialog = ({ page }: Person) => page.getByRole("dialog");

/** From the letter that stands offered: asks to delete it; gives the words of the warning. */
async function askToDelete(person: Person): Promise<string> {
  const { page } = person;
  await expect(page.getByText("This is what you offered, word for word.")).toBeVisible();
  await page.getByRole("banner").getByRole("button", { name: "Delete", exact: true }).click();
  await expect(dialog(person)).toContainText("Delete this?");
  return dialog(person).innerText();
}

/** From the room to a letter that stands offered. */
async function lookAt({ page }: Person, title: string): Promise<void> {
  const offered = page.getByRole("article").filter({ hasText: title });
  await offered.getByRole("link", { name: "Look at it" }).click();
}

let warning = "";

test("O9 a letter that was not opened is deleted, after a warning, and nothing of it is left at the other's", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const { page } = ada;
  const [title, body] = [canary("The other half of it"), canary("I heard you on the stairs")];
  const mine = place(page, "Mine");
  const before = await toldOf(ben, roomOf(ben.page));
  await writeLetter(ada, title, body);
  await offerLetter(ada);
  await expect(place(ben.page, "At the door").getByRole("article")).toHaveCount(1);

  await lookAt(ada, title);
  const words = await askToDelete(ada);
  warning = words.replaceAll(title, "its title");
  expect(words).toContain("from the door, and from Ben’s devices when they next connect");
  expect(words).toContain("If it was not opened, nothing of it is left to see.");
  expect(words).toContain("If it was opened, they see that it was taken back.");
  expect(words).toContain("could show it to others");

  // Until she says so nothing happens, and nobody hears that she thought of it.
  await ben.traffic.settled();
  ben.traffic.mark();
  await dialog(ada).getByRole("button", { name: "Keep it" }).click();
  await expect(dialog(ada)).toBeHidden();
  expect(eventful(ben.traffic.sinceMark())).toEqual([]);
  await expect(place(ben.page, "At the door").getByRole("article")).toHaveCount(1);

  await askToDelete(ada);
  await dialog(ada).getByRole("button", { name: "Take it back and delete it" }).click();
  await expect(page.getByText(`“${title}” is deleted.`)).toBeVisible();
  await expect(mine.getByRole("heading", { name: title })).toHaveCount(0);
  await expect(place(ben.page, "At the door").getByText("Nobody is waiting.")).toBeVisible();
  await expect.poll(() => toldOf(ben, roomOf(ben.page))).toBe(before);

  // What is done with it from here on is hers alone.
  await ben.traffic.settled();
  ben.traffic.mark();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(mine.getByRole("heading", { name: title })).toBeVisible();
  await expect(mine.getByText("You took it back. It is yours alone again.")).toBeVisible();
  await mine.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete it now" }).click();
  await expect(page.getByText(`“${title}” is deleted.`)).toBeHidden();
  await page.reload();
  await expect(mine.getByText("Nothing here yet.")).toBeVisible();
  expect(eventful(ben.traffic.sinceMark())).toEqual([]);
  expect(await toldOf(ben, roomOf(ben.page))).toBe(before);
  await expectToldNowhere([title, body], { server, people: [ada, ben] });
});

test("O9 of a letter that was opened she learns so only by an answer; deleted, it is gone from his page", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const { page } = ada;
  const [title, body] = [canary("What I owe to you"), canary("The money for the boat")];
  await writeLetter(ada, title, body);
  await offerLetter(ada);
  await openLetter(ben, title);
  await expect(ben.page.getByText(body)).toBeVisible();

  await lookAt(ada, title);
  const unanswered = await askToDelete(ada);
  expect(unanswered.replaceAll(title, "its title"), "opened and unseen are one").toBe(warning);
  await dialog(ada).getByRole("button", { name: "Keep it" }).click();
  await expect(ben.page.getByText(body)).toBeVisible();

  await ben.page.getByRole("button", { name: "Thank you" }).click();
  await expect(ben.page.getByText("You answered: “Thank you”.")).toBeVisible();
  await expect(page.getByText("Ben answered. You find the answer", { exact: false })).toBeVisible();
  const answered = await askToDelete(ada);
  expect(answered).toContain("Ben opened it, and sees that it was taken back.");
  expect(answered).not.toContain("If it was opened, they see");
  await dialog(ada).getByRole("button", { name: "Take it back and delete it" }).click();
  await expect(page.getByText(`“${title}” is deleted.`)).toBeVisible();

  await expect(ben.page.getByRole("heading", { name: "Taken back" })).toBeVisible();
  for (const gone of [title, body]) await expect(ben.page.locator("body")).not.toContainText(gone);
  await ben.page.getByRole("link", { name: "Back to the room" }).click();
  await expect(place(ben.page, "Shared").getByText(/^Taken back on/)).toBeVisible();
  await expect(ben.page.locator("body")).not.toContainText(title);

  // That it was deleted too, and not only taken back, he does not learn.
  const his = await toldOf(ben, roomOf(ben.page));
  await ben.traffic.settled();
  ben.traffic.mark();
  await page.getByRole("button", { name: "Delete it now" }).click();
  await expect(page.getByText(`“${title}” is deleted.`)).toBeHidden();
  await page.reload();
  await expect(place(page, "Mine").getByText("Nothing here yet.")).toBeVisible();
  await expect(page.locator("body")).not.toContainText(title);
  expect(eventful(ben.traffic.sinceMark())).toEqual([]);
  expect(await toldOf(ben, roomOf(ben.page))).toBe(his);
  await expectToldNowhere([title, body], { server, people: [ada, ben] });
});
