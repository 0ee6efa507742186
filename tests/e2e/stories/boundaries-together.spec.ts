import { expectAccessible } from "../../support/accessible.ts";
import { field, line, writeFirstLinesIn } from "../../support/agreements-between.ts";
import { canary } from "../../support/canary.ts";
import {
  addBoundary,
  myLine,
  offerWhatIsShown,
  openBoundaries,
  openMyBoundaries,
  statement,
  theirLine,
  theirs,
} from "../../support/boundaries-between.ts";
import { expectToldNowhere } from "../../support/everywhere.ts";
import { goToTheGate } from "../../support/letters-between.ts";
import { place, saved, toTheRoom } from "../../support/in-the-room.ts";
import { expect, onePairForAll, test } from "../../support/journey.ts";

const pair = onePairForAll();
const phrases: string[] = [];

const secret = (what: string) => {
  const phrase = canary(what);
  phrases.push(phrase);
  return phrase;
};

const hours = secret("No messages after nine");
const door = secret("We hand over at the door");
const mother = secret("I do not speak of my mother");
const money = secret("I lend no money");
const hersCalled = secret("Evenings and doors");
const hisCalled = secret("What I lend");
const photos = secret("No pictures of me are posted");

test.describe.configure({ mode: "serial" });

test("Ada begins a list, thinks better of a line, and puts the rest in order", async () => {
  const { ada } = pair();
  const { page } = ada;
  await openMyBoundaries(ada);
  await expectAccessible(page, "an empty list");
  await page.getByText("Areas that do not fit the two of you").click();
  await page.getByRole("checkbox", { name: "Hide touch" }).check();
  await expect(page.getByRole("button", { name: "Touch", exact: true })).toBeHidden();

  await addBoundary(ada, 1, "Hours", hours);
  await addBoundary(ada, 2, "Topics", mother);
  await addBoundary(ada, 3, "Children", door);
  await expectAccessible(page, "a list of lines");
  await page.getByRole("button", { name: "Take line 2 out of the list" }).click();
  await expect(statement(page, 2)).toHaveValue(door);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(statement(page, 2)).toHaveValue(mother);
  await page.getByRole("button", { name: "Move line 3 up" }).click();
  await expect(statement(page, 2)).toHaveValue(door);
  await expect(page.getByRole("button", { name: "Move line 2 up" })).toBeFocused();
  await saved(page);
});

test("she gives her hours to the software to keep, which nobody else learns", async () => {
  const { ada, ben } = pair();
  const { page } = ada;
  await page.getByRole("button", { name: "Let Threshold keep these hours" }).click();
  await expect(page.getByText("Ben is not told, nothing changes for them")).toBeVisible();
  // An hour that is long over, or far away: what follows must arrive.
  const far = (new Date().getHours() + 12) % 24;
  const two = (hour: number) => `${String(hour % 24).padStart(2, "0")}:00`;
  await page.getByLabel("From", { exact: true }).fill(two(far));
  await page.getByLabel("To", { exact: true }).fill(two(far + 1));
  await page.getByRole("button", { name: "Keep these hours", exact: true }).click();
  await expect(
    page.getByRole("button", { name: `Your quiet hours: ${two(far)} to ${two(far + 1)}` }),
  ).toBeVisible();
  await expect(ben.page.locator("body")).not.toContainText("quiet hours");
});

test("she offers one line of three; Ben says not now, and opens it later", async () => {
  const { ada, ben } = pair();
  await ada.page.getByRole("button", { name: "Offer line 1", exact: true }).click();
  await expect(ada.page.getByRole("list", { name: "What they would see" })).toContainText(hours);
  await expect(ada.page.locator("body")).not.toContainText(door);
  await offerWhatIsShown(ada);

  await goToTheGate(ben);
  await ben.page.getByRole("button", { name: "Not now" }).click();
  await expect(place(ben.page, "At the door").getByText("You said not now.")).toBeVisible();
  await expect(
    place(ada.page, "At the door").getByText("Silence here means nothing."),
  ).toBeVisible();
  await openBoundaries(ben);
  await expect(theirLine(ben.page, 1)).toContainText(hours);
});

test("he would like to talk about it; she finds other words, and offers them with one more line", async () => {
  const { ada, ben } = pair();
  const { page } = ada;
  await theirLine(ben.page, 1)
    .getByRole("radio", { name: /talk about it/ })
    .check();
  await ben.page.getByRole("button", { name: "Send my answer" }).click();
  await expect(ben.page.getByText(/^You answered on/)).toBeVisible();

  await place(page, "Shared").getByRole("link", { name: "Look at it" }).click();
  await expect(myLine(page, 1).getByText("Ben would like to talk about it")).toBeVisible();
  await statement(page, 1).press("End");
  await page.keyboard.type(", unless it is about the children");
  await expect(myLine(page, 1).getByText("Changed since it was offered")).toBeVisible();
  await saved(page);
  await expect(ben.page.locator("body")).not.toContainText("unless it is");

  await page.getByRole("button", { name: "Offer lines" }).click();
  await page.getByRole("checkbox", { name: hours }).check();
  await page.getByRole("checkbox", { name: door }).check();
  await expectAccessible(page, "choosing lines");
  await page.getByRole("button", { name: "See what they would see" }).click();
  await expect(page.locator("body")).not.toContainText(mother);
  await expectAccessible(page, "what they would see");
  await offerWhatIsShown(ada, "light");
});

test("he keeps what he opened until he opens the new lines, and sees what changed", async () => {
  const { ada, ben } = pair();
  const { page } = ben;
  await expect(page.getByText("Ada has offered a new version.")).toBeVisible();
  await expect(page.locator("body")).not.toContainText(door);
  await page.getByRole("link", { name: "Look at the envelope" }).click();
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(theirLine(page, 2)).toContainText(door);
  await page.getByRole("switch", { name: /^Show what changed/ }).check();
  await expect(theirLine(page, 1).getByRole("insertion")).toContainText("unless");
  await expect(theirLine(page, 2).getByText("New", { exact: true })).toBeVisible();
  await expectAccessible(page, "lines to answer");
  await theirLine(page, 1).getByRole("radio", { name: "I will keep this" }).check();
  await page.getByRole("button", { name: "Send my answer" }).click();
  await expect(page.getByText(/^You answered on/)).toBeVisible();
  await place(ada.page, "Shared").getByRole("link", { name: "Look at it" }).click();
  await expect(myLine(ada.page, 1).getByText("Ben will keep this")).toBeVisible();
  await expect(myLine(ada.page, 2).getByText(/^Ben/)).toBeHidden();
});

test("he begins his own list on the same page, and offers a line of it", async () => {
  const { ada, ben } = pair();
  const { page } = ben;
  await page.getByRole("link", { name: "Mine", exact: true }).click();
  await page.getByRole("button", { name: "Begin my list" }).click();
  await addBoundary(ben, 1, "Money", money);
  await addBoundary(ben, 2, "Phones and messages", photos);
  await page.getByRole("button", { name: "Offer line 1", exact: true }).click();
  await offerWhatIsShown(ben);
  await ada.page.getByRole("link", { name: "From Ben" }).click();
  await expect(ada.page.getByText("Boundaries from Ben are at the door.")).toBeVisible();
  await ada.page.getByRole("link", { name: "Look at it when you like" }).click();
  await ada.page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(theirLine(ada.page, 1)).toContainText(money);
  await expect(theirs(ada.page)).toHaveCount(1);
});

test("each calls their list, from its page, by a name that only they see", async () => {
  const { ada, ben } = pair();
  await ada.page.getByRole("link", { name: "Mine", exact: true }).click();
  await openMyBoundaries(ben);
  const sides = [
    { page: ada.page, called: hersCalled, theirs: "From Ben", hidden: hisCalled },
    { page: ben.page, called: hisCalled, theirs: "From Ada", hidden: hersCalled },
  ];
  for (const { page, called } of sides) {
    const rename = page.getByRole("button", { name: "Rename" });
    await rename.click();
    await expect(page.getByText("Only you see it, in this room.")).toBeVisible();
    await expect(page.getByLabel("Its name")).toHaveValue("What I need");
    await page.getByLabel("Its name").fill(called);
    await page.getByRole("button", { name: "Keep this name" }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(page.getByText(called)).toBeVisible();
    await expect(rename).toBeFocused();
  }
  for (const { page, called, theirs: tab, hidden } of sides) {
    await page.reload();
    await expect(page.getByText(called), "it is kept").toBeVisible();
    await page.getByRole("link", { name: tab }).click();
    await expect(theirLine(page, 1)).toBeVisible();
    await expect(page.locator("body")).not.toContainText(hidden);
  }
  await toTheRoom(ben);
  await expect(ben.page.getByRole("heading", { name: hisCalled })).toBeVisible();
  await expect(ben.page.getByRole("heading", { name: "What they need" })).toBeVisible();
  await expect(ben.page.locator("body")).not.toContainText(hersCalled);
});

test("she proposes an agreement from his line; both find words for it, and sign them", async () => {
  const { ada, ben } = pair();
  await ada.page.getByRole("button", { name: "Propose an agreement from line 1" }).click();
  await ada.page.getByRole("button", { name: "Propose it" }).click();
  await expect(ada.page.getByText("You proposed an agreement from this line.")).toBeVisible();
  await expect(place(ben.page, "At the door").getByText("About money")).toBeVisible();
  await place(ben.page, "At the door")
    .getByRole("link", { name: "Look at it when you like" })
    .click();
  await ben.page.getByRole("button", { name: "Yes", exact: true }).click();
  await expect(ben.page.getByRole("button", { name: "Add a line" })).toBeVisible();
  await expect(ben.page.getByRole("textbox", { name: "Line 1", exact: true })).toBeHidden();
  await ada.page.getByRole("link", { name: "Look at it" }).click();
  await writeFirstLinesIn(ada, ben);
  for (const { page } of [ada, ben]) await expect(field(page, 1)).toHaveValue(money);
  await field(ben.page, 1).press("End");
  await ben.page.keyboard.type(", and neither do you");
  await expect(field(ada.page, 1)).toHaveValue(`${money}, and neither do you`);
  for (const { page } of [ada, ben]) {
    await saved(page);
    await line(page, 1).getByRole("button", { name: "Sign this line" }).click();
  }
  for (const { page } of [ada, ben]) await expect(line(page, 1).getByText(/^Agreed/)).toBeVisible();
  await ada.page.reload();
  await expect(ada.page.getByText(`${money}, and neither do you`)).toBeVisible();
  await expect(line(ada.page, 2)).toBeHidden();
});

test("both find it beside their boundaries, which stand as they were", async () => {
  const { ada, ben } = pair();
  for (const person of [ada, ben]) {
    await toTheRoom(person);
    await openMyBoundaries(person);
    await person.page.getByRole("link", { name: "Agreed", exact: true }).click();
    await expect(person.page.getByText(`${money}, and neither do you`)).toBeVisible();
    await person.page.getByRole("link", { name: "Mine", exact: true }).click();
  }
  await expect(myLine(ben.page, 1).getByText("Offered", { exact: true })).toBeVisible();
  await expect(myLine(ben.page, 2).getByText("Not offered")).toBeVisible();
});

test("she takes one line back: all goes, and she offers the rest again", async ({ server }) => {
  const { ada, ben } = pair();
  const { page } = ada;
  await page.getByRole("button", { name: "Take back line 2" }).click();
  await expect(page.getByText("Lines are sealed together, so the other line goes")).toBeVisible();
  await page.getByRole("button", { name: "Take it back" }).click();
  const rest = page.getByRole("list", { name: "What they would see" });
  await expect(rest).toContainText(hours);
  await expect(rest).not.toContainText(door);
  await ben.page.getByRole("link", { name: "From Ada" }).click();
  await expect(ben.page.getByText(/^Ada took these lines back on/)).toBeVisible();
  await expect(ben.page.locator("body")).not.toContainText(hours);

  await offerWhatIsShown(ada);
  await ben.page.getByRole("link", { name: "Look at the envelope" }).click();
  await ben.page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(theirLine(ben.page, 1)).toContainText(hours);
  await expect(theirs(ben.page)).toHaveCount(1);
  await openMyBoundaries(ada);
  await expect(myLine(page, 2).getByText(/^Taken back on/)).toBeVisible();

  await toTheRoom(ben);
  for (const person of [ada, ben]) await person.page.reload();
  await expect(statement(page, 1)).toHaveValue(/unless it is about the children$/);
  await expect(ben.page.locator("body")).not.toContainText(mother);
  await expectToldNowhere(phrases, { server, people: [ada, ben] });
});
