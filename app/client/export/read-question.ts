import type { Content, Question } from "#domain/own-data.ts";
import { decodeCheckIn } from "#domain/pieces/check-in.ts";
import { ok, type Result } from "#domain/result.ts";
import type {
  AnswerView,
  OpenedAnswerView,
  PairedView,
  PutInView,
  RoundResultView,
} from "#domain/piece-view.ts";
import type { Side } from "#domain/statement-view.ts";
import type { Bytes } from "#domain/bytes.ts";
import { openCopy } from "../pieces/clean-copy.ts";
import { commonLines } from "../rooms/paired.ts";
import type { Signer } from "../rooms/signed.ts";
import { meIn, openSignedBytes, otherIn } from "../rooms/versions.ts";
import { ENDS, missingFor, type Gathering, type OpenedRoom } from "./gathering.ts";
import { notesOf } from "./notes.ts";
import { crossed, marksOf } from "./read-content.ts";
import { known } from "#domain/newer.ts";

/** A question for two, or a check-in: what I put in, the other's once both are open, and what both marked. */
export async function readQuestion(
  gathering: Gathering,
  room: OpenedRoom,
  view: PairedView,
): Promise<Result<Question>> {
  const { hand, cardOf } = gathering;
  const { scene, paired } = room;
  const { piece, on, state } = view;
  const card = cardOf(numberIn(room, view));
  const notes = notesOf(hand.keyring, paired);
  const read = async (
    put: PutInView | OpenedAnswerView | null,
    by: Signer | null,
    reader: Side,
  ): Promise<Result<Question["mine"]>> => {
    if (!put || !by) return ok(null);
    const { version, statement } = put;
    const place = { piece, version };
    const opened = await openSignedBytes(hand, place, { by, statement }, (sealed) => ({
      ...{ kind: "put-in", version },
      ...sealed,
    }));
    if (!opened.ok && ENDS.has(opened.refusal.code)) return opened;
    const answer = await notes.answer(reader, place, answerTo(put), null);
    const about = { on: put.on, answer };
    if (!opened.ok) return ok({ ...about, content: null, missing: missingFor(opened.refusal) });
    const content = putInOf(opened.value);
    return ok({ ...about, content, missing: content ? null : "unreadable" });
  };
  const mine = await read(state.mine, meIn(hand.keyring, scene.view.room), "other");
  if (!mine.ok) return mine;
  const their = state.is === "opened" ? state.theirs : null;
  const theirs = await read(their, paired && otherIn(paired), "me");
  if (!theirs.ok) return theirs;
  const rounds: Question["rounds"] = [];
  for (const result of view.results) rounds.push(await readRound(room, piece, result, card));
  const { title = "" } = known(hand.keyring.index.current().pieces[piece]) ?? {};
  const called = title || (isOfMine(view) ? (card?.words ?? "") : "");
  const both = { mine: mine.value, theirs: theirs.value };
  return ok({ ...{ piece, title: called.slice(0, 200), on }, ...both, rounds });
}

/** The number of the card that was put to both; `null` for a check-in, and if it cannot be read. */
function numberIn({ scene: { door, shared } }: OpenedRoom, { piece }: PairedView): number | null {
  const card = [...door, ...shared].find((one) => one.piece === piece);
  return card?.is === "question" ? card.card : null;
}

/** What the other asked and I never took up keeps its words: it may go deeper than I wanted to see. */
const isOfMine = ({ by, state, results }: PairedView): boolean =>
  by === "me" || state.mine !== null || results.length > 0;

const answerTo = (put: PutInView | OpenedAnswerView): AnswerView | null =>
  "answer" in put ? put.answer : null;

/** What both marked. What either marked beyond that is nowhere: of mine nothing is kept. */
async function readRound(
  { paired }: OpenedRoom,
  piece: PairedView["piece"],
  result: RoundResultView,
  card: ReturnType<Gathering["cardOf"]>,
): Promise<Question["rounds"][number]> {
  const { round } = result;
  if (!paired || card?.is !== "list") return { round, common: [], missing: "unreadable" };
  const lines = await commonLines(paired, piece, result, card);
  const common = lines.map(({ name, words }) => ({ name, words }));
  return { round, common, missing: common.length < result.common.length ? "incomplete" : null };
}

/** Words to a question, or marks at a check-in. */
function putInOf(bytes: Bytes): Content | null {
  const copy = openCopy(bytes);
  if (copy.ok) return crossed(copy.value);
  const marks = decodeCheckIn(bytes);
  return marks && marksOf(marks);
}
