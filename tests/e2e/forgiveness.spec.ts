import { canary } from "../support/canary.ts";
import { expectToldNowhere } from "../support/everywhere.ts";
import { place, saved } from "../support/in-the-room.ts";
import { expect, onePairForAll, test } from "../support/journey.ts";
import { goToTheGate, offerLetter } from "../support/letters-between.ts";
import { eventful } from "../support/traffic.ts";

const pair = onePairForAll();

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
});
