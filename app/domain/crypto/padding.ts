import { MalformedBytes, Reader, Writer } from "../binary.ts";
import type { Bytes } from "../bytes.ts";

/** Lengths tell; these are the steps in which the server may see them. In bytes. */
export const FRAME_STEP = 64;
/** Envelopes and answers fit into one step, so all of them are of one size. */
export const ENVELOPE_STEP = 256;
export const WORDING_STEP = 256;
export const INDEX_STEP = 4096;
export const VERSION_STEP = 1024;

/** `varuint length | content | zeros` up to a multiple of `step`. */
export function pad(content: Uint8Array, step: number): Bytes {
  const framed = new Writer().bytes(content).finish();
  const out = new Uint8Array(Math.ceil(framed.length / step) * step);
  out.set(framed);
  return out;
}

/** The content of {@link pad}; `null` for anything that it would not have written. */
export function unpad(padded: Uint8Array, step: number): Bytes | null {
  if (padded.length === 0 || padded.length % step !== 0) return null;
  try {
    const reader = new Reader(padded);
    const content = reader.bytes();
    const rest = reader.rest();
    return rest.length < step && rest.every((byte) => byte === 0) ? content : null;
  } catch (error) {
    if (error instanceof MalformedBytes) return null;
    throw error;
  }
}
