import type { Page } from "@playwright/test";
import { canary } from "../support/canary.ts";
import { expectToldNowhere } from "../support/everywhere.ts";
import { place, signIn } from "../support/in-the-room.ts";
import { expect, test } from "../support/journey.ts";
import { offerIn, pairInNode } from "../support/pair-in-node.ts";
import { keepWords } from "../support/recovery.ts";

/** The six words in the room's settings. */
async function sixWords(page: Page): Promise<readonly string[]> {
  const words = page.getByRole("region", { name: "Six words to compare" }).getByRole("listitem");
  await expect(words).toHaveCount(6);
  return words.allInnerTexts();
}

const atTheDoor = (page: Page) =>
  place(page, "At the door").getByRole("link", { name: "Look at it when you like" });

test("new keys lock somebody else out, and the other compares the words again", async ({
  newPerson,
  newDevice,
  server,
}) => {
  const [read, his, unread] = ["Read before", "For her", "Still closed"].map(canary) as [
    string,
    string,
    string,
  ];
  const body = canary("You stood at the gate");
  const pair = await pairInNode(server.origin);
  await offerIn(pair.ada, read, body);
  await pair.ben.openAndAnswer("thank-you");
  await offerIn(pair.ada, unread, "Nobody has opened this.");
  await offerIn(pair.ben, his, "Not opened either.");
  pair.close();
  const room = `/room/${pair.room}`;
  const ada = { ...(await newPerson("ada")), name: pair.ada.name, password: pair.ada.password };
  const ben = { ...(await newPerson("ben")), name: pair.ben.name, password: pair.ben.password };
  const thief = await newDevice(ada);
  for (const person of [ada, ben, thief]) {
    await person.page.goto(room);
    await signIn(person);
    await expect(atTheDoor(person.page)).toBeVisible();
  }
  await ada.page.goto(`${room}/settings`);
  const before = await sixWords(ada.page);
  const cookies = await thief.context.cookies();

  // What it does comes first.
  await ada.page.goto("/settings");
  await ada.page.getByRole("link", { name: "Make new keys" }).click();
  await expect(ada.page.getByRole("heading", { name: "What it does" })).toBeVisible();
  await expect(ada.page.getByText(/could sign as you, until now/)).toBeVisible();
  ada.password = canary("apricots, halved, and a lantern");
  await ada.page.getByLabel("Your present password").fill(thief.password);
  await ada.page.getByLabel("A new password").fill(ada.password);
  await ada.page.getByRole("button", { name: "Make new keys" }).click();
  const words = await keepWords(ada);
  await expect(ada.page.getByRole("heading", { name: "Settings" })).toBeVisible();

  // Whoever had the password, a session, or a cookie, is out.
  await expect(thief.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await signIn(thief);
  await expect(thief.page.getByText(/^Name and password do not fit together/)).toBeVisible();
  await thief.context.addCookies(cookies);
  const asked = await thief.context.request.get("/api/account");
  expect(asked.status()).toBe(401);

  // The other is told at once; what waited is gone from both doors.
  const changed = ben.page.getByText(/^ada’s keys changed on \d+ \w+\.$/i);
  await expect(changed).toBeVisible();
  await expect(ben.page.getByText(/whoever had them could have signed this too/)).toBeVisible();
  await expect(atTheDoor(ben.page)).toBeHidden();
  await ada.page.goto(room);
  await expect(place(ada.page, "Shared").getByText(read)).toBeVisible();
  await expect(atTheDoor(ada.page)).toBeHidden();

  // Other words, the same for both; then he says that he has seen it.
  await ben.page.getByRole("link", { name: "Compare the six words" }).click();
  await expect(changed).toBeVisible();
  const after = await sixWords(ben.page);
  expect(after).not.toEqual(before);
  await ada.page.goto(`${room}/settings`);
  expect(await sixWords(ada.page)).toEqual(after);
  await ben.page.getByRole("button", { name: "I have seen it" }).click();
  await expect(changed).toBeHidden();
  expect(await sixWords(ben.page)).toEqual(after);

  // What was opened before reads as ever, on both sides, and the record says what happened.
  await ben.page.goto(room);
  await place(ben.page, "Shared").getByRole("link", { name: "Read" }).click();
  await expect(ben.page.getByText(body)).toBeVisible();
  await ada.page.goto(`${room}/record`);
  await expect(ada.page.getByText(/made new keys/i)).toBeVisible();
  await expect(ada.page.getByText("does not hold")).toHaveCount(0);
  await expectToldNowhere(
    [read, unread, his, body, thief.password, ada.password, words.slice(0, 3).join(" ")],
    { server, people: [ada, ben, thief] },
  );
});
