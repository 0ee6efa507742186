import { canary } from "../support/canary.ts";
import { expectToldNowhere } from "../support/everywhere.ts";
import { place, saved, toTheRoom } from "../support/in-the-room.ts";
import { expect, onePairForAll, test } from "../support/journey.ts";
import { goToTheGate, offerLetter, openLetter, writeLetter } from "../support/letters-between.ts";
import { eventful } from "../support/traffic.ts";

// What one writes and offers as a whole: one after the other, in one room.
const pair = onePairForAll();

test.describe.configure({ mode: "serial" });

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

test("asking, and its answer; whether amends were made stays with who was hurt", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const title = canary("The evening in May");
  const did = canary("I did not come");
  const hope = canary("That it gets lighter");

  await ada.page.getByRole("button", { name: "Write something new" }).click();
  await ada.page.getByRole("button", { name: "Forgiveness" }).click();
  await expect(ada.page.getByRole("button", { name: "Giving" })).toBeHidden();
  await ada.page.getByRole("button", { name: "Asking" }).click();
  await ada.page.getByRole("textbox", { name: "Title" }).fill(title);
  await ada.page.getByRole("radio", { name: /^All on a page/ }).check();
  await ada.page.getByRole("textbox", { name: "What did you do?" }).fill(did);
  await ada.page.getByRole("textbox", { name: /^What do you hope/ }).fill(hope);
  await saved(ada.page);
  await expect(ada.page.getByRole("heading", { name: "What I did", exact: true })).toBeVisible();
  await offerLetter(ada, "tender");

  await goToTheGate(ben);
  await expect(ben.page.getByRole("heading", { name: "A forgiveness note" })).toBeVisible();
  await ben.page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(ben.page.getByRole("heading", { name: title })).toBeVisible();
  await expect(ben.page.locator("body")).not.toContainText(hope);
  await ada.traffic.settled();
  ada.traffic.mark();

  await expect(ben.page.getByRole("button", { name: "Write about forgiving" })).toBeHidden();
  await ben.page.getByRole("switch", { name: "Amends were made" }).check();
  await ben.page.getByRole("button", { name: "Write about forgiving" }).click();
  const hurt = canary("I waited at the station");
  await expect(ben.page.getByText("You owe this to nobody.")).toBeVisible();
  await ben.page.getByRole("textbox", { name: "What hurt you?" }).fill(hurt);
  await saved(ben.page);
  expect(eventful(ada.traffic.sinceMark())).toEqual([]);
  await ben.page.goBack();

  const answers = ben.page.getByRole("region", { name: "If you want to answer" });
  await expect(answers.getByRole("button", { name: "Thank you" })).toBeVisible();
  await expect(answers.getByRole("button", { name: "In part" })).toBeVisible();
  await expect(answers.getByRole("button", { name: "Tell me more" })).toBeHidden();
  await answers.getByRole("button", { name: "Not yet" }).click();
  await expect(ben.page.getByText("You answered: “Not yet”.")).toBeVisible();
  await expect(place(ada.page, "Shared").getByText("Ben answered: “Not yet”.")).toBeVisible();
  await expect(ada.page.locator("body")).not.toContainText(/amends/i);
  await expectToldNowhere([title, did, hope, hurt], { server, people: [ada, ben] });
  await toTheRoom(ben);
});

test("a letter that waits is nobody's business but its writer's, until it is offered", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const title = canary("For another day");
  await writeLetter(ada, title, "What I would say on Friday.");
  await ben.traffic.settled();
  ben.traffic.mark();

  await ada.page.getByRole("button", { name: /^Offer/ }).click();
  await ada.page.getByRole("radio", { name: /^heavy/ }).check();
  await ada.page.getByRole("radio", { name: /^at a time that I set/ }).check();
  await ada.page.getByRole("button", { name: "Let it wait" }).click();
  const mine = place(ada.page, "Mine");
  await expect(mine.getByText(/^Waits until .*, then offered\.$/)).toBeVisible();

  await mine.getByRole("link", { name: "Keep writing" }).click();
  await expect(ada.page.getByText("This is what waits, word for word.")).toBeVisible();
  await ada.page.getByRole("textbox", { name: "Your letter" }).press("End");
  await ada.page.keyboard.type(" Or on Sunday.");
  await saved(ada.page);
  await expect(ada.page.getByText("What you have written since is not in it.")).toBeVisible();
  await ada.page.getByRole("button", { name: "Don’t send" }).click();
  await expect(ada.page.getByText(/^Waits until/)).toBeHidden();
  expect(eventful(ben.traffic.sinceMark())).toEqual([]);

  await offerLetter(ada);
  await expect(
    place(ben.page, "At the door").getByRole("heading", { name: "A letter" }),
  ).toBeVisible();
  await expectToldNowhere([title], { server, people: [ada, ben] });
});
