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

test("help is found without scripts and without an account, from every page, by the country that one chooses", async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ baseURL: server.origin, javaScriptEnabled: false });
  const page = await context.newPage();
  for (const path of ["/", "/sign-in", "/invite", "/nowhere"]) {
    await page.goto(path);
    await page.getByRole("link", { name: "Get help" }).click();
    await expect(page.getByRole("heading", { name: "Someone to talk to" }), path).toBeVisible();
  }
  await page.getByRole("link", { name: "United States" }).click();
  await expect(page.getByRole("link", { name: "Call 1-800-799-7233" })).toHaveAttribute(
    "href",
    "tel:18007997233",
  );
  await expect(page.getByRole("link", { name: "Text START to 88788" })).toBeVisible();
  await expect(page.getByText("Not checked by phone.")).toHaveCount(3);
  await page.getByRole("link", { name: "Another country" }).click();
  await page.getByRole("link", { name: "What to do now" }).click();
  await expect(page.getByText("Say first where you are")).toBeVisible();
  await page.getByRole("link", { name: "Finding a counsellor" }).click();
  await expect(page.getByText("Counselling for two is advised against")).toBeVisible();
  await page.getByRole("link", { name: "For counsellors" }).click();
  await expect(page.getByText("there is no account for professionals")).toBeVisible();
  await page.goto("/safety");
  await expect(page.getByText("A quarrel is between two people")).toBeVisible();
  expect(await context.cookies(), "nothing is kept of it").toEqual([]);
  await context.close();
});

test("T4 practices are read without scripts and without an account, and begin with a name here", async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ baseURL: server.origin, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/");
  await page.getByRole("link", { name: "Practices" }).click();
  await expect(page.getByRole("link", { name: "Begin alone" })).toBeVisible();
  await expect(page.getByText("it does not work on anybody else")).toBeVisible();
  await page.getByRole("link", { name: "The loop" }).last().click();
  await expect(page.getByText("Learning from the past")).toBeVisible();
  await expect(page.getByText("When to leave it")).toBeVisible();
  await expect(page.getByText("What it does not show")).toBeVisible();
  await page.getByRole("link", { name: "Draw the loop" }).click();
  await expect(page).toHaveURL(/\/sign-up\?next=%2Fpractices%2Fthe-loop%2Fbegin/);
  await context.close();
});

test("T4 an open page moves through practices without telling the server which", async ({
  newPerson,
}) => {
  const { page } = await newPerson("eve");
  await page.goto("/practices");
  await expect(page.getByRole("link", { name: "Begin alone" })).toBeVisible();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page
    .getByRole("region", { name: "The walk" })
    .getByRole("link", { name: "The loop" })
    .click();
  await expect(page.getByRole("heading", { name: "The loop", level: 1 })).toBeVisible();

  // On a slow line a page that is on its way is seen to be.
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/assets/**", async (route) => {
    await answered;
    await route.continue();
  });
  const isMoving = () => page.evaluate(() => document.querySelector("[data-moving]") !== null);
  expect(await isMoving()).toBe(false);
  await page.getByRole("link", { name: "Draw the loop" }).click();
  await expect.poll(isMoving).toBe(true);
  answer();
  await expect(page.getByLabel("A password")).toBeVisible();
  expect(await isMoving()).toBe(false);
  expect(asked.filter((url) => /the-loop/.test(url) && !/sign-up/.test(url))).toEqual([]);
});
