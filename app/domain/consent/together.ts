import type { PersonId } from "../ids.ts";
import { ok, refuse, unreachable, type Result } from "../result.ts";
import type { GateCode } from "../rooms.ts";
import type { PieceCommand } from "./commands.ts";
import { hasLapsed, type Acting, type Reading, type Told } from "./door.ts";
import type { Recorded, TogetherEvent } from "./events.ts";
import { maySign, mayTakeSignatureBack, signatureRemoved, signed, type Lines } from "./lines.ts";

/** A piece that both write once both have said yes, as far as one of the two may know it. */
export type TogetherPiece = {
  readonly mode: "together";
  /** Who proposed it. */
  readonly by: PersonId;
  readonly proposedAt: number;
  readonly envelope: string;
  readonly proposal: Recorded;
  /** How many changes of keys its maker knew of; after another, an unanswered proposal is void. */
  readonly keys: number;
  readonly isVoid: boolean;
  /** Moved by the journal of the one who was asked. */
  readonly reading: Reading;
  /** When it ceased to be `unread`. */
  readonly readAt: number | null;
  /** When it ceased to wait: withdrawn, or said yes to. */
  readonly settledAt: number | null;
  readonly told: Told | null;
  readonly stage: Stage;
};

/** By which the epoch of now began: proposed and accepted, or asked for again and agreed to. */
export type Yeses = { readonly asked: Recorded; readonly agreed: Recorded };

export type Stage =
  | { readonly is: "proposed" }
  | { readonly is: "withdrawn"; readonly recorded: Recorded }
  | {
      readonly is: "open";
      readonly epoch: number;
      readonly lines: Lines;
      readonly yeses: Yeses;
    }
  | {
      readonly is: "closed";
      readonly epoch: number;
      readonly lines: Lines;
      readonly yeses: Yeses;
      readonly by: PersonId;
      readonly recorded: Recorded;
      readonly reopening: { readonly by: PersonId; readonly recorded: Recorded } | null;
    };

export type TogetherCommand = Extract<
  PieceCommand,
  {
    kind:
      | "withdraw"
      | "accept"
      | "not-now"
      | "no"
      | "sign-line"
      | "take-signature-back"
      | "close"
      | "ask-reopen"
      | "reopen";
  }
>;

export function newTogetherPiece(
  by: PersonId,
  event: Extract<TogetherEvent, { type: "piece-proposed" }>,
  at: number,
): TogetherPiece {
  return {
    mode: "together",
    by,
    proposedAt: at,
    envelope: event.envelope,
    proposal: event.recorded,
    keys: event.keys ?? 0,
    isVoid: false,
    reading: "unread",
    readAt: null,
    settledAt: null,
    told: null,
    stage: { is: "proposed" },
  };
}

/** Whether the proposal waits for the other's answer, whether or not it is its turn at their door. */
export const proposalWaits = (piece: TogetherPiece, now: number): boolean =>
  piece.stage.is === "proposed" &&
  !piece.isVoid &&
  !hasLapsed(piece.proposedAt, now) &&
  (piece.reading === "unread" || piece.reading === "put-off");

export function evolveTogether(
  piece: TogetherPiece,
  event: Exclude<TogetherEvent, { type: "piece-proposed" }>,
  by: PersonId,
  at: number,
): TogetherPiece {
  const { stage } = piece;
  const readAt = piece.readAt ?? at;
  switch (event.type) {
    case "put-off":
      return { ...piece, reading: "put-off", readAt };
    case "declined":
      return { ...piece, reading: "declined", readAt };
    case "decline-told":
      return { ...piece, told: { what: "no", recorded: event.recorded } };
    case "proposal-withdrawn":
      return {
        ...piece,
        settledAt: at,
        stage: { is: "withdrawn", recorded: event.recorded },
      };
    case "proposal-accepted":
      return {
        ...piece,
        settledAt: at,
        stage: {
          is: "open",
          epoch: 1,
          lines: new Map(),
          yeses: { asked: piece.proposal, agreed: event.recorded },
        },
      };
    case "line-signed": {
      const { line, hash, sealedWording, recorded } = event;
      return withLines(piece, (lines) =>
        signed(lines, line, { by, hash, sealedWording, recorded }),
      );
    }
    case "signature-taken-back":
      return withLines(piece, (lines) => signatureRemoved(lines, event.line, by, event.hash));
    case "piece-closed":
      if (stage.is !== "open" && stage.is !== "closed") return outOfPlace(event);
      return {
        ...piece,
        stage: { ...stage, is: "closed", by, recorded: event.recorded, reopening: null },
      };
    case "reopening-asked":
      if (stage.is !== "closed") return outOfPlace(event);
      return { ...piece, stage: { ...stage, reopening: { by, recorded: event.recorded } } };
    case "piece-reopened":
      if (stage.is !== "closed" || !stage.reopening) return outOfPlace(event);
      return { ...piece, stage: reopened(stage, stage.reopening.recorded, event.recorded) };
    default:
      return unreachable(event);
  }
}

const reopened = (
  { epoch, lines }: Extract<Stage, { is: "closed" }>,
  asked: Recorded,
  agreed: Recorded,
): Stage => ({ is: "open", epoch: epoch + 1, lines, yeses: { asked, agreed } });

function withLines(piece: TogetherPiece, to: (lines: Lines) => Lines): TogetherPiece {
  const { stage } = piece;
  return stage.is === "open" || stage.is === "closed"
    ? { ...piece, stage: { ...stage, lines: to(stage.lines) } }
    : piece;
}

/** No ledger of ours holds such an event: `decideTogether` gives none. */
function outOfPlace(event: TogetherEvent): never {
  throw new Error(`${event.type} is out of place`);
}

export function decideTogether(
  piece: TogetherPiece,
  command: TogetherCommand,
  acting: Acting,
): Result<readonly TogetherEvent[], GateCode> {
  switch (piece.stage.is) {
    case "withdrawn":
      // To the one who was asked, a proposal that was withdrawn is as if it had never been.
      return refuse(
        command.kind === "withdraw" && piece.by === acting.me ? "already-done" : "not-here",
      );
    case "proposed":
      return piece.by === acting.me
        ? decideOnOwnProposal(command, acting)
        : decideOnProposal(piece, command, acting);
    case "open":
      return decideWhileOpen(piece.stage, command, acting);
    case "closed":
      return decideWhileClosed(piece.stage, command, acting);
    default:
      return unreachable(piece.stage);
  }
}

function decideOnOwnProposal(
  command: TogetherCommand,
  { record }: Acting,
): Result<readonly TogetherEvent[], GateCode> {
  if (command.kind !== "withdraw") return refuse("not-here");
  return ok([{ type: "proposal-withdrawn", recorded: record(command.statement) }]);
}

function decideOnProposal(
  piece: TogetherPiece,
  command: TogetherCommand,
  { waiting, record }: Acting,
): Result<readonly TogetherEvent[], GateCode> {
  if (!waiting) return refuse("not-here");
  switch (command.kind) {
    case "accept":
      if (command.proposal !== piece.proposal.statement.hash) return refuse("moved-on");
      return ok([{ type: "proposal-accepted", recorded: record(command.statement) }]);
    case "not-now":
      return ok(waiting.putOff ? [] : [{ type: "put-off" }]);
    case "no":
      return ok([
        { type: "declined" },
        ...(command.tell
          ? [{ type: "decline-told" as const, recorded: record(command.tell) }]
          : []),
      ]);
    default:
      return refuse("not-here");
  }
}

function decideWhileOpen(
  stage: Extract<Stage, { is: "open" }>,
  command: TogetherCommand,
  acting: Acting,
): Result<readonly TogetherEvent[], GateCode> {
  const { me, record } = acting;
  switch (command.kind) {
    case "sign-line": {
      const { line, hash, sealedWording } = command;
      const may = maySign(stage.lines, line, me, hash);
      if (!may.ok) return may;
      const recorded = record(command.statement);
      return ok([{ type: "line-signed", line, hash, sealedWording, recorded }]);
    }
    case "take-signature-back":
      return takeSignatureBack(stage.lines, command, acting);
    case "close":
      return ok([{ type: "piece-closed", recorded: record(command.statement) }]);
    case "accept":
    case "reopen":
      return refuse("already-done");
    case "withdraw":
    case "ask-reopen":
      return refuse("moved-on");
    case "not-now":
    case "no":
      return refuse("not-here");
    default:
      return unreachable(command);
  }
}

function decideWhileClosed(
  stage: Extract<Stage, { is: "closed" }>,
  command: TogetherCommand,
  acting: Acting,
): Result<readonly TogetherEvent[], GateCode> {
  const { me, record } = acting;
  switch (command.kind) {
    case "take-signature-back":
      return takeSignatureBack(stage.lines, command, acting);
    case "ask-reopen":
      if (stage.reopening) return refuse("already-done");
      return ok([{ type: "reopening-asked", recorded: record(command.statement) }]);
    case "reopen":
      if (!stage.reopening || stage.reopening.by === me) return refuse("not-here");
      if (command.asked !== stage.reopening.recorded.statement.hash) return refuse("moved-on");
      return ok([{ type: "piece-reopened", recorded: record(command.statement) }]);
    case "close":
      // Whoever asked to open it again can close it again as long as the other has not said yes.
      if (stage.reopening?.by !== me) return refuse("already-done");
      return ok([{ type: "piece-closed", recorded: record(command.statement) }]);
    case "sign-line":
    case "accept":
    case "withdraw":
      return refuse("closed");
    case "not-now":
    case "no":
      return refuse("not-here");
    default:
      return unreachable(command);
  }
}

/** Possible at any time, also while the piece is closed. */
function takeSignatureBack(
  lines: Lines,
  command: Extract<TogetherCommand, { kind: "take-signature-back" }>,
  { me, record }: Acting,
): Result<readonly TogetherEvent[], GateCode> {
  const { line, hash } = command;
  const may = mayTakeSignatureBack(lines, line, me, hash);
  if (!may.ok) return may;
  return ok([{ type: "signature-taken-back", line, hash, recorded: record(command.statement) }]);
}
