import { canary } from "../../support/canary.ts";
import { expectToldNowhere } from "../../support/everywhere.ts";
import { beginRoom, comeIn, makeLink } from "../../support/in-the-room.ts";
import { expect, test, type Person } from "../../support/journey.ts";
import { comeBack } from "../../support/moved-clocks.ts";
import { eventful } from "../../support/traffic.ts";

test.use({ clocksMove: true });

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

const OVER = "The link that you made before opens nothing any more";

/** The words of the page that one comes to by a link that opens nothing. */
async function closedPage({ page }: Person, link: string): Promise<string> {
  await page.goto("/help");
  await page.goto(link);
  await expect(
    page.getByRole("heading", { name: "This link does not open anything." }),
  ).toBeVisible();
  return page.locator("body").innerText();
}

test("R3 R5 a link that has expired reads like one that was withdrawn or used; three are made in a month, and no fourth", async ({
  newPerson,
  server,
}) => {
  test.setTimeout(150_000);
  const now = Date.now();
  await server.setClock(now);
  const ada = await newPerson("ada");
  await ada.context.clock.install();
  const eve = await newPerson("eve");
  const ben = await newPerson("ben");
  const { page } = ada;
  const petname = canary("The one from the choir");
  await beginRoom(ada, petname);

  const withdrawn = await makeLink(ada);
  await page.getByRole("link", { name: "Your link" }).click();
  await page.getByRole("button", { name: "Withdraw the link" }).click();
  await page.getByRole("button", { name: "Yes, withdraw it" }).click();
  await expect(page.getByRole("button", { name: "Make a link" })).toBeVisible();
  await expect(page.getByText(OVER)).toBeVisible();
  await page.getByRole("link", { name: "Room" }).click();
  const expired = await makeLink(ada);

  // On its last day it opens, and whoever looks is seen by nobody.
  const lastDay = now + 7 * DAY - HOUR;
  await server.setClock(lastDay);
  await comeBack(ada, new Date(lastDay));
  await expect(page.getByRole("link", { name: "Your link" })).toBeVisible();
  await ada.traffic.settled();
  ada.traffic.mark();
  await eve.page.goto(expired);
  await expect(eve.page.getByRole("heading", { name: /^Nobody learns that/ })).toBeVisible();
  expect(eventful(ada.traffic.sinceMark())).toEqual([]);

  const dayAfter = now + 7 * DAY + HOUR;
  await server.setClock(dayAfter);
  await comeBack(ada, new Date(dayAfter));
  const invite = page.getByRole("link", { name: "Invite one person" });
  await expect(invite).toBeVisible();
  await expect(page.getByRole("link", { name: "Your link" })).toHaveCount(0);
  await invite.click();
  await expect(page.getByText(OVER), "its maker is told, without asking the link").toBeVisible();
  await page.getByRole("link", { name: "Room" }).click();
  await ada.traffic.settled();
  ada.traffic.mark();
  const pages: Record<string, string> = {
    expired: await closedPage(eve, expired),
    withdrawn: await closedPage(eve, withdrawn),
    wrong: await closedPage(eve, `/invite#${"A".repeat(43)}`),
  };
  expect(eventful(ada.traffic.sinceMark()), "who tries a link is seen by nobody").toEqual([]);

  // Another can be made, which lets somebody in; to them too the expired one is like any other.
  const used = await makeLink(ada);
  expect([withdrawn, expired]).not.toContain(used);
  await comeIn(ben, used, "Ada");
  await expect(page.getByText("Nobody else is in this room.")).toBeHidden();
  pages["used"] = await closedPage(eve, used);
  for (const [why, text] of Object.entries(pages)) expect(text, why).toBe(pages["expired"]);
  expect(await closedPage(ben, expired)).toBe(await closedPage(ben, used));
  for (const { traffic } of [eve, ben]) {
    await traffic.settled();
    const refusals = traffic.messages
      .filter(({ how, where }) => how === "response" && where === "POST /api/invitation/look")
      .filter(({ head }) => !head.startsWith("200"))
      .map(({ head, bytes }) => {
        const same = head.replace(/'nonce-[^']*'|date: .*/g, "");
        return `${same}\n${bytes.toString()}`;
      });
    expect(refusals.length).toBeGreaterThanOrEqual(2);
    expect(new Set(refusals).size, "and on the wire, in the same bytes").toBe(1);
  }

  // A fourth in a month is refused, in another room too. Nobody but her learns that she tried.
  await ben.page.goto("/rooms");
  await expect(ben.page.getByRole("heading", { name: "Mine" })).toBeVisible();
  await ben.traffic.settled();
  ben.traffic.mark();
  await page.goto("/begin");
  await page.getByLabel("What do you call the other person?").fill("Somebody else");
  await page.getByRole("button", { name: "Go in" }).click();
  await page.getByRole("link", { name: "Invite one person" }).click();
  const make = page.getByRole("button", { name: "Make a link" });
  await make.click();
  await expect(
    page.getByText("That was too often. Three invitations can be made in a month."),
  ).toBeVisible();
  await expect(page.getByLabel("Your link")).toHaveCount(0);
  await page.reload();
  await expect(make).toBeVisible();
  await expect(page.getByText(OVER), "there has never been one into this room").toHaveCount(0);
  expect(eventful(ben.traffic.sinceMark())).toEqual([]);

  // When the first two are more than thirty days ago there is room for one again.
  const later = now + 31 * DAY;
  await server.setClock(later);
  await comeBack(ada, new Date(later));
  await make.click();
  await expect(page.getByLabel("Your link")).toHaveValue(/\/invite#[\w-]{43}$/);
  await expect(page.getByText("That was too often.")).toHaveCount(0);

  const reach = { server, people: [ada, eve, ben] };
  await expectToldNowhere([petname], reach);
  for (const { addresses } of reach.people) addresses.splice(0);
  // A link that was used or withdrawn is nowhere; those that were put into an address bar, left it at once.
  await expectToldNowhere([expired.split("#")[1] ?? ""], reach);
});
