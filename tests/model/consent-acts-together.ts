import type { PieceId } from "#domain/ids.ts";
import type { RoomActs } from "#tests/support/room-acts.ts";
import { newId, some } from "#tests/support/room-world.ts";
import { NEW } from "./consent-acts-own.ts";
import { wordsKey, type PieceFacts } from "./consent-facts.ts";
import type { ConsentRun } from "./consent-run.ts";
import type { ActTable } from "./consent-steps.ts";
import type { Side } from "./consent-world.ts";

/** What is done to a piece that both write. */
export const TOGETHER = {
  propose: [1, (run, side) => propose(run, side)],
  accept: [2, (run, side, n) => onProposal(run, n, (piece) => accept(run, side, piece))],
  withdraw: [
    1,
    (run, side, n) =>
      onProposal(run, n, async (facts) => {
        const outcome = await run.signed(side, facts.piece, { kind: "withdraw" });
        if (outcome === "done") facts.withdrawn = true;
      }),
  ],
  "put-off": [
    2,
    (run, side, n) =>
      onProposal(run, n, async ({ piece }) => {
        if (n % 4 === 3) await run.signed(side, piece, { kind: "tell-no" });
        else await run.quietly(side, piece, { kind: n % 2 === 0 ? "not-now" : "no" });
      }),
  ],
  sign: [6, (run, side, n) => onShared(run, n, (piece) => sign(run, side, piece, n, "sign-line"))],
  unsign: [
    2,
    (run, side, n) => onShared(run, n, (piece) => sign(run, side, piece, n, "take-signature-back")),
  ],
  close: [
    1,
    (run, side, n) =>
      onShared(run, n, async (facts) => {
        if ((await run.signed(side, facts.piece, { kind: "close" })) === "done") {
          facts.closed = true;
        }
      }),
  ],
  "ask-reopen": [
    2,
    (run, side, n) =>
      onShared(run, n, async ({ piece }) => {
        await run.signed(side, piece, { kind: "ask-reopen", sealedKey: some(60) });
      }),
  ],
  reopen: [3, (run, side, n) => onShared(run, n, (piece) => reopen(run, side, piece))],
} satisfies ActTable;

async function onProposal(
  run: ConsentRun,
  n: number,
  act: (piece: PieceFacts) => Promise<void>,
): Promise<void> {
  const proposed = run.pieceOf(
    n,
    ({ mode, accepted, withdrawn }) => mode === "together" && !accepted && !withdrawn,
  );
  if (proposed) await act(proposed);
}

async function onShared(
  run: ConsentRun,
  n: number,
  act: (piece: PieceFacts) => Promise<void>,
): Promise<void> {
  const both = run.pieceOf(n, ({ mode, accepted }) => mode === "together" && accepted);
  if (both) await act(both);
}

export async function propose(run: ConsentRun, side: Side): Promise<void> {
  const piece = newId<PieceId>();
  const act = { kind: "propose", envelope: some(284), sealedKey: some(60) } as const;
  if ((await run.signed(side, piece, act)) !== "done") return;
  const owner = run.person(side);
  run.facts.pieces.push({ ...NEW, piece, owner, mode: "together" });
}

/** How a piece together shows to this side, in the world where it is asked. */
async function togetherIn(world: RoomActs, side: Side, id: PieceId) {
  const { pieces } = await world.view(world[side]);
  const found = pieces.find(({ piece }) => piece === id);
  return found?.mode === "together" ? found : null;
}

export async function accept(run: ConsentRun, side: Side, facts: PieceFacts): Promise<void> {
  const { piece } = facts;
  const outcome = await run.deed(side, "open", async (world) => {
    const proposed = await togetherIn(world, side, piece);
    const proposal = proposed?.statement.hash ?? some(32);
    return world.sign(world[side], piece, { kind: "accept", proposal });
  });
  if (outcome === "done") facts.accepted = true;
}

async function reopen(run: ConsentRun, side: Side, facts: PieceFacts): Promise<void> {
  const { piece } = facts;
  const outcome = await run.deed(side, "open", async (world) => {
    const closed = await togetherIn(world, side, piece);
    const state = closed?.state.is === "closed" ? closed.state : null;
    const asked = state?.reopening?.statement.hash ?? some(32);
    return world.sign(world[side], piece, { kind: "reopen", asked });
  });
  if (outcome !== "done") return;
  facts.closed = false;
  facts.epoch += 1;
}

async function sign(
  run: ConsentRun,
  side: Side,
  { piece }: PieceFacts,
  n: number,
  kind: "sign-line" | "take-signature-back",
): Promise<void> {
  const line = run.lines[n % 2];
  const hash = run.hashes[(n >> 1) % 2];
  if (!line || !hash) throw new Error("there are two of each");
  const act =
    kind === "sign-line"
      ? ({ kind, line, hash, sealedWording: some(284) } as const)
      : ({ kind, line, hash } as const);
  if ((await run.signed(side, piece, act)) !== "done") return;
  const { signatures } = run.facts;
  const key = wordsKey(piece, line, hash);
  const held = signatures.get(key) ?? new Set();
  signatures.set(key, held);
  if (kind === "sign-line") held.add(run.person(side));
  else held.delete(run.person(side));
  // Both have now signed these words: what stood before falls away, with its signatures.
  if (kind === "sign-line" && held.size === 2) {
    for (const other of run.hashes) {
      if (other === hash) continue;
      const before = signatures.get(wordsKey(piece, line, other));
      if (before?.size === 2) before.clear();
    }
  }
}
