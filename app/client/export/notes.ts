import { decoded, type Encoded } from "#domain/encoded.ts";
import type { PieceId, VersionId } from "#domain/ids.ts";
import type { RoomData } from "#domain/own-data.ts";
import { decodeAnswer } from "#domain/pieces/answer.ts";
import { decodeLineAnswers } from "#domain/pieces/boundary-answer.ts";
import { decodeEnvelope, type Envelope } from "#domain/pieces/envelope.ts";
import type { AnswerView, ToldView } from "#domain/piece-view.ts";
import type { Side } from "#domain/statement-view.ts";
import type { Keyring } from "../keyring/keyring.ts";
import type { Paired } from "../rooms/versions.ts";

/** What the two said to each other in fixed words, sealed under the room's key. */
export type Notes = {
  readonly envelope: (
    what: "envelope" | "proposal",
    by: Side,
    piece: PieceId,
    version: VersionId | null,
    sealed: Encoded,
  ) => Promise<Envelope | null>;
  /** `lines`: how many the list of boundaries has that is answered; `null` for anything else. */
  readonly answer: (
    by: Side,
    place: { readonly piece: PieceId; readonly version: VersionId },
    view: AnswerView | null,
    lines: number | null,
  ) => Promise<WrittenAnswer | null>;
};

type WrittenAnswer = NonNullable<RoomData["opened"][number]["answer"]>;

export function notesOf({ person }: Keyring, paired: Paired | null): Notes {
  const open = async (
    what: "envelope" | "proposal" | "answer",
    by: Side,
    piece: PieceId,
    version: VersionId | null,
    sealed: Encoded,
  ) => {
    if (!paired) return null;
    const author = by === "me" ? person : paired.other.person;
    const note = { what, by: author, piece, version };
    const opened = await paired.key.openNote(note, decoded(sealed));
    return opened.ok ? opened.value : null;
  };
  return {
    envelope: async (what, by, piece, version, sealed) => {
      const bytes = await open(what, by, piece, version, sealed);
      return bytes && decodeEnvelope(bytes);
    },
    answer: async (by, { piece, version }, view, lines) => {
      if (!view) return null;
      const { sealed, on } = view;
      const bytes = await open("answer", by, piece, version, sealed);
      const toLines = bytes && lines !== null ? decodeLineAnswers(bytes, lines) : null;
      return {
        says: bytes && lines === null ? decodeAnswer(bytes) : null,
        lines: toLines && [...toLines],
        on,
      };
    },
  };
}

export const toldOf = (told: ToldView | null): RoomData["opened"][number]["told"] =>
  told && { what: told.what, on: told.on };
