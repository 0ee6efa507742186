import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildServed } from "#tests/support/served.ts";
import { PAST_FAILURES } from "./consent-failures.ts";
import { again, lookAndHold, lookingFor } from "./consent-look.ts";
import { RUNS, soak } from "./consent-soak.ts";
import { startForModel, type ForModel } from "./consent-world-served.ts";

/** How long the random part may look, in milliseconds; a soak counts runs instead. */
const LOOKS = process.env.ALL ? 180_000 : 60_000;
const SOAKS = 8 * 60 * 60_000;

let server: ForModel;

beforeAll(async () => {
  await buildServed();
  server = await startForModel();
});
afterAll(() => server.remove());

describe("two people, in any order, before a server that runs", () => {
  it.each(Object.entries(PAST_FAILURES))("do again: %s", (_name, told) =>
    again(server.world, told),
  );

  if (process.env.SOAK) {
    it(
      "hold what was promised, in every run of a soak",
      async () => {
        await expect(soak()).resolves.toEqual({ runs: RUNS, failures: [] });
      },
      SOAKS,
    );
  } else {
    it(
      "hold what was promised",
      async () => {
        await expect(lookAndHold(server.world, lookingFor(LOOKS))).resolves.toBeUndefined();
      },
      LOOKS + 180_000,
    );
  }
});
