import type { Bytes } from "#domain/bytes.ts";
import type { Aead, Secret } from "#domain/crypto/port.ts";
import { systemRandomness } from "./random.ts";

/** The domain's crypto port, by WebCrypto. No key that is made here can be exported. */

const NONCE_BYTES = 12;
const NO_SALT = new Uint8Array(0);

/** A copy backed by a plain buffer, which is what WebCrypto's types ask for. */
const plain = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);

/** Random bytes, or a secret shared with somebody, as a key to derive others from. */
export function importSecret(raw: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", plain(raw), "HKDF", false, ["deriveKey", "deriveBits"]);
}

const hkdf = (info: Uint8Array): HkdfParams => ({
  name: "HKDF",
  hash: "SHA-256",
  salt: NO_SALT,
  info: plain(info),
});

/** An AES-256-GCM key derived from a secret; it can be kept in IndexedDB, but not taken out. */
export function deriveSealingKey(secret: CryptoKey, info: Uint8Array): Promise<CryptoKey> {
  const shape = { name: "AES-GCM", length: 256 };
  return crypto.subtle.deriveKey(hkdf(info), secret, shape, false, ["encrypt", "decrypt"]);
}

/** Sealing by a key of {@link deriveSealingKey}. */
export function aeadOf(key: CryptoKey): Aead {
  return {
    seal: async (content, data) => {
      const iv = systemRandomness.bytes(NONCE_BYTES);
      const shape = { name: "AES-GCM", iv, additionalData: plain(data) };
      const sealed = new Uint8Array(await crypto.subtle.encrypt(shape, key, plain(content)));
      const out = new Uint8Array(NONCE_BYTES + sealed.length);
      out.set(iv);
      out.set(sealed, NONCE_BYTES);
      return out;
    },
    open: async (sealed, data) => {
      const iv = plain(sealed.subarray(0, NONCE_BYTES));
      if (iv.length < NONCE_BYTES) return null;
      const shape = { name: "AES-GCM", iv, additionalData: plain(data) };
      try {
        const rest = plain(sealed.subarray(NONCE_BYTES));
        return new Uint8Array(await crypto.subtle.decrypt(shape, key, rest));
      } catch (error) {
        if (error instanceof DOMException && error.name === "OperationError") return null;
        throw error;
      }
    },
  };
}

/** The derivations from a key of {@link importSecret}. */
export function secretOf(key: CryptoKey): Secret {
  return {
    aead: async (info) => aeadOf(await deriveSealingKey(key, info)),
    bytes: async (info, length) =>
      new Uint8Array(await crypto.subtle.deriveBits(hkdf(info), key, length * 8)),
    mac: async (info, message) => {
      const shape = { name: "HMAC", hash: "SHA-256", length: 256 };
      const derived = await crypto.subtle.deriveKey(hkdf(info), key, shape, false, ["sign"]);
      return new Uint8Array(await crypto.subtle.sign("HMAC", derived, plain(message)));
    },
  };
}

/** {@link importSecret} and {@link secretOf}; the raw bytes are wiped. */
export async function secretFrom(raw: Uint8Array): Promise<Secret> {
  const key = await importSecret(raw);
  raw.fill(0);
  return secretOf(key);
}
