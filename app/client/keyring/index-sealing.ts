import * as z from "zod";
import type { Bytes } from "#domain/bytes.ts";
import { sealedIndexData } from "#domain/crypto/account-format.ts";
import { INDEX_STEP, pad, unpad } from "#domain/crypto/padding.ts";
import { indexSchema, type Index } from "#domain/index-schema.ts";
import type { PersonId } from "#domain/ids.ts";
import { fromUtf8, utf8 } from "#domain/utf8.ts";
import { aeadOf } from "../crypto/secret.ts";

/** The index, padded and sealed, as it stands under this version. */
export function sealIndex(
  key: CryptoKey,
  person: PersonId,
  version: number,
  index: Index,
): Promise<Bytes> {
  const text = JSON.stringify(z.encode(indexSchema, index));
  return aeadOf(key).seal(pad(utf8(text), INDEX_STEP), sealedIndexData(person, version));
}

/** `null` for anything that {@link sealIndex} did not make for this person and version. */
export async function openIndex(
  key: CryptoKey,
  person: PersonId,
  version: number,
  sealed: Uint8Array,
): Promise<Index | null> {
  const padded = await aeadOf(key).open(sealed, sealedIndexData(person, version));
  const content = padded && unpad(padded, INDEX_STEP);
  const text = content && fromUtf8(content);
  if (!text) return null;
  const read = indexSchema.safeParse(JSON.parse(text));
  return read.success ? read.data : null;
}
