import { ed25519, x25519 } from "@noble/curves/ed25519.js";

/** What is asked of keys and signatures that come from somebody else. */

/**
 * Strict Ed25519 (RFC 8032, not ZIP 215): canonical points, nothing of small order. WebCrypto's own
 * check accepts a small-order key, for which one signature holds for every message. Never throws.
 */
export function verify(
  signingKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    return (
      isSoundSigningKey(signingKey) &&
      ed25519.verify(signature, message, signingKey, { zip215: false })
    );
  } catch {
    return false; // a wrong length, or a point that is none
  }
}

/** Whether these 32 bytes are an Ed25519 key: canonical, in the prime-order group, not the zero. */
export function isSoundSigningKey(key: Uint8Array): boolean {
  try {
    const point = ed25519.Point.fromBytes(key, false);
    return !point.isSmallOrder() && point.isTorsionFree();
  } catch {
    return false;
  }
}

const ANY_SCALAR = new Uint8Array(32).fill(9);

/** Whether these 32 bytes are an X25519 key that a secret can be agreed with. */
export function isSoundBoxKey(key: Uint8Array): boolean {
  try {
    x25519.getSharedSecret(ANY_SCALAR, key); // throws for the points of small order (RFC 7748, 6.1)
    return true;
  } catch {
    return false;
  }
}
