import type { Locator, Page } from "@playwright/test";
import { toLocalInput } from "#client/rooms/day.ts";
import { expectAccessible } from "../../support/accessible.ts";
import { canary } from "../../support/canary.ts";
import { expectToldNowhere } from "../../support/everywhere.ts";
import { place, saved, toTheRoom } from "../../support/in-the-room.ts";
import { expect, onePairForAll, test } from "../../support/journey.ts";
import {
  goToTheGate,
  offerLetter,
  openLetter,
  takeBack,
  writeLetter,
} from "../../support/letters-between.ts";
import { daysFromNow, liveUntil } from "../../support/moved-clocks.ts";
import { eventful } from "../../support/traffic.ts";

test.use({ clocksMove: true });

const pair = onePairForAll();
const phrases: string[] = [];

const secret = (what: string) => {
  const phrase = canary(what);
  phrases.push(phrase);
  return phrase;
};

const title = secret("About the evening");
const happened = secret("You came home at nine");
const felt = secret("I had set the table");
const locked = secret("I eat alone then");
const added = secret("And I was glad that you came");
const back = secret("What I would have said");
const backWords = secret("I stood in the street for a while");
const thanks = secret("The soup");

const letter = (page: Page): Locator => page.getByRole("textbox", { name: "Your letter" });
const answer = (page: Page, question: string): Locator =>
  page.getByRole("textbox", { name: question, exact: true });
const button = (page: Page, name: string): Locator =>
  page.getByRole("button", { name, exact: true });
const door = (page: Page): Locator => place(page, "At the door");

test.describe.configure({ mode: "serial" });

test("in the evening Ada begins a letter from questions, and leaves it", async ({ server }) => {
  const { ada } = pair();
  const { page } = ada;
  await liveUntil(server, pair(), daysFromNow(1, "20:00"));
  await button(page, "Write something new").click();
  await button(page, "Say how I feel").click();
  await button(page, "Say it well").click();
  await answer(page, "Title").fill(title);
  await answer(page, "What would a camera have seen and heard?").fill(happened);
  await button(page, "Next").click();
  await page.getByRole("checkbox", { name: "lonely" }).check();
  await saved(page);
  await expectAccessible(page, "a question of a guide");
  await page.reload();
  await expect(page.getByText("Question 2 of 5")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "lonely" })).toBeChecked();
});

test("she answers the rest, of which one thing stays with her, and goes on as a letter", async () => {
  const { page } = pair().ada;
  await page.getByText("All on a page").click();
  await answer(page, "What will you do for yourself if the answer is no?").fill(locked);
  await saved(page);
  await button(page, "Go on as a letter").click();
  await expect(page.getByText("What stays with you")).toBeVisible();
  await letter(page).press("End");
  await page.keyboard.type(` ${felt}.`);
  await saved(page);
  await expect(letter(page)).toContainText(happened);
  await expect(letter(page)).not.toContainText(locked);
});

test("late at night it is to wait, unless she says otherwise; Ben learns nothing of it", async ({
  server,
}) => {
  const { ada, ben } = pair();
  await liveUntil(server, pair(), daysFromNow(1, "22:30"));
  await ben.traffic.settled();
  ben.traffic.mark();
  await ada.page.getByRole("button", { name: /^Offer/ }).click();
  await ada.page.getByRole("radio", { name: /^heavy/ }).check();
  await expect(ada.page.getByRole("radio", { name: /^at a time that I set/ })).toBeChecked();
  await expect(ada.page.locator("body")).not.toContainText(locked);
  await expectAccessible(ada.page, "before a letter waits");
  await button(ada.page, "Let it wait").click();
  await expect(
    place(ada.page, "Mine").getByText(/^Waits until .*10:30, then offered/),
  ).toBeVisible();
  await ben.traffic.settled();
  expect(eventful(ben.traffic.sinceMark())).toEqual([]);
});

test("what she writes on is not in what waits; she does not send it", async () => {
  const { page } = pair().ada;
  await place(page, "Mine").getByRole("link", { name: "Keep writing" }).click();
  await expect(page.getByText("This is what waits, word for word.")).toBeVisible();
  await letter(page).press("End");
  await page.keyboard.type(` ${added}.`);
  await saved(page);
  await expect(page.getByText("What you have written since is not in it.")).toBeVisible();
  await button(page, "Don’t send").click();
  await expect(page.getByText(/^Waits until/)).toBeHidden();
});

test("she lets it wait anew, as it is now, until a time that she sets", async () => {
  const { page } = pair().ada;
  const at = daysFromNow(2, "18:00").getTime();
  await page.getByRole("button", { name: /^Offer/ }).click();
  await page.getByRole("radio", { name: /^tender/ }).check();
  await page.getByLabel("Not before").fill(toLocalInput(at));
  await button(page, "Let it wait").click();
  await expect(place(page, "Mine").getByText(/^Waits until .*18:00, then offered/)).toBeVisible();
});

test("an hour before that time nothing is at his door; an hour after it the envelope is", async ({
  server,
}) => {
  const { ada, ben } = pair();
  await liveUntil(server, pair(), daysFromNow(2, "17:00"));
  await expect(door(ben.page).getByText("Nobody is waiting.")).toBeVisible();
  await expect(place(ada.page, "Mine").getByText(/^Waits until/)).toBeVisible();
  await liveUntil(server, pair(), daysFromNow(2, "19:00"));
  await expect(door(ben.page).getByRole("heading", { name: "A letter" })).toBeVisible();
  await expect(door(ben.page).getByText("tender")).toBeVisible();
  await expect(door(ada.page).getByText("Silence here means nothing.")).toBeVisible();
  for (const words of [title, happened, added]) {
    await expect(ben.page.locator("body")).not.toContainText(words);
  }
});

test("he says not now, and nothing on her side is other than it was", async () => {
  const { ada, ben } = pair();
  const before = await ada.page.locator("main").innerText();
  await goToTheGate(ben);
  await expectAccessible(ben.page, "the gate");
  await button(ben.page, "Not now").click();
  await expect(door(ben.page).getByText("You said not now.")).toBeVisible();
  await ada.page.reload();
  await expect(door(ada.page).getByText("Silence here means nothing.")).toBeVisible();
  expect(await ada.page.locator("main").innerText()).toBe(before);
});

test("two days later he opens it: all that she offered, and nothing that stays with her", async ({
  server,
}) => {
  const { ada, ben } = pair();
  await liveUntil(server, pair(), daysFromNow(4, "12:00"));
  await openLetter(ben, title);
  for (const words of [happened, felt, added]) {
    await expect(ben.page.getByText(words).first()).toBeVisible();
  }
  await expect(ben.page.locator("body")).not.toContainText(locked);
  await expect(door(ada.page).getByText("Silence here means nothing.")).toBeVisible();
  await expectAccessible(ben.page, "a letter that was opened");
});

test("he answers that he needs time, which she sees", async () => {
  const { ada, ben } = pair();
  await button(ben.page, "I need time").click();
  await expect(ben.page.getByText("You answered: “I need time”.")).toBeVisible();
  await expect(place(ada.page, "Shared").getByText("Ben answered: “I need time”.")).toBeVisible();
});

test("she keeps quiet hours, of which he is not told", async ({ server }) => {
  const { ada, ben } = pair();
  await liveUntil(server, pair(), daysFromNow(6, "20:00"));
  await ben.traffic.settled();
  ben.traffic.mark();
  await ada.page.getByRole("link", { name: "Settings" }).click();
  await ada.page.getByRole("switch", { name: "Keep quiet hours" }).check();
  await expect(ada.page.getByLabel("From", { exact: true })).toHaveValue("21:00");
  await expect(ada.page.getByLabel("To", { exact: true })).toHaveValue("08:00");
  await ada.page.getByRole("link", { name: "Room", exact: true }).click();
  await ben.traffic.settled();
  expect(eventful(ben.traffic.sinceMark())).toEqual([]);
});

test("he writes back, which says what it answers, and offers it in her quiet hours", async ({
  server,
}) => {
  const { ada, ben } = pair();
  await button(ben.page, "Write back").click();
  await expect(ben.page.getByText(`It answers what Ada wrote: ${title}.`)).toBeVisible();
  await answer(ben.page, "Title").fill(back);
  await letter(ben.page).click();
  await ben.page.keyboard.type(`${backWords}.`);
  await saved(ben.page);
  await liveUntil(server, pair(), daysFromNow(6, "21:30"));
  await offerLetter(ben);
  await expect(door(ben.page).getByText("Silence here means nothing.")).toBeVisible();
  await expect(door(ada.page).getByText("Nobody is waiting.")).toBeVisible();
  await ada.page.reload();
  await expect(door(ada.page).getByText("Nobody is waiting.")).toBeVisible();
});

test("it comes when the quiet hours are over", async ({ server }) => {
  const { ada } = pair();
  await liveUntil(server, pair(), daysFromNow(7, "07:30"));
  await expect(door(ada.page).getByText("Nobody is waiting.")).toBeVisible();
  await liveUntil(server, pair(), daysFromNow(7, "08:30"));
  await expect(door(ada.page).getByRole("heading", { name: "A letter" })).toBeVisible();
});

test("she opens it and does not answer; she tells him that she opened it", async () => {
  const { ada, ben } = pair();
  await openLetter(ada, back);
  await expect(ada.page.getByText(`It answers what you wrote: ${title}.`)).toBeVisible();
  await expect(ada.page.getByText(backWords)).toBeVisible();
  await expect(door(ben.page).getByText("Silence here means nothing.")).toBeVisible();
  await button(ada.page, "Tell Ben that you opened it").click();
  await expect(ada.page.getByText("You told Ben that you opened it.")).toBeVisible();
  await expect(
    place(ben.page, "Shared").getByText("Ada told you that they opened it."),
  ).toBeVisible();
});

test("he takes it back while she reads it: it goes from her page and from her room", async ({
  server,
}) => {
  const { ada, ben } = pair();
  await liveUntil(server, pair(), daysFromNow(9, "15:00"));
  await expect(ada.page.getByText(backWords)).toBeVisible();
  await place(ben.page, "Shared")
    .getByRole("article")
    .filter({ hasText: back })
    .getByRole("link", { name: "Look at it" })
    .click();
  await takeBack(ben);
  await expect(ada.page.getByRole("heading", { name: "Taken back" })).toBeVisible();
  await expect(ada.page.locator("body")).not.toContainText(backWords);
  await ada.page.getByRole("link", { name: "Back to the room" }).click();
  await expect(place(ada.page, "Shared").getByText(/^Taken back on/)).toBeVisible();
  await expect(ada.page.locator("body")).not.toContainText(back);
});

test("she offers a small one; he says no, quietly, and she sees what she would see of silence", async () => {
  const { ada, ben } = pair();
  await writeLetter(ada, thanks, "It was good.");
  await offerLetter(ada, "light");
  await toTheRoom(ben);
  const before = await door(ada.page).innerText();
  await goToTheGate(ben);
  await button(ben.page, "No").click();
  await expect(door(ben.page).getByText("Nobody is waiting.")).toBeVisible();
  await ada.page.reload();
  await expect(door(ada.page).getByText("Silence here means nothing.")).toBeVisible();
  expect(await door(ada.page).innerText()).toBe(before);
});

test("after thirty days it ends for both as if it had never been seen", async ({ server }) => {
  const { ada, ben } = pair();
  await liveUntil(server, pair(), daysFromNow(40, "12:00"));
  await expect(door(ada.page).getByText("It is no longer at the door.")).toBeVisible();
  await takeBack(ada);
  await expect(door(ada.page).getByText("Nobody is waiting.")).toBeVisible();
  await expect(ben.page.locator("body")).not.toContainText(thanks);
  await expect(
    place(ben.page, "Shared").getByRole("article").filter({ hasText: title }),
  ).toBeVisible();
  await expectToldNowhere(phrases, { server, people: [ada, ben] });
});
