import { askRound } from "#client/rooms/paired.ts";
import { expectAccessible } from "../support/accessible.ts";
import { press } from "../support/by-keyboard.ts";
import { canary } from "../support/canary.ts";
import { expectToldNowhere } from "../support/everywhere.ts";
import { inNode, pairedInNode, viewOf } from "../support/in-node.ts";
import { endThePause, pause, place, roomOf, saved, toTheRoom } from "../support/in-the-room.ts";
import { expect, onePairForAll, test, type Person } from "../support/journey.ts";
import {
  aList,
  ask,
  goToQuestion,
  putIn,
  someQuestion,
  writeAnswer,
} from "../support/questions-between.ts";
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

/** What a browser asks and is told when the page is loaded anew. */
async function onLoading({ page, traffic }: Person) {
  await traffic.settled();
  traffic.mark();
  const caughtUp = page.waitForResponse(/\/api\/rooms\//);
  await page.reload();
  await caughtUp;
  await traffic.settled();
  return transcriptOf(traffic.sinceMark());
}

test("both answer a question alone; nobody can tell of the other's answer until both open", async () => {
  const { ada, ben } = pair();
  const words = someQuestion();
  await ask(ada, words);
  await goToQuestion(ben, words);
  const before = await onLoading(ben);
  ben.traffic.mark();

  const hers = secret("The lamp by the window again");
  await writeAnswer(ada, hers);
  await putIn(ada);
  await expect(ada.page.getByText("Your answer is in.")).toBeVisible();
  await expect(ada.page.locator(".letter")).toHaveText(hers);
  await ada.page.getByRole("button", { name: "Take it out" }).click();
  const more = secret("and the second cup");
  await ada.page.getByRole("textbox", { name: "Your answer" }).click();
  await ada.page.keyboard.press("End");
  await ada.page.keyboard.type(` ${more}`);
  await saved(ada.page);
  await putIn(ada);
  await expect(ada.page.locator(".letter")).toHaveText(`${hers} ${more}`);
  await expect(ada.page.getByRole("button", { name: "Take it out" })).toBeVisible();
  await toTheRoom(ada);
  await expect(place(ada.page, "Mine").getByText("It is in.")).toBeVisible();

  await ben.traffic.settled();
  expect(eventful(ben.traffic.sinceMark()), "nothing came to Ben").toEqual([]);
  expect(await onLoading(ben), "nothing is other for Ben").toEqual(before);

  const his = secret("A letter that I did not send");
  await writeAnswer(ben, his);
  await pause(await back(ben));
  await goToQuestion(ben, words);
  await expect(ben.page.getByRole("button", { name: "Put it in" })).toBeDisabled();
  await endThePause(await back(ben));
  await goToQuestion(ben, words);
  await putIn(ben);

  // Hers opens by itself, in the place where she is; his in the page where he put it in.
  const shared = place(ada.page, "Shared").getByRole("article").filter({ hasText: words });
  await shared.getByRole("link", { name: "Read both answers" }).click();
  for (const { page } of [ada, ben]) {
    const answers = page.getByRole("article");
    await expect(answers).toHaveCount(2);
    await expect(page.getByText("both opened at the same moment")).toBeVisible();
  }
  const answerOf = (page: Person["page"], who: string) =>
    page.getByRole("article").filter({ has: page.getByRole("heading", { name: who }) });
  await expect(answerOf(ada.page, "You").locator(".letter")).toHaveText(`${hers} ${more}`);
  await expect(answerOf(ada.page, "Ben").locator(".letter")).toHaveText(his);
  await expect(answerOf(ben.page, "You").locator(".letter")).toHaveText(his);
  await expect(answerOf(ben.page, "Ada").locator(".letter")).toHaveText(`${hers} ${more}`);
  await expectAccessible(ada.page, "both answers");
  await toTheRoom(ada);
  await toTheRoom(ben);
});

async function back(person: Person): Promise<Person> {
  await toTheRoom(person);
  return person;
}

test("a question can be put away by one, unseen, and taken back by who asked it", async () => {
  const { ada, ben } = pair();
  const words = "Which habit of the other have you always liked?";
  await ask(ada, words);
  await toTheRoom(ada);
  const door = place(ben.page, "At the door");
  await expect(door.getByText(words)).toBeVisible();
  await ada.traffic.settled();
  ada.traffic.mark();
  await door.getByRole("button", { name: "Put away" }).click();
  await expect(door.getByText("Put away (1)")).toBeVisible();
  await expect(door.getByText(words)).toBeHidden();
  expect(eventful(ada.traffic.sinceMark())).toEqual([]);

  await goToQuestion(ada, words);
  await ada.page.getByRole("button", { name: "Take back" }).click();
  await ada.page.getByRole("button", { name: "Take it back" }).click();
  await expect(place(ada.page, "At the door").getByText("Nobody is waiting.")).toBeVisible();
  await expect(door.getByText("Put away (1)")).toBeHidden();
});

test("a round shows both what both marked, at its time, and nothing else", async ({ server }) => {
  const { ada, ben } = pair();
  const list = aList();
  const [first, second, third] = list.lines.map(({ words }) => words);
  if (!first || !second || !third) throw new Error("the list is too short");
  await ask(ada, list.words);
  await expectAccessible(ada.page, "lines to mark");
  await ada.page.getByRole("radio", { name: "in a week" }).check();
  await ada.page.getByRole("button", { name: "Ask for a round" }).click();
  await expect(ada.page.getByText("You asked for a round.")).toBeVisible();
  await goToQuestion(ben, list.words);
  await expect(ben.page.getByText("Ada asks for a round of marking.")).toBeVisible();
  await ada.page.getByRole("button", { name: "Take it back" }).click();
  await expect(ben.page.getByText("Ada asks for a round of marking.")).toBeHidden();

  // No page asks for so short a round: it ends while the test looks on.
  const room = roomOf(ada.page);
  const hand = await inNode(ada, server.origin);
  const paired = await pairedInNode(hand, room);
  const view = (await viewOf(hand, room)).pieces.find(
    (piece) => piece.mode === "paired" && piece.state.is === "answering",
  );
  if (!view) throw new Error("there is no question");
  expect(await askRound(hand, paired, view.piece, list, Date.now() + 6_000)).toEqual({
    ok: true,
    value: null,
  });
  await ben.page.getByRole("button", { name: "Yes, begin the round" }).click();
  const mark = async ({ page }: Person, lines: readonly string[]) => {
    for (const line of lines)
      await press(page, page.getByRole("checkbox", { name: line }), "Space");
    await press(page, page.getByRole("button", { name: "Hand in my marks" }));
    await expect(page.getByText("Your marks are in.")).toBeVisible();
  };
  await expect(ada.page.getByRole("checkbox", { name: first })).toBeVisible();
  await ada.traffic.settled();
  ada.traffic.mark();
  await mark(ben, [second, third]);
  expect(eventful(ada.traffic.sinceMark()), "nothing came to Ada").toEqual([]);
  await mark(ada, [first, second]);
  for (const { page } of [ada, ben]) {
    const results = page.getByRole("region", { name: "What both of you marked" });
    await expect(results.getByRole("listitem")).toHaveText([second]);
    await expect(page.getByRole("checkbox")).toHaveCount(0);
  }
  await expectToldNowhere([...phrases, list.words, second], { server, people: [ada, ben] });
});
