import { toBase64Url } from "#domain/bytes.ts";
import { decoded, type Encoded } from "#domain/encoded.ts";
import type { LineId, PersonId, PieceId, VersionId } from "#domain/ids.ts";
import type { Index } from "#domain/index-schema.ts";
import type { BoundariesContent, BoundaryLine } from "#domain/pieces/boundaries.ts";
import {
  decodeLineAnswers,
  encodeLineAnswers,
  type LineAnswer,
} from "#domain/pieces/boundary-answer.ts";
import { interfaceWords } from "#app/language/languages.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { WrittenView } from "#domain/piece-view.ts";
import type { RoomView } from "#domain/room-view.ts";
import { actOpenly, type Hand } from "./acts.ts";
import { beginPiece, note } from "./own-pieces.ts";
import { newId } from "./pairing.ts";
import { propose } from "./together.ts";
import { openOffered, type Offered, type Paired } from "./versions.ts";
import { known } from "#domain/newer.ts";

/** What happens to lines of a list once they are offered: read, answered, taken on together. */

/** A list has no title to be written; these stand for it in the room. */
export const myListTitle = (): string => interfaceWords("room")("whatINeed");
export const theirListTitle = (): string => interfaceWords("room")("whatTheyNeed");

/** The list of mine in this room; there is one a person. */
export const myList = ({ pieces }: RoomView, index: Index): WrittenView | undefined =>
  pieces.find(
    (one): one is WrittenView =>
      one.mode === "own" &&
      one.role === "author" &&
      known(index.pieces[one.piece])?.kind === "boundaries",
  );

/** Begins it, or gives the one that there is. */
export async function beginBoundaries(hand: Hand, view: RoomView): Promise<Result<PieceId>> {
  const there = myList(view, hand.keyring.index.current());
  if (there) return ok(there.piece);
  return beginPiece(hand, view.room, "boundaries", { title: myListTitle() });
}

/** Fetches and opens lines that were offered. */
export async function readLines(
  hand: Hand,
  piece: PieceId,
  version: VersionId,
  offered: Offered,
): Promise<Result<BoundariesContent>> {
  const content = await openOffered(hand, { piece, version }, offered);
  if (!content.ok) return content;
  return content.value.kind === "boundaries" ? ok(content.value) : refuse("other-kind");
}

/**
 * Answers the lines of a version, in its order, in the place of what was answered to it before. Its
 * author sees it.
 */
export async function answerLines(
  hand: Hand,
  { room, key }: Paired,
  piece: PieceId,
  version: VersionId,
  answers: readonly LineAnswer[],
): Promise<Result<null>> {
  const by = hand.keyring.person;
  const sealed = await key.sealNote(
    { what: "answer", by, piece, version },
    encodeLineAnswers(answers),
  );
  return actOpenly(hand, room, piece, { kind: "answer", version, answer: toBase64Url(sealed) });
}

/** What this person answered to a version of so many lines; `null` if it cannot be read. */
export async function openLineAnswers(
  { key }: Paired,
  by: PersonId,
  { piece, version }: { readonly piece: PieceId; readonly version: VersionId },
  sealed: Encoded,
  lines: number,
): Promise<readonly LineAnswer[] | null> {
  const opened = await key.openNote({ what: "answer", by, piece, version }, decoded(sealed));
  return opened.ok ? decodeLineAnswers(opened.value, lines) : null;
}

/**
 * Proposes an agreement about the area of a line that the other offered. The line's words go into it
 * first, from this side, once both have said yes: until then only where they stand is kept, so that
 * nothing is left of a line that is taken back meanwhile.
 */
export async function proposeFromLine(
  hand: Hand,
  paired: Paired,
  piece: PieceId,
  line: BoundaryLine,
): Promise<Result<PieceId>> {
  const proposed = await propose(hand, paired, {
    form: "proposal",
    kind: "agreement",
    theme: line.area,
  });
  if (!proposed.ok) return proposed;
  const { room } = paired;
  const firstLine = { piece, line: line.id, as: newId<LineId>() };
  const kept = await note(hand.keyring, proposed.value, {
    kind: "agreement",
    title: "",
    room,
    firstLine,
  });
  return kept.ok ? proposed : kept;
}
