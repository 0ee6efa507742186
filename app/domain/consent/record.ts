import { Reader, Writer } from "../binary.ts";
import { ascii, sameBytes, toBase64Url, type Bytes } from "../bytes.ts";
import { decoded, type Encoded } from "../encoded.ts";
import { idBytes, idOf, ID_BYTES, type PersonId, type PieceId, type RoomId } from "../ids.ts";
import type { VersionId } from "../ids.ts";
import type { ChainView, StatementView } from "../statement-view.ts";
import { refuse, ok, unreachable, type Result } from "../result.ts";
import type { PieceCommand, SignedStatement } from "./commands.ts";
import type { Recorded } from "./events.ts";

/**
 * Signed statements: what each person did that both may see. A statement's body is canonical bytes,
 * under a domain string of its own for every kind, and Ed25519 signs the body.
 *
 * Each person has one chain of statements in a room (number and hash of the one before). Offers,
 * proposals and their taking back are signed *loose*, outside the chain, for the other may never come
 * to see them: a number would tell that something was there. Once both know of one (it was accepted,
 * answered, or its opening told), the signer's next chained statement takes its hash up.
 */

/** SHA-256, synchronous. The domain has none of its own. */
export type Sha256 = (bytes: Uint8Array) => Bytes;

type WithoutStatement<C> = C extends { readonly statement: unknown }
  ? Omit<C, "statement" | "before">
  : never;

/** What a statement says was done: a command without its signature. */
export type Act =
  | WithoutStatement<Exclude<PieceCommand, { kind: "wait" }>>
  | { readonly kind: "tell-no"; readonly version?: VersionId | undefined }
  | ChangeOfKeys;

/**
 * Other keys in the place of those that sign this, in one room. Its chain goes on with them. `proof` is a
 * signature of {@link keysProofInput} by the new signing key: nobody can name a key that is not theirs.
 */
export type ChangeOfKeys = NewKeys & { readonly kind: "change-keys"; readonly proof: Encoded };

/** A signing key (Ed25519) and a box key (X25519), public. */
export type NewKeys = { readonly signingKey: Encoded; readonly boxKey: Encoded };

export type StatementKind = Act["kind"];

const DOMAIN: Record<StatementKind, string> = {
  offer: "threshold/offer/1",
  "take-back": "threshold/take-back/1",
  "tell-opened": "threshold/tell-opened/1",
  "tell-no": "threshold/tell-no/1",
  answer: "threshold/answer/1",
  propose: "threshold/propose/1",
  withdraw: "threshold/withdraw/1",
  accept: "threshold/accept/1",
  "sign-line": "threshold/sign-line/1",
  "take-signature-back": "threshold/take-signature-back/1",
  close: "threshold/close/1",
  "ask-reopen": "threshold/ask-reopen/1",
  reopen: "threshold/reopen/1",
  "begin-pair": "threshold/begin-pair/1",
  "put-in": "threshold/put-in/1",
  "ask-round": "threshold/ask-round/1",
  "drop-round": "threshold/drop-round/1",
  "begin-round": "threshold/begin-round/1",
  "change-keys": "threshold/change-keys/1",
};
const PROOF_DOMAIN = "threshold/new-keys/1";

const KINDS = Object.keys(DOMAIN) as readonly StatementKind[];
const LOOSE_KINDS: ReadonlySet<StatementKind> = new Set([
  "offer",
  "take-back",
  "propose",
  "withdraw",
  "put-in",
]);

/** Whether statements of this kind stand outside the chain, with {@link LOOSE} as their link. */
export const isLoose = (kind: StatementKind): boolean => LOOSE_KINDS.has(kind);

export const HASH_BYTES = 32;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const DAY_LENGTH = 10;

/** A statement's place in its signer's chain. */
export type Link = {
  /** From 1; 0 for a loose statement. */
  readonly n: number;
  /** Hash of the statement before; zeros for the first and for a loose one. */
  readonly previous: Bytes;
  /** Hashes of loose statements that this one takes up. */
  readonly takeUp: readonly Bytes[];
};

export const LOOSE: Link = { n: 0, previous: new Uint8Array(HASH_BYTES), takeUp: [] };

/** The link of the next chained statement. Throws for a view that no server of ours would give. */
export function nextLink({ n, head, takeUp }: ChainView): Link {
  return { n: n + 1, previous: decoded(head), takeUp: takeUp.map(decoded) };
}

export type StatementHead = {
  readonly kind: StatementKind;
  readonly room: RoomId;
  readonly person: PersonId;
  readonly link: Link;
  /** YYYY-MM-DD, as the signer's device says. */
  readonly day: string;
};

export type StatementParts = {
  readonly room: RoomId;
  readonly person: PersonId;
  /** What it is about: a piece, or of a change of keys the room itself. */
  readonly piece: PieceId | RoomId;
  readonly link: Link;
  readonly day: string;
  readonly act: Act;
};

/** The bytes to sign. Throws for a malformed day or id. */
export function writeStatement(parts: StatementParts, sha256: Sha256): Bytes {
  if (!DAY.test(parts.day)) throw new RangeError("not a day");
  const { link, act } = parts;
  const writer = new Writer()
    .bytes(ascii(DOMAIN[act.kind]))
    .fixed(idBytes(parts.room))
    .fixed(idBytes(parts.person))
    .uint(link.n)
    .fixed(link.previous)
    .uint(link.takeUp.length);
  for (const hash of link.takeUp) writer.fixed(hash);
  writer.fixed(ascii(parts.day)).fixed(idBytes(parts.piece));
  writeAct(writer, act, sha256);
  return writer.finish();
}

/** What is particular to each kind: everything the act fixes, long things by their hash. */
function writeAct(writer: Writer, act: Act, sha256: Sha256): void {
  const digest = (encoded: string) => sha256(decoded(encoded));
  switch (act.kind) {
    case "offer":
      writer.fixed(idBytes(act.version)).fixed(digest(act.envelope));
      writer.fixed(digest(act.sealedVersion));
      return;
    case "take-back":
    case "tell-opened":
      writer.fixed(idBytes(act.version));
      return;
    case "tell-no":
      writer.bytes(act.version === undefined ? new Uint8Array(0) : idBytes(act.version));
      return;
    case "answer":
      writer.fixed(idBytes(act.version)).fixed(digest(act.answer));
      return;
    case "propose":
      writer.fixed(digest(act.envelope)).fixed(digest(act.sealedKey));
      return;
    case "accept":
      writer.fixed(decoded(act.proposal));
      return;
    case "sign-line":
    case "take-signature-back":
      writer.fixed(idBytes(act.line)).fixed(decoded(act.hash));
      return;
    case "ask-reopen":
      writer.fixed(digest(act.sealedKey));
      return;
    case "reopen":
      writer.fixed(decoded(act.asked));
      return;
    case "begin-pair":
      writer.fixed(digest(act.envelope));
      return;
    case "put-in":
      writer.fixed(idBytes(act.version)).fixed(digest(act.sealedVersion));
      return;
    case "ask-round":
      writer.fixed(idBytes(act.round)).uint(act.lines).uint(act.opensAt);
      return;
    case "drop-round":
      writer.fixed(idBytes(act.round));
      return;
    case "begin-round":
      writer.fixed(idBytes(act.round)).fixed(decoded(act.asked));
      return;
    case "change-keys":
      writer.fixed(decoded(act.signingKey)).fixed(decoded(act.boxKey)).fixed(decoded(act.proof));
      return;
    case "withdraw":
    case "close":
      return;
    default:
      unreachable(act);
  }
}

/** What a new signing key signs, to be named in the statement that has this place. */
export const keysProofInput = (
  { room, person, link }: Pick<StatementParts, "room" | "person" | "link">,
  keys: NewKeys,
): Bytes =>
  new Writer()
    .bytes(ascii(PROOF_DOMAIN))
    .fixed(idBytes(room))
    .fixed(idBytes(person))
    .uint(link.n)
    .fixed(link.previous)
    .fixed(decoded(keys.signingKey))
    .fixed(decoded(keys.boxKey))
    .finish();

/** The parts that every statement has; `null` for bytes that are not a statement's beginning. */
export function readStatementHead(body: Uint8Array): StatementHead | null {
  try {
    return readHead(new Reader(body));
  } catch {
    return null;
  }
}

/** The same, leaving the reader at the piece. Throws for bytes that end too early. */
export function readHead(reader: Reader): StatementHead | null {
  const domain = reader.bytes();
  const kind = KINDS.find((name) => sameBytes(ascii(DOMAIN[name]), domain));
  if (!kind) return null;
  const room = idOf<RoomId>(reader.fixed(ID_BYTES));
  const person = idOf<PersonId>(reader.fixed(ID_BYTES));
  const n = reader.uint();
  const previous = reader.fixed(HASH_BYTES);
  const count = reader.uint();
  if (count > MAX_TAKEN_UP) return null;
  const takeUp = Array.from({ length: count }, () => reader.fixed(HASH_BYTES));
  const day = String.fromCharCode(...reader.fixed(DAY_LENGTH));
  return DAY.test(day) ? { kind, room, person, link: { n, previous, takeUp }, day } : null;
}

/** How many loose statements one chained one can take up: a body has at most 4096 bytes. */
export const MAX_TAKEN_UP = 100;

/** A signature that a command carries, and what it has to be a signature of. */
export type Signed = {
  readonly act: Act;
  readonly statement: SignedStatement;
  /** When it will have been done, if that lies ahead: its day is the one of then. */
  readonly from?: number;
};

/**
 * First the one for what is named, then those for what goes with it. None for the acts that are not signed,
 * because the other does not see them.
 */
export function statementsFor(command: PieceCommand): readonly Signed[] {
  switch (command.kind) {
    case "open":
    case "not-now":
    case "dont-send":
    case "take-out":
    case "submit-round":
      return [];
    case "wait": {
      // What waits is signed as what it will be, so that nobody can tell that it waited.
      const { statement, notBefore, ...offer } = command;
      return [{ act: { ...offer, kind: "offer" }, statement, from: notBefore }];
    }
    case "take-back": {
      const { kind, before = [] } = command;
      return [command, ...before].map(({ version, statement }) => ({
        act: { kind, version },
        statement,
      }));
    }
    case "no":
      return command.tell === undefined
        ? []
        : [{ act: { kind: "tell-no", version: command.version }, statement: command.tell }];
    default: {
      const { statement, ...act } = command;
      return [{ act, statement }];
    }
  }
}

export type StatementContext = {
  readonly room: RoomId;
  readonly person: PersonId;
  readonly piece: PieceId | RoomId;
  /** Where the signer's chain stands. */
  readonly chain: ChainView;
  readonly now: number;
};

/**
 * Whether a body says exactly what the command does, by this person, here, today, and at the end of
 * their chain. Refuses `bad-statement`, or `chain-moved` for a link that is not the next one. The
 * signature is for the caller to verify.
 */
export function checkStatement(
  body: Uint8Array,
  act: Act,
  context: StatementContext,
  sha256: Sha256,
): Result<StatementHead, "bad-statement" | "chain-moved"> {
  const head = readStatementHead(body);
  if (!head || !isNear(head.day, context.now)) return refuse("bad-statement");
  const { room, person, piece } = context;
  const says = writeStatement({ room, person, piece, link: head.link, day: head.day, act }, sha256);
  if (!sameBytes(says, body)) return refuse("bad-statement");
  if (isLoose(act.kind)) return sameLink(head.link, LOOSE) ? ok(head) : refuse("bad-statement");
  return sameLink(head.link, nextLink(context.chain)) ? ok(head) : refuse("chain-moved");
}

function sameLink(a: Link, b: Link): boolean {
  return (
    a.n === b.n &&
    sameBytes(a.previous, b.previous) &&
    a.takeUp.length === b.takeUp.length &&
    a.takeUp.every((hash, i) => sameBytes(hash, b.takeUp[i] ?? new Uint8Array(0)))
  );
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Within a day of the clock's own (UTC) day: somewhere on Earth it is that day now, or nearly. */
function isNear(day: string, now: number): boolean {
  const began = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(began) || !new Date(began).toISOString().startsWith(day)) return false;
  return Math.abs(began - Math.floor(now / DAY_MS) * DAY_MS) <= DAY_MS;
}

/** A statement that was checked, as it stands in the record. Throws for bytes that were not. */
export function recordOf(statement: StatementView): Recorded {
  const head = readStatementHead(decoded(statement.body));
  if (!head) throw new RangeError("not a statement");
  const { day, link } = head;
  return { on: day, n: link.n, takeUp: link.takeUp.map(toBase64Url), statement };
}

/** The head of a chain without statements. */
export const NO_HEAD = toBase64Url(new Uint8Array(HASH_BYTES));
