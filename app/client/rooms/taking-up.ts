import type { Said, Statement } from "#domain/consent/read-statement.ts";
import type { Encoded } from "#domain/encoded.ts";
import type { RecordView } from "#domain/record-view.ts";
import type { Side } from "#domain/statement-view.ts";
import { statementsOf } from "./follow-heads.ts";
import type { TheTwo } from "./piece-check.ts";
import { signedBy } from "./signed.ts";

/**
 * Whether each of these hashes is that of a loose statement of mine which the other provably knows of. A
 * server that names any other would have me sign that there was an offer which they never saw.
 */
export function mayTakeUp(hashes: readonly Encoded[], record: RecordView, two: TheTwo): boolean {
  const signed = (by: Side) =>
    statementsOf(record).flatMap((statement) => {
      const signer = two[by];
      const read = signer && signedBy(statement, signer);
      return read ? [{ ...read, hash: statement.hash }] : [];
    });
  const [mine, theirs] = [signed("me"), signed("other")];
  return hashes.every((hash) => {
    const loose = mine.find((one) => one.hash === hash && one.link.n === 0);
    return loose !== undefined && isKnownToBoth(loose, hash, mine, theirs);
  });
}

const SHOWS_THAT_IT_WAS_SEEN: ReadonlySet<Said["kind"]> = new Set([
  "tell-opened",
  "tell-no",
  "answer",
]);

/** The same as chain.ts has it, from what both have signed. */
function isKnownToBoth(
  { said, piece }: Statement,
  hash: Encoded,
  mine: readonly Statement[],
  theirs: readonly Statement[],
): boolean {
  const there = theirs.filter((one) => one.piece === piece).map((one) => one.said);
  const seen = there.filter(({ kind }) => SHOWS_THAT_IT_WAS_SEEN.has(kind));
  switch (said.kind) {
    case "offer":
      return seen.some((one) => "version" in one && one.version === said.version);
    case "take-back":
      // Of what was refused, the other is not told that it was taken back.
      return seen.some(
        (one) => one.kind !== "tell-no" && "version" in one && one.version === said.version,
      );
    case "propose":
      return seen.length > 0 || there.some((one) => one.kind === "accept" && one.proposal === hash);
    case "withdraw":
      // A question shows to both as soon as it is begun; a proposal that is withdrawn, to nobody else.
      return mine.some((one) => one.piece === piece && one.said.kind === "begin-pair");
    case "put-in":
      return there.some(({ kind }) => kind === "put-in");
    default:
      return false; // not one that stands loose
  }
}
