import { MalformedBytes, Reader, Writer } from "../binary.ts";
import type { Bytes } from "../bytes.ts";
import { idBytes, type PersonId, type PieceId, type VersionId } from "../ids.ts";
import { labelled } from "./labels.ts";

/** A sealed version: the clean copy of a piece, under a key of its own. */
export const VERSION_KEY_BYTES = 32;
const COMMITMENT_BYTES = 32;

export type VersionPlace = {
  readonly piece: PieceId;
  readonly version: VersionId;
  readonly author: PersonId;
};

export const versionContentInfo = (): Bytes => labelled("version content").finish();

/**
 * AES-GCM alone lets an author make one ciphertext that opens to two texts under two keys. The
 * commitment, which goes in front of the ciphertext, holds it to one key.
 */
export const versionCommitmentInfo = (): Bytes => labelled("version commitment").finish();

export const versionData = (place: VersionPlace): Bytes =>
  labelled("sealed version")
    .fixed(idBytes(place.piece))
    .fixed(idBytes(place.version))
    .fixed(idBytes(place.author))
    .finish();

/** HPKE info of a version's key, wrapped to its reader. */
export const wrappedVersionKeyInfo = (place: VersionPlace, reader: PersonId): Bytes =>
  labelled("wrapped version key")
    .fixed(idBytes(place.piece))
    .fixed(idBytes(place.version))
    .fixed(idBytes(place.author))
    .fixed(idBytes(reader))
    .finish();

export const versionBytes = (commitment: Uint8Array, sealed: Uint8Array): Bytes =>
  new Writer().fixed(commitment).fixed(sealed).finish();

export function versionFrom(bytes: Uint8Array): { commitment: Bytes; sealed: Bytes } | null {
  try {
    const reader = new Reader(bytes);
    return { commitment: reader.fixed(COMMITMENT_BYTES), sealed: reader.rest() };
  } catch (error) {
    if (error instanceof MalformedBytes) return null;
    throw error;
  }
}
