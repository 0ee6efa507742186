import type { Bytes } from "./bytes.ts";

/**
 * UTF-8 without a platform's encoder. Half of a surrogate pair, which UTF-8 cannot hold, becomes
 * U+FFFD, as in every browser.
 */
export function utf8(text: string): Bytes {
  const out: number[] = [];
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) out.push(code);
    else if (code < 0x800) out.push(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) out.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else out.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return Uint8Array.from(out);
}

const tail = (code: number): number => 0x80 | (code & 0x3f);

/** The inverse of {@link utf8}; `null` for anything that it would not have written. */
export function fromUtf8(bytes: Uint8Array): string | null {
  let out = "";
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at++] ?? 0;
    const more = first < 0x80 ? 0 : first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    if (more === -1 || first > 0xf4) return null;
    let code = more === 0 ? first : first & (0x3f >> more);
    for (let i = 0; i < more; i++) {
      const next = bytes[at++];
      if (next === undefined || (next & 0xc0) !== 0x80) return null;
      code = (code << 6) | (next & 0x3f);
    }
    const tooLong = more > 0 && code < ([0x80, 0x800, 0x10000][more - 1] ?? 0);
    if (tooLong || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
    out += String.fromCodePoint(code);
  }
  return out;
}
