import type { Page } from "@playwright/test";
import { SESSION_COOKIE } from "#domain/account.ts";
import { canary } from "../support/canary.ts";
import { expectToldNowhere, storageOf } from "../support/everywhere.ts";
import { beginRoom, makeAccount, place, toTheRoom } from "../support/in-the-room.ts";
import { expect, test, type Person } from "../support/journey.ts";
import { writeLetter } from "../support/letters-between.ts";

const locked = ({ page }: Person) => page.getByRole("heading", { name: "Locked" });

async function unlock({ page, password }: Person): Promise<void> {
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Unlock" }).click();
}

/** When somebody was last active here, and how far this tab's pages were scrolled: nothing of whom. */
const OF_NOBODY = /^localStorage: active \d+$|^sessionStorage: positions [{}"\w:,.]+$/;

/** What a device keeps of somebody. */
async function keptOn(page: Page): Promise<readonly string[]> {
  return (await storageOf(page))
    .filter(({ where, text }) => where !== "history" && text !== "")
    .map(({ where, text }) => `${where}: ${text}`)
    .filter((one) => !OF_NOBODY.test(one));
}

test("a remembered device stays unlocked over a reload, and locks until the password is given", async ({
  newPerson,
  server,
}) => {
  const ada = await newPerson("ada");
  const { page, context } = ada;
  const title = canary("Kept for later");
  const body = canary("The blue door");
  await beginRoom(ada, "Ben");
  await writeLetter(ada, title, body);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Your letter" })).toContainText(body);
  // A page that the browser kept, and brings back as it was left, is loaded anew.
  await page.evaluate(() => {
    document.documentElement.dataset.kept = "as it was";
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });
  await expect(page.locator("html[data-kept]")).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Your letter" })).toContainText(body);
  await toTheRoom(ada);

  await page.getByRole("button", { name: "Lock" }).click();
  await expect(locked(ada)).toBeVisible();
  await expect(page.locator("body")).not.toContainText(title);
  await page.reload();
  await expect(locked(ada)).toBeVisible();
  await page.goBack();
  await expect(page.locator("body")).not.toContainText(title);
  await page.goto("/rooms");
  await expect(locked(ada)).toBeVisible();

  await page.getByLabel("Password").fill("not this one at all");
  await page.getByRole("button", { name: "Unlock" }).click();
  await expect(page.getByText("That is not the password.")).toBeVisible();
  await unlock(ada);
  await expect(place(page, "Mine").getByText(title)).toBeVisible();

  // Without the network, once the unlock page is open; the room comes by itself when it is back.
  await page.getByRole("button", { name: "Lock" }).click();
  await expect(page.getByRole("button", { name: "Unlock" })).toBeEnabled();
  await context.setOffline(true);
  await unlock(ada);
  await expect(page.getByText(/^There is no connection\./)).toBeVisible();
  await context.setOffline(false);
  await expect(place(page, "Mine").getByText(title)).toBeVisible();
  await expectToldNowhere([title, body], { server, people: [ada] });

  // Signing out makes the device forget, and the session ends when the network is back.
  await page.goto("/settings");
  await expect(page.getByText("Since", { exact: false })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Sign out here" }).click();
  await expect(page.getByRole("link", { name: "Begin alone" })).toBeVisible();
  expect(await keptOn(page)).toEqual(["localStorage: signed-out 1"]);
  const hasCookie = async () =>
    (await context.cookies()).some(({ name }) => name === SESSION_COOKIE);
  expect(await hasCookie()).toBe(true);
  await context.setOffline(false);
  await expect.poll(hasCookie).toBe(false);
  await expect.poll(() => keptOn(page)).toEqual([]);
  await page.goto("/rooms");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("after idle minutes every tab locks, also without the network", async ({
  newPerson,
  server,
}) => {
  const ada = await newPerson("ada");
  const { page, context } = ada;
  await context.clock.install();
  const title = canary("In two tabs");
  await beginRoom(ada, "Ben");
  await writeLetter(ada, title, "One sentence.");
  await toTheRoom(ada);
  const other = await context.newPage();
  await other.goto("/settings");
  await expect(other.getByText(ada.name)).toBeVisible();
  await expect(other.getByRole("radio", { name: "10 minutes" })).toBeChecked();

  await context.clock.fastForward("09:00");
  await page.keyboard.press("Tab"); // somebody is here
  await context.clock.fastForward("09:00");
  await expect(place(page, "Mine").getByText(title)).toBeVisible();
  await expect(other.getByText(ada.name)).toBeVisible();

  await context.clock.fastForward("01:30");
  await expect(locked(ada)).toBeVisible();
  await expect(other.getByRole("heading", { name: "Locked" })).toBeVisible();
  for (const tab of [page, other]) await expect(tab.locator("body")).not.toContainText(title);

  await unlock(ada);
  await expect(place(page, "Mine").getByText(title)).toBeVisible();
  await context.setOffline(true);
  await context.clock.fastForward("11:00");
  await context.clock.fastForward("00:03"); // the time it waits for a server that does not answer
  await expect(locked(ada)).toBeVisible();
  await expect(page.locator("body")).not.toContainText(title);
  await unlock(ada);
  await expect(page.getByText(/^There is no connection\./)).toBeVisible();
  await context.setOffline(false);
  await expect(place(page, "Mine").getByText(title)).toBeVisible();
  await expectToldNowhere([title], { server, people: [ada] });
});

test("a shared device keeps nothing", async ({ newPerson, server }) => {
  const ada = await newPerson("ada");
  const { context } = ada;
  const title = canary("Written in the library");
  const body = canary("Nobody here knows me");
  await ada.page.goto("/begin?alone=1");
  await makeAccount(ada, { shared: true });
  await ada.page.getByRole("button", { name: "Go in" }).click();
  await expect(ada.page.getByRole("heading", { name: "Mine" })).toBeVisible();
  await writeLetter(ada, title, body);
  await expectToldNowhere([title, body], { server, people: [ada] });
  await ada.page.close();

  const page = await context.newPage();
  await page.goto("/help");
  expect(await keptOn(page)).toEqual([]);
  await page.goto("/rooms");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});
