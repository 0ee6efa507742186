import { recordedLines } from "#domain/consent/recorded-lines.ts";
import type { Encoded } from "#domain/encoded.ts";
import type { RoomId } from "#domain/ids.ts";
import { ok, type Result } from "#domain/result.ts";
import type { RecordView } from "#domain/record-view.ts";
import type { RoomView } from "#domain/room-view.ts";
import type { Hand } from "./acts.ts";
import type { TakenBack } from "./checked-together.ts";
import { followHeads, haveGrown, statementsOf, type KnownHeads } from "./follow-heads.ts";
import {
  followedByAll,
  followedHere,
  rememberFollowed,
  WHOSE,
  type Followed,
  type Stretches,
} from "./followed.ts";
import type { TheTwo } from "./piece-check.ts";
import { digestOf, type Signer } from "./signed.ts";
import { theTwoOf } from "./signing.ts";

/** What is known of both chains now. Ask before what is to be held against it is fetched. */
export const knownHeads = ({ keyring }: Hand, room: RoomId): KnownHeads => ({
  byAll: followedByAll(keyring, room),
  here: followedHere(keyring, room),
});

export type RecordWatch = {
  /**
   * Holds a view against what was known before it was fetched, and remembers how far the chains go now.
   * The record is fetched when a chain has grown, and once where lines are signed: it alone tells of
   * signatures that were taken back since. `record-differs`, or the server's code if it could not be
   * looked at now.
   */
  readonly attend: (view: RoomView, known: KnownHeads) => Promise<Result<TakenBack>>;
};

/** Watches, for one tab, that neither chain of a room is ever shown shorter, or as another. */
export function watchRecord(hand: Hand, room: RoomId): RecordWatch {
  const { api, keyring } = hand;
  let seen: { readonly heads: RoomView["heads"]; readonly takenBack: TakenBack } | null = null;
  return {
    attend: async (view, known) => {
      const { heads } = view;
      const changes = view.other?.keyChanges.map(({ statement }) => statement);
      const two = theTwoOf(keyring, room, changes);
      const isSeen = seen !== null && isSame(heads, seen.heads);
      if (isSeen || (!haveGrown(heads, known) && !hasSignatures(view))) {
        const same = followHeads(two, heads, known, null);
        return same.ok ? ok(isSeen && seen ? seen.takenBack : NOTHING) : same;
      }
      const told = await api.get(`/api/record/${room}`);
      return told.ok ? followed(two, heads, known, told.value as RecordView) : told;
    },
  };

  async function followed(
    two: TheTwo,
    heads: RoomView["heads"],
    known: KnownHeads,
    record: RecordView,
  ): Promise<Result<TakenBack>> {
    const stretches = followHeads(two, heads, known, record);
    if (!stretches.ok) return stretches;
    const takenBack = signaturesTakenBack(record, two, stretches.value);
    seen = { heads, takenBack };
    await rememberFollowed(keyring, room, stretches.value);
    return ok(takenBack);
  }
}

const NOTHING: TakenBack = new Set();

const hasSignatures = ({ pieces }: RoomView): boolean =>
  pieces.some(
    (piece) => piece.mode === "together" && "lines" in piece.state && piece.state.lines.length > 0,
  );

const isSame = (a: Followed, b: Followed): boolean =>
  WHOSE.every((whose) => a[whose]?.n === b[whose]?.n && a[whose]?.hash === b[whose]?.hash);

/** Statements of the chains that are no signature that holds, by their hash. */
function signaturesTakenBack(
  record: RecordView,
  { me, other }: TheTwo,
  { mine, theirs }: Stretches,
): TakenBack {
  const signerOf = new Map<Encoded, Signer>();
  for (const hash of mine?.hashes ?? []) signerOf.set(hash, me);
  if (other) for (const hash of theirs?.hashes ?? []) signerOf.set(hash, other);
  const chained = statementsOf(record).flatMap((statement) => {
    const hash = digestOf(statement.body) ?? "";
    const signer = signerOf.get(hash);
    return signer ? [{ by: signer.person, statement: { ...statement, hash } }] : [];
  });
  const holding = new Set(
    [...recordedLines(chained).values()].flatMap((lines) =>
      [...lines.values()].flatMap(({ signatures }) =>
        signatures.map(({ recorded }) => recorded.statement.hash),
      ),
    ),
  );
  return new Set(
    chained.map(({ statement }) => statement.hash).filter((hash) => !holding.has(hash)),
  );
}
