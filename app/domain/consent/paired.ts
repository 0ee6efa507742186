import type { PersonId, RoundId, VersionId } from "../ids.ts";
import { ok, refuse, unreachable, type Result } from "../result.ts";
import type { GateCode } from "../rooms.ts";
import type { PieceCommand } from "./commands.ts";
import type { Acting } from "./door.ts";
import type { NewEntry, PairedEvent, Recorded } from "./events.ts";

/**
 * A question for two, as far as one of the two may know it: each answers alone, and putting in the
 * answer is the yes. What the other put in stands in their own journal, which is not even loaded here.
 */
export type PairedPiece = {
  readonly mode: "paired";
  /** Who began it. */
  readonly by: PersonId;
  readonly envelope: string;
  readonly begun: Recorded;
  readonly begunAt: number;
  /** It was taken back by who began it, and is gone for both. */
  readonly withdrawn: Recorded | null;
  /** Mine, while it is in and they have not opened; void after another change of keys than it knew of. */
  readonly putIn: (Answer & { readonly keys: number; readonly isVoid: boolean }) | null;
  /** Both, once they have opened; none before. */
  readonly opened: readonly OpenedAnswer[];
  readonly round: Round | null;
  /** What came of every round that is over, the oldest first. */
  readonly results: readonly Extract<Round, { is: "over" }>[];
};

type Answer = { readonly version: VersionId; readonly recorded: Recorded };

type OpenedAnswer = Answer & {
  readonly by: PersonId;
  /** What its reader said to it, once and in fixed words. */
  readonly answer: { readonly sealed: string; readonly recorded: Recorded } | null;
};

export type Tokens = readonly { readonly slot: string; readonly value: string }[];

export type Round =
  | {
      readonly is: "asked";
      readonly round: RoundId;
      readonly by: PersonId;
      readonly lines: number;
      readonly opensAt: number;
      readonly recorded: Recorded;
    }
  | {
      readonly is: "running";
      readonly round: RoundId;
      readonly lines: number;
      readonly opensAt: number;
      readonly asked: Recorded;
      readonly agreed: Recorded;
      /** What I submitted. */
      readonly mine: Tokens | null;
    }
  | { readonly is: "over"; readonly round: RoundId; readonly common: readonly string[] };

export type PairedCommand = Extract<
  PieceCommand,
  {
    kind:
      | "withdraw"
      | "put-in"
      | "take-out"
      | "answer"
      | "ask-round"
      | "drop-round"
      | "begin-round"
      | "submit-round";
  }
>;

/** A round ends at most so long after it is asked for, in milliseconds: 60 days. */
const LONGEST_ROUND = 60 * 24 * 60 * 60 * 1000;

export const newPairedPiece = (
  by: PersonId,
  { envelope, recorded }: Extract<PairedEvent, { type: "pair-begun" }>,
  at: number,
): PairedPiece => ({
  mode: "paired",
  by,
  envelope,
  begun: recorded,
  begunAt: at,
  withdrawn: null,
  putIn: null,
  opened: [],
  round: null,
  results: [],
});

export function evolvePaired(
  piece: PairedPiece,
  event: Exclude<PairedEvent, { type: "pair-begun" }>,
  by: PersonId,
): PairedPiece {
  const { round } = piece;
  switch (event.type) {
    case "pair-withdrawn":
      return { ...piece, withdrawn: event.recorded };
    case "answer-put-in":
      return { ...piece, putIn: putInOf(event) };
    case "answer-taken-out":
      return { ...piece, putIn: null };
    case "answer-opened": {
      const { version, recorded } = event;
      return { ...piece, opened: [...piece.opened, { by, version, recorded, answer: null }] };
    }
    case "version-answered": {
      const answer = { sealed: event.answer, recorded: event.recorded };
      const opened = piece.opened.map((one) =>
        one.version === event.version ? { ...one, answer } : one,
      );
      return { ...piece, opened };
    }
    case "round-asked": {
      const { round: id, lines, opensAt, recorded } = event;
      return { ...piece, round: { is: "asked", round: id, by, lines, opensAt, recorded } };
    }
    case "round-dropped":
      return { ...piece, round: piece.results.at(-1) ?? null };
    case "round-begun": {
      if (round?.is !== "asked") throw new Error("a round began that nobody asked for");
      const { round: id, lines, opensAt, recorded: asked } = round;
      const agreed = event.recorded;
      const running = {
        is: "running",
        round: id,
        lines,
        opensAt,
        asked,
        agreed,
        mine: null,
      } as const;
      return { ...piece, round: running };
    }
    case "round-submitted":
      return round?.is === "running" && round.round === event.round
        ? { ...piece, round: { ...round, mine: event.tokens } }
        : piece;
    case "round-over": {
      const over = { is: "over", round: event.round, common: event.common } as const;
      return { ...piece, round: over, results: [...piece.results, over] };
    }
    default:
      return unreachable(event);
  }
}

const putInOf = ({
  version,
  recorded,
  keys = 0,
}: Extract<PairedEvent, { type: "answer-put-in" }>): PairedPiece["putIn"] => ({
  version,
  recorded,
  keys,
  isVoid: false,
});

export const pairedAfterKeys = (piece: PairedPiece, changes: number): PairedPiece => ({
  ...piece,
  putIn: piece.putIn && { ...piece.putIn, isVoid: piece.putIn.keys < changes },
});

export function decidePaired(
  piece: PairedPiece,
  command: PairedCommand,
  { me, now, record }: Acting,
): Result<readonly PairedEvent[], GateCode> {
  const { round, putIn, opened } = piece;
  if (piece.withdrawn) {
    return refuse(command.kind === "withdraw" && piece.by === me ? "already-done" : "not-here");
  }
  switch (command.kind) {
    case "withdraw":
      if (piece.by !== me) return refuse("not-here");
      if (!isUnanswered(piece)) return refuse("moved-on");
      return ok([{ type: "pair-withdrawn", recorded: record(command.statement) }]);
    case "put-in":
      if (opened.length > 0) return refuse("already-done");
      if (putIn && !putIn.isVoid) {
        return putIn.version === command.version ? ok([]) : refuse("already-done");
      }
      return ok([
        ...(putIn ? [{ type: "answer-taken-out", version: putIn.version } as const] : []),
        {
          type: "answer-put-in",
          version: command.version,
          recorded: record(command.statement),
          keys: command.keys,
        },
      ]);
    case "take-out":
      if (opened.some(({ version }) => version === command.version)) return refuse("moved-on");
      return putIn?.version === command.version
        ? ok([{ type: "answer-taken-out", version: command.version }])
        : refuse("not-here");
    case "answer": {
      const { version, answer } = command;
      const theirs = opened.find((one) => one.version === version && one.by !== me);
      if (!theirs) return refuse("not-here");
      if (theirs.answer) return refuse("already-done");
      return ok([
        { type: "version-answered", version, answer, recorded: record(command.statement) },
      ]);
    }
    case "ask-round": {
      const { round: id, lines, opensAt } = command;
      // What was handed in for it then would count again.
      if (piece.results.some((over) => over.round === id)) return refuse("taken");
      if (opensAt <= now || opensAt > now + LONGEST_ROUND) return refuse("bad-time");
      if (round?.is === "running" || (round?.is === "asked" && round.opensAt > now)) {
        return refuse("already-done");
      }
      const recorded = record(command.statement);
      return ok([{ type: "round-asked", round: id, lines, opensAt, recorded }]);
    }
    case "drop-round":
      if (round?.is !== "asked" || round.round !== command.round || round.by !== me) {
        return refuse("not-here");
      }
      return ok([
        { type: "round-dropped", round: round.round, recorded: record(command.statement) },
      ]);
    case "begin-round":
      if (round?.is !== "asked" || round.round !== command.round || round.by === me) {
        return refuse("not-here");
      }
      if (command.asked !== round.recorded.statement.hash || round.opensAt <= now) {
        return refuse("moved-on");
      }
      return ok([{ type: "round-begun", round: round.round, recorded: record(command.statement) }]);
    case "submit-round": {
      if (round?.is !== "running" || round.round !== command.round) return refuse("not-here");
      if (round.opensAt <= now) return refuse("moved-on");
      const slots = new Set(command.tokens.map(({ slot }) => slot));
      if (slots.size !== round.lines || command.tokens.length !== round.lines) {
        return refuse("moved-on");
      }
      if (round.mine) return same(round.mine, command.tokens) ? ok([]) : refuse("already-done");
      return ok([{ type: "round-submitted", round: round.round, tokens: command.tokens }]);
    }
    default:
      return unreachable(command);
  }
}

/** Neither have the answers opened, nor did the two ever begin a round: nothing of it is both's yet. */
export const isUnanswered = ({ withdrawn, opened, round, results }: PairedPiece): boolean =>
  !withdrawn && opened.length === 0 && round?.is !== "running" && results.length === 0;

const same = (a: Tokens, b: Tokens): boolean =>
  a.length === b.length &&
  a.every(({ slot, value }, i) => slot === b[i]?.slot && value === b[i].value);

// ---- what needs to know both

/** What one of the two has in: an answer to a piece. */
export type PutIn = { readonly by: PersonId; readonly answer: Answer };

/** Both answers, opened in one step. */
export const openingOf = (
  both: readonly [PutIn, PutIn],
  subject: NewEntry["subject"],
  at: number,
): readonly NewEntry[] =>
  both.map(({ by, answer }) => ({
    subject,
    scope: "shared",
    by,
    at,
    event: { type: "answer-opened", version: answer.version, recorded: answer.recorded },
  }));

/** The slots that both marked alike, in an order of their own; none unless both have submitted. */
export function inCommon(mine: Tokens | null, theirs: Tokens | null): readonly string[] {
  const values = new Map(theirs?.map(({ slot, value }) => [slot, value]));
  const common = mine?.filter(({ slot, value }) => values.get(slot) === value) ?? [];
  return common.map(({ slot }) => slot).sort();
}
