import { toBase64Url, type Bytes } from "#domain/bytes.ts";
import type { PieceId } from "#domain/ids.ts";
import { withPiece, type Index } from "#domain/index-schema.ts";
import { decodeCheckIn, encodeCheckIn, type CheckIn } from "#domain/pieces/check-in.ts";
import { encodeEnvelope, planMark } from "#domain/pieces/envelope.ts";
import type { Marks } from "#domain/pieces/marks.ts";
import type { Stretch } from "#domain/pieces/picture.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { PutInView } from "#domain/piece-view.ts";
import { actOpenly, type Hand } from "./acts.ts";
import { AT_ONCE } from "./delete-later.ts";
import { beginPiece, deletePiece, notShownYet } from "./own-pieces.ts";
import { putIn } from "./paired.ts";
import { newId } from "./pairing.ts";
import type { Signer } from "./signed.ts";
import { openSignedBytes, type Paired } from "./versions.ts";
import { known } from "#domain/newer.ts";

/** Check-ins of a plan, and the piece of my own in which I mark what was done and what I noticed. */

/** Asks for a check-in over these days. Both see that it was asked for, and nothing else. */
export async function askForCheckIn(
  hand: Hand,
  paired: Paired,
  plan: PieceId,
  { from, to }: Stretch,
): Promise<Result<PieceId>> {
  const piece = newId<PieceId>();
  const envelope = await paired.key.sealNote(
    { what: "proposal", by: hand.keyring.person, piece, version: null },
    encodeEnvelope({ form: "check-in", kind: "plan", plan: planMark(plan), from, to }),
  );
  const act = { kind: "begin-pair", envelope: toBase64Url(envelope) } as const;
  const done = await actOpenly(hand, paired.room, piece, act);
  return done.ok ? ok(piece) : done;
}

/** What would be put in: to be shown as the preview and then sealed as it is. */
export const checkInCopy = (plan: PieceId, { from, to }: Stretch, marks: Marks): Bytes =>
  encodeCheckIn({ plan, from, to, ...marks });

/** Puts these bytes in, and with them my yes. */
export const putMarksIn = (
  hand: Hand,
  paired: Paired,
  checkIn: PieceId,
  copy: Bytes,
): Promise<Result<null>> => putIn(hand, paired, checkIn, copy);

/**
 * Fetches and opens what one of the two put in; `forged` unless they signed that they put in just these
 * bytes, and unless it is about this plan and these days.
 */
export async function readMarks(
  hand: Hand,
  checkIn: PieceId,
  { version, statement }: PutInView,
  by: Signer,
  about: Stretch & { readonly plan: PieceId },
): Promise<Result<CheckIn>> {
  const place = { piece: checkIn, version };
  const bytes = await openSignedBytes(hand, place, { by, statement }, (sealed) => ({
    kind: "put-in",
    version,
    ...sealed,
  }));
  if (!bytes.ok) return bytes;
  const read = decodeCheckIn(bytes.value);
  const isThis = read?.plan === about.plan && read.from === about.from && read.to === about.to;
  return read && isThis ? ok(read) : refuse("forged");
}

/**
 * Begins the piece of my own in which I mark. If another device of mine has begun one meanwhile, or a
 * page that went before it could say so, that one is it. `unseen` is one that the index names and the page
 * does not show: I have deleted it, or it is too new.
 */
export async function beginMarks(
  hand: Hand,
  { room }: Paired,
  plan: PieceId,
  unseen?: PieceId,
): Promise<Result<PieceId>> {
  const { index } = hand.keyring;
  const there = await notShownYet(hand, room, unseen);
  if (!there.ok) return there;
  if (there.value) return ok(there.value);
  const left = leftBehind(index.current(), plan, unseen);
  const begun = left ? ok(left) : await beginPiece(hand, room, "plan", { marksOf: plan });
  if (!begun.ok) return begun;
  const chosenIn = ({ pieces }: Index) => known(pieces[plan])?.marks ?? begun.value;
  const kept = await index.update((before) => {
    const now = withPiece(before, plan, (entry) => {
      if (entry?.marks && entry.marks !== unseen) return entry;
      const marks = leftBehind(before, plan, unseen, begun.value) ?? begun.value;
      return { kind: "plan", title: "", room, ...entry, marks };
    });
    if (chosenIn(now) === begun.value) return now;
    // In one step, so that a page which goes now leaves no second one behind.
    return withPiece(now, begun.value, (entry) => entry && { ...entry, goesAt: AT_ONCE });
  });
  if (!kept.ok) return kept;
  const chosen = chosenIn(kept.value);
  if (chosen !== begun.value) await deletePiece(hand, begun.value);
  return ok(chosen);
}

/** A piece in which I mark, which was begun, and of which the plan's entry does not say so. */
function leftBehind(
  { pieces }: Index,
  plan: PieceId,
  ...not: readonly (PieceId | undefined)[]
): PieceId | null {
  const isIt = ([piece, entry]: [string, Index["pieces"][PieceId]]) => {
    const { marksOf, goesAt } = known(entry) ?? {};
    return marksOf === plan && goesAt === undefined && !not.some((one) => one === piece);
  };
  return (Object.entries(pieces).find(isIt)?.[0] as PieceId | undefined) ?? null;
}
