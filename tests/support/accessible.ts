import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const GRAVE = new Set(["serious", "critical"]);

/** What axe finds on a page that stands still, in the colours that it shows now. */
async function faults(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page })
    .setLegacyMode(true) // no other tab is opened
    .options({ resultTypes: ["violations"] }); // nothing else is worked out in full
  const { violations } = await (rules ? builder.withRules([...rules]) : builder).analyze();
  return violations
    .filter(({ impact }) => GRAVE.has(impact ?? ""))
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Holds that axe finds nothing serious or critical, in light and in dark. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  expect(await faults(page), `${name}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  // All that differs in the dark.
  expect(await faults(page, ["color-contrast"]), `${name}, dark`).toEqual([]);
}
