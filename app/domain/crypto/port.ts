import type { Bytes } from "../bytes.ts";

/**
 * What the formats here ask of a platform. `app/client/crypto` fulfils it with WebCrypto and keys that
 * cannot be taken out.
 *
 * Sealing is AES-256-GCM with a random nonce of 12 bytes in front and the tag at the end.
 */
export type Aead = {
  readonly seal: (content: Uint8Array, data: Uint8Array) => Promise<Bytes>;
  /** `null` if anything differs: the key, the data, a single bit. */
  readonly open: (sealed: Uint8Array, data: Uint8Array) => Promise<Bytes | null>;
};

/** A secret that only gives other keys: HKDF-SHA-256 (RFC 5869) without a salt. */
export type Secret = {
  readonly aead: (info: Uint8Array) => Promise<Aead>;
  readonly bytes: (info: Uint8Array, length: number) => Promise<Bytes>;
  /** HMAC-SHA-256 of `message` under the derived key. */
  readonly mac: (info: Uint8Array, message: Uint8Array) => Promise<Bytes>;
};
