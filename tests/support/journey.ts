import { test as base, expect } from "@playwright/test";
import { pairUp, type Pair } from "./in-the-room.ts";
import { peopleOf, type People, type Person } from "./people.ts";
import { startServer, type RunningServer } from "./running-server.ts";

type World = {
  /** The production build on a database of its own, for all tests of one worker. */
  server: RunningServer;
};

type Fixtures = {
  /** Opens one more browser. Noise on its console fails the test. */
  newPerson: People["open"];
  /** Opens one more browser of somebody who has an account. */
  newDevice: People["openAnother"];
  people: People;
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
  people: async ({ browser, server }, use) => {
    const people = peopleOf(browser, server.origin);
    await use(people);
    await people.close();
  },
  newPerson: ({ people }, use) => use(people.open),
  newDevice: ({ people }, use) => use(people.openAnother),
});

export { expect };
export type { Person };

/**
 * Two people in one room, for all tests of a file, which leave the room as they found it or do not
 * mind what the tests before them left there. Call it once, at the top of the file.
 */
export function onePairForAll(): () => Pair {
  let people: People | null = null;
  let pair: Pair | null = null;
  test.beforeAll(async ({ browser, server }) => {
    people = peopleOf(browser, server.origin);
    pair = await pairUp(people.open);
  });
  test.afterAll(() => people?.close());
  return () => {
    if (!pair) throw new Error("there is no pair before the first test");
    return pair;
  };
}
