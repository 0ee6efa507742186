import type { Page } from "@playwright/test";
import { addLine, field, line, openAgreement } from "../support/agreements-between.ts";
import { canary } from "../support/canary.ts";
import { expectToldNowhere } from "../support/everywhere.ts";
import { place, saved, toTheRoom } from "../support/in-the-room.ts";
import { expect, onePairForAll, test } from "../support/journey.ts";

const pair = onePairForAll();
const phrases: string[] = [];

/** A phrase that nobody else would write, looked for everywhere at the end. */
const secret = (what: string) => {
  const phrase = canary(what);
  phrases.push(phrase);
  return phrase;
};

const openMore = async (page: Page, number: number) => {
  const more = line(page, number).locator("details");
  if ((await more.getAttribute("open")) === null) await more.locator("summary").click();
};

test.describe.configure({ mode: "serial" });

test("both write an agreement at the same time, in two lines and in one", async () => {
  const { ada, ben } = pair();
  await openAgreement(pair());
  await expect(ada.page.getByText("What you type here shows to Ben as you type it.")).toBeVisible();
  const whatALineIs = "A line says one thing that both of you can keep";
  await expect(ada.page.getByText(whatALineIs)).toBeVisible();

  const title = secret("How we talk");
  await ada.page.getByRole("textbox", { name: "Title" }).fill(title);
  await expect(ben.page.getByRole("textbox", { name: "Title" })).toHaveValue(title);

  const hers = secret("Wednesdays, message first");
  const his = secret("No calls after nine");
  await ada.page.getByRole("button", { name: "Add a line" }).click();
  await expect(field(ben.page, 1)).toBeVisible();
  await ben.page.getByRole("button", { name: "Add a line" }).click();
  await expect(field(ada.page, 2)).toBeVisible();
  await expect(ada.page.getByText(whatALineIs)).toBeHidden();
  await Promise.all([
    field(ada.page, 1).pressSequentially(hers, { delay: 5 }),
    field(ben.page, 2).pressSequentially(his, { delay: 5 }),
  ]);
  for (const { page } of [ada, ben]) {
    await expect(field(page, 1)).toHaveValue(hers);
    await expect(field(page, 2)).toHaveValue(his);
    await saved(page);
  }

  // One at the beginning and one at the end of the same line: each finds their own words whole.
  const before = "From now on: ";
  const after = ", unless it burns";
  await field(ada.page, 2).press("Home");
  await field(ben.page, 2).press("End");
  await Promise.all([
    ada.page.keyboard.type(before, { delay: 5 }),
    ben.page.keyboard.type(after, { delay: 5 }),
  ]);
  for (const { page } of [ada, ben]) {
    await expect(field(page, 2)).toHaveValue(`${before}${his}${after}`);
    await saved(page);
  }
});

test("a line is agreed once both have signed it, and stands until both sign new words", async () => {
  const { ada, ben } = pair();
  const agreed = await field(ada.page, 1).inputValue();
  await line(ada.page, 1).getByRole("button", { name: "Sign this line" }).click();
  await expect(line(ada.page, 1).getByText("Ben has not signed")).toBeVisible();
  await expect(line(ben.page, 1).getByText("Ada signed")).toBeVisible();
  await expect(line(ben.page, 1).getByText(/^Agreed/)).toBeHidden();
  await line(ben.page, 1).getByRole("button", { name: "Sign this line" }).click();
  for (const { page } of [ada, ben]) {
    await expect(line(page, 1).getByText(/^Agreed/)).toBeVisible();
    await expect(line(page, 1).locator(".agreed-words").first()).toHaveText(agreed);
    await expect(line(page, 2).getByText(/^Agreed/)).toBeHidden();
  }

  await line(ada.page, 1).getByRole("button", { name: "Propose a new wording" }).click();
  const reworded = agreed.replace("Wednesdays", "Thursdays");
  await field(ada.page, 1).fill(reworded);
  await line(ada.page, 1).getByRole("button", { name: "Done with the wording" }).click();
  for (const { page } of [ada, ben]) {
    const wording = line(page, 1).locator(".new-wording");
    await expect(line(page, 1).locator(".agreed-words").first()).toHaveText(agreed);
    await expect(wording.getByRole("insertion")).toContainText("Thursdays");
    await expect(wording.getByRole("deletion")).toContainText("Wednesdays");
    await expect(wording).toContainText("New wording, not signed yet");
    await saved(page);
  }
  await line(ben.page, 1).getByRole("button", { name: "Sign the new wording" }).click();
  for (const [{ page }, by] of [
    [ada, "Ben"],
    [ben, "you"],
  ] as const) {
    await expect(line(page, 1).getByText(`New wording, proposed by ${by}`)).toBeVisible();
    await expect(line(page, 1).locator(".agreed-words").first()).toHaveText(agreed);
  }
  await line(ada.page, 1).getByRole("button", { name: "Sign the new wording" }).click();
  for (const { page } of [ada, ben]) {
    await expect(line(page, 1).locator(".new-wording")).toHaveCount(0);
    await expect(line(page, 1).locator(".agreed-words")).toHaveText(reworded);
    await expect(line(page, 1).getByText(/^Agreed/)).toBeVisible();
  }
});

test("a signature can be taken back by the one who gave it, and given again", async () => {
  const { ada, ben } = pair();
  await line(ben.page, 1).getByRole("button", { name: "Take my signature back" }).click();
  await line(ben.page, 1).getByRole("button", { name: "Yes, take it back" }).click();
  for (const { page } of [ada, ben]) await expect(line(page, 1).getByText(/^Agreed/)).toBeHidden();
  await expect(line(ada.page, 1).getByText("You signed")).toBeVisible();
  await expect(line(ben.page, 1).getByText("Ada signed")).toBeVisible();
  await line(ben.page, 1).getByRole("button", { name: "Sign this line" }).click();
  for (const { page } of [ada, ben]) await expect(line(page, 1).getByText(/^Agreed/)).toBeVisible();
});

test("either closes it for both; it opens again with two yeses, and goes on where it was", async () => {
  const { ada, ben } = pair();
  const before = await field(ada.page, 2).inputValue();
  await ada.page.getByRole("button", { name: "Close for both" }).click();
  await ada.page.getByRole("button", { name: "Close it" }).click();
  await expect(ada.page.getByText(/^You closed this on/)).toBeVisible();
  await expect(ben.page.getByText(/^Ada closed this on/)).toBeVisible();
  for (const { page } of [ada, ben]) {
    await expect(field(page, 2)).toHaveValue(before);
    await expect(field(page, 2)).not.toBeEditable();
    await expect(page.getByRole("button", { name: "Add a line" })).toBeHidden();
    await expect(line(page, 1).getByText(/^Agreed/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Sign this line" })).toBeHidden();
  }

  await ben.page.getByRole("button", { name: "Ask to open it again" }).click();
  await expect(ben.page.getByText("It opens when Ada does too.")).toBeVisible();
  await expect(ben.page.getByRole("button", { name: "Open it again", exact: true })).toBeHidden();
  await expect(field(ben.page, 2)).not.toBeEditable();
  await ada.page.getByRole("button", { name: "Open it again", exact: true }).click();
  for (const { page } of [ada, ben]) {
    await expect(field(page, 2)).toBeEditable();
    await expect(field(page, 2)).toHaveValue(before);
    await expect(line(page, 1).getByText(/^Agreed/)).toBeVisible();
  }
  const third = secret("We speak of this again in spring");
  await addLine(ben.page, 3, third);
  await expect(field(ada.page, 3)).toHaveValue(third);
  await saved(ben.page);
});

test("lines are put in order and remarked on by both; one is retired once both have signed that", async () => {
  const { ada, ben } = pair();
  const remark = secret("What of the holidays");
  await openMore(ada.page, 1);
  await line(ada.page, 1).getByRole("button", { name: "Remark on it" }).click();
  await line(ada.page, 1).getByRole("textbox", { name: "Remarks" }).pressSequentially(remark);
  await expect(line(ben.page, 1).getByRole("textbox", { name: "Remarks" })).toHaveValue(remark);

  await openMore(ben.page, 2);
  await line(ben.page, 2).getByRole("button", { name: "Move up" }).click();
  for (const { page } of [ada, ben]) {
    await expect(line(page, 2).getByText(/^Agreed/)).toBeVisible();
    await saved(page);
  }
  await line(ben.page, 1).getByRole("button", { name: "Move down" }).click();
  for (const { page } of [ada, ben]) await expect(line(page, 1).getByText(/^Agreed/)).toBeVisible();

  await openMore(ada.page, 1);
  await line(ada.page, 1).getByRole("button", { name: "Propose to retire it" }).click();
  await expect(line(ben.page, 1).getByText("Ada proposes to retire this line.")).toBeVisible();
  await expect(line(ben.page, 1).getByText(/^Agreed/)).toBeVisible();
  await line(ben.page, 1).getByRole("button", { name: "Retire it too" }).click();
  for (const { page } of [ada, ben]) {
    await expect(page.getByRole("region", { name: "Retired, by both of you" })).toBeVisible();
    await expect(page.getByText(/^Agreed/)).toBeHidden();
  }
});

test("both sign the day after which a line sleeps with its words", async ({ server }) => {
  const { ada, ben } = pair();
  const words = await field(ada.page, 1).inputValue();
  const today = await ada.page.evaluate(() => new Date().toLocaleDateString("sv"));
  await openMore(ada.page, 1);
  await line(ada.page, 1)
    .getByLabel(/^To be signed again after/)
    .fill(today);
  for (const { page } of [ada, ben]) await saved(page);
  await line(ada.page, 1).getByRole("button", { name: "Sign this line" }).click();
  await expect(line(ben.page, 1).getByText("Ada signed")).toBeVisible();
  await line(ben.page, 1).getByRole("button", { name: "Sign this line" }).click();
  for (const { page } of [ada, ben]) {
    await expect(line(page, 1).locator(".agreed-words")).toHaveText(words);
    await expect(line(page, 1).getByText(/, then it sleeps$/)).toBeVisible();
  }
  // What both retired is agreed no more.
  await toTheRoom(ben);
  await expect(place(ben.page, "Shared").getByText("1 line agreed")).toBeVisible();
  await expectToldNowhere(phrases, { server, people: [ada, ben] });
});
