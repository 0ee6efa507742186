import type { Encoded } from "#domain/encoded.ts";
import type { LineId, PersonId } from "#domain/ids.ts";
import type { OwnerOf } from "#domain/pieces/marks.ts";
import {
  commitmentFrom,
  standingOf,
  type PlanSignature,
  type SignedWords,
  type Standing,
} from "#domain/pieces/plan.ts";
import { ok, type Result } from "#domain/result.ts";
import { signedBy } from "./signed.ts";
import type { OpenedLine, Signers } from "./together.ts";

/** What stands in a plan, read from what the two have signed and from nothing else. */

export type Wording = SignedWords & { readonly hash: Encoded };
export type StandingCommitment = Standing<Wording> & { readonly line: LineId };

/** Every commitment that its owner has signed, in the order in which they signed first. */
export function commitmentsIn(
  lines: readonly OpenedLine[],
  signers: Signers,
): readonly StandingCommitment[] {
  return lines.flatMap(({ line, standing, proposed }) => {
    const wordings = [...(standing ? [standing] : []), ...proposed].map(
      ({ view, words }): Wording => ({
        hash: view.hash,
        words,
        signatures: view.signatures.flatMap(({ by, on, statement }): PlanSignature[] => {
          const said = signedBy(statement, signers[by]);
          return said ? [{ by: signers[by].person, n: said.link.n, on }] : [];
        }),
      }),
    );
    return standingOf(wordings).map((one) => ({ ...one, line }));
  });
}

export const ownersIn =
  (standing: readonly StandingCommitment[]): OwnerOf =>
  (line) =>
    standing.filter((one) => one.line === line).map(({ commitment }) => commitment.owner);

/** The hashes of everything that I signed of this line as mine, the first before the last. */
export function mySignatures(
  lines: readonly OpenedLine[],
  line: LineId,
  me: PersonId,
  signers: Signers,
) {
  const found = lines.find((one) => one.line === line);
  return [...(found?.standing ? [found.standing] : []), ...(found?.proposed ?? [])]
    .flatMap(({ view, words }) => {
      const mine = view.signatures.find(({ by }) => by === "me");
      const said = mine && signedBy(mine.statement, signers.me);
      const isMine = words !== null && commitmentFrom(words)?.owner === me;
      return said && isMine ? [{ hash: view.hash, n: said.link.n }] : [];
    })
    .sort((a, b) => a.n - b.n)
    .map(({ hash }) => hash);
}

/**
 * Lets go of a commitment: takes back every signature of it, the oldest first, so that nothing that was
 * signed before ever stands again on the way.
 */
export async function letGo(
  hashes: readonly Encoded[],
  takeBack: (hash: Encoded) => Promise<Result<null>>,
): Promise<Result<null>> {
  for (const hash of hashes) {
    const done = await takeBack(hash);
    if (!done.ok) return done;
  }
  return ok(null);
}
