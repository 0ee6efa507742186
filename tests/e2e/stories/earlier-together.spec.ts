import { addLine, field, line, openAgreement } from "../../support/agreements-between.ts";
import { expectAccessible } from "../../support/accessible.ts";
import { canary } from "../../support/canary.ts";
import { expectToldNowhere } from "../../support/everywhere.ts";
import { saved, toTheRoom } from "../../support/in-the-room.ts";
import { expect, onePairForAll, test } from "../../support/journey.ts";
import { commitment, openPlan, writeCommitment } from "../../support/plans-between.ts";

const pair = onePairForAll();
test.describe.configure({ mode: "serial" });

test("words that are gone from an agreement are added again, and what is agreed stands", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const [agreed, hers, his] = [
    canary("Message first"),
    canary("Sundays are free"),
    canary("At six"),
  ];
  await openAgreement(pair());
  await addLine(ada.page, 1, agreed);
  await saved(ada.page);
  await line(ada.page, 1).getByRole("button", { name: "Sign this line" }).click();
  await expect(line(ben.page, 1).getByText("Ada signed")).toBeVisible();
  await line(ben.page, 1).getByRole("button", { name: "Sign this line" }).click();
  for (const { page } of [ada, ben]) await expect(line(page, 1).getByText(/^Agreed/)).toBeVisible();
  await addLine(ada.page, 2, hers);
  await addLine(ben.page, 3, his);
  for (const { page } of [ada, ben]) await saved(page);

  // Ben empties her line, and words of his own: the page of each has them still, on their device.
  await field(ben.page, 2).fill("");
  await field(ben.page, 3).fill("At seven");
  await saved(ben.page);
  await expect(field(ada.page, 2)).toHaveValue("");
  await ada.page.reload();
  await ada.page.getByText("What stood here earlier").click();
  const kept = ada.page.getByRole("listitem").filter({ hasText: hers });
  await kept.getByRole("button", { name: "Look at it" }).first().click();
  const dialog = ada.page.getByRole("dialog");
  const part = (words: string) => dialog.getByRole("listitem").filter({ hasText: words });
  await expect(part(agreed)).toContainText("It says the same now.");
  await expect(part(agreed).getByRole("button")).toHaveCount(0);
  await expect(part(hers)).toContainText("It isn’t there now.");
  await expectAccessible(ada.page, "what stood in an agreement earlier");
  await part(hers).getByRole("button", { name: "Add these words at the end" }).press("Enter");
  await expect(part(hers)).toContainText("Added at the end.");
  await dialog.getByRole("button", { name: "Leave it as it is now" }).click();
  await saved(ada.page);

  for (const { page } of [ada, ben]) {
    await expect(line(page, 1).getByText(/^Agreed/)).toBeVisible();
    await expect(line(page, 1).locator(".agreed-words")).toHaveText(agreed);
    await expect(page.getByRole("textbox", { name: "Line 3", exact: true })).toHaveValue(
      "At seven",
    );
    await expect(page.getByRole("textbox", { name: "Line 4", exact: true })).toHaveValue(hers);
    await expect(page.getByRole("textbox", { name: "Line 2", exact: true })).toHaveValue("");
  }
  await expectToldNowhere([agreed, hers, his], { server, people: [ada, ben] });
});

test("in a plan they come back as something that nobody has signed", async () => {
  const { ada, ben } = pair();
  for (const person of [ada, ben]) await toTheRoom(person);
  await openPlan(pair());
  const goal = canary("Be on time");
  await writeCommitment(ada.page, "You", { goal, when: "it is five", act: "leave" });
  await ada.page.getByRole("textbox", { name: "What it is for" }).fill("");
  await saved(ada.page);
  await ada.page.reload();
  await ada.page.getByText("What stood here earlier").click();
  const kept = ada.page.getByRole("listitem").filter({ hasText: goal });
  await kept.getByRole("button", { name: "Look at it" }).first().click();
  const dialog = ada.page.getByRole("dialog");
  await expect(dialog.getByText("It says something else now.")).toBeVisible();
  await dialog.getByRole("button", { name: "Copy the words" }).click();
  await expect(dialog.getByText("Copied", { exact: true })).toBeVisible();
  await dialog.getByRole("button", { name: "Add these words at the end" }).click();
  await dialog.getByRole("button", { name: "Leave it as it is now" }).click();
  const again = commitment(ben.page, "It stands under Ada’s name only if Ada signs it");
  await expect(again).toHaveCount(2);
  await expect(again.last().getByRole("textbox", { name: "What it is for" })).toHaveValue(goal);
});
