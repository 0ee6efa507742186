import { sha256 } from "@noble/hashes/sha2.js";
import type { Bytes } from "#domain/bytes.ts";
import { HASH_BYTES } from "#domain/sync/frame.ts";

/** What the next frame of a stream binds: SHA-256 of the sealed frame, cut to 16 bytes. Synchronous, so
 * that the places of a whole batch are known before any of it is opened. */
export const hashOfSealed = (sealed: Bytes): Bytes => sha256(sealed).slice(0, HASH_BYTES);
