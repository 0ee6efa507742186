import { actOnRoom } from "#client/rooms/acts.ts";
import { must } from "../../demo/person.ts";
import { expectAccessible } from "../../support/accessible.ts";
import { canary } from "../../support/canary.ts";
import { expectToldNowhere } from "../../support/everywhere.ts";
import { inBrowser } from "../../support/from-node.ts";
import { viewOf } from "../../support/in-node.ts";
import { place, saved } from "../../support/in-the-room.ts";
import { expect, test } from "../../support/journey.ts";
import { goToTheGate, takeBack } from "../../support/letters-between.ts";
import { agreeIn, pairInNode } from "../../support/pair-in-node.ts";

test("who leaves with a goodbye leaves one letter at the door of a room that is paused", async ({
  server,
  newPerson,
}) => {
  const title = canary("The last of my letters");
  const body = canary("Take care of the cat");
  const { ada, ben, room, close } = await pairInNode(server.origin);
  await agreeIn({ ada, ben }, "How we talk", ["One line"]);
  must(await actOnRoom(ada.hand, room, { kind: "pause", minutes: null }));
  const inAPause = await viewOf(ben.hand, room);
  must(await actOnRoom(ada.hand, room, { kind: "resume" }));
  close();

  const bens = await inBrowser(newPerson, ben, `/room/${room}`);
  const adas = await inBrowser(newPerson, ada, `/room/${room}/settings`);
  const { page } = adas;

  // She writes it, sees what he would see, and goes. Until then it is a draft like any other.
  await page.getByRole("link", { name: "With a goodbye letter" }).click();
  await expect(page.getByText("That you have left, they learn only if your letter")).toBeVisible();
  await expectAccessible(page, "leaving with a goodbye");
  await page.getByRole("button", { name: "Write it" }).click();
  await expect(page.getByText("A letter to leave with")).toBeVisible();
  await page.getByRole("textbox", { name: /title/i }).fill(title);
  await page.getByRole("textbox", { name: "Your letter" }).click();
  await page.keyboard.type(body);
  await saved(page);
  await page.getByRole("button", { name: "See it, then leave" }).click();
  await expect(page.getByText("This is exactly what Ben would see.")).toBeVisible();
  await expect(page.getByText(body)).toBeVisible();
  await page.getByRole("button", { name: "Leave with this letter" }).click();
  await expect(page.getByText("Choose one, so that they can choose")).toBeVisible();
  await expect(page.getByRole("radio", { name: /^light/ }), "what is missing").toBeFocused();
  expect((await viewOf(ben.hand, room)).pause.paused).toBe(false);
  await page.getByRole("radio", { name: /^tender/ }).check();
  await page.getByRole("button", { name: "Leave with this letter" }).click();
  await expect(page.getByText("You left this room.")).toBeVisible();
  await expect(place(page, "At the door").getByText(title)).toBeVisible();

  // He finds a paused room and one envelope; but for that it is a pause in every byte.
  const theirs = bens.page;
  await expect(theirs.getByText("This room is paused.")).toBeVisible();
  const now = await viewOf(ben.hand, room);
  const [letter, ...others] = now.pieces.filter(({ mode }) => mode === "own");
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ role: "reader", door: { putOff: false }, opened: [] });
  const without = <T extends { readonly piece: string }>(list: readonly T[]) =>
    list.filter(({ piece }) => piece !== letter?.piece);
  const rest = { ...now, pieces: without(now.pieces), changes: without(now.changes) };
  expect(JSON.stringify(rest)).toBe(JSON.stringify(inAPause));

  await expect(place(theirs, "At the door").getByText("tender")).toBeVisible();
  await goToTheGate(bens);
  await expect(theirs.getByText("You can open this all the same.")).toBeVisible();
  await expect(theirs.getByRole("switch", { name: /^Tell/ })).toBeHidden();
  await theirs.getByRole("button", { name: "Open", exact: true }).click();
  await expect(theirs.getByRole("heading", { name: title, level: 1 })).toBeVisible();
  await expect(theirs.getByText(body)).toBeVisible();
  await expect(theirs.getByText("While this room is paused nothing can be sent.")).toBeVisible();
  await expect(theirs.getByRole("button", { name: "Thank you" })).toBeHidden();

  // She is not told, and can take it back, also now.
  await page.reload();
  await expect(place(page, "At the door").getByText("Silence here means nothing.")).toBeVisible();
  await takeBack(adas);
  await expect(place(page, "Mine").getByText("You took it back.")).toBeVisible();
  await expect(theirs.getByText(body)).toBeHidden();
  await expectToldNowhere([title, body], { server, people: [adas, bens] });
});
