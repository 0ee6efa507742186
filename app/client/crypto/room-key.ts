import { sameBytes, type Bytes } from "#domain/bytes.ts";
import {
  ROOM_KEY_BYTES,
  roomKeyCheckInput,
  wrappedRoomKeyInfo,
} from "#domain/crypto/pairing-format.ts";
import { ENVELOPE_STEP, pad, unpad } from "#domain/crypto/padding.ts";
import type { Secret } from "#domain/crypto/port.ts";
import {
  noteData,
  noteKeyInfo,
  sealedTogetherKeyData,
  togetherKeyInfo,
  type Note,
} from "#domain/crypto/room-format.ts";
import type { PieceId, RoomId, RoundId } from "#domain/ids.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { Keyring } from "../keyring/keyring.ts";
import { blindMatchOf, type BlindMatch } from "./blind-match.ts";
import { sha256 } from "./digest.ts";
import { systemRandomness } from "./random.ts";
import { secretFrom } from "./secret.ts";

/** What the two of a room share. */
export type RoomKey = {
  readonly room: RoomId;
  /** Seals an envelope, an answer or a proposal: at most 254 bytes, and all look alike sealed. */
  readonly sealNote: (note: Note, content: Uint8Array) => Promise<Bytes>;
  readonly openNote: (note: Note, sealed: Uint8Array) => Promise<Result<Bytes, "cannot-open">>;
  /** Seals the 32 random bytes of a together piece's key of this epoch, for both. */
  readonly wrapPieceKey: (piece: PieceId, epoch: number, raw: Uint8Array) => Promise<Bytes>;
  readonly unwrapPieceKey: (
    piece: PieceId,
    epoch: number,
    sealed: Uint8Array,
  ) => Promise<Result<Secret, "cannot-open">>;
  /** My part in a round of blind matching. */
  readonly match: (piece: PieceId, round: RoundId) => BlindMatch;
};

/** The hash by which a room's key is pinned. */
export const roomKeyCheck = (room: RoomId, raw: Uint8Array): Bytes =>
  sha256(roomKeyCheckInput(room, raw));

/**
 * Opens the room's key as it is wrapped to this person. `check` is the pinned hash: HPKE does not tell
 * who wrapped, so a key that the server had put in its place would open too.
 */
export async function openRoomKey(
  keyring: Keyring,
  room: RoomId,
  wrapped: Uint8Array,
  check: Uint8Array,
): Promise<Result<RoomKey, "cannot-open">> {
  const raw = await keyring.openFrom(wrapped, wrappedRoomKeyInfo(room, keyring.person));
  if (!raw.ok) return raw;
  if (raw.value.length !== ROOM_KEY_BYTES || !sameBytes(roomKeyCheck(room, raw.value), check))
    return refuse("cannot-open");
  return ok(roomKeyOf(room, await secretFrom(raw.value)));
}

/** The key that has this secret. */
export function roomKeyOf(room: RoomId, secret: Secret): RoomKey {
  const notes = secret.aead(noteKeyInfo(room));
  const together = secret.aead(togetherKeyInfo(room));
  return {
    room,
    sealNote: async (note, content) =>
      (await notes).seal(pad(content, ENVELOPE_STEP), noteData(room, note)),
    openNote: async (note, sealed) => {
      const padded = await (await notes).open(sealed, noteData(room, note));
      const content = padded && unpad(padded, ENVELOPE_STEP);
      return content ? ok(content) : refuse("cannot-open");
    },
    wrapPieceKey: async (piece, epoch, raw) =>
      (await together).seal(raw, sealedTogetherKeyData(room, piece, epoch)),
    unwrapPieceKey: async (piece, epoch, sealed) => {
      const raw = await (await together).open(sealed, sealedTogetherKeyData(room, piece, epoch));
      return raw ? ok(await secretFrom(raw)) : refuse("cannot-open");
    },
    match: (piece, round) => blindMatchOf(secret, { room, piece, round }, systemRandomness),
  };
}
