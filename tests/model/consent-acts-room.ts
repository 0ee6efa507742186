import { expect } from "vitest";
import type { VersionId } from "#domain/ids.ts";
import { newId, offering } from "#tests/support/room-world.ts";
import { offered } from "./consent-acts-own.ts";
import { letGo } from "./consent-facts.ts";
import type { ConsentRun } from "./consent-run.ts";
import type { ActTable } from "./consent-steps.ts";
import type { Side } from "./consent-world.ts";

const HOUR = 60 * 60_000;
/** A little odd, so that hardly anything happens in the very instant of something else. */
const BACK = [90_007, 47 * 60_013, 5 * HOUR + 11, 26 * HOUR + 13, 33 * 24 * HOUR + 17];
const SLEEPS = [1, HOUR, 13 * HOUR, 3 * 24 * HOUR, 31 * 24 * HOUR, 61 * 24 * HOUR];

/** What is done to the room, by either; and what time does. */
export const ROOM = {
  pause: [2, (run, side, n) => pause(run, side, n)],
  resume: [
    6,
    async (run, side) => {
      expect(await run.room(side, { kind: "resume" })).toBe("done");
      run.facts.pauses.delete(run.person(side));
    },
  ],
  // What ends a room comes seldom, or most runs would be over before they have begun.
  leave: [1, (run, side, n) => seldom(n, () => leave(run, side, "leave"))],
  block: [1, (run, side, n) => seldom(n, () => leave(run, side, "block"))],
  goodbye: [1, (run, side, n) => seldom(n, () => goodbye(run, side, n))],
  "delete-account": [
    1,
    (run, side, n) =>
      seldom(n, async () => {
        // Whoever goes last takes the room along: then there is nothing more to look at.
        if (run.here.length === 2) await run.deleteAccount(side);
      }),
  ],
  "quiet-hours": [
    1,
    async (run, side, n) => {
      const hours = n % 3 === 0 ? null : { zone: "Europe/Zurich", from: 1320, to: 420 };
      await run.room(side, { kind: "set-quiet-hours", hours });
    },
  ],
  pace: [
    1,
    async (run, side, n) => {
      const at = { zone: "UTC", at: n % 1440 };
      const its = [
        { every: "time" },
        { every: "day", ...at },
        { every: "week", ...at, weekday: n % 7 },
      ] as const;
      await run.room(side, { kind: "set-pace", pace: its[n % 3] ?? its[0] });
    },
  ],
  seen: [
    1,
    async (run, side) => {
      await run.room(side, { kind: "seen" });
    },
  ],
  sleep: [4, (run, _side, n) => run.sleep(SLEEPS[n % SLEEPS.length] ?? 1)],
  // Somebody sets the machine's clock.
  "clock-back": [
    1,
    (run, _side, n) => seldom(n, () => run.sleep(-(BACK[n % BACK.length] ?? 1)), 2),
  ],
} satisfies ActTable;

/** Less often than the smallest weight. */
export const seldom = async (n: number, act: () => Promise<void>, oneIn = 4): Promise<void> => {
  if (n % oneIn === 0) await act();
};

async function pause(run: ConsentRun, side: Side, n: number): Promise<void> {
  const me = run.person(side);
  const minutes = n % 2 === 0 ? null : 1 + (n % 3000);
  const outcome = await run.room(side, { kind: "pause", minutes });
  expect(outcome, "a pause always succeeds").toBe("done");
  if (run.facts.left.has(me)) return;
  run.facts.pauses.set(me, minutes === null ? null : run.now + minutes * 60_000);
}

async function leave(run: ConsentRun, side: Side, kind: "leave" | "block"): Promise<void> {
  expect(await run.leave(side, { kind }), `to ${kind} succeeds`).toBe("done");
}

/** A leaving that shows: one last letter. */
async function goodbye(run: ConsentRun, side: Side, n: number): Promise<void> {
  const me = run.person(side);
  const piece = run.pieceOf(
    n,
    ({ mode, owner, discarded }) => mode === "own" && owner === me && !discarded,
  )?.piece;
  if (!piece) return;
  const act = offering(newId<VersionId>());
  const outcome = await run.deed(side, "open", async (world) => {
    const offer = await world.signed(world[side], piece, act);
    if (offer.kind !== "offer") throw new Error("not an offer");
    return world.act(world[side], { kind: "leave", goodbye: { piece, offer } });
  });
  expect(outcome, "a goodbye succeeds, once").toBe(run.facts.left.has(me) ? "left" : "done");
  if (outcome !== "done") return;
  offered(run, { author: me, piece, act, notBefore: null, goodbye: true });
  letGo(run.facts, me, run.now);
}
