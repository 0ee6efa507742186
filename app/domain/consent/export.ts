import * as z from "zod";
import { toBase64Url } from "../bytes.ts";
import { lineHashInput } from "../crypto/line-format.ts";
import { decoded, encoded, hash } from "../encoded.ts";
import { lineId, personId, pieceId, roomId, versionId, type LineId, type PieceId } from "../ids.ts";
import { ok, refuse, type Result } from "../result.ts";
import type { RecordView } from "../record-view.ts";
import type { Day } from "../statement-view.ts";
import { keysFor } from "./keys.ts";
import type { Signature } from "./lines.ts";
import { saidOf, signedAs } from "./acts.ts";
import { NO_HEAD, readStatementHead, recordOf, type Sha256 } from "./record.ts";
import { recordedLines } from "./recorded-lines.ts";

/**
 * The consent record as a file: what one person may see of a room, with every signature, so that it can
 * be checked by anybody, anywhere, without a server. Later versions take a number of their own.
 */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const recordExport = z.object({
  format: z.literal("threshold consent record"),
  version: z.literal(1),
  exportedOn: day,
  room: roomId,
  people: z
    .array(
      z.object({
        side: z.enum(["me", "other"]),
        person: personId,
        signingKey: encoded(32),
        /** Keys that they had before, the oldest first: each signed up to a place in their chain. */
        before: z
          .array(z.object({ signingKey: encoded(32), upTo: z.number().int().min(1), on: day }))
          .optional(),
        /** What the person who exported calls them. */
        name: z.string().max(200).optional(),
      }),
    )
    .min(1)
    .max(2),
  acts: z.array(
    z.object({
      what: z.string().max(40),
      by: z.enum(["me", "other"]),
      on: day,
      piece: pieceId.nullable(),
      version: versionId.nullable(),
      line: lineId.nullable(),
      hash: hash.nullable(),
      quiet: z.boolean(),
      statement: z.object({ hash, body: encoded(1, 4096), signature: encoded(64) }).nullable(),
    }),
  ),
  /** The words behind the hashes that were signed, with their salt. Opened on the device. */
  wordings: z.array(
    z.object({
      piece: pieceId,
      line: lineId,
      hash,
      words: z.string().max(2000),
      salt: encoded(32),
    }),
  ),
});
export type RecordExport = z.infer<typeof recordExport>;

/** The file of a record, as JSON can hold it. */
export const exportOf = (
  record: RecordView,
  exportedOn: Day,
  wordings: RecordExport["wordings"],
  nameOf: (side: "me" | "other") => string | undefined = () => undefined,
): RecordExport => ({
  format: "threshold consent record",
  version: 1,
  exportedOn,
  room: record.room,
  people: record.people.map((one) => {
    const name = nameOf(one.side);
    const before = one.before.length > 0 && { before: [...one.before] };
    const { side, person, signingKey } = one;
    return { side, person, signingKey, ...before, ...(name !== undefined && { name }) };
  }),
  acts: [...record.acts],
  wordings,
});

// ---- checking

/** What checking needs from a platform. `verify` is strict Ed25519 (RFC 8032) and never throws. */
export type Checks = {
  readonly sha256: Sha256;
  readonly verify: (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
};

/** One thing that was looked at, in words. What cannot be checked neither holds nor fails. */
export type Finding = { readonly is: "holding" | "failing" | "unchecked"; readonly says: string };

const finding = (holds: boolean, says: string): Finding => ({
  is: holds ? "holding" : "failing",
  says,
});

/** Reads a file and says what of it holds. Refuses what is no such file, or of a later version. */
export function checkExport(
  content: unknown,
  checks: Checks,
): Result<readonly Finding[], "not-a-record"> {
  const read = recordExport.safeParse(content);
  if (!read.success) return refuse("not-a-record");
  const file = read.data;
  return ok([
    ...file.people.flatMap(({ side }) => [
      checkSignatures(file, side, checks),
      checkChain(file, side),
      ...checkKeys(file, side, checks),
    ]),
    ...unprovenActs(file),
    ...checkLines(file, checks),
  ]);
}

type ExportedAct = RecordExport["acts"][number];
type Side = ExportedAct["by"];

const nameIn = (file: RecordExport, side: Side): string =>
  file.people.find((one) => one.side === side)?.name ?? (side === "me" ? "You" : "The other");

/** An act of a kind that nobody signs, and that says so by having no statement. */
const isUnsigned = ({ what, statement }: ExportedAct): boolean =>
  signedAs(what) === null && statement === null;

function checkSignatures(file: RecordExport, side: Side, checks: Checks): Finding {
  const acts = file.acts.filter((act) => act.by === side && !isUnsigned(act));
  const bad = acts.filter((act) => !isSound(file, act, checks));
  const who = nameIn(file, side);
  const says =
    bad.length === 0
      ? `${who}: all ${acts.length} signatures hold.`
      : `${who}: ${bad.length} of ${acts.length} signatures do not hold (${listOf(bad)}).`;
  return finding(bad.length === 0, says);
}

const listOf = (acts: readonly ExportedAct[]): string =>
  acts.map(({ what, on }) => `${what} on ${on}`).join(", ");

/** What the file tells and nobody can check: acts that are signed by nobody, or by a key that is not in it. */
function unprovenActs(file: RecordExport): readonly Finding[] {
  return (["me", "other"] as const).flatMap((side) => {
    const isThere = file.people.some((one) => one.side === side);
    const acts = file.acts.filter((act) => act.by === side && (!isThere || isUnsigned(act)));
    if (acts.length === 0) return [];
    const why = isThere ? "nobody signs these" : "their key is not in this file";
    const count = acts.length === 1 ? "1 act" : `${acts.length} acts`;
    const says = `${nameIn(file, side)}: ${count}, because ${why} (${listOf(acts)}).`;
    return [{ is: "unchecked", says }];
  });
}

/** Whether this person signed that they did this, in this room, on that day. */
function isSound(file: RecordExport, act: ExportedAct, { sha256, verify }: Checks): boolean {
  const signer = file.people.find(({ side }) => side === act.by);
  const { statement } = act;
  if (!signer || !statement) return false;
  const said = saidOf(act, { room: file.room, person: signer.person }, sha256);
  if (!said) return false;
  const [body, signature] = [decoded(statement.body), decoded(statement.signature)];
  const keys = keysFor({ before: [], ...signer }, said);
  return keys.some((key) => verify(decoded(key), body, signature));
}

/** Whether each key of this person's was named by a statement that the one before it signed. */
function checkKeys(file: RecordExport, side: Side, checks: Checks): readonly Finding[] {
  const signer = file.people.find((one) => one.side === side);
  const { before = [], signingKey = "", person } = signer ?? {};
  if (before.length === 0 || !person) return [];
  const named = file.acts.flatMap((act) => {
    if (act.by !== side || act.what !== "keys-changed" || !isSound(file, act, checks)) return [];
    return saidOf(act, { room: file.room, person }, checks.sha256) ?? [];
  });
  const holds = before.every(({ upTo }, i) => {
    const next = before[i + 1]?.signingKey ?? signingKey;
    const change = named.find(({ link }) => link.n === upTo)?.said;
    return change?.kind === "change-keys" && change.signingKey === next;
  });
  const who = nameIn(file, side);
  const says = holds
    ? `${who}: each change of keys is signed by the keys before it.`
    : `${who}: a change of keys is not signed by the keys before it.`;
  return [finding(holds, says)];
}

/** Every chained statement follows the one before it, and what they take up is there. */
function checkChain(file: RecordExport, side: Side): Finding {
  const who = nameIn(file, side);
  const all = file.acts
    .filter((act) => act.by === side && act.statement !== null)
    .flatMap(({ statement }) =>
      statement && readStatementHead(decoded(statement.body)) ? [recordOf(statement)] : [],
    );
  const hashes = new Set(all.map(({ statement }) => statement.hash));
  const chained = all.filter(({ n }) => n > 0).sort((a, b) => a.n - b.n);
  let previous = NO_HEAD;
  for (const [i, { n, statement, takeUp }] of chained.entries()) {
    const link = readStatementHead(decoded(statement.body))?.link;
    if (n !== i + 1 || !link || toBase64Url(link.previous) !== previous) {
      return finding(false, `${who}: the chain of statements breaks at number ${i + 1}.`);
    }
    if (takeUp.some((loose) => !hashes.has(loose))) {
      return finding(false, `${who}: statement number ${n} rests on one that is not in this file.`);
    }
    previous = statement.hash;
  }
  return finding(true, `${who}: ${chained.length} statements follow one another without a gap.`);
}

// ---- agreement lines

/** Words of a line, by their hash, and the signatures on them that hold. */
type SignedWords = {
  readonly piece: PieceId;
  readonly line: LineId;
  readonly hash: string;
  readonly signatures: readonly Signature[];
};

function checkLines(file: RecordExport, checks: Checks): readonly Finding[] {
  const told = file.acts.flatMap((act) => {
    const by = file.people.find(({ side }) => side === act.by)?.person;
    const { statement } = act;
    return by && statement && isSound(file, act, checks) ? [{ by, statement }] : [];
  });
  const signed = [...recordedLines(told)].flatMap(([piece, lines]) =>
    [...lines].flatMap(([line, { signatures }]) =>
      [...new Set(signatures.map(({ hash }) => hash))].map((hash) => ({
        ...{ piece, line, hash },
        signatures: signatures.filter((one) => one.hash === hash),
      })),
    ),
  );
  const more = file.wordings.filter((one) => !signed.some((words) => isOf(one, words))).length;
  const count = more === 1 ? "1 more wording" : `${more} more wordings`;
  const says = `${count} in this file, because no signature of those words is in it.`;
  return [
    ...signed.flatMap((words) => checkWords(file, words, checks)),
    ...(more > 0 ? [{ is: "unchecked" as const, says }] : []),
  ];
}

const isOf = (one: RecordExport["wordings"][number], of: SignedWords): boolean =>
  one.piece === of.piece && one.line === of.line && one.hash === of.hash;

function checkWords(file: RecordExport, of: SignedWords, { sha256 }: Checks): readonly Finding[] {
  const { piece, line, hash, signatures } = of;
  const on = signatures.map(({ recorded }) => recorded.on).join(" and ");
  const by = [...new Set(signatures.map((one) => one.by))];
  const one = file.people.find(({ person }) => person === by[0])?.side ?? "other";
  const who = by.length > 1 ? "both" : `only ${nameIn(file, one)}`;
  const wordings = file.wordings.filter((wording) => isOf(wording, of));
  if (wordings.length === 0) {
    const says = `The words of a line that ${who} signed on ${on}, because they are not in this file.`;
    return [{ is: "unchecked", says }];
  }
  return wordings.map(({ words, salt }) =>
    toBase64Url(sha256(lineHashInput(piece, line, decoded(salt), words))) === hash
      ? finding(
          true,
          `${who[0]?.toUpperCase()}${who.slice(1)} signed exactly these words, on ${on}: “${words}”`,
        )
      : finding(false, `These are not the words that ${who} signed on ${on}: “${words}”`),
  );
}
