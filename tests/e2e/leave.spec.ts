import type { DemoPerson } from "../demo/person.ts";
import { field } from "../support/agreements-between.ts";
import { canary } from "../support/canary.ts";
import { inBrowser } from "../support/from-node.ts";
import { pause, place, saved, seeThePause, toTheRoom } from "../support/in-the-room.ts";
import { expect, test, type Person } from "../support/journey.ts";
import { offerLetter } from "../support/letters-between.ts";
import { agreeIn, newInNode, pairThese, writeIn } from "../support/pair-in-node.ts";
import { transcriptOf } from "../support/transcript.ts";

const goByTheSettings = (button: string, yes: string) => async (leaver: Person) => {
  const { page } = leaver;
  await page.getByRole("link", { name: "Settings", exact: true }).click();
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: yes, exact: true }).click();
  await expect(page.getByRole("banner").getByText("You left")).toBeVisible();
};

/** Ways to stop everything; each begins in the room. */
const ACTS: Record<string, (leaver: Person) => Promise<void>> = {
  pause,
  leave: goByTheSettings("Leave quietly", "Leave the room"),
  block: goByTheSettings("Block", "Block"),
};

const LINE = canary("Keys under the third pot");
const TITLE = canary("To whom it may reach");

type Sides = { readonly ada: DemoPerson; readonly ben: DemoPerson; readonly room: string };

/** A room of Ben's with somebody new, with an agreement, and a letter of theirs that is not offered. */
async function roomWith(origin: string, ben: DemoPerson): Promise<Sides> {
  const ada = await newInNode(origin, "ada");
  const room = await pairThese(ada, ben);
  await agreeIn({ ada, ben }, "", [LINE]);
  await writeIn(ada, TITLE, "It has one sentence.");
  ada.close();
  return { ada, ben, room };
}

/** Everything that the other sees, says and hears from then on. */
async function theOthersSide(
  other: Person,
  leaver: Person,
  room: string,
  act: (leaver: Person) => Promise<void>,
) {
  const { page, traffic } = other;
  const texts: string[] = [];
  const look = async () => {
    texts.push((await page.locator("body").innerText()).replaceAll(other.name, "my name"));
  };
  await leaver.page.goto(`/room/${room}`);
  await expect(leaver.page.getByRole("heading", { name: "At the door" })).toBeVisible();
  // The device has seen all of it before: what was written is no part of what is compared.
  await place(page, "Mine").getByRole("link", { name: "Keep writing" }).click();
  await saved(page);
  await toTheRoom(other);
  await place(page, "Shared").getByRole("link", { name: "Open" }).click();
  await expect(field(page, 1)).toHaveValue(LINE);
  await saved(page);
  await traffic.settled();
  traffic.mark();

  await act(leaver);
  await expect(page.getByText("This room is paused.")).toBeVisible();
  await expect(field(page, 1)).not.toBeEditable();
  await expect(field(page, 1)).toHaveValue(LINE);
  await traffic.settled();
  await look();
  const untilThen = transcriptOf(traffic.sinceMark());

  await toTheRoom(other);
  await seeThePause(other);
  await place(page, "Mine").getByRole("link", { name: "Keep writing" }).click();
  await saved(page);
  await offerLetter(other);
  await expect(page.getByText(/^From you · offered/)).toBeVisible();
  await look();
  await traffic.settled();
  const caughtUp = page.waitForResponse(/\/api\/rooms\//);
  await page.reload();
  await caughtUp;
  await expect(page.getByText("This room is paused.")).toBeVisible();
  await traffic.settled();
  await look();
  return { texts, untilThen, transcript: transcriptOf(traffic.sinceMark()) };
}

test("leaving and blocking are a pause to the other, byte for byte", async ({
  newPerson,
  server,
}) => {
  const ben = await newInNode(server.origin, "ben");
  const leaver = await inBrowser(newPerson, ben, "/settings");
  const sides: Record<string, Awaited<ReturnType<typeof theOthersSide>>> = {};
  for (const [way, act] of Object.entries(ACTS)) {
    const { ada, room } = await roomWith(server.origin, ben);
    const other = await inBrowser(newPerson, ada, `/room/${room}`);
    sides[way] = await theOthersSide(other, leaver, room, act);
    await other.page.close();
  }
  ben.close();
  const { pause: paused, ...others } = sides;
  expect(paused?.untilThen.live).toHaveLength(1);
  for (const [way, side] of Object.entries(others)) {
    expect(side, `"${way}" is the same as "pause"`).toEqual(paused);
  }

  await theSideOfWhoBlocked(leaver);
});

/** Says what was done, lets everything be read and nothing offered, and goes from the list when told. */
async function theSideOfWhoBlocked(leaver: Person): Promise<void> {
  const { page } = leaver;
  const leaving = page.getByRole("region", { name: "Leaving" });
  await expect(leaving.getByText("You left this room, and blocked Ada.")).toBeVisible();
  await expect(leaving.getByRole("button", { name: "Leave quietly" })).toBeHidden();

  await page.getByRole("link", { name: "Room", exact: true }).click();
  await expect(page.getByRole("banner").getByText("You left")).toBeVisible();
  await expect(page.getByRole("banner").getByRole("button", { name: /^Pause/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Write something new" }).click();
  await page.getByRole("button", { name: "Agree on boundaries" }).click();
  await expect(page.getByRole("button", { name: "An agreement, line by line" })).toBeDisabled();
  await expect(page.getByText("Nothing can be offered from it any more.")).toBeVisible();
  await page.getByRole("button", { name: "Back", exact: true }).click();
  await page.getByRole("button", { name: "Not now" }).click();
  await place(page, "Shared").getByRole("link", { name: "Open" }).click();
  await expect(field(page, 1)).toHaveValue(LINE);
  await expect(field(page, 1)).not.toBeEditable();
  await expect(page.getByRole("button", { name: "Add a line" })).toBeHidden();
  await toTheRoom(leaver);

  await page.getByRole("link", { name: "Settings", exact: true }).click();
  await leaving.getByRole("button", { name: "Close my side" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close it" }).click();
  await expect(page.getByRole("heading", { name: "Your rooms" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Go in" })).toHaveCount(2);
  await page.getByText("Rooms whose side you closed").click();
  await page.getByRole("link", { name: "You and Ada" }).click();
  await expect(page.getByRole("heading", { name: "Mine" })).toBeVisible();
}
