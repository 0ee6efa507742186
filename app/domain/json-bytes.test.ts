import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { jsonBytes } from "./json-bytes.ts";
import { fromUtf8, utf8 } from "./utf8.ts";

describe("bytes in JSON", () => {
  it("come back as they went, in the size that is asked for", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (any) => {
        const bytes = new Uint8Array(any);
        const schema = jsonBytes({ atMost: 32 });
        const text =
          bytes.length <= 32 ? z.encode(schema, bytes) : Buffer.from(bytes).toString("base64url");
        expect(schema.safeParse(text).data).toEqual(bytes.length <= 32 ? bytes : undefined);
        const exact = jsonBytes({ exactly: 16 }).safeParse(text);
        expect(exact.success).toBe(bytes.length === 16);
      }),
    );
  });

  it("are refused when they are no base64url", () => {
    for (const wrong of ["AB=", "A B", "AAAAA", 5, null, undefined])
      expect(jsonBytes({ atMost: 99 }).safeParse(wrong).success).toBe(false);
  });
});

describe("UTF-8", () => {
  it("is what every platform writes and reads", () => {
    fc.assert(
      fc.property(fc.uint16Array({ maxLength: 12 }), (units) => {
        const text = String.fromCharCode(...units);
        const platform = new TextEncoder().encode(text);
        expect(utf8(text)).toEqual(new Uint8Array(platform));
        expect(fromUtf8(platform)).toBe(
          new TextDecoder("utf-8", { ignoreBOM: true }).decode(platform),
        );
      }),
      { numRuns: 200 },
    );
  });

  it("has one to four bytes a character", () => {
    expect(utf8("a\u00e9\u20ac\u{1f600}")).toEqual(
      new Uint8Array([0x61, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80]),
    );
    expect(fromUtf8(utf8("\u{1f600}\u{10ffff}"))).toBe("\u{1f600}\u{10ffff}");
  });

  it("writes half of a pair as U+FFFD", () => {
    expect(utf8("a\ud800b")).toEqual(utf8("a\ufffdb"));
    expect(utf8("\udc00")).toEqual(utf8("\ufffd"));
  });

  it("reads only what it would have written", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const text = fromUtf8(bytes);
        if (text !== null) expect(utf8(text)).toEqual(new Uint8Array(bytes));
        const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
        let platform: string | null = null;
        try {
          platform = strict.decode(bytes);
        } catch {
          // not UTF-8
        }
        expect(text).toBe(platform);
      }),
      { numRuns: 1000 },
    );
  });
});
