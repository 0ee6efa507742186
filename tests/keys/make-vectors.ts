/**
 * Writes app/domain/crypto/vectors.json, once: npx tsx tests/keys/make-vectors.ts. A format that has been
 * used is never changed, so neither are its vectors; a new format adds its own beside them.
 */
import { existsSync, writeFileSync } from "node:fs";
import { entropyToMnemonic } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { sha256 } from "#client/crypto/digest.ts";
import { createFrameCipher } from "#client/crypto/frame-cipher.ts";
import { wrapTo } from "#client/crypto/hpke.ts";
import { lineWordsOf } from "#client/crypto/lines.ts";
import {
  packetOf,
  sealInvitation,
  sixWords,
  tokenHashOf,
  tokenOf,
} from "#client/crypto/pairing.ts";
import { roomKeyCheck, roomKeyOf } from "#client/crypto/room-key.ts";
import {
  aeadOf,
  deriveSealingKey,
  importSecret,
  secretFrom,
  secretOf,
} from "#client/crypto/secret.ts";
import { sealVersion } from "#client/crypto/versions.ts";
import { sealIndex } from "#client/keyring/index-sealing.ts";
import { sealAccountKey, unlockKeyFrom } from "#client/secrets/account-keys.ts";
import { ARGON2ID, makeDeviceUnlock } from "#client/secrets/device-unlock.ts";
import { keysOfWords } from "#client/secrets/recovery-words.ts";
import { ascii, toBase64Url, type Bytes } from "#domain/bytes.ts";
import {
  accountSubkeyInfo,
  identityBytes,
  sealedAccountKeyData,
  sealedIdentityData,
} from "#domain/crypto/account-format.ts";
import {
  claimingData,
  claimPacketBytes,
  linkPairingInfo,
  wrappedRoomKeyInfo,
} from "#domain/crypto/pairing-format.ts";
import { idOf, type LineId, type PersonId, type PieceId } from "#domain/ids.ts";
import type { RoomId, StreamId, VersionId } from "#domain/ids.ts";
import { emptyIndex } from "#domain/index-schema.ts";
import type { Result } from "#domain/result.ts";
import { keyringOf } from "#tests/support/keyring.ts";

const FILE = "app/domain/crypto/vectors.json";
if (existsSync(FILE)) throw new Error(`${FILE} is there: what was written stays as it is`);

const bytes = (name: string, length = 32): Bytes => sha256(ascii(name)).slice(0, length);
const id = <T extends string>(name: string): T => idOf<T>(bytes(name, 16));
const said = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

const room = id<RoomId>("room");
const piece = id<PieceId>("piece");
const version = id<VersionId>("version");
const line = id<LineId>("line");
const stream = id<StreamId>("stream");

async function personOf(name: string) {
  const person = id<PersonId>(name);
  const accountKey = bytes(`${name} account key`);
  const raw = identityBytes({
    signingSeed: bytes(`${name} signing seed`),
    boxScalar: bytes(`${name} box scalar`),
  });
  const sealing = aeadOf(
    await deriveSealingKey(await importSecret(accountKey), accountSubkeyInfo("identity")),
  );
  const identity = await sealing.seal(raw, sealedIdentityData(person));
  return { person, accountKey, identity };
}

const ada = await personOf("ada");
const ben = await personOf("ben");
const adaRing = await keyringOf(ada);
const benRing = await keyringOf(ben);
const text = toBase64Url;

const exportKey = bytes("export key");
const entropy = bytes("entropy", 16);
const words = entropyToMnemonic(entropy, wordlist).split(" ");
const recovery = await keysOfWords(words);
if (!recovery) throw new Error("the words do not read");
const password = "lanterns over the quiet harbour";
const rawDeviceKey = bytes("device key");
const made = await makeDeviceUnlock(password, ada.person, ada.accountKey, ARGON2ID);
const inner = await aeadOf(made.deviceKey).open(
  made.sealed,
  sealedAccountKeyData("device", ada.person),
);
if (!inner) throw new Error("the device's key does not open");
const deviceKey = await crypto.subtle.importKey("raw", rawDeviceKey, "AES-GCM", false, ["encrypt"]);
const device = await aeadOf(deviceKey).seal(inner, sealedAccountKeyData("device", ada.person));
const indexKey = await deriveSealingKey(
  await importSecret(ada.accountKey),
  accountSubkeyInfo("index"),
);

const secret = bytes("link secret");
const rawRoomKey = bytes("room key");
const check = roomKeyCheck(room, rawRoomKey);
const pairing = await secretOf(await importSecret(secret)).aead(linkPairingInfo());
const roomKey = roomKeyOf(room, await secretFrom(rawRoomKey.slice()));
const note = { what: "envelope", by: ada.person, piece, version } as const;

const pieceKey = bytes("piece key");
const keys = new Map([[1, await secretFrom(pieceKey.slice())]]);
const cipher = createFrameCipher(piece, keys);
const previous = bytes("previous", 16);
const place = { epoch: 1, stream, counter: 7, previous };

const sealedVersion = said(
  await sealVersion(
    adaRing,
    { piece, version, author: ada.person },
    { person: ben.person, boxKey: benRing.boxKey },
    ascii("the clean copy"),
  ),
);
const lines = lineWordsOf(piece, await secretFrom(pieceKey.slice()));
const signed = await lines.prepare(line, "Wednesdays, message first");
const claimed = claimPacketBytes({ ...packetOf(benRing, room), roomKeyCheck: check });

const vectors = {
  ids: { room, piece, version, line, stream },
  people: [ada, ben].map((one, i) => ({
    person: one.person,
    accountKey: text(one.accountKey),
    identity: text(one.identity),
    signingKey: text([adaRing, benRing][i]?.signingKey ?? new Uint8Array()),
    boxKey: text([adaRing, benRing][i]?.boxKey ?? new Uint8Array()),
  })),
  unlocks: {
    exportKey: text(exportKey),
    byPassword: text(
      await sealAccountKey(
        "password",
        await unlockKeyFrom("password", exportKey.slice()),
        ada.person,
        ada.accountKey,
      ),
    ),
    words,
    proof: text(recovery.proof),
    proofHash: text(recovery.proofHash),
    byWords: text(await sealAccountKey("recovery", recovery.unlock, ada.person, ada.accountKey)),
    device: { password, key: text(rawDeviceKey), salt: text(made.salt), sealed: text(device) },
  },
  index: { version: 3, sealed: text(await sealIndex(indexKey, ada.person, 3, emptyIndex())) },
  pairing: {
    secret: text(secret),
    token: text(await tokenOf(secret)),
    tokenHash: text(tokenHashOf(await tokenOf(secret))),
    invitation: text(await sealInvitation(secret, adaRing, room)),
    claim: text(await pairing.seal(claimed, claimingData(packetOf(adaRing, room)))),
    roomKey: text(rawRoomKey),
    check: text(check),
    wrapped: text(
      said(await wrapTo(adaRing.boxKey, rawRoomKey, wrappedRoomKeyInfo(room, ada.person))),
    ),
    sixWords: sixWords(
      adaRing,
      {
        person: ben.person,
        signingKey: benRing.signingKey,
        boxKey: benRing.boxKey,
        roomKeyCheck: check,
      },
      room,
    ),
  },
  note: {
    content: text(ascii("tender")),
    sealed: text(await roomKey.sealNote(note, ascii("tender"))),
  },
  pieces: {
    key: text(pieceKey),
    own: text(await adaRing.wrapPieceKey(piece, pieceKey)),
    together: text(await roomKey.wrapPieceKey(piece, 1, pieceKey)),
    frame: {
      counter: place.counter,
      previous: text(previous),
      update: text(ascii("an update")),
      sealed: text(await cipher.seal(place, ascii("an update"))),
    },
    awareness: {
      content: text(ascii("here")),
      sealed: text(await cipher.sealAwareness(1, ascii("here"))),
    },
  },
  version: {
    content: text(ascii("the clean copy")),
    sealed: text(sealedVersion.sealedVersion),
    wrappedKey: text(sealedVersion.wrappedKey),
    ownerKey: text(sealedVersion.ownerKey),
  },
  line: {
    typed: " Wednesdays,  message\tfirst ",
    words: "Wednesdays, message first",
    hash: text(signed.hash),
    sealedWording: text(signed.sealedWording),
  },
  signature: {
    message: text(ascii("exactly these words")),
    signature: text(await adaRing.sign(ascii("exactly these words"))),
  },
};
writeFileSync(FILE, `${JSON.stringify(vectors, null, 2)}\n`);
