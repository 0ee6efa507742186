import { expectAccessible } from "../support/accessible.ts";
import { canary } from "../support/canary.ts";
import { expectToldNowhere } from "../support/everywhere.ts";
import { place, saved, toTheRoom } from "../support/in-the-room.ts";
import { expect, onePairForAll, test, type Person } from "../support/journey.ts";
import {
  askForCheckIn,
  commitment,
  goToPlan,
  mark,
  openPlan,
  partOf,
  signMine,
  writeCommitment,
} from "../support/plans-between.ts";
import type { TogetherState, TogetherView } from "#domain/piece-view.ts";
import type { RoomView } from "#domain/room-view.ts";
import { presenceSwitch } from "../support/agreements-between.ts";
import { eventful } from "../support/traffic.ts";
import { transcriptOf } from "../support/transcript.ts";

const pair = onePairForAll();
const phrases: string[] = [];
const secret = (what: string) => {
  const phrase = canary(what);
  phrases.push(phrase);
  return phrase;
};

test.describe.configure({ mode: "serial" });

const hers = { goal: "", when: "it is half past five", act: "close the laptop and leave" };
const his = { goal: "", when: "I have promised a call", act: "set an alarm for it" };

/** What a browser asks and is told when the page is loaded anew. */
async function onLoading({ page, traffic }: Person) {
  await traffic.settled();
  traffic.mark();
  const caughtUp = page.waitForResponse(/\/api\/rooms\//);
  await page.reload();
  await caughtUp;
  await saved(page); // the plan's own socket has caught up too
  await traffic.settled();
  return transcriptOf(traffic.sinceMark());
}

test("a commitment stands under a name only once that person has signed it", async () => {
  const { ada, ben } = pair();
  await openPlan(pair());
  hers.goal = secret("Be on time at the school gate");
  his.goal = secret("Call when I said I would");
  await ada.page.getByRole("textbox", { name: "Title" }).fill(secret("Three things we keep"));

  await writeCommitment(ada.page, "You", hers);
  const wide = ada.page.viewportSize() ?? { width: 1280, height: 900 };
  await ada.page.setViewportSize({ width: 390, height: 844 });
  const reaches = () => ada.page.evaluate(() => document.documentElement.scrollWidth);
  expect(await reaches(), "all of the form is on a phone's screen").toBeLessThanOrEqual(390);
  await ada.page.setViewportSize(wide);
  const suggested = commitment(ben.page, "It stands under Ada’s name only if Ada signs it");
  await expect(suggested.getByRole("textbox", { name: "What it is for" })).toHaveValue(hers.goal);
  await expect(suggested.getByRole("button", { name: /Sign/ })).toBeHidden();
  await signMine(ada.page);
  await expect(commitment(ada.page, hers.goal)).toContainText("Ben has not signed that they read");
  await expect(commitment(ben.page, hers.goal)).toContainText("Ada signed");
  await commitment(ben.page, hers.goal).getByRole("button", { name: "I have read it" }).click();
  await expect(commitment(ada.page, hers.goal)).toContainText("Ben has read it");

  // What she writes for him is a suggestion, on both sides, until he signs it himself.
  await writeCommitment(ada.page, "Ben", his);
  await expect(partOf(ada.page, "Ben").getByRole("article")).toContainText("A suggestion.");
  await expect(partOf(ben.page, "You").getByRole("article")).toContainText("it stands nowhere");
  await saved(ben.page);
  await signMine(ben.page);
  await expect(commitment(ada.page, his.goal)).toContainText("Ben signed");
  await expect(commitment(ada.page, "A suggestion.")).toHaveCount(0);
});

test("other words show what would change, and where the other is while both share presence", async () => {
  const { ada, ben } = pair();
  const stands = commitment(ben.page, his.goal);
  await stands.getByRole("button", { name: "Change the wording" }).click();
  for (const { page } of [ada, ben]) await presenceSwitch(page).check();
  for (const { page } of [ada, ben]) await expect(page.getByText("is here too")).toBeVisible();
  await stands.getByRole("textbox", { name: "then I" }).press("End");
  await ben.page.keyboard.type(" for the hour");
  await commitment(ada.page, his.goal)
    .getByRole("button", { name: "Suggest another wording" })
    .click();
  await expect(commitment(ada.page, his.goal).getByText("is writing here")).toBeAttached();
  await presenceSwitch(ben.page).uncheck();
  await expect(commitment(ada.page, his.goal).getByText("is writing here")).toBeHidden();
  for (const { page } of [ada, ben]) {
    await commitment(page, his.goal).getByRole("button", { name: "Done with the wording" }).click();
    await expect(commitment(page, his.goal).getByRole("insertion")).toContainText("for the hour");
    await saved(page);
  }
  await stands.getByRole("button", { name: "Sign the new wording" }).click();
  await expect(commitment(ada.page, his.goal).getByRole("insertion")).toBeHidden();
  await presenceSwitch(ada.page).uncheck();
});

test("it can be rehearsed once, and nothing of that is kept", async () => {
  const { ada } = pair();
  await commitment(ada.page, hers.goal).getByRole("button", { name: "Rehearse it once" }).click();
  const dialog = ada.page.getByRole("dialog");
  await expect(dialog).toContainText(`When ${hers.when}`);
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(dialog).toContainText(`then I ${hers.act}`);
  await dialog.getByRole("button", { name: "Go on" }).click();
  await dialog.getByRole("textbox", { name: "When …, then I …" }).fill(secret("from memory"));
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toBeHidden();
});

test("P98 a mark that was made before its piece was there outlives the page", async () => {
  const { ada } = pair();
  const { page } = ada;
  const done = commitment(page, hers.goal).getByRole("radio", { name: "Done", exact: true });
  // Nothing answers: the piece of hers in which she marks cannot be begun.
  await page.route("**/api/pieces", () => undefined);
  await done.check();
  await expect.poll(() => page.evaluate(keptUnplaced)).toBe(1);
  await page.unroute("**/api/pieces");
  await page.reload();
  await expect(done).toBeChecked();
  await saved(page);
  await expect.poll(() => page.evaluate(keptUnplaced)).toBe(0);
});

/** Runs in the page: how many marks this device keeps for which there is no piece yet. */
async function keptUnplaced(): Promise<number> {
  const databases = await indexedDB.databases();
  const { name = "" } = databases.find((one) => one.name?.startsWith("threshold-")) ?? {};
  const opening = indexedDB.open(name);
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  const counting = database.transaction("unplaced").objectStore("unplaced").count();
  const count = await new Promise<number>((resolve) => {
    counting.onsuccess = () => resolve(counting.result);
  });
  database.close();
  return count;
}

test("marks are mine alone until a check-in that both said yes to opens them", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const before = await onLoading(ben);
  await expect(commitment(ben.page, his.goal)).toBeVisible();
  await ben.traffic.settled();
  ben.traffic.mark();
  await mark(ada.page, hers.goal, "Done");
  await mark(ada.page, his.goal, "In part");
  await ada.page.reload();
  for (const [goal, word] of [
    [hers.goal, "Done"],
    [his.goal, "In part"],
  ] as const) {
    const chosen = commitment(ada.page, goal).getByRole("radio", { name: word, exact: true });
    await expect(chosen).toBeChecked();
  }
  await ben.traffic.settled();
  expect(eventful(ben.traffic.sinceMark()), "nothing came to Ben").toEqual([]);
  expect(await onLoading(ben), "nothing is other for Ben").toEqual(before);

  await askForCheckIn(ada.page);
  const preview = ada.page.getByRole("table", { name: "What you would put in" });
  await expect(preview.getByRole("row")).toHaveCount(3);
  await expect(ben.page.getByText("Ada asked for it.")).toBeVisible();
  const asked = await onLoading(ben);
  await expect(ben.page.getByText("Ada asked for it.")).toBeVisible();
  await ben.traffic.settled();
  ben.traffic.mark();
  await ada.page.getByRole("button", { name: "Yes, put mine in" }).click();
  await expect(ada.page.getByText("Yours is in.")).toBeVisible();
  await ben.traffic.settled();
  expect(eventful(ben.traffic.sinceMark()), "nothing came to Ben").toEqual([]);
  expect(await onLoading(ben), "nothing is other for Ben").toEqual(asked);
  const shown = ben.page.getByRole("table", { name: /^What was marked/ });
  for (const row of await shown.getByRole("row").filter({ hasText: hers.goal }).all()) {
    await expect(row).toContainText("No mark");
  }

  await mark(ben.page, his.goal, "Could not");
  await ben.page.getByRole("button", { name: "Yes, put mine in" }).click();
  for (const [{ page }, me, other] of [
    [ada, hers.goal, his.goal],
    [ben, his.goal, hers.goal],
  ] as const) {
    await expect(page.getByRole("heading", { name: "Opened by both" })).toBeVisible();
    const rows = page.getByRole("table", { name: /^What was marked/ }).getByRole("row");
    await expect(rows.filter({ hasText: "Could not" })).toHaveCount(1);
    await expect(rows.filter({ hasText: "Done" })).toHaveCount(1);
    await expect(rows.filter({ hasText: "In part" })).toContainText("noticed");
    await expect(rows.filter({ hasText: me })).not.toHaveCount(0);
    await expect(rows.filter({ hasText: other })).not.toHaveCount(0);
  }
  await expectAccessible(ben.page, "a plan with a check-in that has opened");

  await ada.page.getByRole("link", { name: "History" }).click();
  await expect(ada.page.getByText("You asked for a check-in")).toBeVisible();
  await expect(ada.page.getByText(`${hers.goal}: when ${hers.when}`).first()).toBeVisible();
  await ada.page.getByRole("link", { name: "Back" }).click();
  await toTheRoom(ada);
  const card = place(ada.page, "Mine").getByRole("article").filter({ hasText: "Your marks" });
  await expect(card.getByRole("link", { name: "To the plan" })).toBeVisible();
  await goToPlan(ada);
  await expectToldNowhere(phrases, { server, people: [ada, ben] });
});

test("what is let go of stands no more, and stays to be read as a suggestion", async () => {
  const { ada, ben } = pair();
  await commitment(ada.page, hers.goal).getByRole("button", { name: "Let it go" }).click();
  await ada.page.getByRole("button", { name: "Yes, let it go" }).click();
  await expect(commitment(ada.page, "it stands nowhere")).toBeVisible();
  await expect(commitment(ben.page, "A suggestion.")).toBeVisible();
  await expect(ben.page.getByText("Ada signed")).toBeHidden();
});

test("a plan of which the server says what nobody signed is read-only, and the page says so", async () => {
  const { ben } = pair();
  await expect(ben.page.getByRole("textbox", { name: "Title" })).toBeVisible();
  await ben.page.route(/\/api\/rooms\/[^/]+$/, async (route) => {
    const answer = await route.fetch();
    const view = (await answer.json()) as RoomView;
    const pieces = view.pieces.map((piece) =>
      piece.mode === "together" && piece.state.is === "open"
        ? { ...piece, state: closedByNobody(piece, piece.state) }
        : piece,
    );
    await route.fulfill({ response: answer, json: { ...view, pieces } });
  });
  await ben.page.reload();
  await expect(ben.page.getByText("Something here does not hold")).toBeVisible();
  await expect(partOf(ben.page, "You").getByRole("article").first()).toBeVisible();
  await expect(ben.page.getByRole("textbox", { name: "Title" })).toHaveCount(0);
  await expect(ben.page.getByText("closed this")).toHaveCount(0);
  await ben.page.unrouteAll({ behavior: "wait" });
});

/** A closing that is said to be the other's; what is shown for it is another statement of hers. */
function closedByNobody(view: TogetherView, state: Extract<TogetherState, { is: "open" }>) {
  const closed = { is: "closed", by: "other", on: view.on, reopening: null } as const;
  return { ...state, ...closed, statement: state.yeses.asked };
}
