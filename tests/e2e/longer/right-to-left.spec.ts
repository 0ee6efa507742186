import type { BrowserContext, Page } from "@playwright/test";
import { addLine, openAgreement } from "../../support/agreements-between.ts";
import { canary } from "../../support/canary.ts";
import { expectToldNowhere } from "../../support/everywhere.ts";
import { toTheRoom } from "../../support/in-the-room.ts";
import { expect, onePairForAll, test } from "../../support/journey.ts";
import { PRACTICES } from "../../support/practices.ts";

const pair = onePairForAll();

/** Lets a browser ask for the made-up language, written from right to left, in which no English word is left. */
const asksForMadeUp = (context: BrowserContext) =>
  context.route("**/*", (route) =>
    route.continue({ headers: { ...route.request().headers(), "accept-language": "ar-XB" } }),
  );

/** What a page shows in plain Latin letters, unless somebody typed it, or it says which language it is in. */
const leftOut = (page: Page, own: readonly string[]) =>
  page.evaluate((own) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? "";
      const around = node.parentElement;
      if (!around || around.closest("script, style, noscript, textarea, output, body [lang]"))
        continue;
      if (!/(?<![\p{L}~])[A-Za-z]{3,}/u.test(text) || /[áéíóúñçÁÉÍÓÚ]/.test(text)) continue;
      if (!own.some((word) => text.includes(word))) found.push(text);
    }
    return found;
  }, own);

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The page is laid out from right to left, fits the screen, and holds no sentence that was left out. */
async function expectMirrored(page: Page, own: readonly string[]): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await overflow(page), `${page.url()} at ${width} px`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(await leftOut(page, own), page.url()).toEqual([]);
}

test("every page that needs no account is right in a language from right to left", async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ baseURL: server.origin });
  await asksForMadeUp(context);
  const page = await context.newPage();
  for (const path of ["/", "/sign-up", "/sign-in", "/recover", "/safety", "/invite", "/nowhere"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    await expectMirrored(page, ["Threshold"]);
  }
  await context.close();
});

test("the room, its settings and what is written are right in it too", async ({ server }) => {
  const { ada, ben } = pair();
  const words = canary("Sundays are for walking");
  await openAgreement(pair());
  await addLine(ada.page, 1, words);
  const piece = new URL(ada.page.url()).pathname;
  await toTheRoom(ada);
  const room = new URL(ada.page.url()).pathname;
  await asksForMadeUp(ada.context);
  // What stands in the files of practices is of another folder, in the language that it is written in.
  const practices = PRACTICES.flatMap(({ title, theme }) => (theme ? [title, theme] : [title]));
  for (const path of [
    room,
    piece,
    `${room}/settings`,
    `${room}/record`,
    "/settings",
    "/settings/export",
  ]) {
    await ada.page.goto(path);
    await expect(ada.page.getByRole("heading", { level: 1 }), path).toBeVisible();
    await expect(
      ada.page
        .getByRole("main")
        .getByRole("status", { includeHidden: true })
        .locator("[aria-busy]"),
    ).toHaveCount(0);
    await expectMirrored(ada.page, ["Threshold", "Ben", words, ada.name, ...practices]);
  }
  await ada.context.unroute("**/*");
  await expectToldNowhere([words], { server, people: [ada, ben] });
});
