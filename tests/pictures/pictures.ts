import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import { startDemo, type Demo } from "../demo/world.ts";

const PLACE = "docs/pictures";
const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** One picture each, in the order in which a README shows them. All but the first are what Ada sees. */
const PICTURES: Readonly<Record<string, (page: Page, demo: Demo) => Promise<void>>> = {
  landing: async (page, { ada }) => {
    await page.setViewportSize({ ...WIDE, height: 640 });
    await page.goto(ada.origin);
    await page.getByRole("heading", { level: 1 }).waitFor();
  },
  room: async (page, { ada }) => {
    await page.setViewportSize(WIDE);
    await page.goto(ada.link);
    await page.getByRole("link", { name: "You and Jonas" }).waitFor();
  },
  "room-dark": (page) => page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" }),
  gate: async (page) => {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.setViewportSize({ ...WIDE, height: 680 });
    await page.getByRole("link", { name: "Look at it when you like" }).click();
    await page.getByRole("button", { name: "Not now" }).waitFor();
  },
  agreement: async (page, { ada, story }) => {
    await page.setViewportSize({ ...WIDE, height: 1040 });
    await page.goto(`${ada.origin}/room/${ada.room}/${story.agreement}`);
    await page.getByRole("button", { name: "Sign this line" }).first().waitFor();
    await page.getByText("Saved").waitFor();
    await page.getByText("before 20:00").waitFor();
  },
  "phone-room": async (page, { ada }) => {
    await page.setViewportSize(PHONE);
    await page.goto(`${ada.origin}/room/${ada.room}#door`);
    await page.getByText("About the summer").waitFor();
  },
  "phone-letter": async (page, { ada }) => {
    await page.goto(`${ada.origin}/room/${ada.room}#mine`);
    const card = page.getByRole("article").filter({ hasText: "What I didn’t say in March" });
    await card.getByRole("link", { name: "Keep writing" }).click();
    await page.getByText("Before anything crosses").waitFor();
    await page.getByText("Saved").waitFor();
  },
};

mkdirSync(PLACE, { recursive: true });
const demo = await startDemo(0);
const executablePath = process.env.CHROMIUM_PATH || undefined;
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const page = await browser.newPage({ reducedMotion: "reduce" });
  for (const [name, goThere] of Object.entries(PICTURES)) {
    await goThere(page, demo);
    await page.evaluate(() => document.fonts.ready);
    const file = path.join(PLACE, `${name}.png`);
    await page.screenshot({ path: file, animations: "disabled" });
    console.log(`${file}  ${Math.ceil(statSync(file).size / 1024)} KiB`);
  }
} finally {
  await browser.close();
  await demo.close();
}
// What the demo's people had open in this process is of no more use.
process.exit(0);
