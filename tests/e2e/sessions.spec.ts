import { canary } from "../support/canary.ts";
import { expectToldNowhere } from "../support/everywhere.ts";
import { beginRoom, signIn } from "../support/in-the-room.ts";
import { expect, test, type Person } from "../support/journey.ts";
import { writeLetter } from "../support/letters-between.ts";

const notice = ({ page }: Person) => page.getByText("A browser has signed in as you.");
const signedOut = ({ page }: Person) => page.getByRole("heading", { name: "Sign in" });
const others = ({ page }: Person) => page.getByText("Another browser");

async function enter(device: Person): Promise<Person> {
  await device.page.goto("/settings");
  await signIn(device);
  await expect(device.page.getByRole("heading", { name: "Settings" })).toBeVisible();
  return device;
}

test("a browser that signs in shows on those that were there, and can be ended from there", async ({
  newPerson,
  newDevice,
  server,
}) => {
  const ada = await newPerson("ada");
  const { page } = ada;
  await beginRoom(ada, "Ben");
  const title = canary("On every device of mine");
  await writeLetter(ada, title, "One line.");

  // At once, where a page is open: it says when, and what, and goes once somebody says that it was them.
  const phone = await enter(await newDevice(ada));
  await expect(notice(ada)).toBeVisible();
  await expect(page.getByText(/\d\d:\d\d, Chrome on \w+\. If that was you/)).toBeVisible();
  await expect(notice(phone)).toBeHidden();
  await page.getByRole("button", { name: "That was me", exact: true }).click();
  await expect(notice(ada)).toBeHidden();

  // Else when one is next open.
  await page.goto("about:blank");
  const stranger = await enter(await newDevice(ada));
  await page.goto("/settings");
  await expect(notice(ada)).toBeVisible();
  await expect(notice(phone)).toBeVisible();
  await expect(notice(stranger)).toBeHidden();
  await page.getByRole("button", { name: "That was not me" }).click();
  await page.getByRole("button", { name: "Sign it out" }).click();
  await expect(signedOut(stranger)).toBeVisible();
  await expect(page.getByText("It is signed out. Change your password now.")).toBeVisible();
  await expect(notice(phone)).toBeHidden();
  await expect(page.getByRole("link", { name: "Make new keys" }).first()).toBeVisible();

  // One of the list; then all of it but this one.
  await page.reload();
  await expect(others(ada)).toHaveCount(1);
  await page.getByRole("button", { name: "Sign out there" }).click();
  await expect(signedOut(phone)).toBeVisible();
  await expect(others(ada)).toHaveCount(0);
  const two = [await enter(phone), await enter(stranger)];
  await page.reload();
  await expect(others(ada)).toHaveCount(2);
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  for (const device of two) await expect(signedOut(device)).toBeVisible();
  await expect(others(ada)).toHaveCount(0);
  await expectToldNowhere([title, ada.password], { server, people: [ada, phone, stranger] });
});
