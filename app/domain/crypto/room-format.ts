import type { Bytes } from "../bytes.ts";
import { idBytes, type PersonId, type PieceId, type RoomId, type VersionId } from "../ids.ts";
import { labelled } from "./labels.ts";

/** What the two of a room tell each other in fixed words. */
export type Note = {
  /** What it is: an envelope on an offer, an answer to one, the proposal of a piece to write together. */
  readonly what: "envelope" | "answer" | "proposal";
  readonly by: PersonId;
  readonly piece: PieceId;
  /** The version that an envelope or an answer is about; `null` where there is none. */
  readonly version: VersionId | null;
};

const NOTES = { envelope: 1, answer: 2, proposal: 3 } as const;

export const noteKeyInfo = (room: RoomId): Bytes =>
  labelled("room notes").fixed(idBytes(room)).finish();

export const togetherKeyInfo = (room: RoomId): Bytes =>
  labelled("room together").fixed(idBytes(room)).finish();

export function noteData(room: RoomId, note: Note): Bytes {
  const writer = labelled("sealed note")
    .fixed(idBytes(room))
    .byte(NOTES[note.what])
    .fixed(idBytes(note.by))
    .fixed(idBytes(note.piece));
  return note.version === null
    ? writer.byte(0).finish()
    : writer.byte(1).fixed(idBytes(note.version)).finish();
}

export const sealedTogetherKeyData = (room: RoomId, piece: PieceId, epoch: number): Bytes =>
  labelled("sealed together key").fixed(idBytes(room)).fixed(idBytes(piece)).uint(epoch).finish();
