import { choose, press, tabTo, type } from "../support/by-keyboard.ts";
import { canary, tells } from "../support/canary.ts";
import { expectToldNowhere, storageOf } from "../support/everywhere.ts";
import { inNode, lastOpenedCopy } from "../support/in-node.ts";
import { place, roomOf, saved, toTheRoom } from "../support/in-the-room.ts";
import { expect, onePairForAll, test, type Person } from "../support/journey.ts";
import { goToTheGate, offerLetter, openLetter } from "../support/letters-between.ts";
import { openFrom, practice } from "../support/practices.ts";

const pair = onePairForAll();

const button = ({ page }: Person, name: string) => page.getByRole("button", { name, exact: true });
const answer = ({ page }: Person, question: string) =>
  page.getByRole("textbox", { name: question, exact: true });

/** From the room, by keyboard alone: begins with this guide. */
async function begin(person: Person, menu: string, guide: string): Promise<void> {
  await press(person.page, button(person, "Write something new"));
  await press(person.page, button(person, menu));
  await press(person.page, button(person, guide));
  await expect(person.page.getByRole("heading", { name: guide, level: 1 })).toBeVisible();
}

/** On paper stand the words, without their questions, and nothing that stays with their writer. */
async function expectPrinted({ page }: Person, words: string, locked: string): Promise<void> {
  await page.emulateMedia({ media: "print" });
  const printed = await page.locator("main").innerText();
  expect(printed).toContain(words);
  for (const hidden of [locked, "Stays with you", "What would a camera", "A title, if you like"]) {
    expect(printed).not.toContain(hidden);
  }
  await expect(page.locator("textarea:visible"), "the title alone").toHaveCount(1);
  await page.emulateMedia({ media: "screen" });
}

test("a letter from questions: what stays with its writer crosses in no byte, and a reply says what it answers", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const room = roomOf(ada.page);
  const happened = canary("You always shout at nine");
  const locked = canary("I eat alone then");
  const title = canary("About nine");

  await begin(ada, "Say how I feel", "Say it well");
  await answer(ada, "Title").fill(title);
  await type(ada.page, answer(ada, "What would a camera have seen and heard?"), happened);
  await press(ada.page, button(ada, "Next"));
  await expect(answer(ada, "What did you feel?")).toBeVisible();
  await press(ada.page, ada.page.getByRole("checkbox", { name: "lonely" }), "Space");
  await expect(ada.page.getByText("Question 2 of 5")).toBeVisible();
  await saved(ada.page);
  await ada.page.reload();
  await expect(ada.page.getByText("Question 2 of 5")).toBeVisible();
  await expect(ada.page.getByRole("checkbox", { name: "lonely" })).toBeChecked();

  await choose(
    ada.page,
    ada.page.getByRole("group", { name: /^How do you want/ }),
    "All on a page",
  );
  await type(ada.page, answer(ada, "What will you do for yourself if the answer is no?"), locked);
  await saved(ada.page);
  const look = ada.page.getByRole("region", { name: "A second look" });
  await expect(look.getByRole("switch")).not.toBeChecked();
  await press(ada.page, look.getByRole("button", { name: "Read it through with me" }));
  await expect(look.getByRole("listitem")).toHaveCount(1);
  await expect(look.getByRole("listitem")).toContainText("“You always”, in “What would a camera");
  await press(ada.page, look.getByRole("button", { name: "Go to place 1, You always" }));
  await expect(answer(ada, "What would a camera have seen and heard?")).toBeFocused();
  await expect(ada.page.getByRole("heading", { name: "What I felt" })).toBeVisible();
  await expectPrinted(ada, happened, locked);
  await press(ada.page, button(ada, "Go on as a letter"));
  await press(ada.page, ada.page.getByText("What stays with you"));
  await expect(ada.page.getByText(locked)).toBeVisible();
  await expectPrinted(ada, happened, locked);
  await expect(ada.page.getByRole("textbox", { name: "Your letter" })).toContainText(happened);
  await offerLetter(ada);

  await openLetter(ben, title);
  await expect(ben.page.getByRole("heading", { name: "What happened" })).toBeVisible();
  await expect(ben.page.getByText("Lonely.")).toBeVisible();
  await expect(ben.page.locator("body")).not.toContainText(locked);
  const copy = Buffer.from(await lastOpenedCopy(await inNode(ben, server.origin), room));
  expect(tells(copy, happened)).toBe(true);
  for (const hidden of [locked, "afraid", "What I need"]) expect(tells(copy, hidden)).toBe(false);

  await button(ben, "Write back").click();
  await expect(ben.page.getByText(`It answers what Ada wrote: ${title}.`)).toBeVisible();
  await answer(ben, "Title").fill("Back");
  await ben.page.getByRole("textbox", { name: "Your letter" }).click();
  await ben.page.keyboard.type("I hear you.");
  await saved(ben.page);
  await offerLetter(ben);
  await openLetter(ada, "Back");
  await expect(ada.page.getByText(`It answers what you wrote: ${title}.`)).toBeVisible();
  await expectToldNowhere([happened, locked, title], { server, people: [ada, ben] });
  await toTheRoom(ada);
});

/** What stands before something heavy, and the questions that it leads to. */
async function beforeTheHeavy({ page }: Person): Promise<string> {
  const offer = page.locator("div", { hasText: "Before something heavy" }).last().locator("..");
  const words = await offer.innerText();
  await offer.getByRole("button", { name: "Is this right for me?" }).click();
  const dialog = page.getByRole("dialog");
  const questions = await dialog.innerText();
  await dialog.getByRole("button", { name: "Close" }).click();
  return `${words}\n${questions}`;
}

test("a window for questions: one round comes back through the gate, and nothing is owed", async () => {
  const { ada, ben } = pair();
  const title = canary("All of it");
  const question = canary("Since which summer");
  const asked = canary("What I ask");

  await begin(ada, "Say how I feel", "Said once, in full");
  await expect(ada.page.getByText("Before you say it in full")).toBeVisible();
  await ada.page.getByRole("radio", { name: /^In three lines/ }).check();
  await answer(ada, "Title").fill(title);
  await answer(ada, "What is it?").fill("I sold the boat.");
  await ada.page.getByRole("switch", { name: "Open a window for questions" }).check();
  await saved(ada.page);
  await button(ada, "Offer").click();
  await ada.page.getByRole("radio", { name: /^heavy/ }).check();
  const before = await beforeTheHeavy(ada);
  await ada.page.getByRole("radio", { name: "now", exact: true }).check();
  await button(ada, "Offer it").click();

  await goToTheGate(ben);
  expect(await beforeTheHeavy(ben), "the safety questions are put to both alike").toBe(before);
  await button(ben, "Open").click();
  await expect(ben.page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
  await button(ben, "Write your questions").click();
  await answer(ben, "Title").fill(asked);
  await answer(ben, "What matters most to you?").fill(`${question}?\nTo whom?`);
  await saved(ben.page);
  await expect(ben.page.getByRole("listitem").filter({ hasText: question })).toBeVisible();
  await offerLetter(ben, "tender");
  const card = place(ben.page, "At the door").getByRole("article").filter({ hasText: asked });
  await card.getByRole("link", { name: "Look at it" }).click();
  await expect(ben.page.getByText("Questions are offered once.")).toBeVisible();
  await expect(button(ben, "Offer the new version")).toBeDisabled();

  await openLetter(ada, asked);
  await expect(ada.page.getByRole("heading", { name: "Matters most" })).toBeVisible();
  await expect(ada.page.getByText(question)).toBeVisible();
  await expect(button(ada, "Thank you")).toBeHidden();
  await ada.page.getByRole("link", { name: "Go to your letter" }).click();
  await expect(answer(ada, "Title")).toHaveValue(title);
  await toTheRoom(ada);
});

test("what is written to be let go of can never be offered, and is gone for good when it is", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const { page } = ada;
  const words = canary("A stone in the shoe");
  await ben.traffic.settled();
  ben.traffic.mark();

  await begin(ada, "Say how I feel", "Release");
  const [piece = ""] = /[^/]+$/.exec(new URL(page.url()).pathname) ?? [];
  await type(page, answer(ada, "What are you carrying?"), words);
  await saved(page);
  await expect(page.getByRole("button", { name: /^Offer/ })).toBeHidden();
  expect(JSON.stringify(await storageOf(page))).toContain(piece);
  expect(server.kept().includes(piece)).toBe(true);

  await press(page, button(ada, "Let it go"));
  await expect(page.getByText("There is no undo.")).toBeVisible();
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Keep it" }));
  await page.keyboard.press("Enter");
  await expect(answer(ada, "What are you carrying?")).toHaveValue(words);
  await press(page, button(ada, "Let it go"));
  await press(page, page.getByRole("dialog").getByRole("button", { name: "Let it go" }));
  await expect(page.getByRole("heading", { name: "At the door" })).toBeVisible();
  await expect(place(page, "Mine").getByText("Letter without a title")).toBeHidden();

  await page.goto(`/room/${roomOf(page)}/${piece}`);
  await expect(page.getByRole("heading", { name: "There is nothing here." })).toBeVisible();
  const rows = (await storageOf(page)).filter(({ where }) => where.startsWith("IndexedDB"));
  expect(rows.filter(({ text }) => text.includes(piece))).toEqual([]);
  expect(ben.traffic.sinceMark().filter(({ bytes }) => tells(bytes, piece))).toEqual([]);
  await expectToldNowhere([words], { server, people: [ada, ben] });
});

test("T3 a practice opens its piece, the walk shows where one has been, and what is waved away stays away", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const { page } = ada;
  const foot = page.getByRole("complementary", { name: "If you like, next" });
  await ben.traffic.settled();
  ben.traffic.mark();
  for (const id of ["my-part", "said-once", "what-i-need", "small-and-steady", "hopes"]) {
    await page.goto(`/practices/${id}`);
    await openFrom(ada, practice(id));
  }
  await page.getByRole("dialog").getByRole("button", { name: "Back" }).click();
  await page.keyboard.press("Escape");
  await expect(foot).toContainText("A promise to myself");
  await press(page, foot.getByRole("button", { name: "Not for now" }));
  await expect(foot).toBeHidden();

  await page.getByRole("link", { name: "Practices" }).click();
  const walk = page.getByRole("region", { name: "The walk", exact: true }).getByRole("listitem");
  await expect(walk).toHaveCount(13);
  for (const title of ["My part", "Said once, in full", "What I need, what I will do"]) {
    await expect(walk.filter({ hasText: title })).toContainText("You have been here");
  }
  await expect(walk.filter({ hasText: "A promise to myself" })).toContainText("Could come next");
  await walk.getByRole("link", { name: "A promise to myself" }).click();
  await press(page, button(ada, "Not for us"));
  await expect(page.getByText("You said that this is not for you.")).toBeVisible();
  await page.getByRole("banner").getByRole("link", { name: "Practices" }).click();
  await expect(walk).toHaveCount(12);
  await press(page, page.getByRole("switch", { name: "Keep practices out of my room" }), "Space");
  await page.getByRole("banner").getByRole("link", { name: "Rooms" }).click();
  await expect(page.getByRole("heading", { name: "At the door" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Practices" })).toBeHidden();
  await expect(foot).toBeHidden();
  await expectToldNowhere(["what-i-need", "small-and-steady"], { server, people: [ben] });
});
