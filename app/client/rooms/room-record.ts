import { sha256 } from "#client/crypto/digest.ts";
import { toBase64Url } from "#domain/bytes.ts";
import { saidOf, signedAs } from "#domain/consent/acts.ts";
import { exportOf, recordExport, type RecordExport } from "#domain/consent/export.ts";
import { readStatementHead } from "#domain/consent/record.ts";
import { decoded } from "#domain/encoded.ts";
import type { RoomId } from "#domain/ids.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { ActView, RecordView } from "#domain/record-view.ts";
import type { RoomView } from "#domain/room-view.ts";
import type { HeadView } from "#domain/statement-view.ts";
import type { Hand } from "./acts.ts";
import { today } from "./day.ts";
import { followHeads, statementsOf } from "./follow-heads.ts";
import type { TheTwo } from "./piece-check.ts";
import { checkAhead, digestOf, signedBy, type Signer } from "./signed.ts";
import { theTwoOf } from "./signing.ts";
import type { Paired } from "./versions.ts";
import { knownHeads } from "./watch-record.ts";
import { openWordings, type Wording } from "./wordings.ts";

export type OpenedAct = ActView & {
  /** Of a line: what was signed, if it can be read here. */
  readonly words: string | null;
};

/** The record of a room, checked on this device. */
export type OpenedRecord = {
  /** What was signed by who is said to have done it, and my own quiet acts. */
  readonly acts: readonly OpenedAct[];
  /** How many more the server told of, which nobody provably did. */
  readonly unsigned: number;
  /** Whether both chains are whole, and go on from what my devices know of them. */
  readonly whole: boolean;
};

const shape = recordExport.pick({ room: true, acts: true });

/** Fetches the record and checks it: each signature, both chains, and that neither was shown otherwise. */
export async function openRecord(
  hand: Hand,
  paired: Paired | null,
  view: RoomView,
): Promise<Result<OpenedRecord>> {
  const { room } = view;
  const known = knownHeads(hand, room);
  const told = await fetchRecord(hand, `/api/record/${room}`, room);
  if (!told.ok) return told;
  const record = told.value;
  const two = theTwoOf(hand.keyring, room, statementsOf(record));
  const signers = [two.me, two.other].flatMap((signer) => signer ?? []);
  await checkAhead(record.acts, signers);
  const sound = record.acts.filter((act) => isSound(act, two));
  const heads = { mine: lastOf(two.me, record), theirs: lastOf(two.other, record) };
  const wordings = paired ? await openWordings(hand, paired, view) : [];
  return ok({
    acts: sound.map((act) => ({ ...act, words: wordsOf(act, wordings) })),
    unsigned: record.acts.length - sound.length,
    whole: followHeads(two, heads, known, record).ok,
  });
}

/**
 * The record as a file, in the form that `npm run verify` reads: as the server tells it, with the keys
 * that this device trusts, and the words of the lines that both signed. `confirm-again` if the password
 * has to be given first.
 */
export async function recordFile(
  hand: Hand,
  paired: Paired | null,
  view: RoomView,
  petname: string,
): Promise<Result<RecordExport>> {
  const { room } = view;
  const told = await fetchRecord(hand, `/api/export/${room}`, room);
  if (!told.ok) return told;
  const { me, other } = theTwoOf(hand.keyring, room, statementsOf(told.value));
  const people = [
    personOf("me", me),
    ...(other ? [personOf("other", other)] : []),
  ] satisfies RecordView["people"];
  const wordings = paired ? await openWordings(hand, paired, view) : [];
  const name = { me: undefined, other: petname || undefined };
  return ok(exportOf({ ...told.value, people }, today(), [...wordings], (side) => name[side]));
}

const personOf = (side: "me" | "other", { person, signingKey, before = [] }: Signer) => ({
  side,
  person,
  signingKey: toBase64Url(signingKey),
  before: before.map(({ upTo, on, ...former }) => ({
    signingKey: toBase64Url(former.signingKey),
    upTo,
    on,
  })),
});

/** `fault` for an answer that is no record, or that of another room. */
async function fetchRecord({ api }: Hand, path: string, room: RoomId): Promise<Result<RecordView>> {
  const answer = await api.get(path);
  if (!answer.ok) return answer;
  const read = shape.safeParse(answer.value);
  return read.success && read.data.room === room ? ok(answer.value as RecordView) : refuse("fault");
}

/** What nobody signs is mine and quiet, or was done by the clock; of the other I am told nothing such. */
function isSound(act: ActView, two: TheTwo): boolean {
  if (signedAs(act.what) === null) return act.by === "me" || act.what === "round-over";
  const signer = two[act.by];
  if (!signer || !act.statement || !saidOf(act, signer, sha256)) return false;
  return signedBy(act.statement, signer) !== null;
}

/** The last statement of this person's chain that the record has. */
function lastOf(signer: Signer | null, { acts }: RecordView): HeadView | null {
  let last: HeadView | null = null;
  for (const { statement } of acts) {
    const head = statement && readStatementHead(decoded(statement.body));
    if (!head || head.person !== signer?.person || head.link.n <= (last?.n ?? 0)) continue;
    last = { n: head.link.n, hash: digestOf(statement.body) ?? "" };
  }
  return last;
}

const wordsOf = ({ piece, line, hash }: ActView, wordings: readonly Wording[]): string | null =>
  wordings.find((one) => one.piece === piece && one.line === line && one.hash === hash)?.words ??
  null;
