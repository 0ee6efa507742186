import { expect, type Page } from "@playwright/test";
import type { People, Person } from "./people.ts";
import { hasNoted } from "./traffic.ts";

/** What people do on the pages, step by step: from an account to what stands between two people. */

export type Pair = { readonly ada: Person; readonly ben: Person };

/** Where each of the two reaches the server, if not where everybody does. */
type Ways = { readonly ada?: string; readonly ben?: string };

/** Makes an account on the page that asks for one, and goes on to where it leads. */
export async function makeAccount(
  person: Person,
  { shared = false }: { readonly shared?: boolean } = {},
): Promise<void> {
  const { page, password, word } = person;
  await page.getByLabel("A word").fill(word);
  await page.getByLabel("A password").fill(password);
  if (shared) await page.getByRole("switch", { name: "This is a shared device" }).check();
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: "Your name here" })).toBeVisible();
  person.name = (await page.getByText(new RegExp(`^${word}-\\d{4}$`)).textContent()) ?? "";
  await page.getByRole("link", { name: "I have written it down" }).click();
}

/** A new account with a room for two. Ends on the room's three places. */
export async function beginRoom(person: Person, petname: string): Promise<void> {
  const { page } = person;
  await page.goto("/begin");
  await makeAccount(person);
  await page.getByLabel("What do you call the other person?").fill(petname);
  await page.getByRole("button", { name: "Go in" }).click();
  await expect(page.getByRole("heading", { name: "Mine" })).toBeVisible();
}

/** Makes the room's link. Begins and ends in the room. */
export async function makeLink({ page }: Person): Promise<string> {
  await page.getByRole("link", { name: "Invite one person" }).click();
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = await page.getByLabel("Your link").inputValue();
  await page.getByRole("link", { name: "Room" }).click();
  return link;
}

/** Follows a link, makes an account if there is none, and comes in. */
export async function comeIn(person: Person, link: string, petname: string): Promise<void> {
  const { page } = person;
  const { pathname, hash } = new URL(link);
  await page.goto(pathname + hash);
  await page.getByRole("button", { name: "Yes", exact: true }).click();
  if (person.name === "") {
    await page.getByRole("link", { name: "Make an account" }).click();
    await makeAccount(person);
  }
  await page.getByLabel("What do you call the other person?").fill(petname);
  await page.getByRole("button", { name: "Come in" }).click();
  await expect(page.getByRole("heading", { name: "Mine" })).toBeVisible();
}

/** Two people in one room, each in their own browser, both looking at the three places. */
export async function pairUp(newPerson: People["open"], at: Ways = {}): Promise<Pair> {
  const ada = await newPerson("ada", at.ada);
  const ben = await newPerson("ben", at.ben);
  await beginRoom(ada, "Ben");
  await comeIn(ben, await makeLink(ada), "Ada");
  await expect(ada.page.getByRole("link", { name: "You and Ben" })).toBeVisible();
  await expect(ada.page.getByText("Nobody else is in this room.")).toBeHidden();
  return { ada, ben };
}

/** Until this page has its next live connection, which it makes once somebody is signed in and unlocked. */
export function liveConnection({ page }: Pick<Person, "page">): Promise<void> {
  return new Promise((resolve) => {
    page.on("websocket", (socket) => {
      if (!new URL(socket.url()).pathname.startsWith("/socket.io")) return;
      // At once: it may be let in before anybody who waits for the socket goes on.
      socket.on("framereceived", ({ payload }) => {
        if (payload.toString().startsWith("40")) resolve();
      });
    });
  });
}

/** Signs in on the page that asks for it. */
export async function signIn(
  { page, name, password }: Person,
  { shared = false }: { readonly shared?: boolean } = {},
): Promise<void> {
  await page.getByLabel("Your name here").fill(name);
  await page.getByLabel("Password").fill(password);
  if (shared) await page.getByRole("switch", { name: "This is a shared device" }).check();
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** One of the three places. */
export const place = (page: Page, name: "Mine" | "At the door" | "Shared") =>
  page.getByRole("region", { name });

/** The room of the address that a page stands at. */
export function roomOf(page: Page): string {
  const [, room] = /\/room\/([\w-]+)/.exec(new URL(page.url()).pathname) ?? [];
  if (!room) throw new Error("this page is in no room");
  return room;
}

/** All that the server tells somebody of a room, to the byte. */
export const toldOf = async ({ context }: Person, room: string): Promise<string> =>
  (await context.request.get(`/api/rooms/${room}`)).text();

/** Back from a piece to the room's three places. */
export async function toTheRoom({ page }: Person): Promise<void> {
  await page
    .getByRole("banner")
    .getByRole("link", { name: /^‹?(Room|Mine)$/ })
    .click();
  await expect(page.getByRole("heading", { name: "At the door" })).toBeVisible();
}

/** Pauses the room until they end it; begins and ends in the room. */
export async function pause({ page }: Person): Promise<void> {
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await page.getByRole("button", { name: "Until I end it" }).click();
  // On a phone there are two of them until the menu, in which it was found, has closed.
  await expect(page.getByRole("button", { name: "End the pause" })).toHaveCount(1);
}

export async function endThePause({ page }: Person): Promise<void> {
  await page.getByRole("button", { name: "End the pause" }).click();
  await expect(page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
}

/**
 * Waits until somebody on the three places sees a pause, and has noted since the mark, in their own sealed
 * index, that they saw it (Q4). It is noted for any pause, whoever does what; but what is done next may
 * come before the note or after it.
 */
export async function seeThePause({ page, traffic }: Person): Promise<void> {
  await expect(page.getByText("This room is paused.")).toBeVisible();
  await expect.poll(() => hasNoted(traffic)).toBe(true);
  await traffic.settled();
}

/** Waits until the page says that everything is on the server. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
}

/** Waits until the page says that something is on this device and not yet on the server. */
export async function kept(page: Page): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: /^Kept on this device$/ })).toBeVisible();
  await expect(page.getByText("You are offline.")).toBeVisible();
}
