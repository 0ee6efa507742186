import { toldOf, roomOf } from "../../support/in-the-room.ts";
import { expect, onePairForAll, test } from "../../support/journey.ts";
import { daysFromNow, liveUntil } from "../../support/moved-clocks.ts";
import { eventful } from "../../support/traffic.ts";

test.use({ clocksMove: true });

const pair = onePairForAll();

const LONG = "This room has been paused for sixty days. You may close your side.";

test("R17 R21 after sixty days who left and who stays read the same words, and who stays learns of no leaving", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const room = roomOf(ada.page);
  await ben.page.getByRole("link", { name: "Settings", exact: true }).click();
  await ben.page.getByRole("button", { name: "Leave quietly" }).click();
  await ben.page.getByRole("button", { name: "Leave the room" }).click();
  await expect(ben.page.getByRole("banner").getByText("You left")).toBeVisible();
  await ben.page.getByRole("link", { name: "Room", exact: true }).click();
  await liveUntil(server, pair(), daysFromNow(59, "12:00"));
  for (const { page } of [ada, ben]) await expect(page.getByText(LONG)).toHaveCount(0);
  await liveUntil(server, pair(), daysFromNow(61, "12:00"));
  for (const { page } of [ada, ben]) {
    const main = page.getByRole("main");
    await expect(main.getByText("This room is paused.")).toBeVisible();
    await expect(main.getByText(LONG)).toBeVisible();
    await expect(main.getByRole("button", { name: "Close my side" })).toBeVisible();
  }
  await expect(ben.page.getByRole("main").getByText("You left this room.")).toBeVisible();
  await expect(ada.page.locator("body")).not.toContainText(/\bleft\b/);

  const hers = await toldOf(ada, room);
  await ada.traffic.settled();
  ada.traffic.mark();
  await ben.page.getByRole("button", { name: "Close my side" }).click();
  await ben.page.getByRole("dialog").getByRole("button", { name: "Close it" }).click();
  await expect(ben.page.getByRole("heading", { name: "No room is open" })).toBeVisible();
  expect(eventful(ada.traffic.sinceMark())).toEqual([]);
  expect(await toldOf(ada, room)).toBe(hers);
});
