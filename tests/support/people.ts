import { expect, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { recordTraffic, type Traffic } from "./traffic.ts";
import { waitForPages } from "./turning-pages.ts";

/** What a browser may say on its console without anybody having done anything wrong. */
const EXPECTED_NOISE = [
  // A lost connection is part of some journeys, and browsers log every request that fails.
  /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|FAILED|ABORTED|NETWORK_CHANGED|EMPTY_RESPONSE|CONNECTION_RESET|SOCKET_NOT_CONNECTED)/,
  /Failed to load resource: the server responded with a status of 4\d\d/,
  /WebSocket connection to .* failed/,
  // Chromium says so of a machine that is slow to use what it fetched ahead.
  /was preloaded using link preload but not used within a few seconds/,
];

/** A person with a browser of their own. */
export type Person = {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly traffic: Traffic;
  /** Every address that any of their tabs has ever stood at. */
  readonly addresses: string[];
  /** The word of the sign-in name. */
  readonly word: string;
  password: string;
  /** The sign-in name; empty before an account is made. */
  name: string;
};

/** Makes people, and closes their browsers. */
export type People = {
  /** `at` is where this person reaches the server, if not where everybody does. */
  readonly open: (word: string, at?: string) => Promise<Person>;
  /** One more browser of somebody who has an account. */
  readonly openAnother: (person: Person) => Promise<Person>;
  /** Fails if anything was said on any console. */
  readonly close: () => Promise<void>;
};

export function peopleOf(browser: Browser, origin: string): People {
  const noise: string[] = [];
  const contexts: BrowserContext[] = [];
  const open: People["open"] = async (word, at = origin) => {
    const context = await browser.newContext({
      baseURL: at,
      permissions: ["clipboard-read", "clipboard-write"],
      reducedMotion: "reduce",
      viewport: { width: 1280, height: 900 },
    });
    contexts.push(context);
    const traffic = recordTraffic(context);
    const addresses: string[] = [];
    context.on("page", (page) => {
      page.on("framenavigated", (frame) => addresses.push(frame.url()));
    });
    context.on("console", (message) => {
      if (message.type() !== "error" && message.type() !== "warning") return;
      if (EXPECTED_NOISE.some((pattern) => pattern.test(message.text()))) return;
      noise.push(`${word}: ${message.text()}`);
    });
    context.on("weberror", (error) => noise.push(`${word}: ${error.error().message}`));
    await waitForPages(context);
    const page = await context.newPage();
    const password = `${word} walks the long way home`;
    return { context, page, traffic, addresses, word, password, name: "" };
  };
  return {
    open,
    openAnother: async ({ word, password, name }) => ({ ...(await open(word)), password, name }),
    close: async () => {
      for (const context of contexts) await context.close();
      expect(noise, "nothing is said on any console").toEqual([]);
    },
  };
}
