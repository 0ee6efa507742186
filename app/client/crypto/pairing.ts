import { wordlist } from "@scure/bip39/wordlists/english.js";
import type { Bytes } from "#domain/bytes.ts";
import {
  claimingData,
  claimPacketBytes,
  claimPacketFrom,
  invitingData,
  LINK_SECRET_BYTES,
  linkPairingInfo,
  linkTokenInfo,
  packetBytes,
  packetFrom,
  ROOM_KEY_BYTES,
  sixWordsInput,
  wordNumbers,
  wrappedRoomKeyInfo,
  type Packet,
} from "#domain/crypto/pairing-format.ts";
import type { Pinned } from "#domain/index-schema.ts";
import type { RoomId } from "#domain/ids.ts";
import { ok, refuse, type Result } from "#domain/result.ts";
import type { Keyring } from "../keyring/keyring.ts";
import { sha256 } from "./digest.ts";
import { wrapTo } from "./hpke.ts";
import { systemRandomness } from "./random.ts";
import { roomKeyCheck } from "./room-key.ts";
import { importSecret, secretOf } from "./secret.ts";
import { isSoundBoxKey, isSoundSigningKey } from "./signatures.ts";

/**
 * How two browsers pair through one link. The server sees a token's hash and sealed packets; whoever
 * has not got the link's secret can neither read nor replace them.
 */

type OwnKeys = Pick<Keyring, "person" | "signingKey" | "boxKey">;

/** The secret of a new link, for the fragment of `/invite#…`. */
export const makeLinkSecret = (): Bytes => systemRandomness.bytes(LINK_SECRET_BYTES);

const fromLink = async (secret: Uint8Array) => secretOf(await importSecret(secret));

/** What finds the invitation on the server. */
export const tokenOf = async (secret: Uint8Array): Promise<Bytes> =>
  (await fromLink(secret)).bytes(linkTokenInfo(), 32);

/** What the server keeps of the token. */
export const tokenHashOf = (token: Uint8Array): Bytes => sha256(token);

const pairingKey = async (secret: Uint8Array) => (await fromLink(secret)).aead(linkPairingInfo());

/** What a person tells of themself to whoever has the link. */
export const packetOf = (keys: OwnKeys, room: RoomId): Packet => ({
  room,
  person: keys.person,
  signingKey: keys.signingKey,
  boxKey: keys.boxKey,
});

const isSound = (packet: Packet): boolean =>
  isSoundSigningKey(packet.signingKey) && isSoundBoxKey(packet.boxKey);

/** The inviter's packet, as it is laid down with the invitation. */
export async function sealInvitation(
  secret: Uint8Array,
  keys: OwnKeys,
  room: RoomId,
): Promise<Bytes> {
  return (await pairingKey(secret)).seal(packetBytes(packetOf(keys, room)), invitingData());
}

/** Reads the inviter's packet. Refused if it was not made under this link's secret, for these uses. */
export async function openInvitation(
  secret: Uint8Array,
  sealed: Uint8Array,
): Promise<Result<Packet, "bad-packet">> {
  const opened = await (await pairingKey(secret)).open(sealed, invitingData());
  const packet = opened && packetFrom(opened);
  return packet && isSound(packet) ? ok(packet) : refuse("bad-packet");
}

/** What coming in sends to the server, and what to pin. */
export type Claim = {
  readonly room: RoomId;
  readonly packet: Bytes;
  readonly roomKeyForMe: Bytes;
  readonly roomKeyForThem: Bytes;
  /**
   * Put this into the sealed index *before* the claim is sent: the link works once, and without its
   * packet the other could never be told from somebody else again.
   */
  readonly other: Pinned;
};

/** Makes the room's key and wraps it to both. */
export async function makeClaim(
  secret: Uint8Array,
  sealedInvitation: Uint8Array,
  keys: OwnKeys,
): Promise<Result<Claim, "bad-packet" | "own-invitation">> {
  const invitation = await openInvitation(secret, sealedInvitation);
  if (!invitation.ok) return invitation;
  const inviter = invitation.value;
  const { room } = inviter;
  if (inviter.person === keys.person) return refuse("own-invitation");

  const raw = systemRandomness.bytes(ROOM_KEY_BYTES);
  const check = roomKeyCheck(room, raw);
  const forMe = await wrapTo(keys.boxKey, raw, wrappedRoomKeyInfo(room, keys.person));
  const forThem = await wrapTo(inviter.boxKey, raw, wrappedRoomKeyInfo(room, inviter.person));
  raw.fill(0);
  if (!forMe.ok || !forThem.ok) return refuse("bad-packet");

  const packet = await (
    await pairingKey(secret)
  ).seal(claimPacketBytes({ ...packetOf(keys, room), roomKeyCheck: check }), claimingData(inviter));
  return ok({
    room,
    packet,
    roomKeyForMe: forMe.value,
    roomKeyForThem: forThem.value,
    other: pin(inviter, check),
  });
}

/** The inviter reads who came in, to pin them. */
export async function openClaim(
  secret: Uint8Array,
  sealedClaim: Uint8Array,
  keys: OwnKeys,
  room: RoomId,
): Promise<Result<Pinned, "bad-packet">> {
  const opened = await (
    await pairingKey(secret)
  ).open(sealedClaim, claimingData(packetOf(keys, room)));
  const packet = opened && claimPacketFrom(opened);
  if (!packet || packet.room !== room || packet.person === keys.person || !isSound(packet))
    return refuse("bad-packet");
  return ok(pin(packet, packet.roomKeyCheck));
}

const pin = (packet: Packet, check: Bytes): Pinned => ({
  person: packet.person,
  signingKey: packet.signingKey,
  boxKey: packet.boxKey,
  roomKeyCheck: check,
});

/** Six words that both see alike if, and only if, nobody sits between them (66 bits). */
export function sixWords(keys: OwnKeys, other: Pinned, room: RoomId): readonly string[] {
  const hash = sha256(sixWordsInput(packetOf(keys, room), { room, ...other }));
  return wordNumbers(hash, 6).map((number) => wordlist[number] ?? "");
}
