import { MalformedBytes, Reader, Writer } from "../binary.ts";
import type { Bytes } from "../bytes.ts";
import { idBytes, type LineId, type PieceId } from "../ids.ts";
import { isNormalised, normaliseWords } from "../pieces/words.ts";
import { fromUtf8, utf8 } from "../utf8.ts";
import { labelled } from "./labels.ts";

/** The words of an agreed line: what exactly is signed, and how it stays sealed. */
export const LINE_SALT_BYTES = 32;

export const lineSaltInfo = (piece: PieceId): Bytes =>
  labelled("line salt").fixed(idBytes(piece)).finish();

export const lineWordingInfo = (piece: PieceId): Bytes =>
  labelled("line wording").fixed(idBytes(piece)).finish();

/** What the hash of a line is the SHA-256 of. Normalises the words itself. */
export function lineHashInput(
  piece: PieceId,
  line: LineId,
  salt: Uint8Array,
  words: string,
): Bytes {
  if (salt.length !== LINE_SALT_BYTES) throw new RangeError("a line's salt is 32 bytes");
  return labelled("hash line")
    .fixed(idBytes(piece))
    .fixed(idBytes(line))
    .fixed(salt)
    .bytes(utf8(normaliseWords(words)))
    .finish();
}

export const wordingData = (piece: PieceId, line: LineId): Bytes =>
  labelled("sealed wording").fixed(idBytes(piece)).fixed(idBytes(line)).finish();

export type Wording = { readonly words: string; readonly salt: Bytes };

export const wordingBytes = (wording: Wording): Bytes =>
  new Writer()
    .fixed(wording.salt)
    .bytes(utf8(normaliseWords(wording.words)))
    .finish();

/** `null` for bytes that {@link wordingBytes} would not have written, also words not normalised. */
export function wordingFrom(bytes: Uint8Array): Wording | null {
  try {
    const reader = new Reader(bytes);
    const salt = reader.fixed(LINE_SALT_BYTES);
    const words = fromUtf8(reader.bytes());
    reader.end();
    return words !== null && isNormalised(words) ? { words, salt } : null;
  } catch (error) {
    if (error instanceof MalformedBytes) return null;
    throw error;
  }
}
