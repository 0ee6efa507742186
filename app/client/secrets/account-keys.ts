import { ed25519, x25519 } from "@noble/curves/ed25519.js";
import {
  ACCOUNT_KEY_BYTES,
  accountSubkeyInfo,
  identityBytes,
  readIdentity,
  sealedAccountKeyData,
  sealedIdentityData,
  unlockInfo,
  type IdentitySecrets,
  type UnlockKind,
} from "#domain/crypto/account-format.ts";
import { concat, type Bytes } from "#domain/bytes.ts";
import type { PersonId } from "#domain/ids.ts";
import { systemRandomness } from "../crypto/random.ts";
import { aeadOf, deriveSealingKey, importSecret } from "../crypto/secret.ts";
import type { UnlockedKeys } from "./secrets-worker.ts";

/** The raw account key and private keys: nothing in this file is called outside of the worker. */

/** A new account key and identity, the latter sealed. */
export async function makeAccountKeys(
  person: PersonId,
): Promise<{ accountKey: Bytes; identity: Bytes }> {
  const accountKey = systemRandomness.bytes(ACCOUNT_KEY_BYTES);
  const raw = identityBytes({
    signingSeed: systemRandomness.bytes(32),
    boxScalar: systemRandomness.bytes(32),
  });
  const sealing = aeadOf(await subkey(accountKey, "identity"));
  const identity = await sealing.seal(raw, sealedIdentityData(person));
  raw.fill(0);
  return { accountKey, identity };
}

const subkey = async (accountKey: Bytes, which: Parameters<typeof accountSubkeyInfo>[0]) =>
  deriveSealingKey(await importSecret(accountKey), accountSubkeyInfo(which));

/** The keys to work with. `null` if the identity was sealed for another key or person. */
export async function unlockedKeys(
  accountKey: Bytes,
  person: PersonId,
  identity: Uint8Array,
): Promise<UnlockedKeys | null> {
  const sealing = aeadOf(await subkey(accountKey, "identity"));
  const raw = await sealing.open(identity, sealedIdentityData(person));
  if (!raw) return null;
  const secrets = readIdentity(raw);
  raw.fill(0);
  const keys = await importIdentity(secrets);
  secrets.signingSeed.fill(0);
  secrets.boxScalar.fill(0);
  return {
    ...keys,
    index: await subkey(accountKey, "index"),
    pieces: await subkey(accountKey, "pieces"),
    versions: await subkey(accountKey, "versions"),
  };
}

/** PKCS #8 around 32 bytes (RFC 8410), the one form in which WebCrypto takes such a private key. */
const pkcs8 = (algorithm: number, key: Bytes): Bytes =>
  concat(
    Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, algorithm, 4, 0x22, 4, 0x20),
    key,
  );
const ED25519 = 0x70;
const X25519 = 0x6e;

/** The public keys are worked out here, so that the server cannot give us others. */
async function importIdentity({ signingSeed, boxScalar }: IdentitySecrets) {
  const { subtle } = crypto;
  const signingKey = new Uint8Array(ed25519.getPublicKey(signingSeed));
  const boxKey = new Uint8Array(x25519.getPublicKey(boxScalar));
  const privateKey = await subtle.importKey(
    "pkcs8",
    pkcs8(X25519, boxScalar),
    { name: "X25519" },
    false,
    ["deriveBits"],
  );
  const publicKey = await subtle.importKey("raw", boxKey, { name: "X25519" }, true, []);
  const signing = await subtle.importKey(
    "pkcs8",
    pkcs8(ED25519, signingSeed),
    { name: "Ed25519" },
    false,
    ["sign"],
  );
  return { signing, box: { privateKey, publicKey }, signingKey, boxKey };
}

/** The key that an unlock's secret gives; the secret is wiped. */
export async function unlockKeyFrom(kind: UnlockKind, secret: Uint8Array): Promise<CryptoKey> {
  const imported = await importSecret(secret);
  secret.fill(0);
  return deriveSealingKey(imported, unlockInfo(kind));
}

export const sealAccountKey = (
  kind: UnlockKind,
  unlock: CryptoKey,
  person: PersonId,
  accountKey: Bytes,
): Promise<Bytes> => aeadOf(unlock).seal(accountKey, sealedAccountKeyData(kind, person));

/** `null` if this unlock is not the one that the account key was sealed for. */
export const openAccountKey = (
  kind: UnlockKind,
  unlock: CryptoKey,
  person: PersonId,
  sealed: Uint8Array,
): Promise<Bytes | null> => aeadOf(unlock).open(sealed, sealedAccountKeyData(kind, person));
