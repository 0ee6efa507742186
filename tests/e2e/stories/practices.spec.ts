import type { Locator } from "@playwright/test";
import { choose, press, type } from "../../support/by-keyboard.ts";
import { canary } from "../../support/canary.ts";
import { expectToldNowhere } from "../../support/everywhere.ts";
import { place, saved } from "../../support/in-the-room.ts";
import { expect, onePairForAll, test, type Person } from "../../support/journey.ts";
import { daysFromNow, liveUntil } from "../../support/moved-clocks.ts";
import type { Opens } from "#domain/practices/practice.ts";
import { fieldsOf, openFrom, PRACTICES } from "../../support/practices.ts";
import type { RunningServer } from "../../support/running-server.ts";

test.use({ clocksMove: true });

const pair = onePairForAll();
const phrases: string[] = [];
const secret = (what: string) => {
  const phrase = canary(what);
  phrases.push(phrase);
  return phrase;
};

test.describe.configure({ mode: "serial" });

const button = ({ page }: Person, name: string | RegExp): Locator =>
  page.getByRole("button", { name, ...(typeof name === "string" && { exact: true }) });
const link = ({ page }: Person, name: string): Locator => page.getByRole("link", { name }).first();

async function backToTheRoom({ page }: Person): Promise<void> {
  const way = page.getByRole("banner").getByRole("link", { name: /^‹?(Room|Mine)$/ });
  await press(page, way);
  await expect(page.getByRole("heading", { name: "At the door" })).toBeVisible();
}

/** From the room, through the gate; ends in what was opened. */
async function openAtTheDoor(person: Person, yes: "Open" | "Yes"): Promise<void> {
  await press(person.page, link(person, "Look at it when you like"));
  await press(person.page, button(person, yes));
}

/** What is shown before it crosses is given a weight and offered, at once. */
async function offerIt(person: Person): Promise<void> {
  const { page } = person;
  await choose(page, page.getByRole("group", { name: "How heavy is it?" }), "tender");
  await choose(page, page.getByRole("group", { name: "When?" }), "now");
  await press(page, button(person, "Offer it"));
  await expect(page.getByRole("heading", { name: "At the door" })).toBeVisible();
}

/** Every question of a guide is answered, one after the other. Gives what crosses, and what must not. */
async function answerAll(person: Person, guide: string) {
  const { page } = person;
  const written = { crosses: [] as string[], stays: [] as string[] };
  for (const [at, field] of fieldsOf(guide).entries()) {
    if (at > 0) await press(page, button(person, "Next"));
    if (field.type === "choice") {
      const group = page.getByRole("group", { name: field.label, exact: true });
      for (const { label, says } of field.choices.slice(-1)) {
        await choose(page, group, label);
        written.crosses.push(says);
      }
      continue;
    }
    const phrase = secret(`${guide} ${field.id}`);
    await type(page, page.getByRole("textbox", { name: field.label, exact: true }), phrase);
    (field.type === "mine" ? written.stays : written.crosses).push(phrase);
  }
  await saved(page);
  return written;
}

async function acrossWritten(ada: Person, ben: Person, guide: string): Promise<void> {
  const { crosses, stays } = await answerAll(ada, guide);
  if (guide === "release") {
    await expect(button(ada, /^Offer/)).toBeHidden();
    await press(ada.page, button(ada, "Let it go"));
    const dialog = ada.page.getByRole("dialog");
    await press(ada.page, dialog.getByRole("button", { name: "Let it go" }));
    await expect(ada.page.getByRole("heading", { name: "At the door" })).toBeVisible();
    return;
  }
  await press(ada.page, button(ada, "Offer"));
  for (const phrase of crosses) await expect(ada.page.getByText(phrase)).toBeVisible();
  await offerIt(ada);
  await openAtTheDoor(ben, "Open");
  for (const phrase of crosses) await expect(ben.page.getByText(phrase)).toBeVisible();
  for (const phrase of stays) await expect(ben.page.locator("body")).not.toContainText(phrase);
  await backToTheRoom(ben);
}

async function acrossBoundaries(ada: Person, ben: Person): Promise<void> {
  const { page } = ada;
  const line = secret("No calls after ten");
  await press(page, button(ada, "Hours"));
  await type(page, page.getByRole("textbox", { name: "Line 1: what holds for you" }), line);
  await saved(page);
  await press(page, button(ada, "Offer lines"));
  await press(page, page.getByRole("checkbox", { name: line }), "Space");
  await press(page, button(ada, "See what they would see"));
  await expect(page.getByRole("list", { name: "What they would see" })).toContainText(line);
  await offerIt(ada);
  await openAtTheDoor(ben, "Open");
  await expect(ben.page.getByRole("list", { name: "Lines from Ada" })).toContainText(line);
  await backToTheRoom(ben);
}

/** An agreement or a plan: proposed by one, begun by the other's yes, and then there for both. */
async function acrossTogether(ada: Person, ben: Person, kind: "plan" | "agreement") {
  const proposed = kind === "plan" ? "Commitment plan" : "Agreement";
  const begun = kind === "plan" ? "Write something that I will do" : "Add a line";
  const before = await place(ada.page, "Shared").getByRole("article").count();
  await press(ada.page, button(ada, "Propose it"));
  await expect(ada.page.getByRole("dialog")).toBeHidden();
  await expect(place(ada.page, "At the door").getByText(proposed)).toBeVisible();
  await openAtTheDoor(ben, "Yes");
  await expect(button(ben, begun)).toBeVisible();
  await expect(place(ada.page, "Shared").getByRole("article")).toHaveCount(before + 1);
  await backToTheRoom(ben);
}

/** Both go to the page of what is asked. Gives its words. */
async function asked(ada: Person, ben: Person): Promise<string> {
  const chosen = ada.page.getByRole("group", { name: "Which one?" }).getByRole("radio");
  const words = await chosen.and(ada.page.locator(":checked")).locator("..").innerText();
  const [question = ""] = words.split("\n");
  await press(ada.page, button(ada, "Ask it"));
  await expect(ada.page.getByRole("heading", { name: question, level: 1 })).toBeVisible();
  const card = place(ben.page, "At the door").getByRole("article").filter({ hasText: question });
  await press(ben.page, card.getByRole("link"));
  await expect(ben.page.getByRole("heading", { name: question, level: 1 })).toBeVisible();
  return question;
}

const answers = { question: ["Your answer"], swap: ["What was it like for you?"] };

async function acrossQuestion(ada: Person, ben: Person, asks: keyof typeof answers) {
  await asked(ada, ben);
  const told: string[] = [];
  for (const [who, person] of Object.entries({ ada, ben })) {
    const { page } = person;
    await press(page, button(person, "Write my answer"));
    for (const label of answers[asks]) {
      const phrase = secret(`${who} ${asks}`);
      told.push(phrase);
      await type(page, page.getByRole("textbox", { name: label }), phrase);
    }
    await saved(page);
    await press(page, button(person, "Put it in"));
    await expect(page.getByText("Putting it in is your yes.")).toBeVisible();
    if (who === "ben") await expect(page.locator("body")).not.toContainText(told[0] ?? "?");
    await press(page, button(person, "Put it in"));
  }
  for (const person of [ada, ben]) {
    for (const phrase of told) await expect(person.page.getByText(phrase)).toBeVisible();
    await backToTheRoom(person);
  }
}

let today = 0;

/** A round of marks: asked, begun, marked by both alone, and opened a day later. */
async function acrossRound(ada: Person, ben: Person, server: RunningServer): Promise<void> {
  await asked(ada, ben);
  await choose(ada.page, ada.page.getByRole("group", { name: "When does it open?" }), "in a day");
  await press(ada.page, button(ada, "Ask for a round"));
  await press(ben.page, button(ben, "Yes, begin the round"));
  for (const [at, person] of [ada, ben].entries()) {
    const { page } = person;
    const lines = page.getByRole("checkbox");
    await expect(lines.first()).toBeVisible();
    // Each marks two, and one of them is the same.
    await press(page, lines.nth(at), "Space");
    await press(page, lines.nth(at + 1), "Space");
    await press(page, button(person, "Hand in my marks"));
    await expect(page.getByText("Your marks are in.")).toBeVisible();
  }
  today += 2;
  await liveUntil(server, pair(), daysFromNow(today, "12:00"));
  for (const person of [ada, ben]) {
    const results = person.page.getByRole("region", { name: /both of you|that you share/ });
    await expect(results.getByRole("listitem")).toHaveCount(1);
    await backToTheRoom(person);
  }
}

async function across(opens: Opens, server: RunningServer): Promise<void> {
  const { ada, ben } = pair();
  switch (opens.kind) {
    case "letter":
    case "forgiveness":
      return acrossWritten(ada, ben, opens.guide);
    case "boundaries":
      return acrossBoundaries(ada, ben);
    case "plan":
    case "agreement":
      return acrossTogether(ada, ben, opens.kind);
    case "question":
      return opens.asks === "question" || opens.asks === "swap"
        ? acrossQuestion(ada, ben, opens.asks)
        : acrossRound(ada, ben, server);
  }
}

const AT_FIRST = 4;

for (const [at, one] of PRACTICES.entries()) {
  test(`${one.title}: from its page to its piece and across, by keyboard`, async ({ server }) => {
    const { ada } = pair();
    const { page } = ada;
    for (const [way, opens] of one.opens.entries()) {
      await page.goto(`/practices/${one.id}`);
      await expect(page.getByRole("heading", { name: one.title, level: 1 })).toBeVisible();
      await expect(page.getByText("When to leave it")).toBeVisible();
      await openFrom(ada, one, way);
      await across(opens, server);
    }
  });

  if (at + 1 === AT_FIRST) {
    test("after four practices the walk says where one has been, to nobody else", async () => {
      const { ada, ben } = pair();
      const walked = PRACTICES.slice(0, AT_FIRST);
      const next = PRACTICES[AT_FIRST];
      for (const { page } of [ada, ben]) await page.goto("/practices");
      const walk = (person: Person) =>
        person.page
          .getByRole("region", { name: "The walk", exact: true })
          .getByRole("listitem")
          .filter({ has: person.page.getByRole("heading") });
      await expect(walk(ada).filter({ hasText: "You have been here" })).toHaveCount(AT_FIRST);
      for (const { title } of walked) {
        await expect(walk(ada).filter({ hasText: title })).toContainText("You have been here");
      }
      await expect(walk(ada).filter({ hasText: "Could come next" })).toContainText(
        next?.title ?? "?",
      );
      await expect(walk(ben).filter({ hasText: "Could come next" })).toContainText(
        walked[0]?.title ?? "?",
      );
      await expect(ben.page.getByText("You have been here")).toHaveCount(0);
      for (const person of [ada, ben]) {
        await press(person.page, link(person, "Rooms"));
        await press(person.page, link(person, person === ada ? "You and Ben" : "You and Ada"));
        await expect(person.page.getByRole("heading", { name: "At the door" })).toBeVisible();
      }
      const foot = ada.page.getByRole("complementary", { name: "If you like, next" });
      await expect(foot).toContainText(next?.title ?? "?");
    });
  }
}

test("at the end of the walk nothing is missing", async ({ server }) => {
  const { ada, ben } = pair();
  await ada.page.goto("/practices");
  await expect(ada.page.getByText("Nothing is missing.")).toBeVisible();
  await expect(ada.page.getByText("You have been here")).toHaveCount(PRACTICES.length);
  await expect(ada.page.getByText("Could come next")).toBeHidden();

  const found = ada.page.getByRole("main").getByRole("listitem");
  await type(ada.page, ada.page.getByRole("searchbox", { name: "Find by name" }), "forgiveness");
  await expect(found.filter({ has: ada.page.getByRole("heading") })).toHaveText([
    /Asking and giving/,
  ]);
  await expect(ada.page.getByText("One has it.")).toBeVisible();
  await expectToldNowhere(phrases, { server, people: [ada, ben] });
});
