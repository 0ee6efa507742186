import { randomBytes } from "node:crypto";
import type { APIResponse } from "@playwright/test";
import { known } from "#domain/newer.ts";
import { canary } from "../support/canary.ts";
import { expectToldNowhere, storageOf } from "../support/everywhere.ts";
import { place, roomOf, toTheRoom } from "../support/in-the-room.ts";
import { indexOf, inNode, viewOf } from "../support/in-node.ts";
import { expect, onePairForAll, test, type Person } from "../support/journey.ts";
import {
  goToTheGate,
  offerLetter,
  openLetter,
  takeBack,
  writeLetter,
} from "../support/letters-between.ts";

const pair = onePairForAll();

/** Everything of an answer that can be told apart: all but the second and what is drawn for it. */
async function bytesOf(answer: APIResponse) {
  const headers = answer
    .headersArray()
    .filter(({ name }) => name.toLowerCase() !== "date")
    .map(({ name, value }) => `${name}: ${value.replace(/'nonce-[^']+'/g, "nonce")}`);
  return { status: answer.status(), headers, body: (await answer.body()).toString("latin1") };
}

/** Asks, with somebody's session, for a version by its id. */
const ask = async ({ context }: Person, version: string) =>
  bytesOf(await context.request.get(`/api/versions/${version}`));

const neverMade = () => randomBytes(16).toString("base64url");

/** The ids of everything that this page has fetched as a version. */
const versionsFetched = ({ traffic }: Person) =>
  traffic.messages.flatMap(({ where }) => /^GET \/api\/versions\/([\w-]+)$/.exec(where)?.[1] ?? []);

test("what is taken back while the other reads it goes from their page, their room and the server", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const title = canary("What I kept back");
  const body = canary("It was raining when I left");
  await writeLetter(ada, title, body);
  await offerLetter(ada);
  await openLetter(ben, title);
  await expect(ben.page.getByText(body)).toBeVisible();
  const version = versionsFetched(ben).at(-1) ?? "";
  expect((await ask(ben, version)).status).toBe(200);
  const there = await inNode(ben, server.origin);
  await expect
    .poll(async () =>
      Object.values((await indexOf(there)).pieces).map((piece) => known(piece)?.title),
    )
    .toContain(title);

  await takeBack(ada);
  await expect(ben.page.getByRole("heading", { name: "Taken back" })).toBeVisible();
  await expect(ben.page.locator("body")).not.toContainText(title);
  await expect(ben.page.locator("body")).not.toContainText(body);
  expect(await ask(ben, version)).toEqual(await ask(ben, neverMade()));
  expect(await ask(ada, version)).toEqual(await ask(ada, neverMade()));

  await ben.page.getByRole("link", { name: "Back to the room" }).click();
  await expect(place(ben.page, "Shared").getByText(/^Taken back on/)).toBeVisible();
  await expect(ben.page.locator("body")).not.toContainText(title);
  await expect.poll(async () => JSON.stringify(await indexOf(there))).not.toContain(title);
  await ben.page.reload();
  await expect(place(ben.page, "Shared").getByText(/^Taken back on/)).toBeVisible();
  await expect(ben.page.locator("body")).not.toContainText(title);
  await expectToldNowhere([title, body], { server, people: [ada, ben] });
});

test("what is taken back while the other is elsewhere goes from their room when they come back", async ({
  server,
}) => {
  const { ada, ben } = pair();
  const title = canary("The other reason");
  await writeLetter(ada, title, "It has one sentence.");
  await offerLetter(ada);
  await openLetter(ben, title);
  await toTheRoom(ben);
  await expect(place(ben.page, "Shared").getByText(title)).toBeVisible();
  const room = roomOf(ben.page);
  await ben.page.goto("/help");

  await takeBack(ada);
  await ben.page.goto(`/room/${room}`);
  await expect(
    place(ben.page, "Shared")
      .getByText(/^Taken back on/)
      .first(),
  ).toBeVisible();
  await expect(ben.page.locator("body")).not.toContainText(title);
  const there = await inNode(ben, server.origin);
  await expect.poll(async () => JSON.stringify(await indexOf(there))).not.toContain(title);
  expect((await storageOf(ben.page)).filter(({ text }) => text.includes(title))).toEqual([]);
});

test("what is taken back before it was opened leaves no trace", async ({ server }) => {
  const { ada, ben } = pair();
  const there = await inNode(ben, server.origin);
  const room = roomOf(ben.page);
  const before = await viewOf(there, room);
  await writeLetter(ada, canary("Never mind"), "It has one sentence.");
  await offerLetter(ada);
  await goToTheGate(ben);
  const [offered] = (await viewOf(there, room)).pieces.flatMap((piece) =>
    piece.mode === "own" && piece.role === "reader" && piece.door ? [piece] : [],
  );
  const version = offered?.door?.version ?? "";
  expect(version).not.toBe("");
  // It is at the door, and yet there is nothing of it to be had before it is opened.
  expect(await ask(ben, version)).toEqual(await ask(ben, neverMade()));

  await takeBack(ada);
  await expect(ben.page.getByRole("heading", { name: "There is nothing here." })).toBeVisible();
  expect(await ask(ben, version)).toEqual(await ask(ben, neverMade()));
  const open = (id: string, version: string) =>
    ben.context.request
      .post("/api/gate", {
        data: { room, piece: id, command: { kind: "open", version } },
        headers: { origin: server.origin },
      })
      .then(bytesOf);
  expect(await open(offered?.piece ?? "", version)).toEqual(await open(neverMade(), neverMade()));
  expect(await viewOf(there, room)).toEqual(before);
  await ben.page.getByRole("link", { name: "Back to the room" }).click();
  await expect(place(ben.page, "At the door").getByText("Nobody is waiting.")).toBeVisible();
});
