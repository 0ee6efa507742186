import { beforeEach, describe, expect, it } from "vitest";
import { toBase64Url } from "#domain/bytes.ts";
import type { PieceId } from "#domain/ids.ts";
import { refuse } from "#domain/result.ts";
import type { TogetherState, TogetherView } from "#domain/piece-view.ts";
import { random } from "#tests/support/keys.ts";
import { openTogether, togetherIn, type Side } from "#tests/support/room-deeds.ts";
import { held, pairedIn, twoHands } from "#tests/support/two-hands.ts";
import { actOpenly } from "./acts.ts";
import { beginQuestion, askRound, beginRound } from "./paired.ts";
import { accept, askToReopen, close, propose, reopen } from "./together.ts";

const FORGED = refuse("forged");
const ENVELOPE = { form: "proposal", kind: "agreement", theme: "contact" } as const;

let ada: Side;
let bo: Side;
beforeEach(async () => {
  const world = await twoHands();
  ada = { hand: world.ada, paired: await pairedIn(world.ada, world.room) };
  bo = { hand: world.bo, paired: await pairedIn(world.bo, world.room) };
});

const viewOf = ({ hand, paired }: Side, piece: PieceId) => togetherIn(hand, paired, piece);
const yes = ({ hand, paired }: Side, view: TogetherView) => accept(hand, paired, view);

describe("saying yes to a proposal", () => {
  it("S10 needs the other’s signature on just this proposal", async () => {
    const first = held(await propose(ada.hand, ada.paired, ENVELOPE));
    const another = await viewOf(bo, first);
    held(await actOpenly(ada.hand, ada.paired.room, first, { kind: "withdraw" }));
    const second = held(await propose(ada.hand, ada.paired, { ...ENVELOPE, theme: "money" }));
    const mine = held(await propose(bo.hand, bo.paired, ENVELOPE));
    const view = await viewOf(bo, second);
    const own = await viewOf(bo, mine);
    const forged: readonly TogetherView[] = [
      { ...view, statement: { ...view.statement, hash: another.statement.hash } },
      { ...view, statement: another.statement },
      { ...view, statement: own.statement },
      { ...view, envelope: another.envelope },
      { ...view, piece: another.piece },
      { ...view, on: "2020-01-01" },
      { ...view, statement: { ...view.statement, signature: toBase64Url(random(64)) } },
      { ...view, statement: { hash: "", body: "?", signature: "?" } },
      own,
    ];
    for (const one of forged) expect(await yes(bo, one)).toEqual(FORGED);
    expect(bo.hand.asked.filter((path) => path === "/api/gate")).toHaveLength(1); // Bo's proposal
    expect(await yes(bo, view)).toEqual({ ok: true, value: null });
  });
});

describe("saying yes to opening it again", () => {
  it("S10 needs the other’s signature on asking for it, and nothing that is older", async () => {
    const piece = await openTogether(ada, bo);
    held(await close(ada.hand, ada.paired, piece));
    held(await askToReopen(ada.hand, ada.paired, await viewOf(ada, piece)));
    const view = await viewOf(bo, piece);
    const { state } = view;
    if (state.is !== "closed" || !state.reopening) throw new Error("nobody asked");
    const { reopening } = state;
    const asked = (change: Partial<typeof reopening>): TogetherView => ({
      ...view,
      state: { ...state, reopening: { ...reopening, ...change } } satisfies TogetherState,
    });
    const forged = [
      asked({ statement: state.statement }),
      asked({ statement: { ...reopening.statement, hash: state.statement.hash } }),
      asked({ on: "2020-01-01" }),
    ];
    for (const one of forged) expect(await reopen(bo.hand, bo.paired, one)).toEqual(FORGED);
    expect((await reopen(bo.hand, bo.paired, view)).ok).toBe(true);
  });
});

describe("saying yes to a round", () => {
  it("S10 needs the other’s signature on just this round", async () => {
    const { hand, paired } = ada;
    const piece = held(await beginQuestion(hand, paired, 1));
    const list = { is: "list", lines: [{ name: "a" }, { name: "b" }] } as never;
    held(await askRound(hand, paired, piece, list, Date.now() + 24 * 60 * 60 * 1000));
    const view = (await held(await bo.hand.api.get(`/api/rooms/${paired.room}`))) as {
      readonly pieces: readonly never[];
    };
    const question = view.pieces.find(({ mode }: { mode: string }) => mode === "paired") as never;
    const { round } = question as { readonly round: Parameters<typeof beginRound>[3] };
    const begin = (shown: typeof round) => beginRound(bo.hand, bo.paired, piece, shown);
    expect(await begin({ ...round, lines: 3 })).toEqual(FORGED);
    expect(await begin({ ...round, opensAt: round.opensAt + 1 })).toEqual(FORGED);
    expect(await begin({ ...round, by: "me" })).toEqual(FORGED);
    expect((await begin(round)).ok).toBe(true);
  });
});
