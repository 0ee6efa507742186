import { addLine, field, openAgreement, presenceSwitch } from "../support/agreements-between.ts";
import { canary } from "../support/canary.ts";
import { expectToldNowhere } from "../support/everywhere.ts";
import { saved } from "../support/in-the-room.ts";
import { expect, onePairForAll, test, type Person } from "../support/journey.ts";
import type { RunningServer } from "../support/running-server.ts";
import { eventful, hasNoted, isOwnNote } from "../support/traffic.ts";

const pair = onePairForAll();

const here = ({ page }: Person, other: string) => page.getByText(`${other} is here too`);
const caret = ({ page }: Person) => page.locator(".line-caret");

/** Whatever has reached somebody from elsewhere since the mark. */
const heard = ({ traffic }: Person) =>
  eventful(traffic.sinceMark())
    .filter((message) => message.how === "response" || message.how === "socket in")
    .filter((message) => !isOwnNote(message))
    .map(({ where, bytes }) => `${where} ${bytes.toString("latin1")}`);

/** Ada turns presence off and on again; tells whether the server keeps what it kept before, byte for byte. */
async function leavesNothing(server: RunningServer): Promise<boolean> {
  const { ada, ben } = pair();
  const before = server.kept();
  await presenceSwitch(ada.page).uncheck();
  await expect(here(ben, "Ada")).toBeHidden();
  await presenceSwitch(ada.page).check();
  await expect(here(ben, "Ada")).toBeVisible();
  return server.kept().equals(before);
}

test("presence shows while both have it on, to nobody before, and is gone at once", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const words = canary("Here we are");
  for (const person of [ada, ben]) person.traffic.mark();
  await openAgreement(pair());
  await addLine(ada.page, 1, words);
  await expect(field(ben.page, 1)).toHaveValue(words);
  await saved(ada.page);
  await field(ben.page, 1).click();
  for (const person of [ada, ben]) {
    await expect(presenceSwitch(person.page)).not.toBeChecked();
    // The new piece is in the list of each.
    await expect.poll(() => hasNoted(person.traffic)).toBe(true);
  }

  // Off for both: a caret that moves is told to nobody.
  await ben.traffic.settled();
  ben.traffic.mark();
  await field(ada.page, 1).press("Home");
  await field(ada.page, 1).press("End");

  // On by one: the other hears nothing, whatever the one does.
  await presenceSwitch(ada.page).check();
  await expect(ada.page.getByText("Presence: on")).toBeVisible();
  await field(ada.page, 1).press("Home");
  await field(ada.page, 1).press("End");
  await expect(here(ada, "Ben")).toBeHidden();
  await expect.poll(() => ada.traffic.sinceMark().length).toBeGreaterThan(0);
  await presenceSwitch(ada.page).uncheck();
  await presenceSwitch(ada.page).check();
  expect(heard(ben)).toEqual([]);
  await expect(caret(ben)).toHaveCount(0);

  // On by both.
  await presenceSwitch(ben.page).check();
  await expect(here(ada, "Ben")).toBeVisible();
  await expect(here(ben, "Ada")).toBeVisible();
  await field(ada.page, 1).press("End");
  await expect(caret(ben)).toHaveCount(1);
  await field(ben.page, 1).click();
  await expect(caret(ada)).toHaveCount(1);
  await expect(ada.page.getByText("Ben is writing here")).toBeAttached();

  // Off by one: gone for both, and what the one does from now on is not told.
  await presenceSwitch(ada.page).uncheck();
  await expect(here(ben, "Ada")).toBeHidden();
  await expect(caret(ben)).toHaveCount(0);
  await expect(here(ada, "Ben")).toBeHidden();
  await expect(caret(ada)).toHaveCount(0);
  ada.traffic.mark();
  ben.traffic.mark();
  await field(ada.page, 1).press("Home");
  await field(ben.page, 1).press("Home");
  await presenceSwitch(ben.page).uncheck();
  await presenceSwitch(ben.page).check();
  await expect.poll(() => heard(ben).join()).toContain('"both":false');
  expect(heard(ada)).toEqual([]);
  expect(heard(ben).filter((said) => said.startsWith("/sync/"))).toEqual([]);

  // On again by the first: both, and off at once when the page is left.
  await presenceSwitch(ada.page).check();
  await expect(here(ben, "Ada")).toBeVisible();
  // Whatever else the pages write by the way comes to an end: then nothing of it is stored.
  await expect.poll(() => leavesNothing(server)).toBe(true);
  await ada.page.reload();
  await expect(here(ben, "Ada")).toBeHidden();
  await expect(presenceSwitch(ada.page)).not.toBeChecked();
  await expectToldNowhere([words], { server, people: [ada, ben] });
});

/** What the relay says of where somebody is: the second byte of a frame is its type. */
const SHOWN = 5;

test("presence is of one page: another tab of the same person is shown nothing, and not shown", async () => {
  const { ada, ben } = pair();
  for (const { page } of [ada, ben]) await presenceSwitch(page).check();
  await expect(here(ada, "Ben")).toBeVisible();
  const tab = await ben.context.newPage();
  const frames: Buffer[] = [];
  tab.on("websocket", (socket) => {
    if (!new URL(socket.url()).pathname.startsWith("/sync/")) return;
    socket.on("framereceived", ({ payload }) => frames.push(Buffer.from(payload)));
  });
  await tab.goto(ben.page.url());
  await field(tab, 1).click();
  await expect(presenceSwitch(tab)).not.toBeChecked();
  await field(ada.page, 1).press("End");
  await expect(caret(ben)).toHaveCount(1);
  await field(ada.page, 1).press("Home");
  await tab.keyboard.press("Home");
  await tab.keyboard.type("So: ");
  await saved(tab);
  await expect(field(ada.page, 1)).toHaveValue(/^So: /);
  await expect(tab.locator(".line-caret")).toHaveCount(0);
  await expect(caret(ada)).toHaveCount(0);
  expect(frames.length).toBeGreaterThan(0);
  expect(frames.filter((frame) => frame[1] === SHOWN)).toEqual([]);

  // Turned on there, it shows who is here, and goes with the tab alone.
  await presenceSwitch(tab).check();
  await expect(tab.locator(".line-caret")).toHaveCount(1);
  await field(tab, 1).click();
  await expect(caret(ada)).toHaveCount(1);
  await tab.close();
  await expect(caret(ada)).toHaveCount(0);
  await expect(here(ada, "Ben")).toBeVisible();
});
