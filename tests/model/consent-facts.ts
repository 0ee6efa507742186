import type { LineId, PersonId, PieceId, VersionId } from "#domain/ids.ts";

/**
 * What the test itself knows to have happened, kept apart from the product's own folding: each fact is
 * written down when an act was answered with "done".
 */
export type VersionFacts = {
  readonly version: VersionId;
  readonly piece: PieceId;
  readonly author: PersonId;
  /** Until then it waits; offered at once if `null`. */
  readonly notBefore: number | null;
  cancelled: boolean;
  opened: boolean;
  takenBack: boolean;
};

export type PieceFacts = {
  readonly piece: PieceId;
  readonly owner: PersonId;
  readonly mode: "own" | "together";
  accepted: boolean;
  closed: boolean;
};

export type Facts = {
  readonly pieces: PieceFacts[];
  readonly versions: VersionFacts[];
  /** Until when each one's pause lasts. */
  readonly pauses: Map<PersonId, number | null>;
  readonly left: Set<PersonId>;
  /** Who holds a signature on which words of which line. */
  readonly signatures: Map<string, Set<PersonId>>;
};

export const noFacts = (): Facts => ({
  pieces: [],
  versions: [],
  pauses: new Map(),
  left: new Set(),
  signatures: new Map(),
});

export const isPausedBy = (facts: Facts, person: PersonId, now: number): boolean => {
  const until = facts.pauses.get(person);
  return until === null || (until !== undefined && until > now);
};

export const isPaused = (facts: Facts, now: number): boolean =>
  facts.left.size > 0 || [...facts.pauses.keys()].some((who) => isPausedBy(facts, who, now));

/** Whether its author has let go of it, and its time has come. */
export const isOffered = ({ notBefore, cancelled }: VersionFacts, now: number): boolean =>
  !cancelled && (notBefore === null || notBefore <= now);

export const wordsKey = (piece: PieceId, line: LineId, hash: string) => `${piece} ${line} ${hash}`;
