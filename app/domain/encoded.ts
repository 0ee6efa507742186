import * as z from "zod";
import { fromBase64Url, type Bytes } from "./bytes.ts";

/** Bytes as they stand in JSON: base64url without padding. The schemas below have checked them. */
export type Encoded = string;

/** The bytes. Throws for text that a schema has not checked and that is not base64url. */
export function decoded(text: Encoded): Bytes {
  const bytes = fromBase64Url(text);
  if (!bytes) throw new RangeError("not base64url");
  return bytes;
}

/** Encoded bytes of at least `min` and at most `max` bytes; exactly `min` when `max` is left out. */
export const encoded = (min: number, max = min) =>
  z
    .string()
    .max(Math.ceil((max * 4) / 3))
    .refine((text) => {
      const bytes = fromBase64Url(text);
      return bytes !== null && bytes.length >= min && bytes.length <= max;
    }, "not the bytes that belong here");

/** A SHA-256 hash. */
export const hash = encoded(32);
