import { expect } from "vitest";
import type { PieceId, RoundId, VersionId } from "#domain/ids.ts";
import type { RoomActs } from "#tests/support/room-acts.ts";
import { newId, offering, some } from "#tests/support/room-world.ts";
import { sealedIn } from "./consent-acts-own.ts";
import type { PairFacts, RoundFacts } from "./consent-facts.ts";
import type { ConsentRun } from "./consent-run.ts";
import type { ActTable } from "./consent-steps.ts";
import { otherOf, type Side } from "./consent-world.ts";

const HOUR = 60 * 60_000;

/** What is done to a question for two. */
export const PAIRED = {
  "begin-pair": [1, (run, side) => beginPair(run, side)],
  "withdraw-pair": [
    1,
    (run, side, n) => (n % 3 === 0 ? onPair(run, n, (pair) => withdraw(run, side, pair)) : NOTHING),
  ],
  "put-in": [6, (run, side, n) => onPair(run, n, (pair) => putIn(run, side, pair))],
  "take-out": [2, (run, side, n) => onPair(run, n, (pair) => takeOut(run, side, pair))],
  "ask-round": [3, (run, side, n) => onPair(run, n, (pair) => askRound(run, side, pair, n))],
  "drop-round": [
    1,
    (run, side, n) =>
      onRound(run, n, async (pair, { round }) => {
        const outcome = await run.signed(side, pair.piece, { kind: "drop-round", round });
        if (outcome === "done") pair.round = null;
      }),
  ],
  "answer-pair": [
    3,
    (run, side, n) =>
      onPair(run, n, async (pair) => {
        const version = pair.putIn.get(run.person(otherOf(side))) ?? newId<VersionId>();
        const act = { kind: "answer", version, answer: some(284) } as const;
        const outcome = await run.signed(side, pair.piece, act);
        if (!pair.opened) expect(outcome, "nothing is said to what is closed").not.toBe("done");
      }),
  ],
  "begin-round": [
    6,
    (run, side, n) => onRound(run, n, (pair, round) => beginRound(run, side, pair, round)),
  ],
  "submit-round": [
    7,
    (run, side, n) => onRound(run, n, (pair, round) => submit(run, side, pair, round, n)),
  ],
} satisfies ActTable;

const NOTHING: Promise<void> = Promise.resolve();

async function onPair(
  run: ConsentRun,
  n: number,
  act: (pair: PairFacts) => Promise<void>,
): Promise<void> {
  const pair = run.pairOf(n);
  if (pair) await act(pair);
}

async function onRound(
  run: ConsentRun,
  n: number,
  act: (pair: PairFacts, round: RoundFacts) => Promise<void>,
): Promise<void> {
  const pair = run.pairOf(n, ({ round }) => round !== null && round.is !== "over");
  if (pair?.round) await act(pair, pair.round);
}

export async function beginPair(run: ConsentRun, side: Side): Promise<void> {
  const piece = newId<PieceId>();
  const outcome = await run.signed(side, piece, { kind: "begin-pair", envelope: some(284) });
  if (outcome !== "done") return;
  run.facts.pairs.push({
    piece,
    by: run.person(side),
    putIn: new Map(),
    takenOut: [],
    opened: false,
    withdrawn: false,
    round: null,
  });
}

/** What either had in goes with it; what comes of it tells nothing of that. */
async function withdraw(run: ConsentRun, side: Side, pair: PairFacts): Promise<void> {
  await run.meet();
  const outcome = await run.signed(side, pair.piece, { kind: "withdraw" });
  if (outcome !== "done") return;
  pair.withdrawn = true;
  for (const [by, version] of pair.putIn) pair.takenOut.push({ by, version });
  pair.putIn.clear();
}

/** Quiet, unless the other's is in: then both open in this moment. */
async function putIn(run: ConsentRun, side: Side, pair: PairFacts): Promise<void> {
  const me = run.person(side);
  const other = run.person(otherOf(side));
  const opens = pair.putIn.has(other) && !pair.putIn.has(me);
  const version = newId<VersionId>();
  const { kind: _offer, envelope: _envelope, ...sealed } = offering(version);
  await run.meet();
  const outcome = await run.deed(side, opens ? "open" : "quiet", (world) =>
    world.sign(world[side], pair.piece, { kind: "put-in", ...sealed }),
  );
  if (outcome !== "done") return;
  run.facts.sealed.set(version, sealedIn(sealed));
  pair.putIn.set(me, version);
  pair.opened = opens;
}

async function takeOut(run: ConsentRun, side: Side, pair: PairFacts): Promise<void> {
  const by = run.person(side);
  const version = pair.putIn.get(by) ?? newId<VersionId>();
  if ((await run.quietly(side, pair.piece, { kind: "take-out", version })) !== "done") return;
  pair.putIn.delete(by);
  pair.takenOut.push({ version, by });
}

async function askRound(run: ConsentRun, side: Side, pair: PairFacts, n: number): Promise<void> {
  // Also one that is over: what was handed in for it must never count again.
  const before = n % 5 === 0 && pair.round?.is === "over" ? pair.round.round : null;
  const round = before ?? newId<RoundId>();
  const lines = 1 + (n % 3);
  const opensAt = run.now + (1 + (n % 30)) * HOUR;
  const act = { kind: "ask-round", round, lines, opensAt } as const;
  if ((await run.signed(side, pair.piece, act)) !== "done") return;
  expect(before, "no round is asked for twice").toBeNull();
  const slots = Array.from({ length: lines }, () => some(32));
  const by = run.person(side);
  pair.round = { round, by, slots, opensAt, submitted: new Map(), is: "asked" };
}

async function beginRound(
  run: ConsentRun,
  side: Side,
  { piece }: PairFacts,
  facts: RoundFacts,
): Promise<void> {
  const { round } = facts;
  const outcome = await run.deed(side, "open", async (world) => {
    const asked = (await questionOf(world, side, piece)) ?? some(32);
    return world.sign(world[side], piece, { kind: "begin-round", round, asked });
  });
  if (outcome === "done") facts.is = "running";
}

/** What `begin-round` has to name, in the world where it is asked. */
async function questionOf(world: RoomActs, side: Side, id: PieceId): Promise<string | null> {
  const { pieces } = await world.view(world[side]);
  const found = pieces.find(({ piece }) => piece === id);
  return found?.mode === "paired" && found.round?.is === "asked"
    ? found.round.statement.hash
    : null;
}

/** Every line; what both mark has one value, and the rest is chance. */
async function submit(
  run: ConsentRun,
  side: Side,
  { piece }: PairFacts,
  facts: RoundFacts,
  n: number,
): Promise<void> {
  const { round, slots, submitted } = facts;
  const tokens = slots.map((slot, i) => ({
    slot,
    value: (n >> i) % 2 === 0 ? (run.hashes[0] ?? "") : some(32),
  }));
  const me = run.person(side);
  const before = submitted.get(me);
  const command = { kind: "submit-round", round, tokens } as const;
  if ((await run.quietly(side, piece, command)) === "done" && !before) submitted.set(me, tokens);
}
