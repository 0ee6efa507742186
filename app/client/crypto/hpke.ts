import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import { concat, type Bytes } from "#domain/bytes.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import { isSoundBoxKey } from "./signatures.ts";

/**
 * Wrapping to a person: HPKE (RFC 9180) in base mode with X25519, HKDF-SHA-256 and AES-256-GCM, as
 * `encapsulated key (32) | ciphertext`. It says nothing about who wrapped: that has to be known from a
 * signature, or from a hash that was pinned.
 */
const ENCAPSULATED_BYTES = 32;

const suite = () =>
  new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  });

const buffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/** Wraps `content` so that only the holder of `boxKey` opens it. */
export async function wrapTo(
  boxKey: Uint8Array,
  content: Uint8Array,
  info: Uint8Array,
): Promise<Result<Bytes, "unsound-key">> {
  if (!isSoundBoxKey(boxKey)) return refuse("unsound-key");
  const hpke = suite();
  const recipientPublicKey = await hpke.kem.deserializePublicKey(buffer(boxKey));
  const { enc, ct } = await hpke.seal({ recipientPublicKey, info: buffer(info) }, buffer(content));
  return ok(concat(new Uint8Array(enc), new Uint8Array(ct)));
}

/** Opens what {@link wrapTo} has wrapped to this pair of keys, under the same `info`. */
export async function unwrapWith(
  pair: CryptoKeyPair,
  wrapped: Uint8Array,
  info: Uint8Array,
): Promise<Result<Bytes, "cannot-open">> {
  try {
    const opened = await suite().open(
      {
        recipientKey: pair,
        enc: buffer(wrapped.subarray(0, ENCAPSULATED_BYTES)),
        info: buffer(info),
      },
      buffer(wrapped.subarray(ENCAPSULATED_BYTES)),
    );
    return ok(new Uint8Array(opened));
  } catch {
    return refuse("cannot-open");
  }
}
