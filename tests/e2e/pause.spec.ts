import { readFile } from "node:fs/promises";
import { actOnRoom } from "#client/rooms/acts.ts";
import { toTimeInput } from "#client/rooms/time-of-day.ts";
import { roomId } from "#domain/ids.ts";
import { addLine, field, openAgreement } from "../support/agreements-between.ts";
import { canary } from "../support/canary.ts";
import { storageOf } from "../support/everywhere.ts";
import { endThePause, place, roomOf, saved, toTheRoom } from "../support/in-the-room.ts";
import { inNode, viewOf } from "../support/in-node.ts";
import { expect, onePairForAll, test, type Person } from "../support/journey.ts";
import { offerLetter, openLetter, writeLetter } from "../support/letters-between.ts";
import { eventful } from "../support/traffic.ts";

const pair = onePairForAll();

const PAUSED = "This room is paused.";

const envelopes = ({ page }: Person) =>
  place(page, "At the door").getByRole("link", { name: "Look at it when you like" });

/** With one press, which asks nothing. */
async function pauseForTwentyMinutes({ page }: Person): Promise<void> {
  await page.getByRole("button", { name: "Pause for twenty minutes" }).click();
  await expect(page.getByRole("button", { name: "End the pause" })).toHaveCount(1);
}

async function endItWhereItIsSaid({ page }: Person): Promise<void> {
  const notice = page.getByRole("status").filter({ hasText: PAUSED });
  await notice.getByRole("button", { name: "End the pause" }).click();
  await expect(page.getByText(PAUSED)).toBeHidden();
  await expect(page.getByRole("main"), "what was pressed is gone").toBeFocused();
}

/** How often the server has said since the mark that something moved. */
const timesMoved = ({ traffic }: Person) =>
  eventful(traffic.sinceMark()).filter(
    ({ how, bytes }) => how === "socket in" && bytes.toString("latin1").includes('"moved"'),
  ).length;

test("in a pause nothing crosses, and what waited comes with its end, once", async ({ server }) => {
  const { ada, ben } = pair();
  await openAgreement(pair());
  const line = canary("Bins on Thursdays");
  await addLine(ada.page, 1, line);
  await expect(field(ben.page, 1)).toHaveValue(line);
  await saved(ada.page);
  const there = await inNode(ben, server.origin);

  await toTheRoom(ben);
  await ben.page.getByRole("button", { name: "Pause", exact: true }).click();
  await ben.page.getByRole("button", { name: "Until a time" }).click();
  await expect(ben.page.getByLabel("It ends on")).toHaveValue(/T09:00$/);
  await ben.page.getByRole("button", { name: "Pause until then" }).click();
  await expect(ben.page.getByRole("banner").getByText(/^until .* 09:00$/)).toBeVisible();

  // The other learns that it is paused and no more, and can read what both wrote.
  await expect(ada.page.getByText(PAUSED)).toBeVisible();
  await expect(field(ada.page, 1)).not.toBeEditable();
  await expect(field(ada.page, 1)).toHaveValue(line);
  await expect(ada.page.locator("body")).not.toContainText("09:00");

  await ben.traffic.settled();
  ben.traffic.mark();
  const during = await viewOf(there, roomOf(ben.page));
  await toTheRoom(ada);
  await writeLetter(ada, canary("For afterwards"), "It has one sentence.");
  await offerLetter(ada);
  await expect(place(ada.page, "At the door").getByText(/^From you · offered/)).toBeVisible();
  expect(await viewOf(there, roomOf(ben.page))).toEqual(during);
  await expect(envelopes(ben)).toHaveCount(0);
  expect(timesMoved(ben)).toBe(0);

  await endThePause(ben);
  await expect(envelopes(ben)).toHaveCount(1);
  await expect(ada.page.getByText(PAUSED)).toBeHidden();
  await ben.traffic.settled();
  // For the end of the pause; what had waited says nothing of its own.
  expect(timesMoved(ben)).toBe(1);
  await ben.page.reload();
  await expect(envelopes(ben)).toHaveCount(1);

  // What both write can be written again, and reaches the other.
  for (const { page } of [ada, ben]) {
    await place(page, "Shared").getByRole("link", { name: "Open" }).click();
    await expect(field(page, 1)).toHaveValue(line);
  }
  await field(ada.page, 1).press("End");
  await ada.page.keyboard.type(", early");
  await expect(field(ben.page, 1)).toHaveValue(`${line}, early`);
  for (const person of [ada, ben]) await toTheRoom(person);
  await ada.page.getByRole("button", { name: "Take back" }).click();
  await ada.page.getByRole("button", { name: "Take it back" }).click();
  await expect(envelopes(ben)).toHaveCount(0);
});

test("a pause until a time ends by itself, for both at once", async ({ server }) => {
  const { ada, ben } = pair();
  const hand = await inNode(ben, server.origin);
  const room = roomId.parse(roomOf(ben.page));
  const until = Date.now() + 5_000;
  expect((await actOnRoom(hand, room, { kind: "pause", minutes: null, until })).ok).toBe(true);
  for (const { page } of [ada, ben]) await expect(page.getByText(PAUSED)).toBeVisible();
  for (const { page } of [ada, ben]) await expect(page.getByText(PAUSED)).toBeHidden();
  expect(Date.now()).toBeGreaterThanOrEqual(until);
  await expect(ben.page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
});

test("on a phone a pause takes one press too, and ends where it is said", async () => {
  const { ben } = pair();
  const { page } = ben;
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await pauseForTwentyMinutes(ben);
  await endItWhereItIsSaid(ben);
  // For another time through the menu, which does not hide what the page says then.
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await page.getByRole("button", { name: "Until I end it" }).click();
  await expect(page.getByRole("link", { name: "Settings", exact: true })).toBeHidden();
  await endItWhereItIsSaid(ben);
  if (wide) await page.setViewportSize(wide);
});

test("quiet hours delay an envelope, and never a taking back", async ({ server }) => {
  const { ada, ben } = pair();
  const opened = canary("Before it was quiet");
  const later = canary("While it was quiet");
  await writeLetter(ada, opened, "It has one sentence.");
  await offerLetter(ada);
  await openLetter(ben, opened);
  await toTheRoom(ben);
  await expect(place(ben.page, "Shared").getByText(opened)).toBeVisible();
  const there = await inNode(ben, server.origin);
  const room = roomOf(ben.page);

  await keepQuietHoursNow(ben);
  await ben.page.getByRole("link", { name: "Room", exact: true }).click();
  const during = await viewOf(there, room);
  const hers = await viewOf(await inNode(ada, server.origin), room);
  expect(hers.settings.quietHours).toBeNull();

  await writeLetter(ada, later, "It has one sentence.");
  await offerLetter(ada);
  expect(await viewOf(there, room)).toEqual(during);
  const card = place(ada.page, "At the door").getByRole("article").filter({ hasText: opened });
  await card.getByRole("button", { name: "Take back" }).click();
  await ada.page.getByRole("button", { name: "Take it back" }).click();
  await expect(place(ben.page, "Shared").getByText(/^Taken back on/)).toBeVisible();
  await expect(ben.page.locator("body")).not.toContainText(opened);
  await expect(envelopes(ben)).toHaveCount(0);

  await ben.page.getByRole("link", { name: "Settings", exact: true }).click();
  await ben.page.getByRole("switch", { name: "Keep quiet hours" }).uncheck();
  await ben.page.getByRole("link", { name: "Room", exact: true }).click();
  await expect(envelopes(ben)).toHaveCount(1);
});

const RANDOM_ID = /^UID:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\r$/m;

test("a calendar file for the day on which one looks in says nothing of this place, and is neither kept nor sent", async () => {
  const { ben } = pair();
  await ben.page.getByRole("link", { name: "Settings", exact: true }).click();
  await ben.traffic.settled();
  ben.traffic.mark();
  await ben.page.getByLabel("I look in on").selectOption("Wednesday");
  const [file] = await Promise.all([
    ben.page.waitForEvent("download"),
    ben.page.getByRole("button", { name: "Make a calendar file" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("calendar.ics");
  const words = await readFile(await file.path(), "utf8");
  expect(words).toContain("RRULE:FREQ=WEEKLY;BYDAY=WE\r\nSUMMARY:Time for myself\r\n");
  expect(words).toMatch(RANDOM_ID);
  // Chance may spell a name in what is random.
  const said = words.replace(RANDOM_ID, "");
  expect(said).not.toMatch(/threshold|http|127\.0\.0\.1|localhost|ada/i);
  expect(eventful(ben.traffic.sinceMark())).toEqual([]);
  await ben.page.getByRole("link", { name: "Room", exact: true }).click();
});

const OVER = "The pause is over.";

/** What a browser keeps, but for when somebody last did anything, which the lock notes at any key. */
const kept = async ({ page, context }: Person) => ({
  cookies: await context.cookies(),
  // But for when the person was last there, which the device keeps so as to lock in time.
  storage: (await storageOf(page))
    .filter(({ text }) => !text.startsWith("active "))
    .map(({ text, ...rest }) => ({ ...rest, text: text.replace(/\bat \d{13}\b/g, "at a time") })),
  address: page.url(),
});

test("Q1 after a pause the safety questions are offered to both in the same words, and answered without a trace", async () => {
  const { ada, ben } = pair();
  await pauseForTwentyMinutes(ben);
  await expect(ben.page.getByRole("main"), "what was pressed is gone").toBeFocused();
  await expect(ben.page.getByRole("banner").getByText(/^until /)).toBeVisible();
  await expect(ada.page.getByText(PAUSED)).toBeVisible();
  // Kept in each one's own index, for the day on which the pause ends.
  await Promise.all([ada.traffic.settled(), ben.traffic.settled()]);
  await endThePause(ben);
  const offer = ({ page }: Person) => page.locator("div", { hasText: OVER }).last().locator("..");
  for (const { page } of [ada, ben]) await expect(page.getByText(OVER)).toBeVisible();
  expect(await offer(ada).innerText()).toBe(await offer(ben).innerText());

  await Promise.all([ada.traffic.settled(), ben.traffic.settled()]);
  for (const { traffic } of [ada, ben]) traffic.mark();
  const before = await kept(ada);
  const theirs = await ben.page.locator("body").innerText();
  await ada.page.getByRole("button", { name: "Is this right for me?" }).click();
  const dialog = ada.page.getByRole("dialog");
  for (const answer of await dialog.getByRole("radio", { name: "Yes" }).all()) await answer.check();
  await dialog.getByRole("button", { name: "What follows from this" }).click();
  await expect(dialog.getByText("We strongly advise you not to go on.")).toBeVisible();
  await dialog.getByText("I must stay anyway").click();
  await expect(dialog.getByRole("button", { name: "Pause the room" })).toBeVisible();
  await dialog.getByRole("button", { name: "Pause the room" }).scrollIntoViewIfNeeded();
  await expect(dialog.getByRole("button", { name: "Exit this page" })).toBeInViewport({ ratio: 1 });
  await dialog.getByRole("button", { name: "Close" }).click();
  await ada.page.getByRole("button", { name: "Is this right for me?" }).click();
  await expect(dialog.getByRole("radio", { checked: true }), "gone when it is closed").toHaveCount(
    0,
  );
  await ada.page.keyboard.press("Escape");
  for (const { traffic } of [ada, ben]) expect(eventful(traffic.sinceMark())).toEqual([]);
  expect(await kept(ada)).toEqual(before);
  expect(await ben.page.locator("body").innerText()).toBe(theirs);

  await ada.page.getByRole("button", { name: "Leave it for now" }).click();
  await expect(ada.page.getByText(OVER)).toBeHidden();
  await ada.traffic.settled();
  expect(eventful(ben.traffic.sinceMark()), "the other hears nothing of it").toEqual([]);
  for (const { page } of [ada, ben]) await page.reload();
  await expect(ben.page.getByText(OVER), "it waits for who has not put it away").toBeVisible();
  await expect(ada.page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
  await expect(ada.page.getByText(OVER)).toBeHidden();
});

const DAY = 24 * 60;

/** From the room: quiet hours from an hour ago until in an hour. Ends in the settings. */
async function keepQuietHoursNow({ page }: Person): Promise<void> {
  await page.getByRole("link", { name: "Settings", exact: true }).click();
  await page.getByRole("switch", { name: "Keep quiet hours" }).check();
  const now = await page.evaluate(() => new Date().getHours() * 60 + new Date().getMinutes());
  await page.getByLabel("From", { exact: true }).fill(toTimeInput((now + DAY - 60) % DAY));
  await page.getByLabel("To", { exact: true }).fill(toTimeInput((now + 60) % DAY));
  await page.getByRole("button", { name: "Save these hours" }).click();
  const section = page.getByRole("region", { name: "Quiet hours" });
  await expect(section.getByRole("status")).toHaveText("Saved");
}
