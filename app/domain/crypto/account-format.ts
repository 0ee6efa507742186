import { Reader, Writer } from "../binary.ts";
import type { Bytes } from "../bytes.ts";
import { idBytes, type PersonId, type PieceId, type VersionId } from "../ids.ts";
import { labelled } from "./labels.ts";

/** The account key and what hangs on it. */
export const ACCOUNT_KEY_BYTES = 32;
/** Words of 128 bits, BIP39. */
export const RECOVERY_ENTROPY_BYTES = 16;

/** What the account key can be unwrapped by. */
export type UnlockKind = "password" | "recovery" | "device";

/** The subkeys of the account key. */
export const accountSubkeyInfo = (which: "identity" | "index" | "pieces" | "versions"): Bytes =>
  labelled(`account ${which}`).finish();

/** The key that an unlock's secret (OPAQUE's export key, the words' entropy …) gives. */
export const unlockInfo = (kind: UnlockKind): Bytes => labelled(`unlock ${kind}`).finish();

/** What the words give to be recognised by; the server keeps its hash. */
export const recoveryProofInfo = (): Bytes => labelled("recovery proof").finish();

export const sealedAccountKeyData = (kind: UnlockKind, person: PersonId): Bytes =>
  labelled("sealed account key").fixed(unlockInfo(kind)).fixed(idBytes(person)).finish();

export const sealedIdentityData = (person: PersonId): Bytes =>
  labelled("sealed identity").fixed(idBytes(person)).finish();

/** The version is bound, so that the server cannot show an old index as the newest under its number. */
export const sealedIndexData = (person: PersonId, version: number): Bytes =>
  labelled("sealed index").fixed(idBytes(person)).uint(version).finish();

export const sealedPieceKeyData = (piece: PieceId): Bytes =>
  labelled("sealed piece key").fixed(idBytes(piece)).finish();

export const sealedVersionKeyData = (version: VersionId): Bytes =>
  labelled("sealed version key").fixed(idBytes(version)).finish();

/** A person's private keys: the Ed25519 seed and the X25519 scalar, as RFC 8032 and 7748 have them. */
export type IdentitySecrets = { readonly signingSeed: Bytes; readonly boxScalar: Bytes };

export const identityBytes = (identity: IdentitySecrets): Bytes =>
  new Writer().fixed(identity.signingSeed).fixed(identity.boxScalar).finish();

/** Throws for anything but 64 bytes. */
export function readIdentity(bytes: Uint8Array): IdentitySecrets {
  const reader = new Reader(bytes);
  const identity = { signingSeed: reader.fixed(32), boxScalar: reader.fixed(32) };
  reader.end();
  return identity;
}
