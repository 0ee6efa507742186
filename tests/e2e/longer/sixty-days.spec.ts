import type { Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible.ts";
import { canary } from "../../support/canary.ts";
import { expectToldNowhere } from "../../support/everywhere.ts";
import { pause, place, roomOf, toldOf, toTheRoom } from "../../support/in-the-room.ts";
import { expect, onePairForAll, test, type Person } from "../../support/journey.ts";
import { writeLetter } from "../../support/letters-between.ts";
import { daysFromNow, liveUntil } from "../../support/moved-clocks.ts";
import { eventful } from "../../support/traffic.ts";

test.use({ clocksMove: true });

const pair = onePairForAll();
test.describe.configure({ mode: "serial" });

const LONG = "This room has been paused for sixty days. You may close your side.";
const title = canary("Kept over the winter");
const body = canary("The boat is under the tarpaulin");

const close = (page: Page) => page.getByRole("main").getByRole("button", { name: "Close my side" });

/** The words on leaving in the settings, and those before closing one's side; begins and ends in the room. */
async function waysOut({ page }: Person, other: string): Promise<readonly string[]> {
  await page.getByRole("link", { name: "Settings", exact: true }).click();
  const leaving = page.getByRole("region", { name: "Leaving" });
  await expect(leaving).toContainText(LONG);
  const ways = await leaving.innerText();
  await leaving.getByRole("button", { name: "Close my side" }).click();
  const asked = await page.getByRole("dialog").innerText();
  await page.getByRole("button", { name: "Leave it as it is" }).click();
  await page.getByRole("link", { name: "Room", exact: true }).click();
  await expect(page.getByText(LONG)).toBeVisible();
  return [ways, asked].map((words) => words.replaceAll(other, "the other"));
}

/** From the room: closes one's own side. Ends in the list of rooms. */
async function closeMySide({ page }: Person): Promise<void> {
  await close(page).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close it" }).click();
  await expect(page.getByRole("heading", { name: "No room is open" })).toBeVisible();
}

test("R21 before sixty days of pause nobody may close their side; after them both may, in the same words", async ({
  server,
}) => {
  const { ada, ben } = pair();
  await writeLetter(ada, title, body);
  await toTheRoom(ada);
  await pause(ben);
  await liveUntil(server, pair(), daysFromNow(59, "12:00"));
  for (const { page } of [ada, ben]) {
    await expect(page.getByText("This room is paused.")).toBeVisible();
    await expect(page.getByText(LONG)).toHaveCount(0);
    await expect(close(page)).toHaveCount(0);
  }
  await liveUntil(server, pair(), daysFromNow(61, "12:00"));
  for (const { page } of [ada, ben]) {
    await expect(page.getByText(LONG)).toBeVisible();
    await expect(close(page)).toBeVisible();
  }
  expect(await waysOut(ada, "Ben")).toEqual(await waysOut(ben, "Ada"));
  await expectAccessible(ada.page, "a room that was paused for sixty days");
});

test("R21 one closes their side: the other reads what they read before, and closes theirs", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const room = roomOf(ada.page);
  const before = await toldOf(ben, room);
  const read = await ben.page.getByRole("main").innerText();
  await ben.traffic.settled();
  ben.traffic.mark();
  await closeMySide(ada);
  await ada.page.getByText("Rooms whose side you closed").click();
  await ada.page.getByRole("link", { name: "You and Ben" }).click();
  await expect(place(ada.page, "Mine").getByText(title)).toBeVisible();
  await expect(ada.page.getByRole("banner").getByText("You left")).toBeVisible();
  await expect(close(ada.page)).toHaveCount(0);

  expect(eventful(ben.traffic.sinceMark()), "he hears nothing").toEqual([]);
  expect(await toldOf(ben, room)).toBe(before);
  await ben.page.reload();
  await expect(ben.page.getByText(LONG)).toBeVisible();
  expect(await ben.page.getByRole("main").innerText()).toBe(read);

  const hers = await toldOf(ada, room);
  await ada.traffic.settled();
  ada.traffic.mark();
  await closeMySide(ben);
  expect(eventful(ada.traffic.sinceMark()), "and so does she").toEqual([]);
  expect(await toldOf(ada, room)).toBe(hers);
  await ada.page.getByRole("link", { name: "Keep writing" }).click();
  await expect(ada.page.getByRole("textbox", { name: "Your letter" })).toContainText(body);
  await expectToldNowhere([title, body], { server, people: [ada, ben] });
});
