import { openVersion, sealVersion } from "#client/crypto/versions.ts";
import type { RoomKey } from "#client/crypto/room-key.ts";
import type { Keyring } from "#client/keyring/keyring.ts";
import { openCopy, type VersionContent } from "#client/pieces/clean-copy.ts";
import { toBase64Url, type Bytes } from "#domain/bytes.ts";
import type { Act } from "#domain/consent/record.ts";
import { decoded, type Encoded } from "#domain/encoded.ts";
import type { PieceId, RoomId, VersionId } from "#domain/ids.ts";
import type { Pinned } from "#domain/index-schema.ts";
import {
  decodeEnvelope,
  encodeEnvelope,
  tells,
  type VersionEnvelope,
} from "#domain/pieces/envelope.ts";
import { isWritten, type WrittenContent } from "#domain/pieces/forgiveness.ts";
import { mayBeOffered } from "#domain/pieces/forms.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { VersionView } from "#domain/piece-view.ts";
import type { StatementView } from "#domain/statement-view.ts";
import { actOpenly, leaveWithOffer, waitUntil, type Hand } from "./acts.ts";
import type { ChangedKeys } from "./other-keys.ts";
import { newId } from "./pairing.ts";
import { isSigned, type Signer } from "./signed.ts";
import { theTwoOf } from "./signing.ts";
import { isNewer } from "#domain/newer.ts";

/** What a room's pages hold once the two are paired. */
export type Paired = {
  readonly room: RoomId;
  readonly key: RoomKey;
  readonly other: Pinned;
  /** How many changes of keys of both are known: what is sealed says so. */
  readonly keys?: number | undefined;
  /** New keys of the other that I have not yet said I saw: until then nothing is sealed for them. */
  readonly keysChanged?: ChangedKeys | null | undefined;
};

/** `null` until somebody has come in. */
export const pairedOf = ({
  view: { room, keys },
  key,
  other,
  keysChanged,
}: {
  readonly view: { readonly room: RoomId; readonly keys?: number };
  readonly key: RoomKey | null;
  readonly other: Pinned | null;
  readonly keysChanged?: ChangedKeys | null;
}): Paired | null => (key && other ? { room, key, other, keys, keysChanged } : null);

/**
 * Seals exactly these bytes for the other: the clean copy that its author has just looked at.
 * `never-offered`: it is written to be let go of. `keys-changed`: the other has new keys, and I have not
 * yet said that I saw it.
 */
export async function sealFor(
  { keyring }: Hand,
  { other, keys, keysChanged }: Paired,
  piece: PieceId,
  copy: Bytes,
): Promise<Result<SealedBytes & { readonly version: VersionId; readonly keys?: number }>> {
  const entry = keyring.index.current().pieces[piece];
  if (isNewer(entry)) return refuse("newer-version");
  if (!mayBeOffered(entry?.form)) return refuse("never-offered");
  if (keysChanged) return refuse("keys-changed");
  const version = newId<VersionId>();
  const place = { piece, version, author: keyring.person };
  const sealed = await sealVersion(keyring, place, other, copy);
  if (!sealed.ok) return sealed;
  return ok({
    version,
    sealedVersion: toBase64Url(sealed.value.sealedVersion),
    wrappedKey: toBase64Url(sealed.value.wrappedKey),
    ownerKey: toBase64Url(sealed.value.ownerKey),
    ...(keys !== undefined && { keys }),
  });
}

async function sealOffer(
  hand: Hand,
  paired: Paired,
  piece: PieceId,
  copy: Bytes,
  envelope: VersionEnvelope,
) {
  const { key } = paired;
  const { keyring } = hand;
  const sealed = await sealFor(hand, paired, piece, copy);
  if (!sealed.ok) return sealed;
  const { version } = sealed.value;
  const note = await key.sealNote(
    { what: "envelope", by: keyring.person, piece, version },
    encodeEnvelope(envelope),
  );
  return ok({ ...sealed.value, envelope: toBase64Url(note) });
}

/**
 * Offers these bytes, now or at a time (in milliseconds since 1970). Until that time comes the offer
 * can be replaced, or not sent; what is written meanwhile is not in it.
 */
export async function offer(
  hand: Hand,
  paired: Paired,
  piece: PieceId,
  copy: Bytes,
  envelope: VersionEnvelope,
  notBefore: number | null = null,
): Promise<Result<null>> {
  const sealed = await sealOffer(hand, paired, piece, copy, envelope);
  if (!sealed.ok) return sealed;
  return notBefore === null
    ? actOpenly(hand, paired.room, piece, { kind: "offer", ...sealed.value })
    : waitUntil(hand, paired.room, piece, sealed.value, notBefore);
}

/** Leaves the room for good, and these bytes at the other's door. */
export async function leaveWithGoodbye(
  hand: Hand,
  paired: Paired,
  piece: PieceId,
  copy: Bytes,
  envelope: VersionEnvelope,
): Promise<Result<null>> {
  const sealed = await sealOffer(hand, paired, piece, copy, envelope);
  return sealed.ok ? leaveWithOffer(hand, paired.room, piece, sealed.value) : sealed;
}

/** A version as it was offered: by whom, and what they signed. */
export type Offered = {
  readonly by: Signer;
  readonly envelope: Encoded;
  readonly statement: StatementView;
  /** Opens the envelope; `null` for what I offered myself, who know what is in it. */
  readonly key: RoomKey | null;
};

/**
 * Fetches and opens a version. `forged` unless its author signed the offer of exactly these bytes, and
 * they are a clean copy; `other-kind` unless the envelope, by which its reader chose to open it, told
 * what it is.
 */
export async function openOffered(
  hand: Hand,
  { piece, version }: VersionPlace,
  { by, envelope, statement, key }: Offered,
): Promise<Result<VersionContent>> {
  const content = await openSigned(hand, { piece, version }, { by, statement }, (sealed) => ({
    kind: "offer",
    version,
    envelope,
    ...sealed,
  }));
  if (!content.ok || !key) return content;
  const place = { what: "envelope", by: by.person, piece, version } as const;
  const told = await key.openNote(place, decoded(envelope));
  return told.ok && tells(decodeEnvelope(told.value), content.value.kind)
    ? content
    : refuse("other-kind");
}

/** Fetches and opens what somebody offered as running text. */
export async function readVersion(
  hand: Hand,
  piece: PieceId,
  version: VersionId,
  offered: Offered,
): Promise<Result<WrittenContent>> {
  const content = await openOffered(hand, { piece, version }, offered);
  if (!content.ok) return content;
  return isWritten(content.value) ? ok(content.value) : refuse("other-kind");
}

/** A sealed version as it goes to the server. The keys are not signed: each is for one of the two. */
export type SealedBytes = {
  readonly sealedVersion: Encoded;
  readonly wrappedKey: Encoded;
  readonly ownerKey: Encoded;
};

type VersionPlace = { readonly piece: PieceId; readonly version: VersionId };

/** Fetches and opens a clean copy whose author signed this act of exactly its bytes. */
export async function openSigned(
  hand: Hand,
  place: VersionPlace,
  offered: Pick<Offered, "by" | "statement">,
  act: (sealed: SealedBytes) => Act,
): Promise<Result<VersionContent>> {
  const opened = await openSignedBytes(hand, place, offered, act);
  if (!opened.ok) return opened;
  const content = openCopy(opened.value);
  return content.ok ? content : refuse("forged");
}

/** The bytes of a version whose author signed this act of exactly them, whatever they hold. */
export async function openSignedBytes(
  { api, keyring }: Hand,
  { piece, version }: VersionPlace,
  { by, statement }: Pick<Offered, "by" | "statement">,
  act: (sealed: SealedBytes) => Act,
): Promise<Result<Bytes>> {
  const answer = await api.get(`/api/versions/${version}`);
  if (!answer.ok) return answer;
  const view = answer.value as VersionView;
  const says = act({ sealedVersion: view.ciphertext, wrappedKey: "", ownerKey: "" });
  if (!isSigned(statement, by, piece, says)) return refuse("forged");
  const opened = await openVersion(
    keyring,
    { piece, version, author: by.person },
    { role: view.role, bytes: decoded(view.key) },
    decoded(view.ciphertext),
  );
  return opened.ok ? opened : refuse("forged");
}

/** Oneself, as the signer of what one has done. */
export const meIn = (keyring: Keyring, room: RoomId): Signer => theTwoOf(keyring, room).me;

/** The other, by the keys that were pinned, and by those that took their place. */
export const otherIn = ({ room, other, keysChanged }: Paired): Signer => ({
  room,
  ...(keysChanged?.next ?? other),
});
