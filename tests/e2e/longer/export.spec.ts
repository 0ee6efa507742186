import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { ownData } from "#domain/own-data.ts";
import { expectAccessible } from "../../support/accessible.ts";
import { canary } from "../../support/canary.ts";
import { expectToldNowhere } from "../../support/everywhere.ts";
import { inBrowser } from "../../support/from-node.ts";
import { expect, test } from "../../support/journey.ts";
import { place } from "../../support/in-the-room.ts";
import { agreeIn, offerIn, pairInNode, writeIn } from "../../support/pair-in-node.ts";
import { eventful, isOwnNote } from "../../support/traffic.ts";

async function download(page: Page, button: string): Promise<Download> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  return downloading;
}

test("everything of mine is saved as a page and as JSON, nothing that I may not see, and the other hears nothing", async ({
  server,
  newPerson,
  browser,
}) => {
  const draft = canary("For nobody yet");
  const draftBody = canary("The harbour at six");
  const shown = canary("What you chose to show me");
  const line = canary("Wednesdays, message first");
  const unopened = canary("Still in its envelope");
  const theirs = canary("Yours alone");
  const { ada, ben, room, close } = await pairInNode(server.origin);
  await writeIn(ada, draft, draftBody);
  await offerIn(ben, "Opened", shown);
  await ada.open();
  await offerIn(ben, "Not opened", unopened);
  await writeIn(ben, "Not offered", theirs);
  const { piece, lines } = await agreeIn({ ada, ben }, "How we talk", [line]);
  const [only] = lines;
  if (!only) throw new Error("there is a line");
  await ada.sign(piece, only, line);
  await ben.sign(piece, only, line);
  close();

  // The other stands in the room, with a connection that would tell of anything.
  const other = await inBrowser(newPerson, ben, `/room/${room}`);
  await expect(place(other.page, "Mine").getByText("Not offered")).toBeVisible();

  const person = await inBrowser(newPerson, ada, "/settings");
  const { page, context } = person;
  await page.getByRole("link", { name: "Save everything of mine" }).click();

  // Half of it is nothing: without a network there is no file.
  const collect = page.getByRole("button", { name: "Collect everything" });
  await expect(collect).toBeVisible();
  const shownToBen = () => other.page.locator("main").innerText();
  const toldToBen = () => ben.hand.api.get(`/api/rooms/${room}`);
  await other.traffic.settled();
  other.traffic.mark();
  const [shownBefore, toldBefore] = [await shownToBen(), await toldToBen()];
  expect(toldBefore).toMatchObject({ ok: true, value: { room } });
  await context.setOffline(true);
  await collect.click();
  await expect(page.getByText("There is no connection, and without it")).toBeVisible();
  await context.setOffline(false);

  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Everything is collected.")).toBeVisible();
  await expect(page.getByText("3 pieces in one room.")).toBeVisible();
  await expectAccessible(page, "export");
  const readable = await (await download(page, "A page to read and print")).path();
  const json = await readFile(await (await download(page, "A file for programs")).path(), "utf8");

  // Nothing comes to the other, nothing of theirs asks for anything, and what they would be told is the same.
  await other.traffic.settled();
  expect(await toldToBen()).toEqual(toldBefore);
  const heard = eventful(other.traffic.sinceMark()).filter((message) => !isOwnNote(message));
  expect(heard, "the other hears nothing of it").toEqual([]);
  expect(await shownToBen()).toBe(shownBefore);

  const data = ownData.parse(JSON.parse(json));
  expect(data.account.name).toBe(person.name);
  for (const mine of [draft, draftBody, shown, line, "Ben"]) expect(json).toContain(mine);
  for (const hidden of [unopened, theirs, person.password]) expect(json).not.toContain(hidden);

  // The page opens anywhere, alone, without scripts and without a network.
  const elsewhere = await browser.newContext({ javaScriptEnabled: false, offline: true });
  const asked: string[] = [];
  elsewhere.on("request", (request) => asked.push(request.url()));
  const file = await elsewhere.newPage();
  const html = await readFile(readable, "utf8");
  await elsewhere.route("**/mine.html", (route) =>
    route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }),
  );
  await file.goto("http://nowhere.test/mine.html");
  await expect(file.getByRole("heading", { name: "You and Ben" })).toBeVisible();
  await expect(file.getByRole("heading", { name: draft })).toBeVisible();
  for (const mine of [draftBody, shown, line]) {
    await expect(file.getByText(mine, { exact: true })).toBeVisible();
  }
  await expect(file.getByText(/^Agreed\. You signed on .* Ben signed on/)).toBeVisible();
  const text = await file.locator("body").innerText();
  for (const hidden of [unopened, theirs]) expect(text).not.toContain(hidden);
  expect(asked.filter((url) => !url.startsWith("data:"))).toEqual([
    "http://nowhere.test/mine.html",
  ]);
  await elsewhere.close();

  await page.goto("/settings");
  await expectToldNowhere([draft, draftBody, shown, line, unopened, theirs], {
    server,
    people: [person],
  });
});
