import {
  test as base,
  expect,
  type Browser,
  type BrowserContext,
  type Page,
} from "@playwright/test";
import { startServer, type RunningServer } from "./running-server.ts";
import { recordTraffic, type Traffic } from "./traffic.ts";

/** What a browser may say on its console without anybody having done anything wrong. */
const EXPECTED_NOISE = [
  // A lost connection is part of some journeys, and browsers log every request that fails.
  /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|FAILED|ABORTED|NETWORK_CHANGED|EMPTY_RESPONSE|CONNECTION_RESET)/,
  /Failed to load resource: the server responded with a status of 4\d\d/,
  /WebSocket connection to .* failed/,
];

/** A person with a browser of their own. */
export type Person = {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly traffic: Traffic;
  readonly password: string;
  /** The sign-in name; empty before an account is made. */
  name: string;
};

type World = {
  /** Started for each file, stopped and deleted after it. */
  server: RunningServer;
};

type Fixtures = {
  /** Opens one more browser. Noise on its console fails the test. */
  newPerson: (word: string) => Promise<Person>;
};

export const test = base.extend<Fixtures, World>({
  server: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from here
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.remove();
    },
    { scope: "worker" },
  ],
  newPerson: async ({ browser, server }, use) => {
    const noise: string[] = [];
    const contexts: BrowserContext[] = [];
    await use(async (word) => {
      const person = await openBrowser(browser, server.origin, word, noise);
      contexts.push(person.context);
      return person;
    });
    for (const context of contexts) await context.close();
    expect(noise, "nothing is said on any console").toEqual([]);
  },
});

export { expect };

async function openBrowser(
  browser: Browser,
  origin: string,
  word: string,
  noise: string[],
): Promise<Person> {
  const context = await browser.newContext({
    baseURL: origin,
    permissions: ["clipboard-read", "clipboard-write"],
    reducedMotion: "reduce",
  });
  const traffic = recordTraffic(context);
  context.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    if (EXPECTED_NOISE.some((pattern) => pattern.test(message.text()))) return;
    noise.push(`${word}: ${message.text()}`);
  });
  context.on("weberror", (error) => noise.push(`${word}: ${error.error().message}`));
  const page = await context.newPage();
  return { context, page, traffic, password: `${word} walks the long way home`, name: "" };
}

/** Makes an account on the page that asks for one, and goes on to where it leads. */
export async function makeAccount(person: Person, word: string): Promise<void> {
  const { page, password } = person;
  await page.getByLabel("A word").fill(word);
  await page.getByLabel("A password").fill(password);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: "Your name here" })).toBeVisible();
  const name = await page.getByText(new RegExp(`^${word}-\\d{4}$`)).textContent();
  person.name = name ?? "";
  await page.getByRole("link", { name: "I have written it down" }).click();
}

/** A new account with a room for two. Ends on the room's three places. */
export async function beginRoom(person: Person, word: string, petname: string): Promise<void> {
  const { page } = person;
  await page.goto("/begin");
  await makeAccount(person, word);
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

/** Follows a link without an account, makes one, and comes in. */
export async function comeIn(
  person: Person,
  word: string,
  link: string,
  petname: string,
): Promise<void> {
  const { page } = person;
  await page.goto(link);
  await page.getByRole("button", { name: "Yes", exact: true }).click();
  await page.getByRole("link", { name: "Make an account" }).click();
  await makeAccount(person, word);
  await page.getByLabel("What do you call the other person?").fill(petname);
  await page.getByRole("button", { name: "Come in" }).click();
  await expect(page.getByRole("heading", { name: "Mine" })).toBeVisible();
}

/** Two people in one room, each in their own browser, both looking at the three places. */
export async function pairUp(
  newPerson: (word: string) => Promise<Person>,
): Promise<{ ada: Person; ben: Person }> {
  const ada = await newPerson("ada");
  const ben = await newPerson("ben");
  await beginRoom(ada, "ada", "Ben");
  await comeIn(ben, "ben", await makeLink(ada), "Ada");
  await expect(ada.page.getByRole("link", { name: "You and Ben" })).toBeVisible();
  await expect(ada.page.getByText("Nobody else is in this room.")).toBeHidden();
  return { ada, ben };
}

/** Begins a letter and writes in it; ends in the letter, when everything is saved. */
export async function writeLetter({ page }: Person, title: string, body: string): Promise<void> {
  await page.getByRole("button", { name: "Write something new" }).click();
  await page.getByRole("button", { name: "Say how I feel" }).click();
  await page.getByRole("textbox", { name: /title/i }).fill(title);
  await page.getByRole("textbox", { name: "Your letter" }).click();
  await page.keyboard.type(body);
  await saved(page);
}

/** Waits until the page says that everything is on the server. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
}

/** From the letter that is open: previews it, gives it a weight, and offers it. Ends in the room. */
export async function offerLetter({ page }: Person, weight: string): Promise<void> {
  await page.getByRole("button", { name: /^Offer/ }).click();
  await page.getByRole("radio", { name: new RegExp(`^${weight}`) }).check();
  await page.getByRole("button", { name: "Offer it" }).click();
  await expect(page.getByRole("heading", { name: "At the door" })).toBeVisible();
}

/** One of the three places. */
export const place = (page: Page, name: "Mine" | "At the door" | "Shared") =>
  page.getByRole("region", { name });
