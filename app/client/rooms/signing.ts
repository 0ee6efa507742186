import * as z from "zod";
import { sha256 } from "#client/crypto/digest.ts";
import type { Keyring } from "#client/keyring/keyring.ts";
import { toBase64Url } from "#domain/bytes.ts";
import type { SignedStatement } from "#domain/consent/commands.ts";
import type { Stretch } from "#domain/consent/follow.ts";
import {
  isLoose,
  LOOSE,
  MAX_TAKEN_UP,
  nextLink,
  NO_HEAD,
  writeStatement,
  type Act,
  type Link,
} from "#domain/consent/record.ts";
import { hash, type Encoded } from "#domain/encoded.ts";
import type { PieceId, RoomId } from "#domain/ids.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { RecordView } from "#domain/record-view.ts";
import type { Day, HeadView, SigningView, StatementView } from "#domain/statement-view.ts";
import type { Hand } from "./acts.ts";
import { followHeads, haveGrown, statementsOf } from "./follow-heads.ts";
import { followedByAll, followedHere, rememberFollowed, type Stretches } from "./followed.ts";
import type { TheTwo } from "./piece-check.ts";
import { grownKeys } from "./grown-keys.ts";
import { mayTakeUp } from "./taking-up.ts";
import { known } from "#domain/newer.ts";

/** A statement to be sent, and what is to be remembered once the server has taken it. */
export type Signing = {
  readonly statement: SignedStatement;
  readonly taken: () => Promise<void>;
};

/**
 * The two of a room, by my own keys and those that were pinned, as they have changed since by what these
 * statements tell.
 */
export function theTwoOf(
  { person, signingKey, index }: Keyring,
  room: RoomId,
  statements: readonly StatementView[] = [],
): TheTwo {
  const { other, mineBefore: before } = known(index.current().rooms[room]) ?? {};
  return {
    me: { room, person, signingKey, before },
    other: other ? { room, ...grownKeys(other, room, statements) } : null,
  };
}

/**
 * Signs that I do this. What is chained is signed only on the end of a chain that goes on from what my
 * devices know of it, and of the other's: `record-differs` otherwise, and nothing is signed.
 */
export async function sign(
  hand: Hand,
  room: RoomId,
  piece: PieceId,
  act: Act,
  day: Day,
): Promise<Result<Signing>> {
  const { keyring } = hand;
  const end = isLoose(act.kind) ? null : await endOfChains(hand, room);
  if (end && !end.ok) return end;
  const link = end ? end.value.link : LOOSE;
  const body = writeStatement({ room, person: keyring.person, piece, link, day, act }, sha256);
  const signature = toBase64Url(await keyring.sign(body));
  return ok({
    statement: { body: toBase64Url(body), signature },
    taken: async () => {
      if (!end) return;
      const { before, stretches } = end.value;
      const mine = longer(stretches.mine ?? restingOn(before), toBase64Url(sha256(body)));
      await rememberFollowed(keyring, room, { ...stretches, mine });
    },
  });
}

const signingView = z.object({
  n: z.number().int().min(0),
  head: hash,
  takeUp: z.array(hash).max(MAX_TAKEN_UP),
  theirs: z.object({ n: z.number().int().min(1), hash }).nullable(),
});

type End = {
  readonly link: Link;
  /** Where my chain ended as far as my devices knew. */
  readonly before: HeadView | null;
  readonly stretches: Stretches;
};

/** Where my next statement in a room stands, on chains that go on from what is known; see {@link sign}. */
export async function endOfChains({ api, keyring }: Hand, room: RoomId): Promise<Result<End>> {
  // First what is known, then what is shown: another device may be signing meanwhile.
  const fresh = await keyring.index.refresh();
  if (!fresh.ok) return fresh;
  const known = { byAll: followedByAll(keyring, room), here: followedHere(keyring, room) };
  const answered = await api.get(`/api/chain/${room}`);
  if (!answered.ok) return answered;
  const shown = signingView.safeParse(answered.value);
  if (!shown.success) return refuse("fault");
  const { n, head, takeUp, theirs } = shown.data satisfies SigningView;
  const heads = { mine: n === 0 ? null : { n, hash: head }, theirs };
  let record: RecordView | null = null;
  if (haveGrown(heads, known) || takeUp.length > 0) {
    const told = await api.get(`/api/record/${room}`);
    if (!told.ok) return told;
    record = told.value as RecordView;
  }
  const two = theTwoOf(keyring, room, record ? statementsOf(record) : []);
  const stretches = followHeads(two, heads, known, record);
  if (!stretches.ok) return stretches;
  if (takeUp.length > 0 && !(record && mayTakeUp(takeUp, record, two))) {
    return refuse("record-differs");
  }
  return ok({
    link: nextLink({ n, head: heads.mine?.hash ?? NO_HEAD, takeUp }),
    before: known.byAll.mine,
    stretches: stretches.value,
  });
}

const restingOn = (at: HeadView | null): Stretch => ({
  from: at?.n ?? 0,
  start: at?.hash ?? NO_HEAD,
  hashes: [],
});

const longer = (stretch: Stretch, hash: Encoded): Stretch => ({
  ...stretch,
  hashes: [...stretch.hashes, hash],
});
