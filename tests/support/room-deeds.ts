import { cleanCopy } from "#client/pieces/clean-copy.ts";
import { actOpenly, actQuietly, type Hand } from "#client/rooms/acts.ts";
import { beginPiece } from "#client/rooms/own-pieces.ts";
import { accept, lineWordsFrom, openKeys, propose, signLine } from "#client/rooms/together.ts";
import { offer, type Paired } from "#client/rooms/versions.ts";
import { toBase64Url } from "#domain/bytes.ts";
import type { LineId, PieceId, VersionId } from "#domain/ids.ts";
import { encodeAnswer } from "#domain/pieces/answer.ts";
import type { LetterContent } from "#domain/pieces/letter.ts";
import type { TogetherView } from "#domain/piece-view.ts";
import { newId } from "./keys.ts";
import { held, viewIn, type TestHand } from "./two-hands.ts";

/** What two people do in a room, by the code of the pages and without their documents. */

const LETTER: LetterContent = {
  kind: "letter",
  title: "",
  body: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "A." }] }] },
};

/** Offers a letter; its version. */
export async function offerLetter(
  hand: TestHand,
  paired: Paired,
): Promise<{ readonly piece: PieceId; readonly version: VersionId }> {
  const piece = held(await beginPiece(hand, paired.room, "letter"));
  const envelope = { form: "version", kind: "letter", length: "short", weight: "light" } as const;
  held(await offer(hand, paired, piece, held(cleanCopy(LETTER)), envelope));
  const { pieces } = await viewIn(hand, paired.room);
  const view = pieces.find((one) => one.piece === piece);
  const version = view?.mode === "own" && view.role === "author" && view.versions.at(-1)?.version;
  if (!version) throw new Error("nothing was offered");
  return { piece, version };
}

export async function openAndAnswer(
  hand: Hand,
  { room, key }: Paired,
  { piece, version }: { readonly piece: PieceId; readonly version: VersionId },
): Promise<void> {
  held(await actQuietly(hand, room, piece, { kind: "open", version }));
  const place = { what: "answer", by: hand.keyring.person, piece, version } as const;
  const answer = toBase64Url(await key.sealNote(place, encodeAnswer("thank-you")));
  held(await actOpenly(hand, room, piece, { kind: "answer", version, answer }));
}

/** An agreement that one proposes and the other says yes to. */
export async function openTogether({ hand, paired }: Side, other: Side): Promise<PieceId> {
  const envelope = { form: "proposal", kind: "agreement", theme: "contact" } as const;
  const piece = held(await propose(hand, paired, envelope));
  held(await accept(other.hand, other.paired, await togetherIn(other.hand, other.paired, piece)));
  return piece;
}

export type Side = { readonly hand: TestHand; readonly paired: Paired };

/** A piece that both write, as the server shows it. */
export async function togetherIn(
  hand: Hand,
  { room }: Paired,
  piece: PieceId,
): Promise<TogetherView> {
  const view = (await viewIn(hand, room)).pieces.find((one) => one.piece === piece);
  if (view?.mode !== "together") throw new Error("there is no such piece together");
  return view;
}

/** Signs these words of a line. */
export async function signWords(
  { hand, paired }: Side,
  piece: PieceId,
  words: string,
  line: LineId = newId<LineId>(),
): Promise<LineId> {
  const { state } = await togetherIn(hand, paired, piece);
  if (state.is !== "open") throw new Error("it is not open");
  const lineWords = lineWordsFrom(piece, held(await openKeys(paired, piece, state.keys)));
  if (!lineWords) throw new Error("the first key is missing");
  held(await signLine(hand, paired, piece, line, words, lineWords));
  return line;
}
