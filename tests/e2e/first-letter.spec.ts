import { canary } from "../support/canary.ts";
import { expectToldNowhere } from "../support/everywhere.ts";
import { place, pairUp } from "../support/in-the-room.ts";
import { expect, test } from "../support/journey.ts";
import { goToTheGate, offerLetter, writeLetter } from "../support/letters-between.ts";

test("from nothing to the first letter opened", async ({ newPerson, server }) => {
  const title = canary("What I did not say");
  const body = canary("I stood at the window");
  const { ada, ben } = await pairUp(newPerson);
  const reach = { server, people: [ada, ben] };

  await writeLetter(ada, title, `${body} and said nothing.`);
  await expectToldNowhere([title, body], reach);
  await offerLetter(ada, "tender");
  await expect(
    place(ada.page, "At the door").getByText("Silence here means nothing"),
  ).toBeVisible();

  const door = place(ben.page, "At the door");
  await expect(door.getByRole("heading", { name: "A letter" })).toBeVisible();
  await expect(door.getByText("short")).toBeVisible();
  await expect(door.getByText("tender")).toBeVisible();
  await goToTheGate(ben);
  await expect(ben.page.locator("body")).not.toContainText(title);
  await expectToldNowhere([title, body], reach);

  await ben.page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(ben.page.getByRole("heading", { name: title })).toBeVisible();
  await expect(ben.page.getByText(body)).toBeVisible();

  await ben.page.getByRole("button", { name: "Thank you" }).click();
  await expect(ben.page.getByText("You answered")).toBeVisible();
  const shared = place(ada.page, "Shared");
  await expect(shared.getByText("Ben answered: “Thank you”.")).toBeVisible();
  await expectToldNowhere([title, body], reach);
});
