import { canary } from "../support/canary.ts";
import { expectToldNowhere } from "../support/everywhere.ts";
import {
  beginRoom,
  comeIn,
  endThePause,
  makeLink,
  pause,
  place,
  saved,
  seeThePause,
  toTheRoom,
} from "../support/in-the-room.ts";
import { expect, test, type Person } from "../support/journey.ts";
import { goToTheGate, offerLetter, takeBack, writeLetter } from "../support/letters-between.ts";
import { transcriptOf } from "../support/transcript.ts";

const choose = (name: string) => async (reader: Person) => {
  await goToTheGate(reader);
  await reader.page.getByRole("button", { name, exact: true }).click();
};

/** What a reader does with the envelope; each ends in the room. */
const ACTS: Record<string, (reader: Person) => Promise<void>> = {
  unseen: async () => {},
  opened: async (reader) => {
    await choose("Open")(reader);
    await expect(reader.page.getByRole("heading", { name: "If you want to answer" })).toBeVisible();
    await toTheRoom(reader);
    await expect(place(reader.page, "Shared").getByRole("link", { name: "Read" })).toBeVisible();
  },
  "not now": async (reader) => {
    await choose("Not now")(reader);
    await expect(reader.page.getByText("You said not now.")).toBeVisible();
  },
  no: async (reader) => {
    await choose("No")(reader);
    await expect(place(reader.page, "At the door").getByText("Nobody is waiting.")).toBeVisible();
  },
};

/** Loads the page anew, and waits until it has asked again for what may have been missed meanwhile. */
async function reload({ page, traffic }: Person): Promise<void> {
  const caughtUp = page.waitForResponse(/\/api\/rooms\//);
  await page.reload();
  await caughtUp;
  await traffic.settled();
}

/** Everything that an author sees, says and hears from the offer on, whatever the reader did. */
async function theAuthorsSide(
  author: Person,
  reader: Person,
  act: (reader: Person) => Promise<void>,
) {
  const { page, traffic } = author;
  const texts: string[] = [];
  const look = async () => {
    texts.push((await page.locator("body").innerText()).replaceAll(author.name, "my name"));
  };
  await offerLetter(author);
  await expect(page.getByText("Silence here means nothing.")).toBeVisible();
  await expect(place(reader.page, "At the door").getByRole("link")).toBeVisible();
  await traffic.settled();
  traffic.mark();

  await act(reader);
  // What the reader does next can be seen: by then anything of the act would have come before it.
  await pause(reader);
  await seeThePause(author);
  await endThePause(reader);
  await expect(page.getByText("This room is paused.")).toBeHidden();
  await traffic.settled();
  const untilThen = transcriptOf(traffic.sinceMark());
  await look();

  await reload(author);
  await expect(place(page, "At the door").getByRole("link", { name: "Look at it" })).toBeVisible();
  await look();
  await page.getByRole("link", { name: "Look at it" }).click();
  await expect(page.getByText("This is what you offered, word for word.")).toBeVisible();
  await saved(page);
  await look();
  await toTheRoom(author);
  // What the room asks for is answered otherwise once it is taken back.
  await traffic.settled();
  await takeBack(author);
  await expect(page.getByText("You took it back. It is yours alone again.")).toBeVisible();
  await look();
  await traffic.settled();
  await reload(author);
  await expect(page.getByText("You took it back. It is yours alone again.")).toBeVisible();
  return { texts, untilThen, transcript: transcriptOf(traffic.sinceMark()) };
}

test("unseen, opened, not now and no are the same to the author", async ({ newPerson, server }) => {
  test.setTimeout(180_000);
  const title = canary("On the third step");
  const body = canary("I heard the door and stayed");
  const reader = await newPerson("ben");
  const authors: Person[] = [];
  const sides: Record<string, Awaited<ReturnType<typeof theAuthorsSide>>> = {};
  for (const [outcome, act] of Object.entries(ACTS)) {
    const author = await newPerson("ada");
    authors.push(author);
    await beginRoom(author, "Ben");
    await comeIn(reader, await makeLink(author), "Ada");
    await expect(author.page.getByText("Nobody else is in this room.")).toBeHidden();
    await writeLetter(author, title, body);
    sides[outcome] = await theAuthorsSide(author, reader, act);
  }

  const { unseen, ...others } = sides;
  // One event and one answer for the pause, and one of each for its end, and between the two the author's
  // own note that there was a pause; nothing for the act.
  expect(unseen?.untilThen.live).toHaveLength(2);
  expect(unseen?.untilThen.asked).toHaveLength(3);
  for (const [outcome, side] of Object.entries(others)) {
    expect(side, `"${outcome}" is the same as "unseen"`).toEqual(unseen);
  }
  await expectToldNowhere([title, body], { server, people: [reader, ...authors] });
});
