import {
  awarenessData,
  awarenessKeyInfo,
  frameData,
  frameKeyInfo,
} from "#domain/crypto/frame-format.ts";
import { FRAME_STEP, pad, unpad } from "#domain/crypto/padding.ts";
import type { Aead, Secret } from "#domain/crypto/port.ts";
import type { Bytes } from "#domain/bytes.ts";
import type { PieceId } from "#domain/ids.ts";
import type { FrameCipher, FramePlace } from "../sync/frame-cipher.ts";

/** Something sealed that does not open: another key, another place, or a changed byte. */
export class CannotOpen extends Error {
  override name = "CannotOpen";
}

/**
 * Seals and opens the frames of one piece. `keys` holds the piece's key of each epoch; it is looked
 * into each time, so an epoch may be added while the piece is open.
 */
export function createFrameCipher(piece: PieceId, keys: ReadonlyMap<number, Secret>): FrameCipher {
  const derived = new Map<string, Promise<Aead>>();

  /** Throws {@link CannotOpen} for an epoch whose key is not there. */
  function keyFor(epoch: number, name: string, info: () => Bytes): Promise<Aead> {
    const known = derived.get(name);
    if (known) return known;
    const secret = keys.get(epoch);
    if (!secret) throw new CannotOpen("there is no key of this epoch");
    const key = secret.aead(info());
    derived.set(name, key);
    return key;
  }

  const frameKey = ({ epoch, stream }: FramePlace) =>
    keyFor(epoch, `${epoch} ${stream}`, () => frameKeyInfo(piece, epoch, stream));
  const awarenessKey = (epoch: number) =>
    keyFor(epoch, `${epoch}`, () => awarenessKeyInfo(piece, epoch));

  return {
    seal: async (place, plain) =>
      (await frameKey(place)).seal(pad(plain, FRAME_STEP), frameData(piece, place)),
    open: async (place, sealed) =>
      unpadded(await (await frameKey(place)).open(sealed, frameData(piece, place))),
    sealAwareness: async (epoch, plain) =>
      (await awarenessKey(epoch)).seal(pad(plain, FRAME_STEP), awarenessData(piece, epoch)),
    openAwareness: async (epoch, sealed) =>
      unpadded(await (await awarenessKey(epoch)).open(sealed, awarenessData(piece, epoch))),
  };
}

function unpadded(padded: Bytes | null): Bytes {
  const content = padded && unpad(padded, FRAME_STEP);
  if (!content) throw new CannotOpen("this does not open here");
  return content;
}
