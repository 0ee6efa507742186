import type { BlindMatch } from "#client/crypto/blind-match.ts";
import { toBase64Url, type Bytes } from "#domain/bytes.ts";
import { decoded, type Encoded } from "#domain/encoded.ts";
import type { PersonId, PieceId, RoundId, VersionId } from "#domain/ids.ts";
import { withPiece, type Index } from "#domain/index-schema.ts";
import { decodeAnswer, encodeAnswer, type Answer } from "#domain/pieces/answer.ts";
import { encodeEnvelope } from "#domain/pieces/envelope.ts";
import type { AnswerContent } from "#domain/pieces/question.ts";
import type { MarkList } from "#domain/pieces/decks.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { PairedView, PutInView, RoundResultView, RoundView } from "#domain/piece-view.ts";
import { actOpenly, actQuietly, type Hand } from "./acts.ts";
import type { CheckInCard, QuestionCard } from "./cards.ts";
import { beginPiece, deletePiece, notShownYet, note } from "./own-pieces.ts";
import { isRoundAsked } from "./checked-paired.ts";
import { newId } from "./pairing.ts";
import { PieceCheck } from "./piece-check.ts";
import type { Signer } from "./signed.ts";
import { theTwoOf } from "./signing.ts";
import { openSigned, sealFor, type Paired } from "./versions.ts";
import { known } from "#domain/newer.ts";

/** Questions for two: begun, answered each alone, opened together; and rounds of marking lines. */

/** Puts a card of our decks to both. It shows to the other at once: it says nothing but its number. */
export async function beginQuestion(
  hand: Hand,
  paired: Paired,
  card: number,
): Promise<Result<PieceId>> {
  const piece = newId<PieceId>();
  const envelope = await paired.key.sealNote(
    { what: "proposal", by: hand.keyring.person, piece, version: null },
    encodeEnvelope({ form: "question", kind: "question", card }),
  );
  const act = { kind: "begin-pair", envelope: toBase64Url(envelope) } as const;
  const done = await actOpenly(hand, paired.room, piece, act);
  return done.ok ? ok(piece) : done;
}

/** Takes a question of mine back, for both, as long as nothing of it is both's. */
export const withdrawQuestion = (
  hand: Hand,
  { room }: Paired,
  piece: PieceId,
): Promise<Result<null>> => actOpenly(hand, room, piece, { kind: "withdraw" });

// ---- answering

type Beginning = {
  readonly title: string;
  /** The questions by which it is written, if there are any. */
  readonly form?: string;
  readonly unseen?: PieceId | undefined;
};

/**
 * Begins the piece of my own in which I answer. If another device of mine has begun one meanwhile, that
 * one is it. `unseen` is a draft that the index names and the page does not show: I have deleted it, or it
 * is too new.
 */
export async function beginAnswer(
  hand: Hand,
  { room }: Paired,
  question: PieceId,
  { title, form, unseen }: Beginning,
): Promise<Result<PieceId>> {
  const there = await notShownYet(hand, room, unseen);
  if (!there.ok) return there;
  if (there.value) return ok(there.value);
  const entry = { title, answers: question, ...(form && { form }) };
  const begun = await beginPiece(hand, room, "question", entry);
  if (!begun.ok) return begun;
  const draft = begun.value;
  const kept = await hand.keyring.index.update((index) =>
    withPiece(index, question, (entry) => {
      if (entry?.draft && entry.draft !== unseen) return entry;
      return { kind: "question", title, room, ...entry, draft };
    }),
  );
  if (!kept.ok) return kept;
  const chosen = known(kept.value.pieces[question])?.draft ?? draft;
  if (chosen !== draft) await deletePiece(hand, draft);
  return ok(chosen);
}

/** Puts these bytes in, and with them my yes: once the other's are in too, both open at once. */
export async function putIn(
  hand: Hand,
  paired: Paired,
  piece: PieceId,
  copy: Bytes,
): Promise<Result<null>> {
  const sealed = await sealFor(hand, paired, piece, copy);
  if (!sealed.ok) return sealed;
  return actOpenly(hand, paired.room, piece, { kind: "put-in", ...sealed.value });
}

/** Takes my answer out again; refused once both have opened. */
export const takeOut = (
  hand: Hand,
  { room }: Paired,
  piece: PieceId,
  version: VersionId,
): Promise<Result<null>> => actQuietly(hand, room, piece, { kind: "take-out", version });

/** Fetches and opens an answer; `forged` unless its author signed that they put in just these bytes. */
export async function readAnswer(
  hand: Hand,
  piece: PieceId,
  { version, statement }: PutInView,
  by: Signer,
): Promise<Result<AnswerContent>> {
  const content = await openSigned(hand, { piece, version }, { by, statement }, (sealed) => ({
    kind: "put-in",
    version,
    ...sealed,
  }));
  if (!content.ok) return content;
  return content.value.kind === "question" ? ok(content.value) : refuse("forged");
}

/** Says one thing to the other's answer, once; they see it. */
export async function sayTo(
  hand: Hand,
  { room, key }: Paired,
  piece: PieceId,
  version: VersionId,
  said: Answer,
): Promise<Result<null>> {
  const place = { what: "answer", by: hand.keyring.person, piece, version } as const;
  const answer = toBase64Url(await key.sealNote(place, encodeAnswer(said)));
  return actOpenly(hand, room, piece, { kind: "answer", version, answer });
}

/** What this person said to an answer; `null` if it cannot be read. */
export async function openSaid(
  { key }: Paired,
  by: PersonId,
  { piece, version }: { readonly piece: PieceId; readonly version: VersionId },
  sealed: Encoded,
): Promise<Answer | null> {
  const opened = await key.openNote({ what: "answer", by, piece, version }, decoded(sealed));
  return opened.ok ? decodeAnswer(opened.value) : null;
}

/**
 * Puts a question of the other's, or a check-in that they ask for, out of my sight, or back. Nobody else
 * can know: it is in my index.
 */
export async function putAway(
  { keyring }: Hand,
  { room }: Paired,
  { is, piece }: Pick<QuestionCard | CheckInCard, "is" | "piece">,
  away: boolean,
): Promise<Result<null>> {
  const { title = "" } = known(keyring.index.current().pieces[piece]) ?? {};
  const kind = is === "question" ? "question" : "plan";
  const done = await note(keyring, piece, { kind, title, room, putAway: away });
  return done.ok ? ok(null) : done;
}

// ---- rounds

type AskedRound = Extract<RoundView, { is: "asked" }>;
type RunningRound = Extract<RoundView, { is: "running" }>;

/** Asks for a round over the lines of a list, which ends at a fixed time. */
export const askRound = (
  hand: Hand,
  { room }: Paired,
  piece: PieceId,
  list: MarkList,
  opensAt: number,
): Promise<Result<null>> =>
  actOpenly(hand, room, piece, {
    kind: "ask-round",
    round: newId<RoundId>(),
    lines: list.lines.length,
    opensAt,
  });

export const dropRound = (
  hand: Hand,
  { room }: Paired,
  piece: PieceId,
  { round }: AskedRound,
): Promise<Result<null>> => actOpenly(hand, room, piece, { kind: "drop-round", round });

/** The second yes; `forged` unless the other has signed that they ask for just this round. */
export async function beginRound(
  hand: Hand,
  { room }: Paired,
  piece: PieceId,
  asked: AskedRound,
): Promise<Result<null>> {
  const check = new PieceCheck(piece, theTwoOf(hand.keyring, room));
  if (asked.by !== "other" || !isRoundAsked(asked, check)) return refuse("forged");
  const { round, statement } = asked;
  return actOpenly(hand, room, piece, { kind: "begin-round", round, asked: statement.hash });
}

const matchOf = ({ key }: Paired, piece: PieceId, round: RoundId): BlindMatch =>
  key.match(piece, round);

const namesOf = ({ lines }: MarkList): readonly string[] => lines.map(({ name }) => name);

/** Hands in what I marked, quietly, once and for this round: as many tokens as there are lines. */
export async function submitMarks(
  hand: Hand,
  paired: Paired,
  piece: PieceId,
  { round }: RunningRound,
  list: MarkList,
  marked: ReadonlySet<string>,
): Promise<Result<null>> {
  const tokens = [...(await matchOf(paired, piece, round).tokens(namesOf(list), marked))];
  return actQuietly(hand, paired.room, piece, { kind: "submit-round", round, tokens });
}

/** The lines that both marked, in the order of the list. */
export async function commonLines(
  paired: Paired,
  piece: PieceId,
  { round, common }: RoundResultView,
  list: MarkList,
): Promise<MarkList["lines"]> {
  const names = new Set(await matchOf(paired, piece, round).linesOf(namesOf(list), common));
  return list.lines.filter(({ name }) => names.has(name));
}

/** Whether this list is the one that a round was asked over, as far as can be told. */
export const isOver = (list: MarkList, round: AskedRound | RunningRound): boolean =>
  list.lines.length === round.lines;

/** The piece in which I answer, if I have begun one and not deleted it. */
export function draftOf(
  index: Index,
  { piece }: PairedView,
  mine: (piece: PieceId) => boolean,
): PieceId | null {
  const draft = known(index.pieces[piece])?.draft;
  return draft && mine(draft) ? draft : null;
}
