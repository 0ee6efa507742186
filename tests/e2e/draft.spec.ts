import { tabTo } from "../support/by-keyboard.ts";
import { canary, tells } from "../support/canary.ts";
import { expectToldNowhere } from "../support/everywhere.ts";
import {
  endThePause,
  pause,
  place,
  roomOf,
  saved,
  seeThePause,
  toTheRoom,
} from "../support/in-the-room.ts";
import { inNode, lastOpenedCopy } from "../support/in-node.ts";
import { expect, onePairForAll, test } from "../support/journey.ts";
import { goToTheGate, offerLetter, writeLetter } from "../support/letters-between.ts";
import { eventful, isOwnNote } from "../support/traffic.ts";

const pair = onePairForAll();

test("of a draft written and deleted while the other watches, not one byte reaches them", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const title = canary("To be thrown away");
  const body = canary("I never meant to say this");
  await ben.traffic.settled();
  ben.traffic.mark();

  await writeLetter(ada, title, body);
  await ada.page.reload();
  await expect(ada.page.getByRole("textbox", { name: "Your letter" })).toContainText(body);
  await ada.page.getByRole("textbox", { name: "Your letter" }).press("End");
  await ada.page.keyboard.type(" any more");
  await saved(ada.page);
  await toTheRoom(ada);
  await expectToldNowhere([title, body], { server, people: [ada, ben] });
  const mine = place(ada.page, "Mine");
  const undo = ada.page.getByRole("button", { name: "Undo" });
  const wide = ada.page.viewportSize() ?? { width: 1280, height: 800 };
  await ada.page.setViewportSize({ width: 390, height: 420 });
  await ada.page.getByRole("button", { name: "Delete" }).click();
  await expect(mine.getByText("Nothing here yet.")).toBeVisible();
  await expect(undo).toBeFocused();
  await expect(undo, "also where the card was far down the page").toBeInViewport({ ratio: 1 });
  await ada.page.setViewportSize(wide);
  await ada.page.reload();
  await expect(mine.getByText("Nothing here yet.")).toBeVisible();
  await undo.click();
  await expect(mine.getByRole("heading", { name: title })).toBeVisible();
  await mine.getByRole("button", { name: "Rename" }).click();
  await ada.page.getByLabel("Its name").fill(`${title} at once`);
  await ada.page.keyboard.press("Enter");
  await expect(mine.getByRole("heading", { name: `${title} at once`, exact: true })).toBeVisible();
  // From its own page too, by keyboard, where a phone has the menu.
  await mine.getByRole("link", { name: "Keep writing" }).click();
  await ada.page.setViewportSize({ width: 390, height: 800 });
  await ada.page.getByRole("button", { name: "Menu" }).press("Enter");
  await ada.page.getByRole("button", { name: "Rename" }).press("Enter");
  await ada.page.getByLabel("Its name").fill(`${title} after all`);
  await ada.page.keyboard.press("Enter");
  const called = ada.page.getByRole("textbox", { name: "Title" });
  await expect(called).toHaveValue(`${title} after all`);
  await expect(ada.page.getByRole("button", { name: "Menu" })).toBeFocused();
  await saved(ada.page);
  await ada.page.setViewportSize(wide);
  await toTheRoom(ada);
  await expect(
    mine.getByRole("heading", { name: `${title} after all`, exact: true }),
  ).toBeVisible();
  await mine.getByRole("button", { name: "Delete" }).click();
  await ada.page.getByRole("button", { name: "Delete it now" }).click();
  await expect(undo).toBeHidden();
  await expect(mine.getByText("Nothing here yet.")).toBeVisible();
  expect(eventful(ben.traffic.sinceMark())).toEqual([]);

  // What ada does next can be seen: by then anything of the draft would have come before it.
  await pause(ada);
  await seeThePause(ben);
  const room = `GET /api/rooms/${roomOf(ben.page)}`;
  // The news of it, the room anew, and, in his own index, that he saw a pause.
  expect(eventful(ben.traffic.sinceMark()).map(({ how, where }) => `${how} ${where}`)).toEqual([
    "socket in /socket.io/",
    ...[`request ${room}`, `response ${room}`],
    ...["request POST /api/account/index", "response POST /api/account/index"],
  ]);
  await endThePause(ada);
  await expect(ben.page.getByText("This room is paused.")).toBeHidden();
  await expectToldNowhere([title, body], { server, people: [ada, ben] });
});

test("what was typed and deleted before offering is not in what the other receives", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const title = canary("About the summer");
  const kept = canary("I would like to try again");
  const deleted = canary("You always did this");
  const deletedTitle = canary("Why you are wrong");
  const { page } = ada;

  await writeLetter(ada, deletedTitle, `${kept}. `);
  const letter = page.getByRole("textbox", { name: "Your letter" });
  await page.keyboard.type(deleted);
  await saved(page);
  for (const _ of deleted) await page.keyboard.press("Backspace");
  await expect(letter).not.toContainText(deleted);
  await page.getByRole("textbox", { name: /title/i }).fill(title);
  await saved(page);

  await page.getByRole("button", { name: "Offer" }).click();
  await expect(page.getByRole("main")).toContainText(kept);
  await expect(page.locator("body")).not.toContainText(deleted);
  await page.getByRole("button", { name: "Back to writing" }).click();
  await offerLetter(ada);

  await goToTheGate(ben);
  await ben.page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(ben.page.getByText(kept)).toBeVisible();
  await expect(ben.page.locator("body")).not.toContainText(deleted);

  const copy = await lastOpenedCopy(await inNode(ben, server.origin), roomOf(ben.page));
  expect(tells(Buffer.from(copy), kept), "it is the copy that crossed").toBe(true);
  expect(tells(Buffer.from(copy), title)).toBe(true);
  expect(tells(Buffer.from(copy), deleted)).toBe(false);
  expect(tells(Buffer.from(copy), deletedTitle)).toBe(false);
  await expectToldNowhere([title, kept, deleted, deletedTitle], { server, people: [ada, ben] });
});

test("who goes to the title before the editor has the caret writes the title", async () => {
  const { ada } = pair();
  const { page } = ada;
  const title = canary("What I put first");
  await toTheRoom(ada);
  await page.evaluate(holdFrames);
  await page.getByRole("button", { name: "Write something new" }).click();
  await page.getByRole("button", { name: "Say how I feel" }).click();
  await page.getByRole("button", { name: "A letter in your own words" }).click();
  await page.getByRole("textbox", { name: "Your letter" }).waitFor();
  await page.getByRole("textbox", { name: "Title" }).focus();
  await page.evaluate(() => dispatchEvent(new Event("frames-go-on")));
  await page.keyboard.type(title);
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue(title);
  await expect(page.getByRole("textbox", { name: "Your letter" })).toHaveText("");
  await saved(page);

  // Whoever leaves at once after its last letter finds it in the room.
  const later = canary("What I put there last");
  await page.getByRole("textbox", { name: "Title" }).fill(later);
  await toTheRoom(ada);
  await expect(place(page, "Mine").getByRole("heading", { name: later })).toBeVisible();
});

/** Animation frames wait, as on a busy machine, until `frames-go-on`. Runs in the page. */
function holdFrames(): void {
  const held: FrameRequestCallback[] = [];
  const frame = window.requestAnimationFrame;
  window.requestAnimationFrame = (callback) => held.push(callback);
  addEventListener("frames-go-on", () => {
    window.requestAnimationFrame = frame;
    for (const callback of held) callback(performance.now());
  });
}

test("what was thrown out of a letter is brought back after a reload, and nobody else learns of it", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const { page } = ada;
  const words = canary("I planted the pear tree for you, and I would do it again, whatever comes");
  await toTheRoom(ada);
  await ben.traffic.settled();
  ben.traffic.mark();
  await writeLetter(ada, "The garden", words);
  const letter = page.getByRole("textbox", { name: "Your letter" });
  await letter.press("ControlOrMeta+a");
  await page.keyboard.type("Never mind");
  await expect(letter).not.toContainText(words);
  await saved(page);

  await page.reload();
  await expect(letter).toHaveText("Never mind");
  await page.getByText("Bring back what I had").click();
  const kept = page.getByRole("listitem").filter({ hasText: "I planted the pear tree" });
  await kept.getByRole("button", { name: "Look at it" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(words)).toBeVisible();
  await dialog.getByRole("button", { name: "Bring this back" }).click();
  await expect(letter).toHaveText(words);
  await expect(page.getByRole("listitem").filter({ hasText: "Never mind" })).toBeVisible();
  await page.getByText("It is back.").locator("..").locator("..").getByRole("button").click();
  await expect(letter).toHaveText("Never mind");
  await saved(page);
  expect(eventful(ben.traffic.sinceMark())).toEqual([]);
  await expectToldNowhere([words], { server, people: [ada, ben] });
});

test("words are found in what one wrote, by keyboard, and what is looked for goes nowhere", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const { page } = ada;
  const words = canary("the blue gate");
  const nowhere = canary("never written");
  await toTheRoom(ada);
  await writeLetter(ada, "On the way", `We met at ${words}, in the rain.`);
  await toTheRoom(ada);
  await ben.traffic.settled();
  ben.traffic.mark();
  const field = page.getByRole("searchbox", { name: "Find in what you wrote" });
  await field.fill(nowhere);
  await expect(page.getByText("Nothing found.")).toBeVisible();
  await field.fill(words.toUpperCase());
  const found = page.getByRole("list", { name: "Found" }).getByRole("listitem");
  await expect(found).toHaveCount(1);
  await expect(found).toContainText(`We met at ${words}, in the rain.`);
  await expect(page.getByText("One place in one piece.")).toBeVisible();
  await expectToldNowhere([words, words.toUpperCase(), nowhere], { server, people: [ada, ben] });
  await field.press("Escape");
  await expect(field).toHaveValue("");
  await expect(found).toHaveCount(0);
  await field.fill(words);
  await tabTo(page, found.getByRole("link", { name: "On the way" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Your letter" })).toContainText(words);
  await toTheRoom(ada);
  await expect(field).toHaveValue("");
  expect(eventful(ben.traffic.sinceMark())).toEqual([]);
  await expectToldNowhere([words, nowhere], { server, people: [ada, ben] });
});

test("a letter is read through on the device when its writer asks, and nobody else learns of it", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const { page } = ada;
  const words = canary("the lamp in the hall");
  await toTheRoom(ada);
  await writeLetter(ada, "A second look", `You never listen to me. I left ${words} on.`);
  await ada.traffic.settled();
  await ben.traffic.settled();
  ada.traffic.mark();
  ben.traffic.mark();
  const marks = page.locator(".mirror-mark");
  const look = page.getByRole("region", { name: "A second look" });
  const letter = page.getByRole("textbox", { name: "Your letter" });
  await expect(marks).toHaveCount(0);
  await look.getByRole("button", { name: "Read it through with me" }).click();
  await expect(marks).toHaveText(["You never"]);
  await expect(look.getByRole("status")).toContainText("one place");
  await expect(look.getByRole("listitem")).toContainText("Always, never: “You never”");
  await expect(look.getByRole("listitem")).toContainText("Another way to begin");
  // The reader itself comes once, a file that is the same for everybody; the letter goes nowhere.
  const sent = () => eventful(ada.traffic.sinceMark()).filter((message) => !isOwnNote(message));
  expect(sent()).toEqual([]);
  ada.traffic.mark();
  await look.getByRole("button", { name: "Read it again" }).press("Enter");
  await expect(look.getByRole("button", { name: "Read it again" })).toBeVisible();
  await look.getByRole("button", { name: /^Go to place 1/ }).press("Enter");
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe("You never");
  expect(sent()).toEqual([]);
  expect(ada.traffic.sinceMark().filter(({ where }) => where.endsWith(".js"))).toEqual([]);
  // Along with one's writing it reads only when that is wanted, and asks nothing of anybody for it.
  const along = look.getByRole("switch", { name: "Read along while I write" });
  await expect(along).not.toBeChecked();
  await along.press("Space");
  await letter.press("End");
  await page.keyboard.type(" You always shout.");
  await expect(marks).toHaveText(["You never", "You always"]);
  const asked = ada.traffic.sinceMark().filter(({ how }) => how === "request");
  expect(asked.filter((message) => !isOwnNote(message))).toEqual([]);
  await letter.press("Control+z");
  await expect(marks).toHaveText(["You never"]);
  await saved(page);
  await page.reload();
  await expect(along).toBeChecked();
  await expect(marks).toHaveText(["You never"]);
  await along.press("Space");

  await page.getByRole("button", { name: "Offer" }).click();
  await expect(page.getByRole("main")).toContainText(words);
  await expect(marks).toHaveCount(0);
  await page.getByRole("button", { name: "Back to writing" }).click();
  await look.getByRole("button", { name: "Read it through with me" }).click();
  await look.getByRole("button", { name: /^Put it away/ }).press("Enter");
  await expect(marks).toHaveCount(0);
  await expect(look.getByRole("status")).toContainText("no place to show you");
  await expect(look.getByRole("heading", { name: "A second look" })).toBeFocused();
  expect(eventful(ben.traffic.sinceMark())).toEqual([]);
  await expectToldNowhere([words], { server, people: [ada, ben] });

  await offerLetter(ada);
  await toTheRoom(ben);
  await goToTheGate(ben);
  await ben.page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(ben.page.getByText(words)).toBeVisible();
  await expect(ben.page.locator(".mirror-mark, [data-mirror]")).toHaveCount(0);
  const copy = await lastOpenedCopy(await inNode(ben, server.origin), roomOf(ben.page));
  expect(tells(Buffer.from(copy), words), "it is the copy that crossed").toBe(true);
  expect(tells(Buffer.from(copy), "mirror")).toBe(false);
});
