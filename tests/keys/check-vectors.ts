import vectors from "#domain/crypto/vectors.json";
import { createFrameCipher } from "#client/crypto/frame-cipher.ts";
import { lineWordsOf } from "#client/crypto/lines.ts";
import {
  openClaim,
  openInvitation,
  packetOf,
  sixWords,
  tokenHashOf,
  tokenOf,
} from "#client/crypto/pairing.ts";
import { openRoomKey, roomKeyCheck } from "#client/crypto/room-key.ts";
import { deriveSealingKey, importSecret, secretFrom } from "#client/crypto/secret.ts";
import { verify } from "#client/crypto/signatures.ts";
import { openVersion } from "#client/crypto/versions.ts";
import { openIndex } from "#client/keyring/index-sealing.ts";
import type { Keyring } from "#client/keyring/keyring.ts";
import { openAccountKey, unlockKeyFrom } from "#client/secrets/account-keys.ts";
import { ARGON2ID, openDeviceUnlock } from "#client/secrets/device-unlock.ts";
import { keysOfWords } from "#client/secrets/recovery-words.ts";
import { fromBase64Url, toBase64Url, type Bytes } from "#domain/bytes.ts";
import { accountSubkeyInfo } from "#domain/crypto/account-format.ts";
import type { LineId, PersonId, PieceId, RoomId, StreamId, VersionId } from "#domain/ids.ts";
import { keyringOf } from "#tests/support/keyring.ts";

/**
 * Opens everything in app/domain/crypto/vectors.json, with nothing but what every environment has, so
 * that Node and a browser can run it alike. Gives the names of what is not as it was.
 */
export async function checkVectors(): Promise<string[]> {
  const failures: string[] = [];
  const same = (name: string, found: unknown, expected: unknown): void => {
    const text = (value: unknown) =>
      value instanceof Uint8Array ? toBase64Url(value) : JSON.stringify(value);
    const wanted = typeof expected === "string" ? expected : text(expected);
    if (text(found) !== wanted) failures.push(name);
  };
  const people = { ada: await person(0), ben: await person(1) };
  people.ada.expected.forEach(([name, found, expected]) => same(`ada's ${name}`, found, expected));
  people.ben.expected.forEach(([name, found, expected]) => same(`ben's ${name}`, found, expected));
  const { ada, ben } = { ada: people.ada.keyring, ben: people.ben.keyring };
  await checkUnlocks(ada.person, people.ada.accountKey, same);
  await checkPairing(ada, ben, same);
  await checkPieces(ada, ben, same);
  checkSignature(ada, await ada.sign(bytes(vectors.signature.message)), same);
  return failures;
}

type Same = (name: string, found: unknown, expected: unknown) => void;

const room = vectors.ids.room as RoomId;
const piece = vectors.ids.piece as PieceId;
const version = vectors.ids.version as VersionId;

function bytes(text: string): Bytes {
  const found = fromBase64Url(text);
  if (!found) throw new Error("the vectors are not base64url");
  return found;
}

async function person(which: 0 | 1) {
  const vector = vectors.people[which];
  if (!vector) throw new Error("the vectors have two people");
  const accountKey = bytes(vector.accountKey);
  const keyring = await keyringOf({
    person: vector.person as PersonId,
    accountKey,
    identity: bytes(vector.identity),
  });
  const expected = [
    ["signing key", keyring.signingKey, vector.signingKey],
    ["box key", keyring.boxKey, vector.boxKey],
  ] as const;
  return { keyring, accountKey, expected };
}

async function checkUnlocks(who: PersonId, accountKey: Bytes, same: Same): Promise<void> {
  const { unlocks, index } = vectors;
  const unlock = await unlockKeyFrom("password", bytes(unlocks.exportKey));
  const byPassword = await openAccountKey("password", unlock, who, bytes(unlocks.byPassword));
  same("unlock by password", byPassword, accountKey);

  const recovery = await keysOfWords(unlocks.words);
  same("recovery proof", recovery?.proof, unlocks.proof);
  same("recovery hash", recovery?.proofHash, unlocks.proofHash);
  const byWords =
    recovery && (await openAccountKey("recovery", recovery.unlock, who, bytes(unlocks.byWords)));
  same("unlock by words", byWords, accountKey);

  const { password, key, salt, sealed } = unlocks.device;
  const deviceKey = await crypto.subtle.importKey("raw", bytes(key), "AES-GCM", false, ["decrypt"]);
  const device = { deviceKey, salt: bytes(salt), sealed: bytes(sealed) };
  const byDevice = await openDeviceUnlock(password, who, device, ARGON2ID);
  same("unlock on a device", byDevice, accountKey);

  const secret = await importSecret(accountKey);
  const indexKey = await deriveSealingKey(secret, accountSubkeyInfo("index"));
  const opened = await openIndex(indexKey, who, index.version, bytes(index.sealed));
  same("index", opened, { v: 1, rooms: {}, pieces: {}, prefs: {} });
}

async function checkPairing(ada: Keyring, ben: Keyring, same: Same): Promise<void> {
  const vector = vectors.pairing;
  const secret = bytes(vector.secret);
  const token = await tokenOf(secret);
  same("link token", token, vector.token);
  same("link token hash", tokenHashOf(token), vector.tokenHash);
  const invitation = await openInvitation(secret, bytes(vector.invitation));
  same("invitation", invitation.ok && invitation.value.signingKey, ada.signingKey);
  const claim = await openClaim(secret, bytes(vector.claim), ada, room);
  same("claim", claim.ok && claim.value.boxKey, ben.boxKey);
  same("claim's check", claim.ok && claim.value.roomKeyCheck, vector.check);
  same("room key check", roomKeyCheck(room, bytes(vector.roomKey)), vector.check);
  const words = claim.ok ? sixWords(ada, claim.value, room) : [];
  same("six words", words, vector.sixWords);
  same("six words again", sixWords(ben, pinned(ada, bytes(vector.check)), room), vector.sixWords);

  const key = await openRoomKey(ada, room, bytes(vector.wrapped), bytes(vector.check));
  if (!key.ok) return same("room key", null, "");
  const note = { what: "envelope", by: ada.person, piece, version } as const;
  const content = await key.value.openNote(note, bytes(vectors.note.sealed));
  same("note", content.ok && content.value, vectors.note.content);
  const together = await key.value.unwrapPieceKey(piece, 1, bytes(vectors.pieces.together));
  same("together key", together.ok, true);
}

const pinned = (keys: Keyring, roomKeyCheck: Bytes) => ({ ...packetOf(keys, room), roomKeyCheck });

async function checkPieces(ada: Keyring, ben: Keyring, same: Same): Promise<void> {
  const { pieces, ids, line: signed } = vectors;
  const own = await ada.unwrapPieceKey(piece, bytes(pieces.own));
  if (!own.ok) return same("own piece key", null, "");
  const cipher = createFrameCipher(piece, new Map([[1, own.value]]));
  const { counter, previous, update, sealed } = pieces.frame;
  const stream = ids.stream as StreamId;
  const place = { epoch: 1, stream, counter, previous: bytes(previous) };
  same("frame", await cipher.open(place, bytes(sealed)).catch(() => null), update);
  const aware = await cipher.openAwareness(1, bytes(pieces.awareness.sealed)).catch(() => null);
  same("awareness", aware, pieces.awareness.content);

  const at = { piece, version, author: ada.person };
  const { content, sealed: copy, wrappedKey, ownerKey } = vectors.version;
  const reader = { role: "reader", bytes: bytes(wrappedKey) } as const;
  const read = await openVersion(ben, at, reader, bytes(copy));
  same("version for its reader", read.ok && read.value, content);
  const author = { role: "author", bytes: bytes(ownerKey) } as const;
  const kept = await openVersion(ada, at, author, bytes(copy));
  same("version for its author", kept.ok && kept.value, content);

  const line = ids.line as LineId;
  const lines = lineWordsOf(piece, await secretFrom(bytes(pieces.key)));
  const { hash } = await lines.prepare(line, signed.typed);
  same("line hash", hash, signed.hash);
  const words = await lines.open(line, bytes(signed.hash), bytes(signed.sealedWording));
  same("wording", words.ok && words.value === signed.words, true);
}

/** Beside our own, test 2 of RFC 8032, section 7.1, which is not of our making. */
const RFC_8032 = {
  key: "PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw",
  message: "cg",
  signature:
    "kqAJqfDUyrhyDoILX2QlQKKye1QWUD-Ps3YiI-vbadoIWsHkPhWZbkWPNhPQ8R2MOHsurrQwKu6wDSkWErsMAA",
};

function checkSignature(ada: Keyring, signature: Bytes, same: Same): void {
  const vector = vectors.signature;
  same("signature", signature, vector.signature);
  same("signature holds", verify(ada.signingKey, bytes(vector.message), signature), true);
  const { key, message, signature: theirs } = RFC_8032;
  same("RFC 8032", verify(bytes(key), bytes(message), bytes(theirs)), true);
}
