import type { LineId, PersonId, PieceId, RoundId, VersionId } from "#domain/ids.ts";
import type { VersionView } from "#domain/piece-view.ts";

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
  /** When it came to its reader's door, or was on its way to it. */
  readonly offeredAt: number;
  /** Its time came: a clock that goes back takes nothing away again. */
  released: boolean;
  cancelled: boolean;
  opened: boolean;
  declined: boolean;
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

/** What is given out of a version, as it was sealed. */
export type Sealed = {
  readonly ciphertext: string;
  readonly wrappedKey: string;
  readonly ownerKey: string;
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
  readonly sealed: Map<VersionId, Sealed>;
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
  sealed: new Map(),
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
export const isOffered = ({ notBefore, released, cancelled }: VersionFacts, now: number): boolean =>
  !cancelled && (released || notBefore === null || notBefore <= now);

export const isWaiting = (one: VersionFacts, now: number): boolean =>
  !one.cancelled && !isOffered(one, now);

/**
 * It can be opened no more: taken back, replaced by a newer one, gone with its author's account, or 30 days
 * old. A last letter stays, as it would if its author had only left.
 */
export function isOver(one: VersionFacts, { versions }: Facts, now: number): boolean {
  const { piece, takenBack, gone, goodbye, offeredAt } = one;
  const later = versions.slice(versions.indexOf(one) + 1);
  return (
    takenBack ||
    (gone && !goodbye) ||
    now >= offeredAt + THIRTY_DAYS ||
    later.some((other) => other.piece === piece && isOffered(other, now))
  );
}

const THIRTY_DAYS = 30 * 24 * 60 * 60_000;

/** Whether its reader may have it. */
export const isHeld = ({ opened, takenBack, gone }: VersionFacts): boolean =>
  opened && !takenBack && !gone;

/** What is answered to who may have a version: its words and their own key, as its author sealed them. */
export function givenTo(
  role: "author" | "reader",
  piece: PieceId,
  version: VersionId,
  { sealed }: Pick<Facts, "sealed">,
): VersionView {
  const its = sealed.get(version);
  if (!its) throw new Error("nobody sealed this version");
  const { ciphertext, wrappedKey, ownerKey } = its;
  return { version, piece, role, ciphertext, key: role === "author" ? ownerKey : wrappedKey };
}

/** The slots that both marked alike: none unless both have submitted. */
export function commonOf({ submitted }: RoundFacts): readonly string[] {
  const [one, other] = [...submitted.values()];
  const values = new Map(other?.map(({ slot, value }) => [slot, value]));
  return (one ?? [])
    .filter(({ slot, value }) => values.get(slot) === value)
    .map(({ slot }) => slot)
    .sort();
}

/** What time alone does: what waits is released; a round ends at its time, or once a pause is over. */
export function letTimeDo(facts: Facts, now: number): void {
  for (const one of facts.versions) if (isOffered(one, now)) one.released = true;
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
