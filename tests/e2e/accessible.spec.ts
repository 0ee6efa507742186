import { expectAccessible } from "../support/accessible.ts";
import { addLine, line, presenceSwitch, proposeAgreement } from "../support/agreements-between.ts";
import { beginRoom, comeIn, makeLink, place, saved, toTheRoom } from "../support/in-the-room.ts";
import { expect, test } from "../support/journey.ts";
import { goToTheGate, offerLetter, writeLetter } from "../support/letters-between.ts";

test("axe finds nothing serious on the pages that everybody can see", async ({ newPerson }) => {
  const { page } = await newPerson("eve");
  const paths = {
    landing: "/",
    help: "/help",
    "help in a country": "/help/gb",
    "what counsellors should know": "/help/about/counsellors",
    "the practices": "/practices",
    "a practice": "/practices/asking-and-giving",
    "sign up": "/sign-up",
    "sign in": "/sign-in",
    recover: "/recover",
    "an empty invitation": "/invite",
    "an invitation that does not open": `/invite#${"A".repeat(43)}`,
    "nothing here": "/nowhere",
    "the page after leaving": "/left",
  };
  for (const [name, path] of Object.entries(paths)) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page, name);
  }
  await page.goto("/safety");
  await page.getByRole("button", { name: "What follows from this" }).click();
  await expect(page.getByText("Some questions have no answer yet.")).toBeVisible();
  await expectAccessible(page, "safety, unanswered");
  for (const answer of await page.getByRole("radio", { name: "Yes" }).all()) await answer.check();
  await page.getByRole("button", { name: "What follows from this" }).click();
  await page.getByText("I must stay anyway").click();
  await expectAccessible(page, "safety, answered");
  await page.goto("/sign-up");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByLabel("A word")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page, "sign up, with complaints");
});

test("who asks for less motion sees the other colours at once", async ({ newPerson }) => {
  const { page } = await newPerson("eve");
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  expect(
    await page.evaluate(() => document.getAnimations().map((one) => one.constructor.name)),
  ).toEqual([]);
});

test("axe finds nothing serious on the pages of two people", async ({ newPerson }) => {
  const ada = await newPerson("ada");
  const ben = await newPerson("ben");
  await beginRoom(ada, "Ben");
  await expectAccessible(ada.page, "an empty room");
  await ada.page.getByRole("button", { name: "Write something new" }).click();
  await expectAccessible(ada.page, "something new");
  await ada.page.keyboard.press("Escape");
  const link = await makeLink(ada);
  await ada.page.getByRole("link", { name: "Your link" }).click();
  await expectAccessible(ada.page, "the link");
  await ben.page.goto(link);
  await expect(ben.page.getByRole("button", { name: "Yes", exact: true })).toBeVisible();
  await expectAccessible(ben.page, "the invited page");
  await comeIn(ben, link, "Ada");
  await ada.page.getByRole("link", { name: "Room", exact: true }).click();

  await writeLetter(ada, "What I did not say", "I stood at the window.");
  await expectAccessible(ada.page, "a letter");
  await ada.page.getByRole("button", { name: "Offer" }).click();
  await ada.page.getByRole("radio", { name: "at a time that I set" }).check();
  await ada.page.getByRole("button", { name: "Let it wait" }).click();
  await expect(ada.page.getByText(/^Choose one/)).toBeVisible();
  await expectAccessible(ada.page, "before offering");
  await ada.page.getByRole("button", { name: "Back to writing" }).click();
  await offerLetter(ada);
  await expectAccessible(ada.page, "the author's room");
  await goToTheGate(ben);
  await expectAccessible(ben.page, "the gate");
  await ben.page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(ben.page.getByText("I stood at the window.")).toBeVisible();
  await expectAccessible(ben.page, "the reader");
  await toTheRoom(ben);
  await expectAccessible(ben.page, "the reader's room");

  await proposeAgreement(ada);
  await place(ben.page, "At the door")
    .getByRole("link", { name: /^Look at it/ })
    .click();
  await expectAccessible(ben.page, "a proposal");
  await ben.page.getByRole("button", { name: "Yes", exact: true }).click();
  await place(ada.page, "Shared").getByRole("link", { name: "Open" }).click();
  await addLine(ada.page, 1, "Wednesdays, message first");
  await saved(ada.page);
  for (const { page } of [ada, ben]) {
    await line(page, 1).getByRole("button", { name: "Sign this line" }).click();
    await expect(
      line(page, 1)
        .getByText("You signed")
        .or(line(page, 1).getByText(/^Agreed/)),
    ).toBeVisible();
  }
  await line(ada.page, 1).getByRole("button", { name: "Propose a new wording" }).click();
  await ada.page.getByRole("textbox", { name: "Line 1" }).fill("Thursdays, message first");
  for (const { page } of [ada, ben]) await presenceSwitch(page).check();
  await expect(ada.page.getByText("Ben is here too")).toBeVisible();
  await saved(ada.page);
  for (const { page, word } of [ada, ben])
    await expectAccessible(page, `the agreement, of ${word}`);

  await toTheRoom(ada);
  await expectAccessible(ada.page, "a full room");
  await ada.page.getByRole("button", { name: "Pause", exact: true }).click();
  await expectAccessible(ada.page, "before a pause");
  await ada.page.keyboard.press("Escape");
  await ada.page.getByRole("link", { name: "Settings" }).click();
  await expect(ada.page.getByRole("heading", { name: "Six words to compare" })).toBeVisible();
  await expectAccessible(ada.page, "room settings");
  await ada.page.getByRole("link", { name: "Your rooms" }).click();
  await expect(ada.page.getByRole("link", { name: "Begin another room" })).toBeVisible();
  await expectAccessible(ada.page, "rooms");
  await ada.page.getByRole("link", { name: "Go in" }).click();
  await expect(ada.page.getByRole("heading", { name: "Mine" })).toBeVisible();
  await ada.page.getByRole("link", { name: "Settings" }).click();
  await ada.page.getByRole("link", { name: "Account settings" }).click();
  await expect(ada.page.getByText("Since")).toBeVisible();
  await expectAccessible(ada.page, "settings");
  await ada.page.getByRole("link", { name: "Make new keys" }).click();
  await expect(ada.page.getByRole("heading", { name: "What it does" })).toBeVisible();
  await expectAccessible(ada.page, "new keys");
  await ada.page.getByRole("link", { name: "Settings" }).click();
  await ada.page.getByRole("link", { name: "Write them down" }).click();
  await expect(ada.page.getByRole("heading", { name: /^Twelve words that/ })).toBeVisible();
  await expectAccessible(ada.page, "twelve words");
  await ada.page.getByRole("button", { name: "I have written them down" }).click();
  await expectAccessible(ada.page, "two of them");
  await ada.page.goto("/begin");
  await expect(ada.page.getByRole("button", { name: "Go in" })).toBeVisible();
  await expectAccessible(ada.page, "begin");
  await toLocked(ada.page);
  await expectAccessible(ada.page, "locked");
});

/** Exit locks; coming back finds the unlock page. */
async function toLocked(page: Parameters<typeof expectAccessible>[0]): Promise<void> {
  await page.getByRole("button", { name: "Exit this page" }).click();
  await expect(page.getByRole("heading", { name: "Clouds and weather" })).toBeVisible();
  await page.goto("/rooms");
  await expect(page.getByRole("heading", { name: "Locked" })).toBeVisible();
}
