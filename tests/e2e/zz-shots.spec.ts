import { toTheRoom, saved } from "../support/in-the-room.ts";
import { onePairForAll, test, expect } from "../support/journey.ts";
const pair = onePairForAll();
test("shots", async () => {
  const { ada } = pair();
  const { page } = ada;
  await page.getByRole("button", { name: "Write something new" }).click();
  await page.getByRole("button", { name: "Say how I feel" }).click();
  await page.getByRole("button", { name: "The loop" }).click();
  await page.getByRole("radio", { name: /^All on a page/ }).check();
  await page.getByRole("textbox", { name: "How does it go round?" }).fill("I ask when you will be home\nYou say that you do not know yet\nI ask again, louder than I want to\nYou put the phone away and say nothing for the evening\nI decide alone, and I tell your sister");
  await page.getByRole("textbox", { name: "Where could you step out?" }).fill("After the first answer I could say that I am afraid of waiting, and leave it there.");
  await page.getByRole("textbox", { name: "What could the two of you call it?" }).fill("The Sunday round");
  await saved(page);
  for (const [width, scheme] of [[390, "light"], [1280, "dark"]] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 1000 });
    const figure = page.getByRole("figure");
    await figure.scrollIntoViewIfNeeded();
    await figure.screenshot({ path: `/tmp/threshold/ev-loop-${width}.png` });
  }
  await toTheRoom(ada);
  for (const [width, scheme] of [[390, "light"], [1280, "dark"]] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await page.getByRole("button", { name: "Rename" }).click();
    await page.getByLabel("Its name").waitFor();
    await page.screenshot({ path: `/tmp/threshold/ev-rename-${width}.png` });
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Undo" }).waitFor();
    await page.screenshot({ path: `/tmp/threshold/ev-undo-${width}.png` });
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("button", { name: "Undo" })).toBeHidden();
  }
});
