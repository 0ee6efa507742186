import { decoded, type Encoded } from "#domain/encoded.ts";
import type { PieceId, VersionId } from "#domain/ids.ts";
import type { OwnData, RoomData } from "#domain/own-data.ts";
import { decodeAnswer } from "#domain/pieces/answer.ts";
import { decodeEnvelope, type Envelope } from "#domain/pieces/envelope.ts";
import type { AnswerView, Side, ToldView } from "#domain/rooms.ts";
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
  readonly answer: (
    by: Side,
    piece: PieceId,
    version: VersionId,
    view: AnswerView | null,
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
    answer: async (by, piece, version, view) => {
      if (!view) return null;
      const bytes = await open("answer", by, piece, version, view.sealed);
      return { says: bytes && decodeAnswer(bytes), on: view.on };
    },
  };
}

export const toldOf = (told: ToldView | null): OwnDataTold =>
  told && { what: told.what, on: told.on };

type OwnDataTold = OwnData["rooms"][number]["opened"][number]["told"];
