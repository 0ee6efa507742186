import type { Page } from "@playwright/test";
import { sayDay, today } from "#client/rooms/day.ts";
import { addLine, line, openAgreement } from "../../support/agreements-between.ts";
import { expectAccessible } from "../../support/accessible.ts";
import { canary } from "../../support/canary.ts";
import { expectToldNowhere } from "../../support/everywhere.ts";
import { place, roomOf, saved, toldOf, toTheRoom } from "../../support/in-the-room.ts";
import { expect, onePairForAll, test, type Person } from "../../support/journey.ts";
import {
  goToTheGate,
  offerLetter,
  openLetter,
  takeBack,
  writeLetter,
} from "../../support/letters-between.ts";
import { comeBack, daysFromNow } from "../../support/moved-clocks.ts";
import { eventful } from "../../support/traffic.ts";

test.use({ clocksMove: true });

const pair = onePairForAll();
test.describe.configure({ mode: "serial" });

const BEGUN = new Date();
const FIRST = daysFromNow(1, "20:00");
const SECOND = daysFromNow(3, "10:00");
const BACK = daysFromNow(5, "09:00");

const hers = canary("What I kept on the shelf");
const answered = canary("To be answered");
const refused = canary("To be left");
const declined = canary("To be refused aloud");
const unopened = canary("Offered for a minute");
const draft = canary("Never offered");
const draftWords = canary("The ladder in the hall");
const words = [1, 2, 3].map((number) => canary(`Line ${number} of ours`));

const said = (day: Date) => sayDay(today(day), "en-GB", day);
const door = (page: Page) => place(page, "At the door");
const card = (page: Page, title: string) =>
  door(page).getByRole("article").filter({ hasText: title });
const envelope = (page: Page) => door(page).getByRole("link", { name: "Look at it when you like" });
const AWAY = "While you were away";
const told = (page: Page) => page.getByText(AWAY).locator("..").getByRole("listitem");

/** From the room: signs these lines of the agreement. Ends in the room. */
async function sign(person: Person, ...numbers: readonly number[]): Promise<void> {
  const { page } = person;
  await place(page, "Shared").getByRole("link", { name: "Open", exact: true }).click();
  for (const number of numbers) {
    const its = line(page, number);
    await its.getByRole("button", { name: "Sign this line" }).click();
    await expect(its.getByText("You signed")).toBeVisible();
  }
  await toTheRoom(person);
}

let room = "";

test("both write and offer, and then Ben is away", async () => {
  const { ada, ben } = pair();
  room = roomOf(ben.page);
  await writeLetter(ada, hers, "It has one sentence.");
  await offerLetter(ada);
  await openLetter(ben, hers);
  await toTheRoom(ben);
  await openAgreement(pair());
  for (const [i, of] of words.entries()) await addLine(ben.page, i + 1, of);
  await saved(ben.page);
  for (const person of [ada, ben]) await toTheRoom(person);
  for (const title of [answered, refused, declined]) {
    await writeLetter(ben, title, "It has one sentence.");
    await offerLetter(ben);
  }
  await expect(envelope(ada.page)).toHaveCount(1);
  await ben.page.goto("about:blank");
});

test("Ada answers and signs on one day; what she does quietly on another leaves no byte with him", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const { page } = ada;
  await server.setClock(FIRST.getTime());
  await comeBack(ada, FIRST);
  await openLetter(ada, answered);
  await page.getByRole("button", { name: "Thank you" }).click();
  await expect(page.getByText("You answered: “Thank you”.")).toBeVisible();
  await toTheRoom(ada);
  await sign(ada, 1);

  await server.setClock(SECOND.getTime());
  await comeBack(ada, SECOND);
  const before = await toldOf(ben, room);
  await goToTheGate(ada);
  await page.getByRole("button", { name: "No", exact: true }).click();
  await goToTheGate(ada);
  await page.getByRole("button", { name: "Not now", exact: true }).click();
  await expect(door(page).getByText("You said not now.")).toBeVisible();
  await writeLetter(ada, draft, draftWords);
  await toTheRoom(ada);
  await writeLetter(ada, unopened, "It has one sentence.");
  await offerLetter(ada);
  await card(page, unopened).getByRole("link", { name: "Look at it" }).click();
  await takeBack(ada);
  await toTheRoom(ada);
  await expect(card(page, unopened)).toHaveCount(0);
  expect(await toldOf(ben, room), "nothing of her quiet acts").toBe(before);
});

test("she tells one no, takes back what he opened, and signs twice", async () => {
  const { ada } = pair();
  const { page } = ada;
  await goToTheGate(ada);
  await page.getByRole("switch", { name: "Tell Ben" }).check();
  await page.getByRole("button", { name: "No", exact: true }).click();
  await expect(door(page)).toBeVisible();
  await expect(envelope(page)).toHaveCount(0);
  await card(page, hers).getByRole("link", { name: "Look at it" }).click();
  await takeBack(ada);
  await toTheRoom(ada);
  await sign(ada, 2, 3);
});

test("R23 he comes back to a calm list in days, of what she let him see and of nothing else", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const { page } = ben;
  await server.setClock(BACK.getTime());
  await ben.context.clock.setSystemTime(BACK);
  await page.goto(`/room/${room}`);
  await comeBack(ben, BACK);
  await expect(told(page)).toHaveText([
    `${said(FIRST)}: Ada answered something of yours.`,
    `${said(FIRST)}: Ada signed a line.`,
    `${said(SECOND)}: Ada told you that they do not want to open something.`,
    `${said(SECOND)}: Ada took something back.`,
    `${said(SECOND)}: Ada signed a line (2 times).`,
  ]);
  await expect(door(page).getByRole("article")).toHaveCount(2);
  for (const hidden of [hers, unopened, draft, draftWords]) {
    await expect(page.locator("body")).not.toContainText(hidden);
  }
  await expect(card(page, refused).getByText("Silence here means nothing.")).toBeVisible();
  await expect(
    card(page, declined).getByText("Ada told you that they do not want to open it."),
  ).toBeVisible();
  await expect(card(page, declined)).not.toContainText("Silence here means nothing.");
  await expectAccessible(page, "while you were away");

  // That he has seen it is nobody's but his.
  await comeBack(ada, BACK);
  await expect(told(ada.page)).toHaveText([`${said(BEGUN)}: Ben said yes to writing together.`]);
  const theirs = await ada.page.locator("body").innerText();
  const hersToldOf = await toldOf(ada, room);
  await ada.traffic.settled();
  ada.traffic.mark();
  await page.getByRole("button", { name: "I have seen it" }).click();
  await expect(page.getByText(AWAY)).toHaveCount(0);
  await page.reload();
  await expect(card(page, refused)).toBeVisible();
  await expect(page.getByText(AWAY)).toHaveCount(0);
  expect(eventful(ada.traffic.sinceMark())).toEqual([]);
  expect(await toldOf(ada, room)).toBe(hersToldOf);
  expect(await ada.page.locator("body").innerText()).toBe(theirs);
  await expectToldNowhere(
    [hers, answered, refused, declined, unopened, draft, draftWords, ...words],
    { server, people: [ada, ben] },
  );
});
