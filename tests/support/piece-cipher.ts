import { createFrameCipher } from "#client/crypto/frame-cipher.ts";
import { secretFrom } from "#client/crypto/secret.ts";
import type { FrameCipher } from "#client/sync/frame-cipher.ts";
import type { PieceId } from "#domain/ids.ts";

/** The real sealing of a piece's frames, with a key for each epoch that everybody in a test has. */
export async function cipherFor(piece: PieceId, epochs = 1): Promise<FrameCipher> {
  const keys = new Map<number, Awaited<ReturnType<typeof secretFrom>>>();
  for (let epoch = 1; epoch <= epochs; epoch++) {
    keys.set(epoch, await secretFrom(new Uint8Array(32).fill(epoch)));
  }
  return createFrameCipher(piece, keys);
}
