import { describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "./bytes.ts";

const bytes = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 89 + length) % 256);

describe("base64url", () => {
  it("is what everybody else writes, and reads back", () => {
    for (let length = 0; length <= 260; length++) {
      const written = toBase64Url(bytes(length));
      expect(written).toBe(Buffer.from(bytes(length)).toString("base64url"));
      expect(fromBase64Url(written)).toEqual(bytes(length));
    }
  });

  it("takes no other characters, no padding, and no bits that are left over", () => {
    for (const text of ["A", "AB", "AA==", "A+AA", "A/AA", "A AA", "AéAA", "A\u{1F54A}A", "AĀAA"]) {
      expect(fromBase64Url(text)).toBeNull();
    }
  });
});
