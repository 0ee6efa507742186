import { askRound, beginQuestion, beginRound, submitMarks } from "#client/rooms/paired.ts";
import type { PieceId } from "#domain/ids.ts";
import { expectAccessible } from "../support/accessible.ts";
import { press } from "../support/by-keyboard.ts";
import { field, sayYes, writeFirstLinesIn } from "../support/agreements-between.ts";
import { canary } from "../support/canary.ts";
import { expectToldNowhere } from "../support/everywhere.ts";
import { inNode, pairedInNode, viewOf } from "../support/in-node.ts";
import { endThePause, pause, place, roomOf, saved, toTheRoom } from "../support/in-the-room.ts";
import { expect, onePairForAll, test, type Person } from "../support/journey.ts";
import {
  aCard,
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

test("each marks alone, once; nobody can tell whether the other has", async () => {
  const { ada, ben } = pair();
  const list = aList();
  await ask(ada, list.words);
  await expectAccessible(ada.page, "lines to mark");
  await ada.page.getByRole("button", { name: "Ask for a round" }).click();
  await expect(ada.page.getByText("You asked for a round.")).toBeVisible();
  await goToQuestion(ben, list.words);
  await expect(ben.page.getByText("Ada asks for a round of marking.")).toBeVisible();
  await ada.page.getByRole("button", { name: "Take it back" }).click();
  await expect(ben.page.getByText("Ada asks for a round of marking.")).toBeHidden();
  await ada.page.getByRole("radio", { name: "in a week" }).check();
  await ada.page.getByRole("button", { name: "Ask for a round" }).click();
  await ben.page.getByRole("button", { name: "Yes, begin the round" }).click();

  await expect(ada.page.getByRole("checkbox")).toHaveCount(list.lines.length);
  await ada.traffic.settled();
  ada.traffic.mark();
  await press(ben.page, ben.page.getByRole("checkbox").nth(1), "Space");
  await press(ben.page, ben.page.getByRole("button", { name: "Hand in my marks" }));
  await expect(ben.page.getByText("Your marks are in.")).toBeVisible();
  expect(eventful(ada.traffic.sinceMark()), "nothing came to Ada").toEqual([]);
  await ada.page.getByRole("button", { name: "Hand in my marks" }).click();
  await expect(ada.page.getByText("Your marks are in.")).toBeVisible();
  for (const { page } of [ada, ben]) await expect(page.getByRole("checkbox")).toHaveCount(0);
  await toTheRoom(ada);
  await toTheRoom(ben);
});

/** How long a round lasts, in milliseconds: where the machine is slow, both need longer to mark. */
const ENDS = [2_000, 8_000, 30_000];

/** A round from its first yes to both's marks, too fast for pages. Whether it had not ended before. */
async function markAll(both: readonly InRoom[], piece: PieceId, ends: number): Promise<boolean> {
  const list = aList();
  const [ada, ben] = both;
  if (!ada || !ben) throw new Error("a round takes two");
  const roundOf = async ({ hand, paired }: InRoom) => {
    const view = (await viewOf(hand, paired.room)).pieces.find((one) => one.piece === piece);
    return view?.mode === "paired" ? view.round : null;
  };
  await askRound(ada.hand, ada.paired, piece, list, Date.now() + ends);
  const asked = await roundOf(ben);
  if (asked?.is !== "asked") return false;
  await beginRound(ben.hand, ben.paired, piece, asked);
  for (const [i, one] of both.entries()) {
    const round = await roundOf(one);
    if (round?.is !== "running") return false;
    const marked = new Set(list.lines.slice(i, i + 2).map(({ name }) => name));
    if (!(await submitMarks(one.hand, one.paired, piece, round, list, marked)).ok) return false;
  }
  return true;
}

type InRoom = Awaited<ReturnType<typeof inRoom>>;

async function inRoom(person: Person, origin: string) {
  const hand = await inNode(person, origin);
  return { hand, paired: await pairedInNode(hand, roomOf(person.page)) };
}

test("a round shows both what both marked, at its time, and nothing else", async ({ server }) => {
  const { ada, ben } = pair();
  const list = aList();
  const both = [await inRoom(ada, server.origin), await inRoom(ben, server.origin)];
  const [hers] = both;
  if (!hers) throw new Error("nobody is in the room");
  const begun = await beginQuestion(hers.hand, hers.paired, list.card);
  if (!begun.ok) throw new Error(begun.refusal.code);
  let ends = -1;
  do ends += 1;
  while (ends < ENDS.length && !(await markAll(both, begun.value, ENDS[ends] ?? 0)));

  for (const person of [ada, ben]) {
    const { page } = person;
    await place(page, "Shared").getByRole("link", { name: "Look at it" }).click();
    const results = page.getByRole("region", { name: "What both of you would like" });
    await expect(results.getByRole("listitem").first()).toBeVisible();
    await expect(results.getByRole("listitem")).toHaveText([list.lines[1]?.words ?? ""]);
    await expect(page.getByRole("button", { name: "Ask for a round" })).toBeVisible();
  }
  await ada.page.getByRole("button", { name: "Make an agreement from these" }).click();
  await ada.page.getByRole("button", { name: "Propose it" }).click();
  await expect(ada.page.getByText("You proposed an agreement from these.")).toBeVisible();
  await toTheRoom(ben);
  await sayYes(ben);
  await ada.page.getByRole("link", { name: "Look at it" }).click();
  await writeFirstLinesIn(ada, ben);
  for (const { page } of [ada, ben]) {
    await expect(field(page, 1)).toHaveValue(list.lines[1]?.words ?? "");
  }
  await toTheRoom(ada);
  await toTheRoom(ben);
});

test("both tell it from both sides; what one had wrong stays with them", async ({ server }) => {
  const { ada, ben } = pair();
  const words = aCard("swap", 1);
  await ask(ada, words);
  await goToQuestion(ben, words);
  const told: Record<string, string> = {};
  for (const [who, person] of Object.entries({ ada, ben })) {
    await person.page.getByRole("button", { name: "Write my answer" }).click();
    for (const label of ["What do you think the other felt?", "What was it like for you?"]) {
      const phrase = secret(`${who} on ${label.length}`);
      told[`${who} ${label.slice(-4)}`] = phrase;
      await person.page.getByRole("textbox", { name: label }).fill(phrase);
    }
    await expect(
      person.page.getByRole("textbox", { name: "What did you have wrong?" }),
    ).toHaveCount(0);
    await saved(person.page);
    await putIn(person);
  }
  for (const [who, other, { page }] of [
    ["ada", "ben", ada],
    ["ben", "ada", ben],
  ] as const) {
    await expect(page.getByText(told[`${other} you?`] ?? "")).toBeVisible();
    await expect(page.getByText(told[`${other} elt?`] ?? "")).toBeVisible();
    await expect(page.getByText(told[`${who} elt?`] ?? "")).toBeVisible();
  }
  const mine = secret("It was not anger at all");
  await ada.page.getByRole("textbox", { name: "What did you have wrong?" }).fill(mine);
  await saved(ada.page);
  await ada.page.getByRole("button", { name: "Thank you" }).click();
  await expect(ada.page.getByText("You answered: “Thank you”.")).toBeVisible();
  await expect(ben.page.getByText("Ada answered: “Thank you”.")).toBeVisible();
  await expectAccessible(ada.page, "both sides");
  await expect(ben.page.getByText(mine)).toHaveCount(0);
  await toTheRoom(ada);
  await toTheRoom(ben);
  await expectToldNowhere([...phrases, words, aList().words], { server, people: [ada, ben] });
});

test("what goes deeper than one wishes is set aside, and looks unseen to who asked", async () => {
  const { ada, ben } = pair();
  await ada.page.getByRole("button", { name: "Write something new" }).click();
  await ada.page.getByRole("button", { name: "A question for us both" }).click();
  await ada.page.getByText("What suits you: deep at most").click();
  const most = ada.page.getByRole("group", { name: "How deep do you want to go, at most?" });
  await most.getByRole("radio", { name: "light" }).click();
  await expect(ada.page.getByText("What suits you: light at most")).toBeVisible();
  await ada.page.getByRole("button", { name: "Back" }).click();
  await ada.page.getByRole("button", { name: "Not now" }).click();
  // Ben asks: Ada has asked as often as one can in a day.
  const words = aCard("question", 3);
  await ask(ben, words);
  const door = place(ada.page, "At the door");
  await expect(door.getByText("Set aside, as you wished (1)")).toBeVisible();
  await expect(door.getByText(words)).toBeHidden();
  await expect(ben.page.getByText("neither you nor Ada can tell")).toBeVisible();
  await door.getByText("Set aside, as you wished (1)").click();
  await expect(door.getByText("It goes deeper than you chose.")).toBeVisible();
  await expect(door.getByText(words)).toBeVisible();
});
