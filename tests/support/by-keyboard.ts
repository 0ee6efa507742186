import { expect, type Locator, type Page } from "@playwright/test";

/** What somebody does who has no mouse: nothing here clicks, and nothing sets the focus by script. */

/** More stops than any page has. */
const STOPS = 80;

/** A line around it; where words are written on a line, that line in ink; on a page of words, the caret. */
function showsFocus(element: HTMLElement | SVGElement): boolean {
  const { outlineStyle, backgroundImage } = getComputedStyle(element);
  const isPage = element instanceof HTMLElement && element.isContentEditable;
  return outlineStyle !== "none" || backgroundImage !== "none" || isPage;
}

/** Tab, until this has the focus, and it shows. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expect.poll(() => target.evaluate(showsFocus), "one sees where one is").toBe(true);
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${target.toString()}`);
}

export async function press(page: Page, target: Locator, key: "Enter" | "Space" = "Enter") {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

export async function type(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(words);
}

/** Chooses one of a few: Tab leads to the first or the chosen one, the arrows from there. */
export async function choose(page: Page, group: Locator, option: string): Promise<void> {
  const radios = group.getByRole("radio");
  const wanted = group.getByRole("radio", { name: new RegExp(`^${option}`) });
  const focused = () =>
    radios.evaluateAll((all) => all.findIndex((one) => one === document.activeElement));
  for (let stop = 0; (await focused()) === -1; stop++) {
    expect(stop, "Tab reaches the choice").toBeLessThan(STOPS);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Space");
  for (let step = await radios.count(); step > 0 && !(await wanted.isChecked()); step--) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(wanted).toBeChecked();
}
