import type { LineId, PieceId } from "../ids.ts";
import { MAX_LINES } from "../pieces/agreement.ts";
import { ok, refuse, type Result } from "../result.ts";
import type { PieceRequest } from "./commands.ts";
import { hasLapsed } from "./door.ts";
import type { ConsentEvent, Entry } from "./events.ts";
import type { Known, Piece } from "./gate.ts";
import { isUnanswered } from "./paired.ts";

/**
 * Limits on what one person can put before the other, in one room. They count that person's own acts,
 * and what both may see; never what the other did quietly, or a refusal would tell of it: a proposal
 * that was quietly refused stands in the way of the next one exactly as one that was never seen.
 *
 * What takes something away, says yes, pauses or leaves is not limited.
 */

const DAY = 24 * 60 * 60 * 1000;

/** How often in a day (24 hours) one person may do each, in one room. */
export const IN_A_DAY = {
  proposals: 5,
  questions: 5,
  rounds: 5,
  offers: 10,
  offersOfOnePiece: 3,
  reopeningsOfOnePiece: 1,
  answersToOneVersion: 3,
  signaturesOnTheSameWords: 3,
  /** Sealed, whether they were offered, put in, or only set to wait. */
  versions: 60,
} as const;

/** Lines of one piece together that can carry signatures: twice as many as anybody can add to it. */
export const MOST_SIGNED_LINES = 2 * MAX_LINES;

/** Whether this person may do this now, as far as it would press the other. */
export function mayPress(
  known: Known,
  { piece, command }: PieceRequest,
  now: number,
): Result<null, "one-at-a-time" | "too-often" | "too-many"> {
  if ("sealedVersion" in command && versionsWithin(known, now) >= IN_A_DAY.versions) {
    return refuse("too-many");
  }
  const done = (most: number, counts: (event: ConsentEvent) => boolean, of?: PieceId) =>
    countWithin(known, now, counts, of) < most ? ok(null) : refuse("too-often");
  switch (command.kind) {
    case "propose":
      if (some(known, (one) => isOpenProposal(one, known, now))) return refuse("one-at-a-time");
      return done(IN_A_DAY.proposals, ({ type }) => type === "piece-proposed");
    case "begin-pair":
      if (some(known, (one) => isOpenQuestion(one, known, now))) return refuse("one-at-a-time");
      return done(IN_A_DAY.questions, ({ type }) => type === "pair-begun");
    case "ask-round":
      if (some(known, (one) => isOpenRound(one, known, now))) return refuse("one-at-a-time");
      return done(IN_A_DAY.rounds, ({ type }) => type === "round-asked");
    case "offer":
      return mayOffer(known, piece, now);
    case "wait":
      return mayOffer(known, piece, Math.max(now, command.notBefore));
    case "ask-reopen": {
      const { reopeningsOfOnePiece: most } = IN_A_DAY;
      return done(most, ({ type }) => type === "reopening-asked", piece);
    }
    case "answer": {
      const { version } = command;
      return done(
        IN_A_DAY.answersToOneVersion,
        (event) => event.type === "version-answered" && event.version === version,
        piece,
      );
    }
    case "sign-line": {
      const { line, hash } = command;
      if (!mayBeSigned(known.pieces.get(piece), line)) return refuse("too-many");
      return done(
        IN_A_DAY.signaturesOnTheSameWords,
        (event) => event.type === "line-signed" && event.line === line && event.hash === hash,
        piece,
      );
    }
    default:
      return ok(null);
  }
}

const some = ({ pieces }: Known, is: (piece: Piece) => boolean): boolean =>
  [...pieces.values()].some(is);

/** Neither said yes to, nor taken back, nor answered by a no that was told, nor ended. */
const isOpenProposal = (piece: Piece, { me }: Known, now: number): boolean =>
  piece.mode === "together" &&
  piece.by === me &&
  piece.stage.is === "proposed" &&
  piece.told === null &&
  !piece.isVoid &&
  !hasLapsed(piece.proposedAt, now);

/** A question never ends by itself; after as long as an offer takes to end, it stands in no way. */
const isOpenQuestion = (piece: Piece, { me }: Known, now: number): boolean =>
  piece.mode === "paired" &&
  piece.by === me &&
  isUnanswered(piece) &&
  !hasLapsed(piece.begunAt, now);

const isOpenRound = (piece: Piece, { me }: Known, now: number): boolean =>
  piece.mode === "paired" &&
  !piece.withdrawn &&
  piece.round?.is === "asked" &&
  piece.round.by === me &&
  piece.round.opensAt > now;

function countWithin(
  { acts }: Known,
  now: number,
  counts: (event: ConsentEvent) => boolean,
  of?: PieceId,
): number {
  const isIt = ({ at, subject, event }: Entry) =>
    at > now - DAY && (of === undefined || subject === of) && counts(event);
  return acts.filter(isIt).length;
}

/** What waits comes to the other's door at its time: it counts there, among what was offered. */
function mayOffer(known: Known, piece: PieceId, at: number): Result<null, "too-often"> {
  const offered = known.acts
    .filter(({ event }) => event.type === "version-offered")
    .map(({ at: offeredAt, subject }) => ({ at: offeredAt, subject: subject as PieceId }));
  const waiting = [...known.pieces].flatMap(([id, one]) =>
    // A newer one takes the place of what waits.
    one.mode === "own" && one.owner === known.me && one.waiting?.isVoid === false && id !== piece
      ? [{ at: one.waiting.notBefore, subject: id }]
      : [],
  );
  const near = [...offered, ...waiting].filter((one) => Math.abs(one.at - at) < DAY);
  const ofPiece = near.filter(({ subject }) => subject === piece);
  return near.length < IN_A_DAY.offers && ofPiece.length < IN_A_DAY.offersOfOnePiece
    ? ok(null)
    : refuse("too-often");
}

/** One that waited and was released stands in both journals. */
function versionsWithin({ acts }: Known, now: number): number {
  const sealed = acts.flatMap(({ at, event }) =>
    at > now - DAY && SEALS.has(event.type) && "version" in event ? [event.version] : [],
  );
  return new Set(sealed).size;
}

const SEALS: ReadonlySet<ConsentEvent["type"]> = new Set([
  "version-offered",
  "offer-set",
  "answer-put-in",
]);

const mayBeSigned = (piece: Piece | undefined, line: LineId): boolean =>
  piece?.mode !== "together" ||
  (piece.stage.is !== "open" && piece.stage.is !== "closed") ||
  piece.stage.lines.has(line) ||
  piece.stage.lines.size < MOST_SIGNED_LINES;
