import { lineWordsOf, type LineWords } from "#client/crypto/lines.ts";
import { systemRandomness } from "#client/crypto/random.ts";
import type { Secret } from "#domain/crypto/port.ts";
import { toBase64Url } from "#domain/bytes.ts";
import { decoded } from "#domain/encoded.ts";
import type { LineId, PieceId } from "#domain/ids.ts";
import { encodeEnvelope, type ProposalEnvelope } from "#domain/pieces/envelope.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { EpochKey, LineView, TogetherView, WordingView } from "#domain/piece-view.ts";
import { actOpenly, type Hand } from "./acts.ts";
import { isProposed } from "./checked-together.ts";
import { newId } from "./pairing.ts";
import { PieceCheck } from "./piece-check.ts";
import { theTwoOf } from "./signing.ts";
import { isSigned, type Signer } from "./signed.ts";
import type { Paired } from "./versions.ts";

/** Pieces that both write: proposed, said yes to, signed line by line, closed and opened again. */

const KEY_BYTES = 32;

/** A new key for an epoch, wrapped for both. */
async function newKey({ key }: Paired, piece: PieceId, epoch: number): Promise<string> {
  const raw = systemRandomness.bytes(KEY_BYTES);
  const sealed = await key.wrapPieceKey(piece, epoch, raw);
  raw.fill(0);
  return toBase64Url(sealed);
}

export async function propose(
  hand: Hand,
  paired: Paired,
  envelope: ProposalEnvelope,
): Promise<Result<PieceId>> {
  const piece = newId<PieceId>();
  const note = await paired.key.sealNote(
    { what: "proposal", by: hand.keyring.person, piece, version: null },
    encodeEnvelope(envelope),
  );
  const done = await actOpenly(hand, paired.room, piece, {
    kind: "propose",
    envelope: toBase64Url(note),
    sealedKey: await newKey(paired, piece, 1),
    keys: paired.keys,
  });
  return done.ok ? ok(piece) : done;
}

/** Says yes to what is shown; `forged` unless the other has signed that they propose just that. */
export async function accept(
  hand: Hand,
  { room }: Paired,
  view: TogetherView,
): Promise<Result<null>> {
  const check = new PieceCheck(view.piece, theTwoOf(hand.keyring, room));
  if (view.by !== "other" || !isProposed(view, check)) return refuse("forged");
  return actOpenly(hand, room, view.piece, { kind: "accept", proposal: view.statement.hash });
}

/** The keys of all epochs so far, by which everything that was ever written in it opens. */
export async function openKeys(
  { key }: Paired,
  piece: PieceId,
  keys: readonly EpochKey[],
): Promise<Result<ReadonlyMap<number, Secret>, "cannot-open">> {
  const opened = new Map<number, Secret>();
  for (const { epoch, sealed } of keys) {
    const secret = await key.unwrapPieceKey(piece, epoch, decoded(sealed));
    if (!secret.ok) return secret;
    opened.set(epoch, secret.value);
  }
  return ok(opened);
}

/** The means to sign and to read lines; `null` if the key of the first epoch is missing. */
export function lineWordsFrom(piece: PieceId, keys: ReadonlyMap<number, Secret>): LineWords | null {
  const first = keys.get(1);
  return first ? lineWordsOf(piece, first) : null;
}

/** Signs these words of a line, which must be normalised. */
export async function signLine(
  hand: Hand,
  { room }: Paired,
  piece: PieceId,
  line: LineId,
  words: string,
  lineWords: LineWords,
): Promise<Result<null>> {
  const { hash, sealedWording } = await lineWords.prepare(line, words);
  return actOpenly(hand, room, piece, {
    kind: "sign-line",
    line,
    hash: toBase64Url(hash),
    sealedWording: toBase64Url(sealedWording),
  });
}

export const takeSignatureBack = (
  hand: Hand,
  { room }: Paired,
  piece: PieceId,
  line: LineId,
  hash: string,
): Promise<Result<null>> =>
  actOpenly(hand, room, piece, { kind: "take-signature-back", line, hash });

export const close = (hand: Hand, { room }: Paired, piece: PieceId): Promise<Result<null>> =>
  actOpenly(hand, room, piece, { kind: "close" });

/** The first yes to opening it again: brings the key of the next epoch. */
export async function askToReopen(
  hand: Hand,
  paired: Paired,
  view: TogetherView,
): Promise<Result<null>> {
  if (view.state.is !== "closed") return refuse("moved-on");
  return actOpenly(hand, paired.room, view.piece, {
    kind: "ask-reopen",
    sealedKey: await newKey(paired, view.piece, view.state.epoch + 1),
  });
}

/** The second yes; `forged` unless the other has signed that they ask for it, on that day. */
export async function reopen(
  hand: Hand,
  { room }: Paired,
  { piece, state }: TogetherView,
): Promise<Result<null>> {
  if (state.is !== "closed" || !state.reopening) return refuse("moved-on");
  const { reopening } = state;
  const check = new PieceCheck(piece, theTwoOf(hand.keyring, room));
  if (!check.says(reopening, "other", "ask-reopen")) return refuse("forged");
  return actOpenly(hand, room, piece, { kind: "reopen", asked: reopening.statement.hash });
}

/** A wording that somebody has signed, with its words. */
export type OpenedWording = {
  readonly view: WordingView;
  /** `null`: what was signed cannot be read, and must not be signed by anybody else. */
  readonly words: string | null;
};

export type OpenedLine = {
  readonly line: LineId;
  readonly standing: OpenedWording | null;
  readonly proposed: readonly OpenedWording[];
};

/** The two who may have signed, by the keys that each trusts. */
export type Signers = { readonly me: Signer; readonly other: Signer };

/**
 * The signed words of every line. They come from the ledger, never from the document, and a signature
 * counts only if it is one: the server cannot make a line agreed. What it says stands without a
 * signature of each is a wording that somebody proposes, at most.
 */
export function openLines(
  piece: PieceId,
  words: LineWords,
  signers: Signers,
  lines: readonly LineView[],
): Promise<readonly OpenedLine[]> {
  const areSigned = (line: LineId, view: WordingView): boolean =>
    view.signatures.every(({ by, statement }) =>
      isSigned(statement, signers[by], piece, { kind: "sign-line", line, ...sealedFrom(view) }),
    );
  const open = async (line: LineId, view: WordingView): Promise<OpenedWording> => {
    for (const { sealedWording } of areSigned(line, view) ? view.signatures : []) {
      const opened = await words.open(line, decoded(view.hash), decoded(sealedWording));
      if (opened.ok) return { view, words: opened.value };
    }
    return { view, words: null };
  };
  return Promise.all(
    lines.map(async ({ line, standing, proposed }) => {
      const stands = standing !== null && isOfBoth(standing) && areSigned(line, standing);
      const others = standing && !stands ? [standing, ...proposed] : proposed;
      return {
        line,
        standing: stands ? await open(line, standing) : null,
        proposed: await Promise.all(others.map((view) => open(line, view))),
      };
    }),
  );
}

const isOfBoth = ({ signatures }: WordingView): boolean =>
  (["me", "other"] as const).every((side) => signatures.some(({ by }) => by === side));

/** What a signature of a wording covers; the sealed words are bound by their hash. */
const sealedFrom = ({ hash }: WordingView) => ({ hash, sealedWording: "" });
