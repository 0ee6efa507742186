import { addLine, field, openAgreement } from "../support/agreements-between.ts";
import { canary } from "../support/canary.ts";
import { expectToldNowhere } from "../support/everywhere.ts";
import { kept, pairUp, saved, toTheRoom, type Pair } from "../support/in-the-room.ts";
import { expect, test, type Person } from "../support/journey.ts";
import { writeLetter } from "../support/letters-between.ts";
import { networkTo, type Network } from "../support/network.ts";
import { peopleOf, type People } from "../support/people.ts";

/** Each has a way to the server of their own. */
let networks: readonly [Network, Network];
let people: People;
let pair: Pair;

test.beforeAll(async ({ browser, server }) => {
  networks = [await networkTo(server.origin), await networkTo(server.origin)];
  people = peopleOf(browser, server.origin);
  pair = await pairUp(people.open, { ada: networks[0].origin, ben: networks[1].origin });
});
test.afterAll(async () => {
  await people.close();
  for (const network of networks) await network.close();
});

const letterOf = ({ page }: Pick<Person, "page">) =>
  page.getByRole("textbox", { name: "Your letter" });

test("what both write in an agreement without the network is merged when it is back", async ({
  server,
}) => {
  const { ada, ben } = pair;
  const before = canary("We meet in the garden");
  const hers = canary("I bring the tea");
  const his = canary("I bring the chairs");
  await openAgreement(pair);
  await addLine(ada.page, 1, before);
  await expect(field(ben.page, 1)).toHaveValue(before);
  await saved(ada.page);

  for (const network of networks) network.cut();
  await addLine(ada.page, 2, hers);
  await field(ada.page, 1).press("Home");
  await ada.page.keyboard.type("In May ");
  await addLine(ben.page, 2, his);
  await field(ben.page, 1).press("End");
  await ben.page.keyboard.type(" at noon");
  for (const { page } of [ada, ben]) await kept(page);
  await expect(field(ben.page, 1)).toHaveValue(`${before} at noon`);

  for (const network of networks) network.mend();
  const values = async ({ page }: Person) =>
    Promise.all([1, 2, 3].map((number) => field(page, number).inputValue()));
  for (const { page } of [ada, ben]) {
    await expect(field(page, 3)).toBeVisible();
    await expect(field(page, 1)).toHaveValue(`In May ${before} at noon`);
    await saved(page);
  }
  expect((await values(ada)).slice(1).sort()).toEqual([his, hers].sort());
  expect(await values(ben)).toEqual(await values(ada));
  await expectToldNowhere([before, hers, his], { server, people: [ada, ben] });
  for (const person of [ada, ben]) await toTheRoom(person);
});

test("two tabs of one person write one letter", async () => {
  const { ada } = pair;
  const { page, context } = ada;
  await writeLetter(ada, "In two tabs", "The middle");
  const other = await context.newPage();
  await other.goto(page.url());
  const theirs = letterOf({ page: other });
  await expect(theirs).toContainText("The middle");
  await letterOf(ada).press("Control+Home");
  await theirs.press("Control+End");
  await Promise.all([
    page.keyboard.type("A beginning. ", { delay: 5 }),
    other.keyboard.type(", and an end.", { delay: 5 }),
  ]);
  const whole = "A beginning. The middle, and an end.";
  for (const tab of [page, other]) {
    await expect(letterOf({ page: tab })).toHaveText(whole);
    await saved(tab);
  }
  await other.close();
  await toTheRoom(ada);
});

test("a tab that dies right after Saved has lost nothing", async () => {
  const { ada } = pair;
  const { context } = ada;
  await writeLetter(ada, "Before the crash", "Every word of it");
  const address = ada.page.url();
  for (const [round, how] of (["closed", "crashed"] as const).entries()) {
    const tab = await context.newPage();
    await tab.goto(address);
    const letter = letterOf({ page: tab });
    await letter.press("Control+End");
    await tab.keyboard.type(`, and ${how}`);
    await saved(tab);
    if (how === "closed") await tab.close();
    else await crash(tab);
    const after = await context.newPage();
    await after.goto(address);
    const words = ["Every word of it", ", and closed", ", and crashed"]
      .slice(0, round + 2)
      .join("");
    await expect(letterOf({ page: after })).toHaveText(words);
    await saved(after);
    await after.close();
    if (!tab.isClosed()) await tab.close();
  }
});

/** Ends a tab's process, as running out of memory would. */
async function crash(page: Person["page"]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  // It never answers: there is nobody left to do so.
  session.send("Page.crash").catch(() => undefined);
  await crashed;
}
