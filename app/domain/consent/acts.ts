import { toBase64Url } from "../bytes.ts";
import { decoded } from "../encoded.ts";
import type { PersonId, RoomId } from "../ids.ts";
import type { ActKind, ActView } from "../record-view.ts";
import { readStatement, type Said, type Statement } from "./read-statement.ts";
import type { Sha256, StatementKind } from "./record.ts";

/** What an act in the record is signed as. Those that are not here are signed by nobody. */
const SIGNED_AS: Partial<Record<ActKind, StatementKind>> = {
  offered: "offer",
  "set-to-wait": "offer",
  "taken-back": "take-back",
  "told-opened": "tell-opened",
  "told-no": "tell-no",
  answered: "answer",
  proposed: "propose",
  withdrawn: "withdraw",
  accepted: "accept",
  "line-signed": "sign-line",
  "signature-taken-back": "take-signature-back",
  closed: "close",
  "reopening-asked": "ask-reopen",
  reopened: "reopen",
  "pair-begun": "begin-pair",
  "pair-opened": "put-in",
  "put-in": "put-in",
  "round-asked": "ask-round",
  "round-dropped": "drop-round",
  "round-begun": "begin-round",
  "keys-changed": "change-keys",
};

/** The kind of statement that an act of this kind carries; `null` if nobody signs it. */
export const signedAs = (what: string): StatementKind | null => SIGNED_AS[what as ActKind] ?? null;

/** Of a record, or of the file of one, in which the kinds are any text. */
export type RecordedAct = Omit<ActView, "what"> & { readonly what: string };

/**
 * What the statement of an act says, if it says just that: this act, by this person, in this room, on
 * this piece and version or line, on that day, under its own hash. The signature is for the caller.
 */
export function saidOf(
  act: RecordedAct,
  { room, person }: { readonly room: RoomId; readonly person: PersonId },
  sha256: Sha256,
): Statement | null {
  if (!act.statement) return null;
  const body = decoded(act.statement.body);
  const read = readStatement(body);
  if (!read || toBase64Url(sha256(body)) !== act.statement.hash) return null;
  const isIts =
    read.room === room &&
    read.person === person &&
    read.day === act.on &&
    // What changes something for the whole room names the room in place of a piece.
    (read.piece as string) === (act.piece ?? room) &&
    read.kind === signedAs(act.what);
  return isIts && isAbout(read.said, act) ? read : null;
}

function isAbout(said: Said, { version, line, hash }: RecordedAct): boolean {
  if ("line" in said && (said.line !== line || said.hash !== hash)) return false;
  return !("version" in said) || said.version === version;
}
