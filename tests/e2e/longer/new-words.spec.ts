import { inBrowser } from "../../support/from-node.ts";
import { expect, test } from "../../support/journey.ts";
import { newInNode } from "../../support/pair-in-node.ts";
import { keepWords, recover } from "../../support/recovery.ts";

test("who lost the twelve words has new ones by the password, and only these bring everything back", async ({
  server,
  newPerson,
  newDevice,
}) => {
  const ada = await newInNode(server.origin, "ada");
  ada.close();
  const person = await inBrowser(newPerson, ada, "/settings");
  const { page } = person;
  await page.getByRole("button", { name: "Make new words" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Password").fill("not her password at all");
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(dialog.getByText("That is not your password.")).toBeVisible();
  await dialog.getByLabel("Password").fill(person.password);
  await dialog.getByRole("button", { name: "Go on" }).click();
  const words = await keepWords(person);
  await expect(page.getByRole("heading", { name: "Your twelve words" })).toBeVisible();

  const elsewhere = await newDevice(person);
  elsewhere.password = "seventeen apricots, halved";
  await elsewhere.page.goto("/sign-in");
  await recover(elsewhere, ada.recoveryWords);
  await expect(elsewhere.page.getByText(/^Name and words do not fit together/)).toBeVisible();
  await elsewhere.page.getByLabel("Your twelve words").fill(words.join(" "));
  await elsewhere.page.getByRole("button", { name: "Go on" }).click();
  await expect(elsewhere.page.getByRole("heading", { name: /^Twelve words that/ })).toBeVisible();
});
