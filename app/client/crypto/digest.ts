import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js";
import type { Bytes } from "#domain/bytes.ts";

/** SHA-256, synchronous: WebCrypto's costs more in waiting than in hashing for what we hash. */
export const sha256 = (bytes: Uint8Array): Bytes => new Uint8Array(nobleSha256(bytes));
