import { expect, onePairForAll, test } from "../../support/journey.ts";
import { openFrom, PRACTICES } from "../../support/practices.ts";

const pair = onePairForAll();

for (const one of PRACTICES) {
  test(`${one.title}: every way in opens its piece, by keyboard`, async () => {
    const { ada } = pair();
    const { page } = ada;
    for (const way of one.opens.keys()) {
      await page.goto(`/practices/${one.id}`);
      await expect(page.getByRole("heading", { name: one.title, level: 1 })).toBeVisible();
      await expect(page.getByText("When to leave it")).toBeVisible();
      await openFrom(ada, one, way);
    }
  });
}

test("at the end of the walk nothing is missing", async () => {
  const { page } = pair().ada;
  await page.goto("/practices");
  await expect(page.getByText("Nothing is missing.")).toBeVisible();
  await expect(page.getByText("You have been here")).toHaveCount(PRACTICES.length);
  await expect(page.getByText("Could come next")).toBeHidden();
});
