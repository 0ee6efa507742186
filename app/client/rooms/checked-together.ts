import type { Encoded } from "#domain/encoded.ts";
import type {
  LineView,
  TogetherState,
  TogetherView,
  WordingView,
  YesesView,
} from "#domain/piece-view.ts";
import type { Side } from "#domain/statement-view.ts";
import { checkedTold } from "./checked-own.ts";
import type { PieceCheck } from "./piece-check.ts";
import { digestOf } from "./signed.ts";

/** Pieces that both write, as far as what is said of them was signed. */

/** Signatures that their signer has taken back since, by the hash of their statements. */
export type TakenBack = ReadonlySet<Encoded>;

/** Null if nobody proposed it. */
export function checkedTogether(
  view: TogetherView,
  takenBack: TakenBack,
  check: PieceCheck,
): TogetherView | null {
  const waits = view.state.is === "offered";
  if (!isProposed(view, check) || (waits && !check.isOfNow(view, "other"))) {
    return check.doubt(null);
  }
  const state = checkedState(view, takenBack, check);
  return { ...view, state };
}

/** Whether who is said to have proposed this signed just this envelope. */
export const isProposed = (view: TogetherView, check: PieceCheck): boolean =>
  check.says(view, view.by, "propose", ({ envelope }) => envelope === digestOf(view.envelope));

function checkedState(view: TogetherView, takenBack: TakenBack, check: PieceCheck): TogetherState {
  const { state } = view;
  switch (state.is) {
    case "proposed":
      if (view.by === "other") return check.doubt({ is: "offered", putOff: false });
      return { ...state, told: checkedTold(state.told, "other", null, check) };
    case "offered":
      return view.by === "other" ? state : check.doubt(unanswered(view));
    case "open":
    case "closed":
      return checkedWritten(view, state, takenBack, check);
  }
}

/** What is left of a piece to which nobody has provably said yes. */
const unanswered = ({ by }: TogetherView): TogetherState =>
  by === "me" ? { is: "proposed", ended: false, told: null } : { is: "offered", putOff: false };

type Written = Extract<TogetherState, { is: "open" | "closed" }>;

/**
 * What is claimed of it and not signed is left out. What remains is then in doubt, and its page lets
 * nobody write in it.
 */
function checkedWritten(
  view: TogetherView,
  state: Written,
  takenBack: TakenBack,
  check: PieceCheck,
): TogetherState {
  const begun = beginningOf(view, state, check);
  if (!begun && state.epoch === 1) return check.doubt(unanswered(view));
  const lines = state.lines.map((line) => checkedLine(line, takenBack, check));
  const { epoch, keys, yeses } = state;
  const open = { is: "open", epoch, keys, yeses, lines } as const;
  if (!begun) return check.doubt(open);
  if (state.is === "open") return open;
  const closedAt = check.signed(state.statement, state.by)?.link.n ?? 0;
  const isClosed = check.says(state, state.by, "close") && closedAt > begun[state.by];
  if (!isClosed) return check.doubt(open);
  return {
    ...state,
    lines,
    reopening: check.kept(state.reopening, (asked) => {
      const askedAt = check.signed(asked.statement, asked.by)?.link.n ?? 0;
      const before = asked.by === state.by ? closedAt : begun[asked.by];
      return check.says(asked, asked.by, "ask-reopen") && askedAt > before;
    }),
  };
}

/** At which place of their own chain each of the two said yes to the epoch of now. */
type Beginning = Readonly<Record<Side, number>>;

const SIDES = ["me", "other"] as const;
const opposite = (side: Side): Side => (side === "me" ? "other" : "me");

function beginningOf(
  view: TogetherView,
  { epoch, keys, yeses }: Written,
  check: PieceCheck,
): Beginning | null {
  const keyOf = (one: number) => keys.find((key) => key.epoch === one)?.sealed ?? "";
  const proposal = check.signed(view.statement, view.by)?.said;
  if (proposal?.kind !== "propose" || proposal.sealedKey !== digestOf(keyOf(1))) return null;
  const places = ({ asked, agreed }: YesesView, first: Side): Beginning =>
    ({
      [first]: check.signed(asked, first)?.link.n ?? 0,
      [opposite(first)]: check.signed(agreed, opposite(first))?.link.n ?? 0,
    }) as Beginning;
  if (epoch === 1) {
    const isSaidYesTo = check.says(
      { on: null, statement: yeses.agreed },
      opposite(view.by),
      "accept",
      (said) => said.proposal === view.statement.hash,
    );
    return isSaidYesTo ? places({ ...yeses, asked: view.statement }, view.by) : null;
  }
  const first = SIDES.find((side) =>
    check.says(
      { on: null, statement: yeses.asked },
      side,
      "ask-reopen",
      ({ sealedKey }) => sealedKey === digestOf(keyOf(epoch)),
    ),
  );
  const isSaidYesTo =
    first !== undefined &&
    check.says(
      { on: null, statement: yeses.agreed },
      opposite(first),
      "reopen",
      ({ asked }) => asked === yeses.asked.hash,
    );
  return isSaidYesTo ? places(yeses, first) : null;
}

/** A wording stands if both have signed it; what only one has signed is proposed, at most. */
function checkedLine(view: LineView, takenBack: TakenBack, check: PieceCheck): LineView {
  const { line } = view;
  const signed = ({ hash, signatures }: WordingView): WordingView => ({
    hash,
    signatures: check.keptOf(
      signatures,
      (one) =>
        !takenBack.has(one.statement.hash) &&
        check.says(one, one.by, "sign-line", (said) => said.line === line && said.hash === hash),
    ),
  });
  const standing = view.standing && signed(view.standing);
  const stands =
    standing !== null &&
    SIDES.every((side) => standing.signatures.some((signature) => signature.by === side));
  if (standing && !stands) check.doubt(null);
  const others = [...(standing && !stands ? [standing] : []), ...view.proposed.map(signed)];
  return {
    line,
    standing: stands ? standing : null,
    proposed: others.filter(({ signatures }) => signatures.length > 0),
  };
}
