import { createHash } from "node:crypto";
import { ed25519 } from "@noble/curves/ed25519.js";
import type { Bytes } from "#domain/bytes.ts";
import { checkStatement, type Signed, type StatementContext } from "#domain/consent/record.ts";
import { decoded, type Encoded } from "#domain/encoded.ts";
import { ok, refuse, type Result } from "#domain/result.ts";

export function sha256(bytes: Uint8Array): Bytes {
  return new Uint8Array(createHash("sha256").update(bytes).digest());
}

/**
 * Whether a statement says what a command does, as the next of this person's chain, signed by their key.
 * Strict Ed25519 (RFC 8032): keys of small order sign for everything, and are refused.
 */
export function verifyStatement(
  { act, statement, from = 0 }: Signed,
  context: StatementContext,
  signingKey: Encoded,
): Result<null, "bad-statement" | "chain-moved"> {
  const body = decoded(statement.body);
  const signature = decoded(statement.signature);
  if (!isSigned(signature, body, decoded(signingKey))) return refuse("bad-statement");
  const now = Math.max(context.now, from);
  const checked = checkStatement(body, act, { ...context, now }, sha256);
  return checked.ok ? ok(null) : checked;
}

/** Strict Ed25519 (RFC 8032), nothing of small order. Never throws. */
export function isSigned(signature: Uint8Array, body: Uint8Array, key: Uint8Array): boolean {
  try {
    const point = ed25519.Point.fromBytes(key, false);
    return !point.isSmallOrder() && ed25519.verify(signature, body, key, { zip215: false });
  } catch {
    return false; // not a point
  }
}
