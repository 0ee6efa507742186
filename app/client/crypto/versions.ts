import { sameBytes, type Bytes } from "#domain/bytes.ts";
import { pad, unpad, VERSION_STEP } from "#domain/crypto/padding.ts";
import {
  VERSION_KEY_BYTES,
  versionBytes,
  versionCommitmentInfo,
  versionContentInfo,
  versionData,
  versionFrom,
  wrappedVersionKeyInfo,
  type VersionPlace,
} from "#domain/crypto/version-format.ts";
import type { PersonId } from "#domain/ids.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { Keyring } from "../keyring/keyring.ts";
import { wrapTo } from "./hpke.ts";
import { systemRandomness } from "./random.ts";
import { importSecret, secretOf } from "./secret.ts";

export type SealedVersion = {
  readonly sealedVersion: Bytes;
  /** For the reader. */
  readonly wrappedKey: Bytes;
  /** The same key, for the author. */
  readonly ownerKey: Bytes;
};

/** Seals the clean copy under a key of its own; the piece's key stays where it is. */
export async function sealVersion(
  keyring: Keyring,
  place: VersionPlace,
  reader: { readonly person: PersonId; readonly boxKey: Uint8Array },
  content: Uint8Array,
): Promise<Result<SealedVersion, "unsound-key">> {
  const raw = systemRandomness.bytes(VERSION_KEY_BYTES);
  const wrapped = await wrapTo(reader.boxKey, raw, wrappedVersionKeyInfo(place, reader.person));
  if (!wrapped.ok) return wrapped;
  const ownerKey = await keyring.wrapVersionKey(place.version, raw);
  const secret = secretOf(await importSecret(raw));
  raw.fill(0);
  const key = await secret.aead(versionContentInfo());
  const sealed = await key.seal(pad(content, VERSION_STEP), versionData(place));
  const commitment = await secret.bytes(versionCommitmentInfo(), 32);
  return ok({
    sealedVersion: versionBytes(commitment, sealed),
    wrappedKey: wrapped.value,
    ownerKey,
  });
}

/**
 * Opens a version as its author or its reader. Whether it is the one that was offered is for the
 * offer's signed statement to say, which names the SHA-256 of `sealedVersion`: check that first.
 */
export async function openVersion(
  keyring: Keyring,
  place: VersionPlace,
  key: { readonly role: "author" | "reader"; readonly bytes: Uint8Array },
  sealedVersion: Uint8Array,
): Promise<Result<Bytes, "cannot-open">> {
  const raw =
    key.role === "author"
      ? await keyring.unwrapVersionKey(place.version, key.bytes)
      : await keyring.openFrom(key.bytes, wrappedVersionKeyInfo(place, keyring.person));
  const parts = versionFrom(sealedVersion);
  if (!raw.ok || !parts) return refuse("cannot-open");
  const secret = secretOf(await importSecret(raw.value));
  raw.value.fill(0);
  if (!sameBytes(await secret.bytes(versionCommitmentInfo(), 32), parts.commitment))
    return refuse("cannot-open");
  const aead = await secret.aead(versionContentInfo());
  const padded = await aead.open(parts.sealed, versionData(place));
  const content = padded && unpad(padded, VERSION_STEP);
  return content ? ok(content) : refuse("cannot-open");
}
