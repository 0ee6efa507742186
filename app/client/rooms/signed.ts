import { sha256 } from "#client/crypto/digest.ts";
import { verify } from "#client/crypto/signatures.ts";
import { fromBase64Url, sameBytes } from "#domain/bytes.ts";
import { readStatementHead, writeStatement, type Act } from "#domain/consent/record.ts";
import type { PersonId, PieceId, RoomId } from "#domain/ids.ts";
import type { StatementView } from "#domain/rooms.ts";

/** Who is said to have done something, by a key that the server could not have put there. */
export type Signer = {
  readonly room: RoomId;
  readonly person: PersonId;
  /** Pinned when the two were paired, or one's own. */
  readonly signingKey: Uint8Array;
};

/** Whether this person signed that they did exactly this, here. What the server says is no proof. */
export function isSigned(
  statement: StatementView,
  { room, person, signingKey }: Signer,
  piece: PieceId,
  act: Act,
): boolean {
  const body = fromBase64Url(statement.body);
  const signature = fromBase64Url(statement.signature);
  const head = body && readStatementHead(body);
  if (!head || !signature || !verify(signingKey, body, signature)) return false;
  const says = writeStatement({ room, person, piece, link: head.link, day: head.day, act }, sha256);
  return sameBytes(says, body);
}

/** Whether this person signed this statement, whatever it says, for this room. */
export function isStatementOf(
  statement: StatementView,
  { room, person, signingKey }: Signer,
): boolean {
  const body = fromBase64Url(statement.body);
  const signature = fromBase64Url(statement.signature);
  const head = body && readStatementHead(body);
  if (!head || !signature || head.room !== room || head.person !== person) return false;
  return verify(signingKey, body, signature);
}
