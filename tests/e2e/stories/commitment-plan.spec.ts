import type { Locator, Page } from "@playwright/test";
import { sayDay, today } from "#client/rooms/day.ts";
import { mondayOf } from "#domain/pieces/days.ts";
import { expectAccessible } from "../../support/accessible.ts";
import { canary } from "../../support/canary.ts";
import { expectToldNowhere } from "../../support/everywhere.ts";
import { place, saved, toTheRoom } from "../../support/in-the-room.ts";
import { expect, onePairForAll, test } from "../../support/journey.ts";
import { daysFromNow, liveUntil } from "../../support/moved-clocks.ts";
import {
  askForCheckIn,
  commitment,
  goToPlan,
  mark,
  partOf,
  proposePlan,
  sayYesToPlan,
  signMine,
  writeCommitment,
} from "../../support/plans-between.ts";

test.use({ clocksMove: true });

const pair = onePairForAll();
const phrases: string[] = [];

const secret = (what: string) => {
  const phrase = canary(what);
  phrases.push(phrase);
  return phrase;
};

const title = secret("What each of us keeps");
const hers = { goal: secret("Be at the gate on time"), when: "it is half past five", act: "leave" };
const his = {
  goal: secret("Say what the week looks like"),
  when: "it is Sunday evening",
  act: secret("write down who drives"),
};
const again = secret("and read it out once");

/** The day that it is so many days from the first. */
const dayAfter = (days: number) => today(daysFromNow(days, "12:00"));
const REVIEW = dayAfter(22);

/** Chooses a day, or a week by its Monday, and says what came of it. */
async function markOn(page: Page, goal: string, day: string, word: string): Promise<void> {
  await commitment(page, goal).getByRole("combobox").selectOption(day);
  await mark(page, goal, word);
}

/** What was marked, in words, as the picture says it to those who do not see it. */
const inWords = (page: Page): Locator =>
  page.getByRole("table", { name: /^What was marked/ }).getByRole("row");

/** What its owner marked on this day. */
const said = (page: Page, day: string, words: string): Locator =>
  inWords(page)
    .filter({ hasNotText: "noticed)" })
    .filter({ has: page.getByRole("rowheader", { name: sayDay(day), exact: true }) })
    .filter({ hasText: words });

test.describe.configure({ mode: "serial" });

test("Ada proposes a plan; Ben sees what it is and no word of it, and says not now", async () => {
  const { ada, ben } = pair();
  await proposePlan(ada);
  await place(ben.page, "At the door")
    .getByRole("link", { name: "Look at it when you like" })
    .click();
  await expect(ben.page.getByText("Nothing stands under your name until you have")).toBeVisible();
  await expectAccessible(ben.page, "a plan that is proposed");
  await ben.page.getByRole("button", { name: "Not now" }).click();
  await expect(place(ben.page, "At the door").getByText("You said not now.")).toBeVisible();
  await expect(
    place(ada.page, "At the door").getByText("Silence here means nothing."),
  ).toBeVisible();
});

test("a day later he says yes, and what she types reaches him as she types it", async ({
  server,
}) => {
  const { ada, ben } = pair();
  await liveUntil(server, pair(), daysFromNow(1, "18:00"));
  await sayYesToPlan(ben);
  await goToPlan(ada);
  await ada.page.getByRole("textbox", { name: "Title" }).fill(title);
  await expect(ben.page.getByRole("textbox", { name: "Title" })).toHaveValue(title);
  await writeCommitment(ada.page, "You", hers);
  await ada.page.getByLabel("Look at it again on").fill(REVIEW);
  await saved(ada.page);
  const seen = commitment(ben.page, "It stands under Ada’s name only if Ada signs it");
  await expect(seen.getByRole("textbox", { name: "What it is for" })).toHaveValue(hers.goal);
});

test("it stands once she has signed it herself, and he signs that he has read it", async () => {
  const { ada, ben } = pair();
  await signMine(ada.page);
  await commitment(ben.page, hers.goal).getByRole("button", { name: "I have read it" }).click();
  await expect(commitment(ada.page, hers.goal)).toContainText("Ben has read it");
  await expectAccessible(ada.page, "a plan with a commitment");
});

test("what she writes for him is a suggestion; he makes it weekly, and signs it as his", async () => {
  const { ada, ben } = pair();
  await writeCommitment(ada.page, "Ben", his);
  await expect(partOf(ada.page, "Ben").getByRole("button", { name: /^Sign this/ })).toBeHidden();
  const draft = partOf(ben.page, "You").getByRole("article");
  await expect(draft).toContainText("Not signed by you yet: it stands nowhere.");
  await draft.getByRole("radio", { name: "Once a week" }).check();
  await saved(ben.page);
  await signMine(ben.page);
  await expect(commitment(ada.page, his.goal)).toContainText("Ben signed");
  await commitment(ada.page, his.goal).getByRole("button", { name: "I have read it" }).click();
  await expect(commitment(ben.page, his.goal)).toContainText("Ada has read it");
});

test("both mark what they did, by day and by week, each for themselves", async () => {
  const { ada, ben } = pair();
  await mark(ada.page, hers.goal, "Done");
  await mark(ben.page, his.goal, "Partly");
  await expect(said(ada.page, dayAfter(1), hers.goal)).toContainText("Done");
  for (const row of await inWords(ada.page).filter({ hasText: his.goal }).all()) {
    await expect(row).toContainText("No mark");
  }
});

test("two days pass; she marks one of them, and the other is a day like any", async ({
  server,
}) => {
  const { ada } = pair();
  await liveUntil(server, pair(), daysFromNow(3, "20:00"));
  await mark(ada.page, hers.goal, "Could not");
  await expect(said(ada.page, dayAfter(2), hers.goal)).toContainText("No mark");
  await expect(said(ada.page, dayAfter(3), hers.goal)).toContainText("Could not");
  await expect(ada.page.locator("body")).not.toContainText(/missed|streak|overdue/i);
});

test("she can still say later how a day went, and what she noticed of his week", async () => {
  const { ada, ben } = pair();
  await markOn(ada.page, hers.goal, dayAfter(2), "Partly");
  await mark(ada.page, his.goal, "I noticed it");
  await ada.page.reload();
  await expect(said(ada.page, dayAfter(2), hers.goal)).toContainText("Partly");
  await expect(
    commitment(ada.page, his.goal).getByRole("radio", { name: "I noticed it", exact: true }),
  ).toBeChecked();
  for (const row of await inWords(ben.page).filter({ hasText: hers.goal }).all()) {
    await expect(row).toContainText("No mark");
  }
  await expect(inWords(ben.page).filter({ hasText: "noticed" })).toHaveCount(0);
});

test("after a week she asks for a check-in; he puts it away, which she cannot tell", async ({
  server,
}) => {
  const { ada, ben } = pair();
  await liveUntil(server, pair(), daysFromNow(8, "19:00"));
  await askForCheckIn(ada.page);
  await toTheRoom(ben);
  const asked = place(ben.page, "At the door")
    .getByRole("article")
    .filter({ hasText: "A check-in over" });
  await expect(asked).toContainText("From Ada");
  const before = await ada.page.locator("main").innerText();
  await asked.getByRole("button", { name: "Put away" }).click();
  await expect(ben.page.getByText("Put away (1)")).toBeVisible();
  await expect(asked).toBeHidden();
  await ben.page.reload();
  await expect(ben.page.getByText("Put away (1)")).toBeVisible();
  expect(await ada.page.locator("main").innerText()).toBe(before);
});

test("she puts hers in, looks again, takes it out, and puts it in", async () => {
  const { page } = pair().ada;
  const yes = page.getByRole("button", { name: "Yes, put mine in" });
  const preview = page.getByRole("table", { name: /^What you would put in/ });
  await expect(preview.getByRole("row")).not.toHaveCount(2);
  await yes.click();
  await expect(page.getByText("Yours is in.")).toBeVisible();
  await page.getByRole("button", { name: "Take mine out" }).click();
  await expect(preview).toBeVisible();
  await yes.click();
  await expect(page.getByText("Yours is in.")).toBeVisible();
});

test("the next day he brings it back and says yes too: both open at that moment", async ({
  server,
}) => {
  const { ada, ben } = pair();
  await liveUntil(server, pair(), daysFromNow(9, "19:00"));
  await ben.page.getByText("Put away (1)").click();
  await ben.page.getByRole("button", { name: "Bring it back" }).click();
  await expect(ben.page.getByText("Put away (1)")).toBeHidden();
  await place(ben.page, "At the door").getByRole("link", { name: "To the plan" }).click();
  await mark(ben.page, hers.goal, "In part");
  await ben.page.getByRole("button", { name: "Yes, put mine in" }).click();
  for (const { page } of [ada, ben]) {
    await expect(page.getByRole("heading", { name: "Opened by both" })).toBeVisible();
    await expect(said(page, dayAfter(3), hers.goal)).toContainText("Could not");
    await expect(inWords(page).filter({ hasText: "Partly" }).first()).toBeAttached();
    await expect(inWords(page).filter({ hasText: "noticed" }).first()).toBeAttached();
  }
  await expectAccessible(ben.page, "a plan after a check-in");
});

test("what is marked after the check-in is one’s own again", async ({ server }) => {
  const { ada, ben } = pair();
  await liveUntil(server, pair(), daysFromNow(15, "19:00"));
  await mark(ada.page, hers.goal, "Done");
  await markOn(ada.page, hers.goal, dayAfter(14), "Not");
  await expect(said(ada.page, dayAfter(14), hers.goal)).toContainText("Not");
  await expect(said(ben.page, dayAfter(14), hers.goal)).toContainText("No mark");
});

test("he finds other words; the signed ones stand until he signs the new ones", async () => {
  const { ada, ben } = pair();
  const mine = commitment(ben.page, his.goal);
  await mine.getByRole("button", { name: "Change the wording" }).click();
  await mine.getByRole("textbox", { name: "then I" }).press("End");
  await ben.page.keyboard.type(`, ${again}`);
  await saved(ben.page);
  const shown = commitment(ada.page, his.goal);
  await expect(shown).toContainText("Other words, not signed by Ben");
  await expect(shown.getByRole("insertion")).toContainText(again);
  await expect(shown).toContainText("You have read it");
  await mine.getByRole("button", { name: "Sign the new wording" }).click();
  await expect(shown).not.toContainText("Other words");
  await expect(shown).toContainText(again);
  await shown.getByRole("button", { name: "I have read it" }).click();
  await expect(mine).toContainText("Ada has read it");
});

test("on the day that she set, a quiet line says to look at hers again; she keeps it", async ({
  server,
}) => {
  const { ada, ben } = pair();
  await expect(ada.page.getByText("was the day to look at this again")).toBeHidden();
  await liveUntil(server, pair(), daysFromNow(22, "08:00"));
  await expect(
    commitment(ada.page, hers.goal).getByText(`${sayDay(REVIEW)} was the day to look at`),
  ).toBeVisible();
  await expect(ben.page.getByText("Ada signed")).toBeVisible();
  await mark(ada.page, hers.goal, "Done");
  await markOn(ben.page, his.goal, mondayOf(dayAfter(15)), "Done");
});

test("after four weeks he asks, both say yes, and the picture is of both", async ({ server }) => {
  const { ada, ben } = pair();
  await liveUntil(server, pair(), daysFromNow(28, "19:00"));
  await mark(ada.page, his.goal, "I noticed it");
  await askForCheckIn(ben.page);
  await ben.page.getByRole("button", { name: "Yes, put mine in" }).click();
  await expect(ben.page.getByText("Yours is in.")).toBeVisible();
  await ada.page.getByRole("button", { name: "Yes, put mine in" }).click();
  for (const { page } of [ada, ben]) {
    await expect(page.getByText("Yours is in.")).toBeHidden();
    await expect(said(page, dayAfter(14), hers.goal)).toContainText("Not");
    await page.getByRole("radio", { name: "Months" }).check();
    await page.getByRole("switch", { name: "In words" }).check();
    await expect(said(page, dayAfter(1), hers.goal)).toContainText("Done");
    await expect(inWords(page).filter({ hasText: his.goal }).first()).toBeVisible();
  }
  await expectAccessible(ada.page, "a picture in words");
});

test("printed it holds what stands and the picture, and none of the ways to act", async () => {
  const { page } = pair().ada;
  await page.emulateMedia({ media: "print" });
  for (const words of [hers.goal, his.goal, again]) {
    await expect(page.getByText(words).first()).toBeVisible();
  }
  await expect(page.getByRole("heading", { name: "The picture" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Check-in", exact: true })).toBeHidden();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await page.emulateMedia({ media: "screen" });
});

test("she lets hers go; the history tells it all in words, and nobody else can read any of it", async ({
  server,
}) => {
  const { ada, ben } = pair();
  await commitment(ada.page, hers.goal).getByRole("button", { name: "Let it go" }).click();
  await ada.page.getByRole("button", { name: "Yes, let it go" }).click();
  await expect(commitment(ada.page, "it stands nowhere")).toBeVisible();
  await expect(partOf(ben.page, "Ada").getByText("A suggestion.")).toBeVisible();

  await ben.page.getByRole("link", { name: "History" }).click();
  for (const words of [
    "Ada asked for a check-in",
    "You asked for a check-in",
    "Ada took a signature back",
  ]) {
    await expect(ben.page.getByText(words).first()).toBeVisible();
  }
  await expect(ben.page.getByText(`${hers.goal}: when ${hers.when}`).first()).toBeVisible();
  await expect(ben.page.locator("body")).not.toContainText('"commitment"');
  await expectToldNowhere(phrases, { server, people: [ada, ben] });
});
