import { expect } from "vitest";
import type { PersonId } from "#domain/ids.ts";
import { CLOSE } from "#domain/sync/frame.ts";
import type { PieceFacts } from "./consent-facts.ts";
import type { ConsentRun } from "./consent-run.ts";
import { seldom } from "./consent-acts-room.ts";
import { Sockets } from "./consent-sockets.ts";
import type { ActTable } from "./consent-steps.ts";
import type { Side } from "./consent-world.ts";

/** So many sockets stand open at most. */
const MOST_SOCKETS = 6;

/** What devices and machines do. */
export const WIRE = {
  connect: [4, (run, side, n) => connect(run, side, n)],
  push: [6, (run, side, n) => push(run, side, n)],
  "hang-up": [
    1,
    async (run, side, n) => {
      const one = socketOf(run, side, n);
      if (one) run.world.sockets.drop(one);
    },
  ],
  // One that starts takes as long as thirty acts.
  restart: [1, (run, _side, n) => seldom(n, () => restart(run, "stop"), 8)],
  kill: [1, (run, _side, n) => seldom(n, () => restart(run, "kill"), 8)],
} satisfies ActTable;

function socketOf(run: ConsentRun, side: Side, n: number) {
  const mine = run.world.sockets.open.filter(({ person }) => person === run.person(side));
  return mine[n % Math.max(1, mine.length)] ?? null;
}

async function connect(run: ConsentRun, side: Side, n: number): Promise<void> {
  const { facts, world } = run;
  const together = facts.pieces.filter(({ accepted }) => accepted);
  const among = n % 2 === 0 ? together : facts.pieces;
  const piece = among[(n >> 1) % Math.max(1, among.length)];
  if (!piece || world.sockets.open.length > MOST_SOCKETS) return;
  await connectTo(run, run.person(side), piece);
}

/** Before anybody looks at anything, those who were there are there again. */
async function restart(run: ConsentRun, by: "stop" | "kill"): Promise<void> {
  const { sockets } = run.world;
  const were = sockets.open.map(({ person, piece }) => ({ person, piece }));
  await run.restart(by);
  for (const { person, piece: id } of were) {
    const piece = run.facts.pieces.find(({ piece: known }) => known === id);
    if (piece) await connectTo(run, person, piece);
  }
}

async function connectTo(run: ConsentRun, me: PersonId, piece: PieceFacts): Promise<void> {
  const { sockets } = run.world;
  const may = piece.mode === "own" ? piece.owner === me && !piece.discarded : piece.accepted;
  const one = await sockets.connect(me, piece.piece);
  if (typeof one === "number") {
    expect(may ? "let in" : one).toBe(CLOSE.notHere);
    return;
  }
  expect(may, "nobody is let in to what is not theirs").toBe(true);
  const kept = sockets.acknowledged.get(piece.piece) ?? [];
  expect(Sockets.delivered(one), "what was acknowledged is there, once, in order").toEqual(kept);
}

async function push(run: ConsentRun, side: Side, n: number): Promise<void> {
  const one = socketOf(run, side, n);
  const piece = run.facts.pieces.find((known) => known.piece === one?.piece);
  if (!one || !piece) return;
  const may = piece.mode === "own" || !(run.paused || piece.closed);
  const { sockets } = run.world;
  const taken = await sockets.push(one, piece.epoch);
  // A socket that stood open is not told of a pause that only a clock set back has brought again.
  const isUntold = run.paused && !run.pausedAllAlong && !piece.closed;
  if (!isUntold || may) expect(taken, "what is written in a pause is not taken").toBe(may);
  // What is on its way to the others has come before anything else happens.
  const others = sockets.open.filter((other) => other !== one && other.piece === one.piece);
  await Promise.all(others.map(({ client }) => client.fence()));
}
