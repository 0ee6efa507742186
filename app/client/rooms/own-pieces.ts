import { systemRandomness } from "#client/crypto/random.ts";
import type { Keyring } from "#client/keyring/keyring.ts";
import { toBase64Url } from "#domain/bytes.ts";
import type { PieceId, RoomId } from "#domain/ids.ts";
import { isLeaving, withPiece, type Index, type PieceEntry } from "#domain/index-schema.ts";
import type { KindOf } from "#domain/pieces/kinds.ts";
import { ok, type Result } from "#domain/result.ts";
import type { RoomView } from "#domain/room-view.ts";
import type { DeviceStore } from "#client/sync/device-store.ts";
import type { Hand } from "./acts.ts";
import { newId } from "./pairing.ts";
import { isNewer, known } from "#domain/newer.ts";

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

/**
 * A piece of mine that the index names and the page does not show, if it is there all the same: it was begun a
 * moment ago. `null` for one that I have deleted, also while that can be undone, and for none.
 */
export async function notShownYet(
  { api, keyring }: Hand,
  room: RoomId,
  piece: PieceId | undefined,
): Promise<Result<PieceId | null>> {
  if (!piece || isLeaving(keyring.index.current().pieces[piece])) return ok(null);
  const answer = await api.get(`/api/rooms/${room}`);
  if (!answer.ok) return answer;
  const isThere = (answer.value as RoomView).pieces.some((one) => one.piece === piece);
  return ok(isThere ? piece : null);
}

/** Deletes a piece of my own, everywhere and for good. */
export async function deletePiece({ api, keyring }: Hand, piece: PieceId): Promise<Result<null>> {
  const done = await api.post(`/api/pieces/${piece}/delete`, {});
  if (!done.ok) return done;
  await forget(keyring, piece, true);
  return ok(null);
}

/** How many pieces that are gone the index names: devices that come later than that keep a sealed rest. */
const MAX_GONE = 200;

/**
 * Lets go of a piece of mine: its key and its words, on the server and on this device, and on every
 * other as soon as it hears of it. Nothing can bring it back.
 */
export async function letGo(
  hand: Hand,
  device: Pick<DeviceStore, "forget">,
  piece: PieceId,
): Promise<Result<null>> {
  const done = await deletePiece(hand, piece);
  // Refused as not here: another device of mine was first.
  if (!done.ok && done.refusal.code !== "not-here") return done;
  await device.forget(piece);
  return ok(null);
}

/**
 * Drops from this device what it keeps of pieces that are gone, now and whenever the index names more.
 * Gives the way to stop.
 */
export function dropWhatIsGone(
  { index }: Pick<Keyring, "index">,
  device: Pick<DeviceStore, "forget">,
): () => void {
  const dropped = new Set<PieceId>();
  const drop = () => {
    for (const piece of known(index.current().gone) ?? []) {
      if (dropped.has(piece)) continue;
      dropped.add(piece);
      // Without storage there is nothing to drop.
      device.forget(piece).catch(() => undefined);
    }
  };
  drop();
  return index.subscribe(drop);
}

/** Marks, in my own index and nowhere else, whether amends were made for what the other wrote of. */
export const markAmends = (
  { index }: Pick<Keyring, "index">,
  piece: PieceId,
  amends: boolean,
): Promise<Result<Index>> =>
  index.update((now) => withPiece(now, piece, (entry) => entry && { ...entry, amends }));

/** Takes back, before it is offered, that a letter of mine says what it answers. */
export const unsayReply = (
  { index }: Pick<Keyring, "index">,
  piece: PieceId,
): Promise<Result<Index>> =>
  index.update((now) =>
    withPiece(now, piece, (before) => {
      if (!before) return before;
      const { replyTo: _said, ...entry } = before;
      return entry;
    }),
  );

/** Writes a piece's entry in the sealed index, if it says anything new. */
export async function note(
  keyring: Keyring,
  piece: PieceId,
  entry: PieceEntry,
): Promise<Result<Index>> {
  return keyring.index.update((index) =>
    withPiece(index, piece, (before) => {
      const next = { ...before, ...entry };
      return before && JSON.stringify(before) === JSON.stringify(next) ? before : next;
    }),
  );
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

/** Notes that a piece of mine is gone: every device of mine drops what it keeps of it. */
export const forgetForGood = (keyring: Keyring, piece: PieceId): Promise<Result<Index>> =>
  forget(keyring, piece, true);

/** Takes a piece out of the sealed index; with `dropped`, every device of mine drops what it keeps. */
async function forget(keyring: Keyring, piece: PieceId, dropped = false): Promise<Result<Index>> {
  if (!dropped && !keyring.index.current().pieces[piece]) return ok(keyring.index.current());
  return keyring.index.update((index) => {
    const { [piece]: _gone, ...pieces } = index.pieces;
    if (!dropped) return { ...index, pieces };
    if (isNewer(index.gone)) return { ...index, pieces };
    return { ...index, pieces, gone: [...(index.gone ?? []), piece].slice(-MAX_GONE) };
  });
}
