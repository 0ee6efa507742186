import { writeFirstLinesIn } from "../support/agreements-between.ts";
import { canary } from "../support/canary.ts";
import {
  addBoundary,
  myLine,
  offerWhatIsShown,
  openBoundaries,
  openMyBoundaries,
  statement,
  theirLine,
} from "../support/boundaries-between.ts";
import { expectToldNowhere } from "../support/everywhere.ts";
import { place, saved, toTheRoom } from "../support/in-the-room.ts";
import { expect, onePairForAll, test } from "../support/journey.ts";
import { eventful } from "../support/traffic.ts";

const pair = onePairForAll();

test("of two boundaries one is offered; the other answers it and proposes an agreement from it", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const { page } = ada;
  const hers = canary("No messages after nine");
  const response = canary("I read it in the morning");
  const kept = canary("I do not speak of my mother");
  const typo = canary("deleted");
  await ben.traffic.settled();
  ben.traffic.mark();

  await openMyBoundaries(ada);
  await addBoundary(ada, 1, "Hours", typo);
  await statement(page, 1).fill(hers);
  await page
    .getByRole("textbox", { name: "Line 1: what you will do if it is crossed" })
    .fill(response);
  await addBoundary(ada, 2, "Topics", kept);
  await myLine(page, 2).getByRole("button", { name: "Move line 2 up" }).click();
  await expect(statement(page, 1)).toHaveValue(kept);
  await statement(page, 2).press("Alt+ArrowUp");
  await expect(statement(page, 1)).toHaveValue(hers);
  await expect(statement(page, 1)).toBeFocused();
  await saved(page);
  for (const number of [1, 2]) {
    await expect(myLine(page, number).getByText("Not offered")).toBeVisible();
  }
  await toTheRoom(ada);
  await expect(place(page, "Mine").getByText("2 lines not offered")).toBeVisible();
  await place(page, "Mine").getByRole("link", { name: "Keep writing" }).click();
  expect(eventful(ben.traffic.sinceMark()), "the other hears nothing of it").toEqual([]);

  await page.getByRole("button", { name: "Offer lines" }).click();
  await page.getByRole("checkbox", { name: hers }).check();
  await page.getByRole("button", { name: "See what they would see" }).click();
  const preview = page.getByRole("list", { name: "What they would see" });
  await expect(preview).toContainText(hers);
  await expect(page.locator("body")).not.toContainText(kept);
  await offerWhatIsShown(ada);

  const door = place(ben.page, "At the door");
  await expect(door.getByRole("heading", { name: "Boundaries" })).toBeVisible();
  await expect(door.getByText("practical")).toBeVisible();
  await expect(ben.page.locator("body")).not.toContainText(hers);
  await openBoundaries(ben);
  const line = theirLine(ben.page, 1);
  await expect(line).toContainText(hers);
  await expect(line).toContainText(response);
  await expect(theirLine(ben.page, 2)).toBeHidden();
  await expect(ben.page.getByRole("textbox")).toHaveCount(0);

  await line.getByRole("radio", { name: "I would like to talk about it" }).check();
  await ben.page.getByRole("button", { name: "Send my answer" }).click();
  await expect(ben.page.getByText(/^You answered on/)).toBeVisible();
  await line.getByRole("radio", { name: "I will keep this" }).check();
  await ben.page.getByRole("button", { name: "Send the changed answer" }).click();
  await expect(ben.page.getByRole("button", { name: "Send the changed answer" })).toBeDisabled();

  await expect(place(page, "Shared").getByText("Ben answered.")).toBeVisible();
  await place(page, "Shared").getByRole("link", { name: "Look at it" }).click();
  await expect(myLine(page, 1).getByText("Offered", { exact: true })).toBeVisible();
  await expect(myLine(page, 1).getByText("Ben will keep this")).toBeVisible();
  await expect(myLine(page, 2).getByText("Not offered")).toBeVisible();
  await statement(page, 1).press("End");
  await page.keyboard.type(", on any day");
  await expect(myLine(page, 1).getByText("Changed since it was offered")).toBeVisible();
  await saved(page);
  await expect(ben.page.locator("body")).not.toContainText("on any day");

  await line.getByRole("button", { name: "Propose an agreement from line 1" }).click();
  await ben.page.getByRole("button", { name: "Propose it" }).click();
  await expect(ben.page.getByText("You proposed an agreement from this line.")).toBeVisible();
  await toTheRoom(ada);
  const proposal = place(page, "At the door");
  await expect(proposal.getByText("About hours")).toBeVisible();
  await proposal.getByRole("link", { name: "Look at it when you like" }).click();
  await page.getByRole("button", { name: "Yes", exact: true }).click();
  await expect(page.getByRole("button", { name: "Add a line" })).toBeVisible();
  await ben.page.getByRole("link", { name: "Look at it" }).click();
  await writeFirstLinesIn(ben, ada);
  for (const side of [ada, ben]) {
    const first = side.page.getByRole("textbox", { name: "Line 1", exact: true });
    await expect(first).toHaveValue(hers);
    await saved(side.page);
    await side.page.getByRole("button", { name: "Sign this line" }).click();
  }
  await expect(page.getByText(/^Agreed/)).toBeVisible();
  await toTheRoom(ada);
  await place(page, "Shared").getByRole("link", { name: "Look at it" }).click();
  await page.getByRole("link", { name: "Agreed", exact: true }).click();
  await expect(page.getByText(/^Agreed, /)).toBeVisible();
  await expect(page.getByText(hers)).toBeVisible();

  await expect(ben.page.locator("body")).not.toContainText(kept);
  await expectToldNowhere([hers, response, kept, typo], { server, people: [ada, ben] });
});
