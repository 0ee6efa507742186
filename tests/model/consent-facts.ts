import type { LineId, PersonId, PieceId, RoundId, VersionId } from "#domain/ids.ts";

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
  /** The last one of somebody who left. */
  readonly goodbye: boolean;
  cancelled: boolean;
  opened: boolean;
  takenBack: boolean;
  /** It went with its author's account. */
  gone: boolean;
};

export type PieceFacts = {
  readonly piece: PieceId;
  readonly owner: PersonId;
  readonly mode: "own" | "together";
  accepted: boolean;
  withdrawn: boolean;
  closed: boolean;
  epoch: number;
  discarded: boolean;
};

/** A question for two. */
export type PairFacts = {
  readonly piece: PieceId;
  readonly by: PersonId;
  /** What each has in, as long as they have not opened; after that, what opened. */
  readonly putIn: Map<PersonId, VersionId>;
  readonly takenOut: { readonly version: VersionId; readonly by: PersonId }[];
  opened: boolean;
  withdrawn: boolean;
  round: RoundFacts | null;
};

export type Tokens = readonly { readonly slot: string; readonly value: string }[];

export type RoundFacts = {
  readonly round: RoundId;
  readonly by: PersonId;
  readonly slots: readonly string[];
  readonly opensAt: number;
  readonly submitted: Map<PersonId, Tokens>;
  is: "asked" | "running" | "over";
};

export type Facts = {
  readonly pieces: PieceFacts[];
  readonly versions: VersionFacts[];
  readonly pairs: PairFacts[];
  /** Until when each one's pause lasts. */
  readonly pauses: Map<PersonId, number | null>;
  readonly left: Set<PersonId>;
  /** Whose account is deleted. */
  readonly gone: Set<PersonId>;
  /** Who holds a signature on which words of which line. */
  readonly signatures: Map<string, Set<PersonId>>;
};

export const noFacts = (): Facts => ({
  pieces: [],
  versions: [],
  pairs: [],
  pauses: new Map(),
  left: new Set(),
  gone: new Set(),
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

export const isWaiting = ({ notBefore, cancelled }: VersionFacts, now: number): boolean =>
  !cancelled && notBefore !== null && notBefore > now;

/** Whether its reader may have it. */
export const isHeld = ({ opened, takenBack, gone }: VersionFacts): boolean =>
  opened && !takenBack && !gone;

/** The slots that both marked alike: none unless both have submitted. */
export function commonOf({ submitted }: RoundFacts): readonly string[] {
  const [one, other] = [...submitted.values()];
  const values = new Map(other?.map(({ slot, value }) => [slot, value]));
  return (one ?? [])
    .filter(({ slot, value }) => values.get(slot) === value)
    .map(({ slot }) => slot)
    .sort();
}

/** What time alone does: a round ends at its time, or once a pause is over. */
export function letTimeDo(facts: Facts, now: number): void {
  if (isPaused(facts, now)) return;
  for (const { round } of facts.pairs) {
    if (round?.is === "running" && round.opensAt <= now) round.is = "over";
  }
}

/** Somebody left: what waited is not sent. */
export function letGo(facts: Facts, person: PersonId, now: number): void {
  facts.left.add(person);
  for (const one of facts.versions) {
    if (one.author === person && isWaiting(one, now)) one.cancelled = true;
  }
}

/** Somebody's account was deleted: own pieces go, and every version that nobody opened. */
export function letAllGo(facts: Facts, person: PersonId, now: number): void {
  letGo(facts, person, now);
  facts.gone.add(person);
  for (const one of facts.versions) if (one.author === person && !one.opened) one.gone = true;
  for (const one of facts.pieces) {
    if (one.owner === person && one.mode === "own") one.discarded = true;
  }
}

export const wordsKey = (piece: PieceId, line: LineId, hash: string) => `${piece} ${line} ${hash}`;
