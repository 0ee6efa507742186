import { canary } from "../support/canary.ts";
import { expectToldNowhere } from "../support/everywhere.ts";
import {
  beginRoom,
  comeIn,
  liveConnection,
  makeAccount,
  makeLink,
} from "../support/in-the-room.ts";
import { expect, test, type Person } from "../support/journey.ts";
import { eventful } from "../support/traffic.ts";
import { transcriptOf } from "../support/transcript.ts";

const YES = { name: "Yes", exact: true } as const;
const secretOf = (link: string) => link.split("#")[1] ?? "";

/** The words of the page that one comes to by a link. */
async function pageOf({ page }: Person, link: string): Promise<string> {
  await page.goto("/help");
  await page.goto(link);
  await expect(
    page.getByRole("heading", { name: "This link does not open anything." }),
  ).toBeVisible();
  return page.locator("body").innerText();
}

/** What the inviter's browser gets when it looks at the room and its link anew. */
async function theInvitersSide({ page, traffic }: Person) {
  await traffic.settled();
  traffic.mark();
  const caughtUp = page.waitForResponse(/\/api\/rooms\//);
  await page.reload();
  await expect(page.getByLabel("Your link")).toBeVisible();
  await caughtUp;
  await traffic.settled();
  return {
    transcript: transcriptOf(traffic.sinceMark()),
    text: await page.locator("body").innerText(),
  };
}

test("looking, not now and no leave everything of the inviter as it was, and the secret stays in the two browsers", async ({
  newPerson,
  server,
}) => {
  const ada = await newPerson("ada");
  const eve = await newPerson("eve");
  const petname = canary("The one I met in June");
  await beginRoom(ada, petname);
  const link = await makeLink(ada);
  await ada.page.getByRole("link", { name: "Your link" }).click();
  const before = await theInvitersSide(ada);
  ada.traffic.mark();

  for (const answer of ["Not now", "No"]) {
    // The second time by a link that is put into the address bar of the page that is open already.
    await eve.page.goto(link);
    await expect(eve.page.getByRole("heading", { name: /^Nobody learns that/ })).toBeVisible();
    expect(eve.page.url()).toBe(`${server.origin}/invite`);
    await eve.page.getByRole("button", { name: answer, exact: true }).click();
    await expect(eve.page.getByRole("heading", { name: "That is fine." })).toBeVisible();
    await expect(eve.page.getByText("Nothing was sent, and nobody was told.")).toBeVisible();
  }
  expect(eventful(ada.traffic.sinceMark()), "the inviter hears nothing").toEqual([]);
  expect(await theInvitersSide(ada)).toEqual(before);

  // It still lets somebody in, and only now does the inviter see anything.
  await comeIn(eve, link, "Ada");
  await expect(ada.page.getByRole("heading", { name: "You are two here." })).toBeVisible();
  const reach = { server, people: [ada, eve] };
  await expectToldNowhere([petname], reach);
  // The link alone has it; it was gone from the address bar before anything else was loaded.
  for (const { addresses } of reach.people) addresses.splice(0);
  await expectToldNowhere([secretOf(link)], reach);
});

test("Q2 the same safety questions stand before whoever begins a room and whoever comes in; who must come in comes in paused", async ({
  newPerson,
}) => {
  const ada = await newPerson("ada");
  const ben = await newPerson("ben");
  const offer = ({ page }: Person) =>
    page.locator("div", { hasText: "Before you go in" }).last().locator("..");
  await ada.page.goto("/begin");
  await makeAccount(ada);
  await expect(ada.page.getByText("Before you go in")).toBeVisible();
  const hers = await offer(ada).innerText();
  await ada.page.getByRole("button", { name: "Go in" }).click();
  await expect(ada.page.getByRole("heading", { name: "Mine" })).toBeVisible();
  const link = await makeLink(ada);

  await ben.page.goto(link);
  await ben.page.getByRole("button", YES).click();
  await ben.page.getByRole("link", { name: "Make an account" }).click();
  const live = liveConnection(ben);
  await makeAccount(ben);
  await expect(ben.page.getByText("Before you go in")).toBeVisible();
  expect(await offer(ben).innerText()).toBe(hers);
  await live;
  await ben.traffic.settled();
  ben.traffic.mark();
  await ben.page.getByRole("button", { name: "Is this right for me?" }).click();
  const dialog = ben.page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Yes" }).first().check();
  await dialog.getByRole("button", { name: "What follows from this" }).click();
  await expect(dialog.getByText("We strongly advise you not to go on.")).toBeVisible();
  expect(eventful(ben.traffic.sinceMark())).toEqual([]);
  await dialog.getByText("I must come in anyway").click();
  await dialog.getByRole("button", { name: "Come in, paused" }).click();
  await expect(ben.page.getByText("You come in with the room paused")).toBeVisible();
  await ben.page.getByRole("button", { name: "Come in" }).click();
  await expect(ben.page.getByRole("button", { name: "End the pause" })).toBeVisible();
  await expect(ada.page.getByText("This room is paused.")).toBeVisible();
});

test("wrong, used, withdrawn and blocked links give one and the same page", async ({
  newPerson,
}) => {
  const ada = await newPerson("ada");
  const ben = await newPerson("ben");
  const eve = await newPerson("eve");
  await beginRoom(ada, "Ben");

  const withdrawn = await makeLink(ada);
  await ada.page.getByRole("link", { name: "Your link" }).click();
  await ada.page.getByRole("button", { name: "Withdraw the link" }).click();
  await ada.page.getByRole("button", { name: "Yes, withdraw it" }).click();
  await expect(ada.page.getByRole("button", { name: "Make a link" })).toBeVisible();
  await ada.page.getByRole("link", { name: "Room" }).click();

  const used = await makeLink(ada);
  // A link that is blocked on one device opens on any other, and for whoever made it nothing changes.
  await eve.page.goto(used);
  await eve.page.getByRole("button", { name: "Block", exact: true }).click();
  await eve.page.getByRole("button", { name: "Yes, block it" }).click();
  await expect(eve.page.getByRole("heading", { name: "That is fine." })).toBeVisible();
  const blocked = await pageOf(eve, used);

  await comeIn(ben, used, "Ada");
  const pages = {
    blocked,
    used: await pageOf(ben, used),
    withdrawn: await pageOf(ben, withdrawn),
    wrong: await pageOf(ben, `/invite#${"A".repeat(43)}`),
    incomplete: await pageOf(ben, used.slice(0, -5)),
  };
  const [first] = Object.values(pages);
  for (const [why, text] of Object.entries(pages)) expect(text, why).toBe(first);

  // And on the wire: one refusal, in the same bytes.
  await ben.traffic.settled();
  const answers = ben.traffic.messages
    .filter(({ how, where }) => how === "response" && where === "POST /api/invitation/look")
    .filter(({ head }) => !head.startsWith("200"))
    .map(
      ({ head, bytes }) => `${head.replace(/'nonce-[^']*'|date: .*/g, "")}\n${bytes.toString()}`,
    );
  expect(answers).toHaveLength(3);
  expect(new Set(answers).size).toBe(1);
  await ben.page.goto("/invite");
  await expect(ben.page.getByRole("button", YES)).toBeHidden();
});
