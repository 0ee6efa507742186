import { canary } from "../support/canary.ts";
import { expectToldNowhere } from "../support/everywhere.ts";
import { roomOf } from "../support/in-the-room.ts";
import { expect, onePairForAll, test } from "../support/journey.ts";
import { goToTheGate, offerLetter, writeLetter } from "../support/letters-between.ts";

const pair = onePairForAll();

test("the record says what both may see, and one's own quiet acts to oneself alone", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const title = canary("Something to look back on");
  await writeLetter(ada, title, "A line or two.");
  await offerLetter(ada);
  await goToTheGate(ben);
  await ben.page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(ben.page.getByRole("heading", { name: title })).toBeVisible();

  await ben.page.goto(`/room/${roomOf(ben.page)}/record`);
  await expect(ben.page.getByText("Ada offered a version")).toBeVisible();
  await expect(ben.page.getByText(/^You opened it/)).toContainText("only you see this");

  await ada.page.goto(`/room/${roomOf(ada.page)}/record`);
  await expect(ada.page.getByText("You offered a version")).toBeVisible();
  await expect(ada.page.getByText("opened", { exact: false })).toHaveCount(0);
  await expectToldNowhere([title], { server, people: [ada, ben] });
});
