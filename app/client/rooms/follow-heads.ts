import { sha256 } from "#client/crypto/digest.ts";
import { fromBase64Url, toBase64Url } from "#domain/bytes.ts";
import { follow, hashAt, type Stretch } from "#domain/consent/follow.ts";
import { keysAfter } from "#domain/consent/keys.ts";
import { decoded } from "#domain/encoded.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { RecordView } from "#domain/record-view.ts";
import type { HeadView, StatementView } from "#domain/statement-view.ts";
import { WHOSE, type Followed, type Stretches } from "./followed.ts";
import type { Signer } from "./signed.ts";
import { holds, signedBy } from "./signed.ts";
import type { TheTwo } from "./piece-check.ts";

/**
 * The server shows a chain that does not go on from what is known of it: it ends earlier, or it is
 * another. Nothing is signed then, and nothing of it is taken for true.
 */
export type Differs = "record-differs";

/** What is known of both chains: by all my devices together, and by this tab. */
export type KnownHeads = { readonly byAll: Followed; readonly here: Followed };

/** Whether chains that end here have to be followed through the record, because they have grown. */
export const haveGrown = (heads: Followed, { byAll }: KnownHeads): boolean =>
  WHOSE.some((whose) => (heads[whose]?.n ?? 0) > (byAll[whose]?.n ?? 0));

/**
 * Whether both chains, which end where the server says, go on from all that is known of them; and, with
 * the record, the chains themselves. The last statement has to carry its signer's signature, and each the
 * hash of the one before. While nobody is known to be the other, theirs is not looked at.
 */
export function followHeads(
  { me, other }: TheTwo,
  heads: Followed,
  { byAll, here }: KnownHeads,
  record: RecordView | null,
): Result<Stretches, Differs> {
  const statements = record && statementsOf(record);
  const one = (signer: Signer | null, head: HeadView | null, marks: readonly HeadView[]) =>
    signer ? followOne(signer, head, marks, statements) : ok<Stretch | null>(null);
  const mine = one(me, heads.mine, marksOf(byAll.mine, here.mine));
  if (!mine.ok) return mine;
  const theirs = one(other, heads.theirs, marksOf(byAll.theirs, here.theirs));
  return theirs.ok ? ok({ mine: mine.value, theirs: theirs.value }) : theirs;
}

/** The statements of a record that are any: nobody has looked at what the server sent. */
export const statementsOf = ({ acts }: RecordView): readonly StatementView[] =>
  acts.flatMap(({ statement }) => (statement && fromBase64Url(statement.body) ? [statement] : []));

const marksOf = (...marks: readonly (HeadView | null)[]): readonly HeadView[] =>
  marks.flatMap((mark) => mark ?? []);

function followOne(
  signer: Signer,
  head: HeadView | null,
  marks: readonly HeadView[],
  statements: readonly StatementView[] | null,
): Result<Stretch | null, Differs> {
  if (head === null) return marks.length > 0 ? refuse("record-differs") : ok(null);
  if (marks.some((mark) => mark.n > head.n)) return refuse("record-differs");
  if (statements === null) {
    const isKnown = marks.some((mark) => mark.n === head.n && mark.hash === head.hash);
    return isKnown ? ok(null) : refuse("record-differs");
  }
  const chain = follow(statements, signer, head, sha256);
  if (!chain.ok) return refuse("record-differs");
  const goesThroughAll = marks.every(({ n, hash }) => hashAt(chain.value, n) === hash);
  const last = statements.find(({ hash }) => hash === head.hash);
  const isSigned =
    last !== undefined && signedBy(last, withLaterKeys(signer, chain.value, statements)) !== null;
  return goesThroughAll && isSigned ? ok(chain.value) : refuse("record-differs");
}

/**
 * This signer, with the keys that their own chain names after those that I know. That they go on by them
 * is theirs to say, and the chain is theirs whether or not I have looked at it; what the new keys sign is
 * shown once I have.
 */
function withLaterKeys(
  signer: Signer,
  { hashes }: Stretch,
  statements: readonly StatementView[],
): Signer {
  let { signingKey } = signer;
  const before = [...(signer.before ?? [])];
  const { room, person } = signer;
  for (const hash of hashes.slice(signer.before?.at(-1)?.upTo ?? 0)) {
    const statement = statements.find((one) => one.hash === hash);
    const from = { room, person, signingKey: toBase64Url(signingKey) };
    const change = statement && keysAfter(statement, from, { sha256, verify: holds });
    if (!change) continue;
    before.push({ signingKey, upTo: change.head.link.n, on: change.head.day });
    signingKey = decoded(change.keys.signingKey);
  }
  return { room, person, signingKey, before };
}
