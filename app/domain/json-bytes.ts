import * as z from "zod";
import { fromBase64Url, toBase64Url, type Bytes } from "./bytes.ts";

type Size = { readonly exactly: number } | { readonly atMost: number };

const fits = (bytes: Uint8Array, size: Size): boolean =>
  "exactly" in size ? bytes.length === size.exactly : bytes.length <= size.atMost;

const longest = (size: Size): number =>
  Math.ceil(("exactly" in size ? size.exactly : size.atMost) * (4 / 3)) + 1;

/**
 * Bytes as JSON carries them: base64url outside, {@link Bytes} inside. Read with `schema.safeParse`,
 * write with `z.encode`.
 */
export function jsonBytes(size: Size) {
  return z.codec(
    z.string().max(longest(size)),
    z.custom<Bytes>((value) => value instanceof Uint8Array && fits(value, size), "wrong length"),
    {
      decode: (text, context) => {
        const bytes = fromBase64Url(text);
        if (bytes) return bytes;
        context.issues.push({ code: "custom", input: text, message: "not base64url" });
        return z.NEVER;
      },
      encode: (bytes) => toBase64Url(bytes),
    },
  );
}
