import type { Page } from "@playwright/test";
import { canary } from "../support/canary.ts";
import { expectToldNowhere } from "../support/everywhere.ts";
import { beginRoom, place, toTheRoom } from "../support/in-the-room.ts";
import { expect, test } from "../support/journey.ts";
import { writeLetter } from "../support/letters-between.ts";

const weather = (page: Page) => page.getByRole("heading", { name: "Clouds and weather" });

test("exit leaves at once, in every tab, locks, and Back does not return", async ({
  newPerson,
  server,
}) => {
  const ada = await newPerson("ada");
  const { page, context } = ada;
  const title = canary("The third letter");
  const body = canary("Somebody is at the door");
  await beginRoom(ada, "Ben");
  await writeLetter(ada, title, body);
  await toTheRoom(ada);
  await expect(place(page, "Mine").getByText(title)).toBeVisible();
  const other = await context.newPage();
  await other.goto("/help");
  await other.goto("/rooms");
  await expect(place(other, "Mine").getByText(title)).toBeVisible();

  await place(page, "Mine").getByRole("link", { name: "Keep writing" }).click();
  await expect(page.getByRole("textbox", { name: "Your letter" })).toContainText(body);
  await page.getByRole("button", { name: "Exit this page" }).click();
  await expect(weather(page)).toBeVisible();
  await expect(weather(other)).toBeVisible();
  for (const tab of [page, other]) {
    await expect(tab.locator("body")).not.toContainText(/threshold/i);
    await expect(tab).toHaveTitle("Clouds and weather");
    await tab.goBack();
    await expect(weather(tab)).toBeVisible();
    await expect(tab.locator("body")).not.toContainText(body);
  }

  // Coming back on purpose finds it locked.
  await page.goto("/rooms");
  await expect(page.getByRole("heading", { name: "Locked" })).toBeVisible();
  await page.getByLabel("Password").fill(ada.password);
  await page.getByRole("button", { name: "Unlock" }).click();
  await expect(place(page, "Mine").getByText(title)).toBeVisible();
  await expectToldNowhere([title, body], { server, people: [ada] });
});

test("Shift three times leaves; capitals and Shift with a click do not", async ({ newPerson }) => {
  const ada = await newPerson("ada");
  const { page } = ada;
  await beginRoom(ada, "Ben");
  await writeLetter(ada, "A title", "");
  const letter = page.getByRole("textbox", { name: "Your letter" });
  for (const capital of "ABC") {
    await page.keyboard.down("Shift");
    await page.keyboard.press(capital);
    await page.keyboard.up("Shift");
  }
  await expect(letter).toContainText("ABC");
  await page.keyboard.press("Shift");
  await page.keyboard.press("Shift");
  await letter.click({ modifiers: ["Shift"] });
  await page.keyboard.press("Shift");
  await expect(letter).toBeVisible();
  await page.keyboard.press("Escape");

  for (const _ of [1, 2, 3]) await page.keyboard.press("Shift");
  await expect(weather(page)).toBeVisible();
  await page.goBack();
  await expect(weather(page)).toBeVisible();
});

test("exit leads away also without scripts, and on pages that need no account", async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ baseURL: server.origin, javaScriptEnabled: false });
  const page = await context.newPage();
  for (const path of ["/", "/safety", "/help", "/help/gb", "/invite", "/sign-in"]) {
    await page.goto(path);
    await page.getByRole("button", { name: "Exit this page" }).click();
    await expect(weather(page), path).toBeVisible();
  }
  await context.close();
});
