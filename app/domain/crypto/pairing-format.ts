import { MalformedBytes, Reader, Writer } from "../binary.ts";
import { sameBytes, type Bytes } from "../bytes.ts";
import { idBytes, idOf, type PersonId, type RoomId } from "../ids.ts";
import { labelled } from "./labels.ts";

/** Two strangers' browsers become a room through the secret of one link. */
export const LINK_SECRET_BYTES = 32;
export const ROOM_KEY_BYTES = 32;

export const linkTokenInfo = (): Bytes => labelled("link token").finish();
export const linkPairingInfo = (): Bytes => labelled("link pairing").finish();

/** What each side tells the other of itself, sealed under the link's pairing key. */
export type Packet = {
  readonly room: RoomId;
  readonly person: PersonId;
  readonly signingKey: Bytes;
  readonly boxKey: Bytes;
};

/** The one who comes in makes the room's key, and vouches for it by its hash. */
export type ClaimPacket = Packet & { readonly roomKeyCheck: Bytes };

const writePacket = (packet: Packet): Writer =>
  new Writer()
    .fixed(idBytes(packet.room))
    .fixed(idBytes(packet.person))
    .fixed(packet.signingKey)
    .fixed(packet.boxKey);

const readPacket = (reader: Reader): Packet => ({
  room: idOf<RoomId>(reader.fixed(16)),
  person: idOf<PersonId>(reader.fixed(16)),
  signingKey: reader.fixed(32),
  boxKey: reader.fixed(32),
});

function reading<T>(bytes: Uint8Array, read: (reader: Reader) => T): T | null {
  try {
    const reader = new Reader(bytes);
    const value = read(reader);
    reader.end();
    return value;
  } catch (error) {
    if (error instanceof MalformedBytes) return null;
    throw error;
  }
}

export const packetBytes = (packet: Packet): Bytes => writePacket(packet).finish();
export const packetFrom = (bytes: Uint8Array): Packet | null => reading(bytes, readPacket);

export const claimPacketBytes = (packet: ClaimPacket): Bytes =>
  writePacket(packet).fixed(packet.roomKeyCheck).finish();
export const claimPacketFrom = (bytes: Uint8Array): ClaimPacket | null =>
  reading(bytes, (reader) => ({ ...readPacket(reader), roomKeyCheck: reader.fixed(32) }));

/** Additional data of the inviter's packet. */
export const invitingData = (): Bytes => labelled("sealed packet").byte(1).finish();

/** Additional data of the claimer's packet: it answers the packet of this very inviter. */
export const claimingData = (inviter: Packet): Bytes =>
  labelled("sealed packet").byte(2).fixed(packetBytes(inviter)).finish();

/** HPKE info of a room key wrapped to one of its two people. */
export const wrappedRoomKeyInfo = (room: RoomId, to: PersonId): Bytes =>
  labelled("wrapped room key").fixed(idBytes(room)).fixed(idBytes(to)).finish();

/** What the check of a room's key is the SHA-256 of. The key is random, so its hash tells nothing. */
export const roomKeyCheckInput = (room: RoomId, key: Uint8Array): Bytes =>
  labelled("hash room key").fixed(idBytes(room)).fixed(key).finish();

/** What both compare in six words: the SHA-256 of this, the same whoever computes it. */
export function sixWordsInput(a: Packet, b: Packet): Bytes {
  if (a.room !== b.room || sameBytes(idBytes(a.person), idBytes(b.person)))
    throw new RangeError("six words are for the two people of one room");
  const [first, second] = [packetBytes(a), packetBytes(b)].sort(byBytes);
  return labelled("hash six words")
    .fixed(first ?? new Uint8Array())
    .fixed(second ?? new Uint8Array())
    .finish();
}

function byBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** `words` numbers of 11 bits each from the front of `hash`: places in a list of 2048 words. */
export function wordNumbers(hash: Uint8Array, words: number): readonly number[] {
  let bits = 0;
  let held = 0;
  const out: number[] = [];
  for (const byte of hash) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits < 11) continue;
    bits -= 11;
    out.push(held >> bits);
    held &= (1 << bits) - 1;
    if (out.length === words) break;
  }
  return out;
}
