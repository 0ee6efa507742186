import { canary } from "../support/canary.ts";
import { expectToldNowhere } from "../support/everywhere.ts";
import { place, saved } from "../support/in-the-room.ts";
import { expect, onePairForAll, test } from "../support/journey.ts";
import { offerLetter, writeLetter } from "../support/letters-between.ts";
import { eventful } from "../support/traffic.ts";

const pair = onePairForAll();

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
