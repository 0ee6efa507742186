import { canary } from "../support/canary.ts";
import { expectToldNowhere } from "../support/everywhere.ts";
import { place, saved, toTheRoom } from "../support/in-the-room.ts";
import { expect, onePairForAll, test } from "../support/journey.ts";
import { offerLetter, openLetter, writeLetter } from "../support/letters-between.ts";
import { eventful } from "../support/traffic.ts";

const pair = onePairForAll();

test("what is written after an offer is mine until I offer it; then the reader sees what changed", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const { page } = ada;
  const reach = { server, people: [ada, ben] };
  const title = canary("After the funeral");
  const stays = canary("I was tired");
  const goes = canary("and you were loud");
  const comes = canary("and I was afraid");
  await writeLetter(ada, title, `${stays} `);
  await page.keyboard.type(goes);
  await saved(page);
  await offerLetter(ada);
  await openLetter(ben, title);
  await expect(ben.page.getByText(goes)).toBeVisible();
  await ben.traffic.settled();
  ben.traffic.mark();

  await place(page, "At the door").getByRole("link", { name: "Look at it" }).click();
  await expect(page.getByText("This is what you offered, word for word.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Offer the new version" })).toBeDisabled();
  const letter = page.getByRole("textbox", { name: "Your letter" });
  await letter.click();
  await letter.press("Control+End");
  for (const _ of goes) await page.keyboard.press("Backspace");
  await page.keyboard.type(comes);
  await saved(page);
  await expect(page.getByText("They see the version that you offered.")).toBeVisible();
  await page.getByRole("switch", { name: "Show what is not offered yet" }).check();
  const mine = page.locator(".changes");
  await expect(mine.getByRole("insertion")).toContainText("afraid");
  await expect(mine.getByRole("deletion")).toContainText("loud");
  await expect(mine).toContainText(stays);
  expect(eventful(ben.traffic.sinceMark()), "the reader hears nothing of it").toEqual([]);

  await offerLetter(ada);
  await expect(ben.page.getByText("Ada has offered a new version.")).toBeVisible();
  await expect(ben.page.getByText(goes)).toBeVisible();
  await expect(ben.page.locator("body")).not.toContainText(comes);
  await expectToldNowhere([title, stays, goes, comes], reach);

  await ben.page.getByRole("link", { name: "Look at the envelope" }).click();
  await expect(ben.page.getByText("A new version of something that you have opened")).toBeVisible();
  await expect(ben.page.locator("body")).not.toContainText(comes);
  await ben.page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(ben.page.getByText(comes)).toBeVisible();
  await expect(ben.page.getByText(goes)).toBeHidden();
  await ben.page.getByRole("switch", { name: /^Show what changed/ }).check();
  const theirs = ben.page.locator(".changes");
  await expect(theirs.getByRole("insertion")).toContainText("afraid");
  await expect(theirs.getByRole("deletion")).toContainText("loud");
  await expect(theirs).toContainText(stays);

  await toTheRoom(ben);
  await expect(place(ben.page, "Shared").getByRole("link", { name: "Read" })).toHaveCount(1);
  await expect(place(page, "At the door").getByText("Silence here means nothing.")).toBeVisible();
  await expectToldNowhere([title, stays, goes, comes], reach);
});
