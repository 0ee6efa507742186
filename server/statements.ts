import { createHash } from "node:crypto";
import { ed25519 } from "@noble/curves/ed25519.js";
import type { Bytes } from "#domain/bytes.ts";
import { checkStatement, statementsFor, type StatementContext } from "#domain/consent/record.ts";
import type { PieceCommand } from "#domain/consent/commands.ts";
import { decoded, type Encoded } from "#domain/encoded.ts";
import { ok, refuse, type Result } from "#domain/result.ts";

export function sha256(bytes: Uint8Array): Bytes {
  return new Uint8Array(createHash("sha256").update(bytes).digest());
}

/**
 * Whether the command carries a statement that says what it does, as the next of this person's chain,
 * signed by their key. Strict Ed25519 (RFC 8032): keys of small order sign for everything, and are
 * refused. Commands that are not signed pass.
 */
export function verifyStatement(
  command: PieceCommand,
  context: StatementContext,
  signingKey: Encoded,
): Result<null, "bad-statement" | "chain-moved"> {
  const signed = statementsFor(command);
  if (!signed) return ok(null);
  const body = decoded(signed.statement.body);
  const signature = decoded(signed.statement.signature);
  if (!isSigned(signature, body, decoded(signingKey))) return refuse("bad-statement");
  const now = Math.max(context.now, signed.from ?? 0);
  const checked = checkStatement(body, signed.act, { ...context, now }, sha256);
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
