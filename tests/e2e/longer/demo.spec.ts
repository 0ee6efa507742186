import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test, type Page } from "@playwright/test";
import { sayDay, today } from "#client/rooms/day.ts";
import { addDays } from "#domain/pieces/days.ts";
import { place } from "../../support/in-the-room.ts";

const WENT_WELL = "What went well for you lately, even if it was small?";
const ORDINARY_DAY = "What does a good ordinary day look like for you now?";

const card = (page: Page, where: Parameters<typeof place>[1], words: string) =>
  place(page, where).getByRole("article").filter({ hasText: words });

/** Goes to a card's page, and gives the way back. */
async function lookAt(page: Page, where: Parameters<typeof place>[1], words: string) {
  const room = page.url();
  await card(page, where, words).getByRole("link").first().click();
  return () => page.goto(room);
}

/** What each finds at their door: the envelope, and the question that is still open. */
async function expectAtTheDoor(page: Page, other: string, inAlready: boolean): Promise<void> {
  await expect(card(page, "At the door", `From ${other}`).first()).toBeVisible();
  await expect(card(page, "At the door", ORDINARY_DAY)).toContainText(
    inAlready ? "Your answer is in." : "when both answers are in",
  );
}

/** The plan of both: weeks of marks, of which those before the check-in are open to both. */
async function expectPlan(page: Page, other: string): Promise<void> {
  const back = await lookAt(page, "Shared", "Commitment plan");
  await expect(page.getByRole("region", { name: other })).toContainText(`${other} signed`);
  await expect(page.getByRole("heading", { name: "Opened by both" })).toBeVisible();
  const [first, last] = [addDays(today(), -26), addDays(today(), -9)];
  for (const day of [first, last]) {
    await expect(
      page
        .getByRole("listitem")
        .filter({ hasText: sayDay(day) })
        .last(),
    ).toBeVisible();
  }
  const rows = page.getByRole("table", { name: /^What was marked/ }).getByRole("row");
  await expect(rows.filter({ hasText: "noticed" }).first()).toBeAttached();
  await back();
}

/** What both have opened of the other's, one of each kind; with their answers where they gave them. */
async function expectBoundaries(
  page: Page,
  mine: readonly string[],
  theirs: readonly string[],
): Promise<void> {
  const back = await lookAt(page, "Shared", "What they need");
  for (const words of theirs) await expect(page.getByText(words).first()).toBeVisible();
  await page.getByRole("link", { name: "Mine", exact: true }).click();
  for (const words of mine) {
    await expect(page.getByRole("list", { name: "Your lines" })).toContainText(words);
  }
  await page.getByRole("link", { name: "Agreed", exact: true }).click();
  await expect(page.getByText("We tell the children about changes")).toBeVisible();
  await back();
}

async function expectAnswers(page: Page): Promise<void> {
  const back = await lookAt(page, "Shared", WENT_WELL);
  await expect(page.getByText("I swam on four Tuesdays")).toBeVisible();
  await expect(page.getByText("Tom let me cut his hair")).toBeVisible();
  await back();
}

test("the demo prints a link for each of two people, with one of each kind on both sides", async ({
  page,
}) => {
  test.setTimeout(150_000); // passwords are stretched eight times, on a machine with other work
  const demo = spawn(process.execPath, ["--import", "tsx", "tests/demo/demo.ts"], {
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(demo, "exit");
  try {
    let said = "";
    for await (const chunk of demo.stdout) {
      said += String(chunk);
      if (said.includes("Ctrl+C")) break;
    }
    const [adas = "", jonass = ""] = said.match(/http:\/\/\S+\/demo\/\w+/g) ?? [];

    await page.goto(adas);
    await expect(page.getByRole("link", { name: "You and Jonas" })).toBeVisible();
    await expect(place(page, "Mine").getByText("What I didn’t say in March")).toBeVisible();
    await expect(card(page, "Mine", "The key to the cellar")).toContainText("Waits until");
    await expect(place(page, "Shared").getByText("2 lines agreed")).toBeVisible();
    await expect(card(page, "Shared", "Mila’s birthday")).toBeVisible();
    await expectAtTheDoor(page, "Jonas", false);
    await expectPlan(page, "Jonas");
    await expectBoundaries(
      page,
      ["Jonas will keep this", "Jonas would like to talk about it", "Not offered"],
      ["What I tell you here"],
    );
    await expectAnswers(page);

    const other = await page.context().newPage();
    await other.goto(jonass);
    await expect(other.getByRole("link", { name: "You and Ada" })).toBeVisible();
    await expect(place(other, "Mine").getByText("How it ended, as I see it")).toBeVisible();
    await expect(card(other, "Shared", "Mila’s birthday")).toContainText("Ada answered: “In part”");
    await expectAtTheDoor(other, "Ada", true);
    await expectPlan(other, "Ada");
    await expectBoundaries(other, ["Ada will keep this", "Not offered"], ["I do not read or"]);
    await expectAnswers(other);
    await expect(other.locator("body")).not.toContainText("The key to the cellar");

    await page.reload();
    await expect(page.getByRole("link", { name: "You and Jonas" })).toBeVisible();
  } finally {
    demo.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
  }
});
