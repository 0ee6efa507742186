import type { LineId, PersonId } from "../ids.ts";
import { ok, refuse, type Result } from "../result.ts";
import type { Recorded } from "./events.ts";

/** What the two have signed of each line of a piece together. The words themselves stay sealed. */
export type Lines = ReadonlyMap<LineId, Line>;

export type Line = {
  /** Hash of the words that both signed, until both sign others or one takes their signature back. */
  readonly standing: string | null;
  /** Every signature that holds: on the standing words and on wordings proposed beneath them. */
  readonly signatures: readonly Signature[];
};

export type Signature = {
  readonly by: PersonId;
  readonly hash: string;
  readonly sealedWording: string;
  readonly recorded: Recorded;
};

const BLANK: Line = { standing: null, signatures: [] };

/** The second signature makes the words stand; those on the words that stood before fall away. */
export function signed(lines: Lines, id: LineId, signature: Signature): Lines {
  const line = lines.get(id) ?? BLANK;
  const both = line.signatures.some(
    ({ by, hash }) => hash === signature.hash && by !== signature.by,
  );
  const kept = both
    ? line.signatures.filter(({ hash }) => hash !== line.standing)
    : line.signatures;
  return new Map(lines).set(id, {
    standing: both ? signature.hash : line.standing,
    signatures: [...kept, signature],
  });
}

/** The other's signature stays, as a wording that they propose. */
export function signatureRemoved(lines: Lines, id: LineId, by: PersonId, hash: string): Lines {
  const line = lines.get(id) ?? BLANK;
  return new Map(lines).set(id, {
    standing: line.standing === hash ? null : line.standing,
    signatures: line.signatures.filter((held) => held.by !== by || held.hash !== hash),
  });
}

const hasSigned = (lines: Lines, id: LineId, by: PersonId, hash: string): boolean =>
  lines.get(id)?.signatures.some((held) => held.by === by && held.hash === hash) ?? false;

export const maySign = (
  lines: Lines,
  id: LineId,
  by: PersonId,
  hash: string,
): Result<null, "already-done"> =>
  hasSigned(lines, id, by, hash) ? refuse("already-done") : ok(null);

export const mayTakeSignatureBack = (
  lines: Lines,
  id: LineId,
  by: PersonId,
  hash: string,
): Result<null, "not-here"> => (hasSigned(lines, id, by, hash) ? ok(null) : refuse("not-here"));
