import { readFile } from "node:fs/promises";
import { expectAccessible } from "../../support/accessible.ts";
import { canary } from "../../support/canary.ts";
import { expectToldNowhere } from "../../support/everywhere.ts";
import { inBrowser } from "../../support/from-node.ts";
import { signIn } from "../../support/in-the-room.ts";
import { expect, test, type Person } from "../../support/journey.ts";
import { offerIn, pairInNode, writeIn } from "../../support/pair-in-node.ts";
import { eventful } from "../../support/traffic.ts";

test.use({ clocksMove: true });

const MINUTE = 60_000;

const again = ({ page }: Person) => page.getByRole("dialog");

/** It is asked for; a wrong one does nothing and says so; the right one goes on. */
async function giveItAgain(person: Person, nothingYet: () => Promise<void>): Promise<void> {
  const dialog = again(person);
  await expect(dialog).toContainText("Your password once more");
  await expect(dialog).toContainText("Before this is done, show that it is you.");
  await nothingYet();
  await dialog.getByLabel("Password").fill("not her password at all");
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(dialog.getByText("That is not your password. Try it once more.")).toBeVisible();
  await nothingYet();
  await dialog.getByLabel("Password").fill(person.password);
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(dialog).toBeHidden();
}

test("after five minutes the password is asked for again: by the devices, the export, the record's file and the twelve words", async ({
  newPerson,
  newDevice,
  server,
}) => {
  test.setTimeout(150_000);
  const begun = Date.now();
  await server.setClock(begun);
  const { ada, ben, room, close } = await pairInNode(server.origin);
  const [title, body] = [canary("Mine and nobody's"), canary("The drawer on the left")];
  const offered = canary("For the record");
  await writeIn(ada, title, body);
  await offerIn(ada, offered, "It has one sentence.");
  close();
  const bens = await inBrowser(newPerson, ben, `/room/${room}`);
  const adas = await inBrowser(newPerson, ada, "/settings");
  const { page } = adas;
  const phone = await newDevice(adas);
  await phone.page.goto("/settings");
  await signIn(phone);
  const others = page.getByText("Another browser");
  await page.reload();
  await expect(others).toHaveCount(2);
  await expect(bens.page.getByRole("heading", { name: "At the door" })).toBeVisible();
  await bens.traffic.settled();
  bens.traffic.mark();

  // Signing out everywhere else: until she has shown that it is her, all are there.
  await server.setClock(begun + 6 * MINUTE);
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expectAccessible(page, "the password once more");
  await giveItAgain(adas, async () => {
    await expect(others).toHaveCount(2);
    await expect(phone.page.getByRole("heading", { name: "Settings" })).toBeVisible();
  });
  await expect(phone.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(others).toHaveCount(0);

  // It counts for five minutes: nothing is asked now, and it is asked again when they are over.
  await page.getByRole("link", { name: "Save everything of mine" }).click();
  await page.getByRole("button", { name: "Collect everything" }).click();
  await expect(page.getByText("Everything is collected.")).toBeVisible();
  await expect(again(adas)).toHaveCount(0);
  await server.setClock(begun + 12 * MINUTE);
  await page.reload();
  const collect = page.getByRole("button", { name: "Collect everything" });
  await collect.click();
  await expect(again(adas)).toBeVisible();
  await again(adas).getByRole("button", { name: "Leave it" }).click();
  await expect(again(adas)).toBeHidden();
  await expect(page.getByText("Everything is collected.")).toHaveCount(0);
  await collect.click();
  await giveItAgain(adas, () => expect(page.getByText("Everything is collected.")).toHaveCount(0));
  await expect(page.getByText("Everything is collected.")).toBeVisible();
  const [mine] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "A file for programs" }).click(),
  ]);
  expect(await readFile(await mine.path(), "utf8")).toContain(body);

  // The record's file, from the room.
  await server.setClock(begun + 18 * MINUTE);
  await page.goto(`/room/${room}/record`);
  await expect(page.getByText(/^Checked on this device/)).toBeVisible();
  const files: string[] = [];
  page.on("download", (file) => files.push(file.suggestedFilename()));
  await page.getByRole("button", { name: "Save as a file" }).click();
  const downloading = page.waitForEvent("download");
  await giveItAgain(adas, () => Promise.resolve(expect(files).toEqual([])));
  await downloading;
  expect(files).toEqual(["record.json"]);

  // The twelve words: at once to who has just made them, and not to whoever sits there later.
  await page.goto("/settings");
  await page.getByRole("button", { name: "Make new words" }).click();
  await again(adas).getByLabel("Password").fill(adas.password);
  await again(adas).getByRole("button", { name: "Go on" }).click();
  const words = page.getByRole("main").locator("ol li");
  await expect(words).toHaveCount(12);
  await server.setClock(begun + 24 * MINUTE);
  await page.reload();
  await giveItAgain(adas, () => expect(words).toHaveCount(0));
  await expect(words).toHaveCount(12);

  // Of all that the other heard nothing, and what was typed is nowhere.
  expect(eventful(bens.traffic.sinceMark())).toEqual([]);
  await expectToldNowhere([title, body, offered, adas.password], {
    server,
    people: [adas, phone, bens],
  });
});
