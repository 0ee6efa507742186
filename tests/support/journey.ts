import { test as base, expect } from "@playwright/test";
import { pairUp, type Pair } from "./in-the-room.ts";
import { peopleOf, type People, type Person } from "./people.ts";
import { startServer, type RunningServer } from "./running-server.ts";

type World = {
  /** The clocks of the server and of every browser move when the test says so. */
  clocksMove: boolean;
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
  clocksMove: [false, { option: true, scope: "worker" }],
  server: [
    async ({ clocksMove }, use) => {
      const server = await startServer({}, { movable: clocksMove });
      await use(server);
      await server.remove();
      const faults = server.output().split("\n").filter(isFault);
      expect(faults, "what went wrong in the server").toEqual([]);
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

/** A line of the log that tells of an error, or of something worse. */
const isFault = (line: string): boolean => /"level":[56]0/.test(line);

export { expect };
export type { Person };

/**
 * Two people in one room, for all tests of a file, which leave the room as they found it or do not
 * mind what the tests before them left there. Call it once, at the top of the file.
 */
export function onePairForAll(): () => Pair {
  let people: People | null = null;
  let pair: Pair | null = null;
  test.beforeAll(async ({ browser, server, clocksMove }) => {
    // The journey before this one, at the same server, may have left it weeks ahead.
    if (clocksMove) await server.setClock(Date.now());
    const { open, ...rest } = peopleOf(browser, server.origin);
    const opened: People["open"] = async (...who) => {
      const person = await open(...who);
      // Before the first page is loaded, so that nothing on it keeps the real clock.
      if (clocksMove) await person.context.clock.install();
      return person;
    };
    people = { ...rest, open: opened };
    pair = await pairUp(opened);
  });
  test.afterAll(() => people?.close());
  return () => {
    if (!pair) throw new Error("there is no pair before the first test");
    return pair;
  };
}
