import { systemRandomness } from "#client/crypto/random.ts";
import type { Keyring } from "#client/keyring/keyring.ts";
import { toBase64Url } from "#domain/bytes.ts";
import type { PieceId, RoomId } from "#domain/ids.ts";
import type { Index, PieceEntry } from "#domain/index-schema.ts";
import type { KindOf } from "#domain/pieces/kinds.ts";
import { ok, type Result } from "#domain/result.ts";
import type { RoomView } from "#domain/rooms.ts";
import type { Hand } from "./acts.ts";
import { newId } from "./pairing.ts";

const KEY_BYTES = 32;

/** Begins a piece of my own. The server learns that there is one, and not of what kind. */
export async function beginPiece(
  { api, keyring }: Hand,
  room: RoomId,
  /** A draft of an answer to a question is a piece of my own too, and so are my marks in a plan. */
  kind: KindOf<"own" | "paired"> | "plan",
  more: Partial<PieceEntry> = {},
): Promise<Result<PieceId>> {
  const piece = newId<PieceId>();
  const raw = systemRandomness.bytes(KEY_BYTES);
  const sealedKey = toBase64Url(await keyring.wrapPieceKey(piece, raw));
  raw.fill(0);
  const made = await api.post("/api/pieces", { id: piece, room, sealedKey });
  if (!made.ok) return made;
  const kept = await note(keyring, piece, { title: "", ...more, kind, room });
  return kept.ok ? ok(piece) : kept;
}

/** Deletes a piece of my own, everywhere and for good. */
export async function deletePiece({ api, keyring }: Hand, piece: PieceId): Promise<Result<null>> {
  const done = await api.post(`/api/pieces/${piece}/delete`, {});
  if (!done.ok) return done;
  await forget(keyring, piece);
  return ok(null);
}

/** Writes a piece's entry in the sealed index, if it says anything new. */
export async function note(
  keyring: Keyring,
  piece: PieceId,
  entry: PieceEntry,
): Promise<Result<Index>> {
  const known = keyring.index.current().pieces[piece];
  const next = { ...known, ...entry };
  if (known && JSON.stringify(known) === JSON.stringify(next)) {
    return ok(keyring.index.current());
  }
  return keyring.index.update((index) => ({
    ...index,
    pieces: { ...index.pieces, [piece]: { ...index.pieces[piece], ...entry } },
  }));
}

/**
 * Drops what my index says of pieces that I had opened and that were taken back: whichever of my
 * devices hears of it first, and wherever in the room it is then.
 */
export async function forgetTakenBack(keyring: Keyring, { pieces }: RoomView): Promise<void> {
  for (const view of pieces) {
    const received = view.mode === "own" && view.role === "reader";
    if (received && view.opened.at(-1)?.takenBack) await forget(keyring, view.piece);
  }
}

/** Takes a piece out of the sealed index. */
async function forget(keyring: Keyring, piece: PieceId): Promise<Result<Index>> {
  if (!keyring.index.current().pieces[piece]) return ok(keyring.index.current());
  return keyring.index.update((index) => {
    const { [piece]: _gone, ...pieces } = index.pieces;
    return { ...index, pieces };
  });
}
