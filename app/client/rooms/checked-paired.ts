import type {
  OpenedAnswerView,
  PairedState,
  PairedView,
  PutInView,
  RoundView,
} from "#domain/piece-view.ts";
import type { Side, StatementView } from "#domain/statement-view.ts";
import type { RoundId } from "#domain/ids.ts";
import { checkedAnswer } from "./checked-own.ts";
import type { PieceCheck } from "./piece-check.ts";
import { digestOf } from "./signed.ts";

/** Questions for two, as far as what is said of them was signed. Null if nobody began it. */
export function checkedPaired(view: PairedView, check: PieceCheck): PairedView | null {
  const isBegun = check.says(
    view,
    view.by,
    "begin-pair",
    ({ envelope }) => envelope === digestOf(view.envelope),
  );
  if (!isBegun) return check.doubt(null);
  const round = check.kept(view.round, (shown) => isRound(shown, check));
  return { ...view, state: checkedState(view.state, check), round };
}

function checkedState(state: PairedState, check: PieceCheck): PairedState {
  const isPutIn = (answer: PutInView, by: Side) =>
    check.says(answer, by, "put-in", ({ version }) => version === answer.version);
  if (state.is === "answering") {
    return { ...state, mine: check.kept(state.mine, (answer) => isPutIn(answer, "me")) };
  }
  const { mine, theirs } = state;
  if (!isPutIn(mine, "me")) return check.doubt({ is: "answering", mine: null });
  if (!isPutIn(theirs, "other")) return check.doubt({ is: "answering", mine });
  const answered = (put: OpenedAnswerView, by: Side): OpenedAnswerView => ({
    ...put,
    answer: checkedAnswer(put.answer, by, put.version, check),
  });
  return { ...state, mine: answered(mine, "other"), theirs: answered(theirs, "me") };
}

type Asked = {
  readonly round: RoundId;
  readonly lines: number;
  readonly opensAt: number;
};

const isAskedBy = (by: Side, statement: StatementView, asked: Asked, check: PieceCheck): boolean =>
  check.says(
    { on: null, statement },
    by,
    "ask-round",
    ({ round, lines, opensAt }) =>
      round === asked.round && lines === asked.lines && opensAt === asked.opensAt,
  );

/** What came of a round that is over is nobody's statement: it follows from what both handed in. */
function isRound(round: RoundView, check: PieceCheck): boolean {
  switch (round.is) {
    case "over":
      return true;
    case "asked":
      return isRoundAsked(round, check);
    case "running": {
      const { asked, agreed } = round.yeses;
      const by = (["me", "other"] as const).find((side) => isAskedBy(side, asked, round, check));
      if (!by) return false;
      return check.says(
        { on: null, statement: agreed },
        by === "me" ? "other" : "me",
        "begin-round",
        (said) => said.round === round.round && said.asked === asked.hash,
      );
    }
  }
}

/** Whether who is said to have asked for a round signed just this one. */
export const isRoundAsked = (
  round: Extract<RoundView, { is: "asked" }>,
  check: PieceCheck,
): boolean =>
  isAskedBy(round.by, round.statement, round, check) &&
  check.signed(round.statement, round.by)?.day === round.on;
