import { sha256 } from "#client/crypto/digest.ts";
import { verify } from "#client/crypto/signatures.ts";
import { fromBase64Url, sameBytes, toBase64Url, type Bytes } from "#domain/bytes.ts";
import { keysFor, type Keys } from "#domain/consent/keys.ts";
import { readStatement, type Statement } from "#domain/consent/read-statement.ts";
import { writeStatement, type Act } from "#domain/consent/record.ts";
import type { Encoded } from "#domain/encoded.ts";
import type { PersonId, PieceId, RoomId } from "#domain/ids.ts";
import type { StatementView } from "#domain/statement-view.ts";

/** Who is said to have done something, by a key that the server could not have put there. */
export type Signer = {
  readonly room: RoomId;
  readonly person: PersonId;
  /** Pinned when the two were paired, or one's own. */
  readonly signingKey: Uint8Array;
  /** The keys before it, up to where each signed: see keys.ts. */
  readonly before?: Keys<Uint8Array>["before"] | undefined;
};

/**
 * Signatures that were checked in this tab, and whether they hold. A view brings the same statements
 * again and again, and checking one takes milliseconds; whether it holds never changes.
 */
const checked = new Map<string, boolean>();
const MOST_CHECKED = 20_000;

/** Strict Ed25519 over a body, each only once. Never throws. */
export function holds(signingKey: Uint8Array, body: Uint8Array, signature: Uint8Array): boolean {
  const which = [sha256(body), signature, signingKey].map(toBase64Url).join(" ");
  const known = checked.get(which);
  if (known !== undefined) return known;
  if (checked.size >= MOST_CHECKED) checked.clear();
  const isGood = verify(signingKey, body, signature);
  checked.set(which, isGood);
  return isGood;
}

type Read = { readonly statement: Statement; readonly body: Bytes };

/** What this person signed for this room, under the hash that the statement is known by. */
function readSigned(view: StatementView, signer: Signer): Read | null {
  const { room, person, signingKey, before = [] } = signer;
  const body = fromBase64Url(view.body);
  const signature = fromBase64Url(view.signature);
  const statement = body && readStatement(body);
  if (!statement || !signature || toBase64Url(sha256(body)) !== view.hash) return null;
  if (statement.room !== room || statement.person !== person) return null;
  const keys = keysFor({ signingKey, before }, statement);
  return keys.some((key) => holds(key, body, signature)) ? { statement, body } : null;
}

/**
 * What this person has signed, read from the statement and from nothing that the server says beside it;
 * `null` if they have not signed it, or if its hash is another.
 */
export const signedBy = (view: StatementView, signer: Signer): Statement | null =>
  readSigned(view, signer)?.statement ?? null;

/** Whether this is signed by the keys that this person has now, and not only by former ones. */
export const isByKeysOfNow = (view: StatementView, signer: Signer): boolean =>
  readSigned(view, { ...signer, before: [] }) !== null;

/** Whether this person signed that they did exactly this, here. What the server says is no proof. */
export function isSigned(view: StatementView, signer: Signer, piece: PieceId, act: Act): boolean {
  const read = readSigned(view, signer);
  if (!read) return false;
  const { room, person, link, day } = read.statement;
  return sameBytes(writeStatement({ room, person, piece, link, day, act }, sha256), read.body);
}

/** The hash by which a statement names something sealed. `null` for what is not base64url. */
export function digestOf(sealed: Encoded): Encoded | null {
  const bytes = fromBase64Url(sealed);
  return bytes && toBase64Url(sha256(bytes));
}

/** As many as fit between two frames of a page that scrolls. */
const AT_ONCE = 4;

/**
 * Checks signatures ahead of time, a few between two turns of the page: whoever looks at them afterwards
 * need not wait. Everything in `shown` that looks like a statement of one of these is checked.
 */
export async function checkAhead(shown: unknown, signers: readonly Signer[]): Promise<void> {
  let since = 0;
  for (const view of statementsIn(shown)) {
    const before = checked.size;
    for (const signer of signers) signedBy(view, signer);
    if (checked.size !== before && ++since % AT_ONCE === 0) await nextTurn();
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function* statementsIn(shown: unknown): Generator<StatementView> {
  if (typeof shown !== "object" || shown === null) return;
  if (isStatement(shown)) return yield shown;
  for (const part of Object.values(shown)) yield* statementsIn(part);
}

const isStatement = (shown: object): shown is StatementView =>
  "body" in shown && typeof shown.body === "string" && "signature" in shown && "hash" in shown;
