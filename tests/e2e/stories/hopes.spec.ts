import { expectAccessible } from "../../support/accessible.ts";
import { daysFromNow, liveUntil } from "../../support/moved-clocks.ts";
import { place, toTheRoom } from "../../support/in-the-room.ts";
import { expect, onePairForAll, test, type Person } from "../../support/journey.ts";
import { aList, ask, goToQuestion } from "../../support/questions-between.ts";
import { eventful } from "../../support/traffic.ts";

test.use({ clocksMove: true });
const pair = onePairForAll();
test.describe.configure({ mode: "serial" });

const LIST = aList("hopes");
const words = (name: string): string => {
  const line = LIST.lines.find((one) => one.name === name);
  if (!line) throw new Error(`nobody can hope for ${name}`);
  return line.words;
};
const SHARED = words("peace");
const HERS = words("try-again");
const HIS = words("a-good-ending");

/** One asks for a round that opens in a day; the other says yes. */
async function beginRound(asks: Person, says: Person): Promise<void> {
  await asks.page.getByRole("radio", { name: "in a day", exact: true }).check();
  await asks.page.getByRole("button", { name: "Ask for a round" }).click();
  await says.page.getByRole("button", { name: "Yes, begin the round" }).click();
  await expect(asks.page.getByRole("button", { name: "Hand in my marks" })).toBeVisible();
}

async function hope({ page }: Person, ...hopes: readonly string[]): Promise<void> {
  for (const one of hopes) {
    await page.getByRole("checkbox", { name: one, exact: true }).focus();
    await page.keyboard.press("Space");
  }
  await page.getByRole("button", { name: "Hand in my marks" }).press("Enter");
  await expect(page.getByText("Your marks are in.")).toBeVisible();
}

test("Ada asks what both hope for, and both begin a round", async () => {
  const { ada, ben } = pair();
  await ask(ada, LIST.words);
  await expectAccessible(ada.page, "hopes");
  await goToQuestion(ben, LIST.words);
  await beginRound(ada, ben);
});

test("each marks alone, and hands in once; nothing of it comes to the other", async () => {
  const { ada, ben } = pair();
  // What takes children for granted is shown to nobody who has not said that there are any.
  await expect(ada.page.getByRole("checkbox")).toHaveCount(LIST.lines.length - 1);
  await ben.traffic.settled();
  ben.traffic.mark();
  await hope(ada, HERS, SHARED);
  await ben.traffic.settled();
  expect(eventful(ben.traffic.sinceMark()), "nothing came to Ben").toEqual([]);
  await ada.traffic.settled();
  ada.traffic.mark();
  await hope(ben, HIS, SHARED);
  await ada.traffic.settled();
  expect(eventful(ada.traffic.sinceMark()), "nothing came to Ada").toEqual([]);
  // Their words are in the page for everybody; what was marked is in no byte that either asked for.
  for (const { page } of [ada, ben]) {
    await page.reload();
    await expect(page.getByText("Your marks are in.")).toBeVisible();
    await expect(page.getByRole("checkbox")).toHaveCount(0);
  }
});

test("at its time both see the one hope that both have, and no other", async ({ server }) => {
  const { ada, ben } = pair();
  await liveUntil(server, pair(), daysFromNow(2, "10:00"));
  for (const { page } of [ada, ben]) {
    const both = page.getByRole("region", { name: "What both of you hope for" });
    await expect(both.getByRole("listitem")).toHaveText([SHARED]);
    for (const alone of [HERS, HIS]) await expect(both.getByText(alone)).toHaveCount(0);
  }
  await expectAccessible(ada.page, "what both hope for");
});

test("a round in which nothing is the same looks like one that was not finished", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const shown: string[] = [];
  for (const [round, finishes] of [true, false].entries()) {
    await beginRound(ben, ada);
    await hope(ada, HERS);
    if (finishes) await hope(ben, HIS);
    await liveUntil(server, pair(), daysFromNow(4 + 2 * round, "10:00"));
    const results = ada.page.getByRole("region", { name: "What both of you hope for" });
    const latest = results.getByRole("status").first();
    await expect(latest).toContainText("There is nothing to show.");
    shown.push(await latest.innerText());
    await expect(ben.page.getByText("There is nothing to show.").first()).toBeVisible();
  }
  expect(shown[1]).toBe(shown[0]);
  for (const person of [ada, ben]) {
    await toTheRoom(person);
    const card = place(person.page, "Shared").getByRole("article").filter({ hasText: LIST.words });
    await expect(card.getByRole("link", { name: "Look at it" })).toBeVisible();
    await expect(person.page.getByText(HIS)).toHaveCount(0);
  }
});
