import type { Page } from "@playwright/test";
import { sayTime, toLocalInput } from "#client/rooms/day.ts";
import { canary } from "../../support/canary.ts";
import { expectToldNowhere } from "../../support/everywhere.ts";
import { place, roomOf, saved, toldOf, toTheRoom } from "../../support/in-the-room.ts";
import { expect, onePairForAll, test, type Person } from "../../support/journey.ts";
import { offerLetter, openLetter, writeLetter } from "../../support/letters-between.ts";
import { daysFromNow, liveUntil } from "../../support/moved-clocks.ts";
import type { RunningServer } from "../../support/running-server.ts";
import { eventful } from "../../support/traffic.ts";

test.use({ clocksMove: true });

const pair = onePairForAll();
test.describe.configure({ mode: "serial" });

const WAITS = daysFromNow(2, "18:00");
const WAITS_INSTEAD = daysFromNow(3, "18:00");

const door = (page: Page) => place(page, "At the door");
const card = (page: Page, title: string) =>
  door(page).getByRole("article").filter({ hasText: title });
const nobody = (page: Page) => door(page).getByText("Nobody is waiting.");
const envelopes = (page: Page) => door(page).getByRole("heading", { name: "A letter" });

/** From the letter that is open: lets it wait until then. Ends in the room. */
async function letItWait({ page }: Person, weight: string, until: Date): Promise<void> {
  await page.getByRole("button", { name: /^Offer/ }).click();
  await page.getByRole("radio", { name: new RegExp(`^${weight}`) }).check();
  await page.getByRole("radio", { name: /^at a time that I set/ }).check();
  await page.getByLabel("Not before").fill(toLocalInput(until.getTime()));
  await page.getByRole("button", { name: "Let it wait" }).click();
  await expect(
    place(page, "Mine").getByText(
      `Waits until ${sayTime(until.getTime(), "en-GB")}, then offered.`,
    ),
  ).toBeVisible();
}

test("G21 G22 what waits is replaced by other words and another time, and comes once, as it was replaced", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const { page } = ada;
  const title = canary("For the second evening");
  const instead = canary("For the third evening");
  const stays = canary("I have thought about it");
  const goes = canary("and I was right");
  const comes = canary("and I was not fair");
  await liveUntil(server, pair(), daysFromNow(1, "10:00"));
  const before = await toldOf(ben, roomOf(ben.page));
  await ben.traffic.settled();
  ben.traffic.mark();
  await writeLetter(ada, title, `${stays} `);
  await page.keyboard.type(goes);
  await saved(page);
  await letItWait(ada, "heavy", WAITS);

  await place(page, "Mine").getByRole("link", { name: "Keep writing" }).click();
  await expect(page.getByText("This is what waits, word for word.")).toBeVisible();
  const replace = page.getByRole("button", { name: "Offer this version instead" });
  await expect(replace).toBeDisabled();
  await page.getByRole("textbox", { name: "Title" }).fill(instead);
  const letter = page.getByRole("textbox", { name: "Your letter" });
  await letter.click();
  await letter.press("Control+End");
  for (const _ of goes) await page.keyboard.press("Backspace");
  await page.keyboard.type(comes);
  await saved(page);
  await expect(page.getByText("What you have written since is not in it.")).toBeVisible();
  await expect(replace).toBeEnabled();
  await letItWait(ada, "light", WAITS_INSTEAD);
  await expect(place(page, "Mine").getByText(/^Waits until/)).toHaveCount(1);
  expect(eventful(ben.traffic.sinceMark()), "he hears of neither").toEqual([]);

  // The first time passes, and nothing comes.
  await liveUntil(server, pair(), daysFromNow(2, "19:00"));
  await expect(nobody(ben.page)).toBeVisible();
  expect(await toldOf(ben, roomOf(ben.page))).toBe(before);
  await expect(place(page, "Mine").getByText(/^Waits until/)).toHaveCount(1);

  await liveUntil(server, pair(), daysFromNow(3, "19:00"));
  await expect(envelopes(ben.page)).toHaveCount(1);
  await expect(door(ben.page).getByText("light", { exact: true })).toBeVisible();
  await expect(card(page, instead).getByText("Silence here means nothing.")).toBeVisible();
  await expect(place(page, "Mine").getByText(/^Waits until/)).toHaveCount(0);
  await openLetter(ben, instead);
  await expect(ben.page.getByText(comes)).toBeVisible();
  for (const gone of [title, goes]) {
    await expect(ben.page.locator("body")).not.toContainText(gone);
  }
  await toTheRoom(ben);
  await ben.page.reload();
  await expect(nobody(ben.page), "and it came once").toBeVisible();
  await expectToldNowhere([title, instead, stays, goes, comes], { server, people: [ada, ben] });
});

/** From the room: how often something arrives. Ends in the room. */
async function keepPace({ page }: Person, every: string, at: string, weekday?: string) {
  await page.getByRole("link", { name: "Settings", exact: true }).click();
  const section = page.getByRole("region", { name: "How often something arrives" });
  await section.getByRole("radio", { name: every }).check();
  if (weekday !== undefined) await section.getByLabel("On", { exact: true }).selectOption(weekday);
  await section.getByLabel("At", { exact: true }).fill(at);
  await section.getByRole("button", { name: "Save" }).click();
  await expect(section.getByRole("status")).toHaveText("Saved");
  await page.getByRole("link", { name: "Room", exact: true }).click();
  await expect(door(page)).toBeVisible();
}

type Offer = {
  readonly server: RunningServer;
  /** Ben says how often something arrives. */
  readonly set: () => Promise<void>;
  readonly title: string;
};

/**
 * Ben sets how often something arrives, and Ada offers; nothing comes before its time. All that she sees
 * and gets, from his setting to its coming, is that of an offer in silence.
 */
async function offeredToAPace(
  { server, set, title }: Offer,
  early: readonly Date[],
  late: Date,
): Promise<void> {
  const { ada, ben } = pair();
  const room = roomOf(ada.page);
  const hers = await toldOf(ada, room);
  await ada.traffic.settled();
  ada.traffic.mark();
  await set();
  expect(eventful(ada.traffic.sinceMark()), "she hears nothing of his setting").toEqual([]);
  expect(await toldOf(ada, room)).toBe(hers);

  await writeLetter(ada, title, "It has one sentence.");
  await offerLetter(ada);
  const seen = await card(ada.page, title).innerText();
  expect(seen).toContain("Silence here means nothing.");
  const offered = await toldOf(ada, room);
  for (const at of early) {
    await expect(nobody(ben.page)).toBeVisible();
    await liveUntil(server, pair(), at);
  }
  await expect(nobody(ben.page)).toBeVisible();
  await expect(ben.page.locator("body")).not.toContainText(title);
  await liveUntil(server, pair(), late);
  await expect(envelopes(ben.page)).toHaveCount(1);
  await expect(card(ada.page, title)).toBeVisible();
  expect(await card(ada.page, title).innerText()).toBe(seen);
  expect(await toldOf(ada, room), "nor of when it came").toBe(offered);
  await openLetter(ben, title);
  await toTheRoom(ben);
}

test("E6 E7 once a day: what is offered now comes at his time, and she sees nothing of it", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const title = canary("At noon");
  await liveUntil(server, pair(), daysFromNow(4, "12:00"));
  await offeredToAPace(
    { server, title, set: () => keepPace(ben, "Once a day", "18:00") },
    [daysFromNow(4, "17:30")],
    daysFromNow(4, "18:30"),
  );
  await expectToldNowhere([title], { server, people: [ada, ben] });
});

test("E6 E7 once a week: it comes on his day, and she sees nothing of it", async ({ server }) => {
  const { ada, ben } = pair();
  const title = canary("In the middle of the week");
  const day = daysFromNow(7, "09:30");
  const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long" }).format(day);
  await liveUntil(server, pair(), daysFromNow(5, "12:00"));
  await offeredToAPace(
    { server, title, set: () => keepPace(ben, "Once a week", "09:00", weekday) },
    [daysFromNow(6, "12:00"), daysFromNow(7, "08:30")],
    day,
  );
  // His own setting stands as he chose it; hers is her own.
  const settings = async ({ page }: Person) => {
    await page.getByRole("link", { name: "Settings", exact: true }).click();
    return page.getByRole("region", { name: "How often something arrives" });
  };
  const his = await settings(ben);
  await expect(his.getByRole("radio", { name: "Once a week" })).toBeChecked();
  await expect(his.getByLabel("On", { exact: true }).locator("option:checked")).toHaveText(weekday);
  await expect((await settings(ada)).getByRole("radio", { name: "As it comes" })).toBeChecked();
  await expectToldNowhere([title], { server, people: [ada, ben] });
});
