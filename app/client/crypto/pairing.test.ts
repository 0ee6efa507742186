import { beforeAll, describe, expect, it } from "vitest";
import type { PersonId, PieceId, RoomId, VersionId } from "#domain/ids.ts";
import { claimingData, claimPacketBytes, linkPairingInfo } from "#domain/crypto/pairing-format.ts";
import type { Keyring } from "../keyring/keyring.ts";
import { newId, random, somebody } from "#tests/support/keys.ts";
import {
  makeClaim,
  makeLinkSecret,
  openClaim,
  openInvitation,
  packetOf,
  sealInvitation,
  sixWords,
  tokenHashOf,
  tokenOf,
} from "./pairing.ts";
import { openRoomKey } from "./room-key.ts";
import { importSecret, secretOf } from "./secret.ts";

const room = newId<RoomId>();
const secret = makeLinkSecret();
const BAD = { ok: false, refusal: { code: "bad-packet" } };
const CLOSED = { ok: false, refusal: { code: "cannot-open" } };

let ada: Keyring;
let ben: Keyring;
let eve: Keyring;
beforeAll(async () => {
  [ada, ben, eve] = [await somebody(), await somebody(), await somebody()];
});

async function claimed() {
  const invitation = await sealInvitation(secret, ada, room);
  const claim = await makeClaim(secret, invitation, ben);
  if (!claim.ok) throw new Error(claim.refusal.code);
  return { invitation, claim: claim.value };
}

describe("pairing by a link", () => {
  it("K19 pins to each the keys of the other", async () => {
    const { claim } = await claimed();
    const seen = await openClaim(secret, claim.packet, ada, room);
    const { roomKeyCheck } = claim.other;
    expect(claim.room).toBe(room);
    expect(claim.other).toEqual({
      person: ada.person,
      signingKey: ada.signingKey,
      boxKey: ada.boxKey,
      roomKeyCheck,
    });
    expect(seen).toEqual({
      ok: true,
      value: {
        person: ben.person,
        signingKey: ben.signingKey,
        boxKey: ben.boxKey,
        roomKeyCheck,
      },
    });
  });

  it("K19 takes no packet that was sealed under another secret, or changed", async () => {
    const { invitation, claim } = await claimed();
    const wrong = makeLinkSecret();
    expect(await openInvitation(wrong, invitation)).toEqual(BAD);
    expect(await makeClaim(wrong, invitation, ben)).toEqual(BAD);
    expect(await openClaim(wrong, claim.packet, ada, room)).toEqual(BAD);
    const changed = (bytes: Uint8Array) => bytes.map((byte, i) => (i === 40 ? byte ^ 1 : byte));
    expect(await openInvitation(secret, changed(invitation))).toEqual(BAD);
    expect(await openClaim(secret, changed(claim.packet), ada, room)).toEqual(BAD);
  });

  it("K19 takes neither side's packet for the other's, nor an answer to somebody else", async () => {
    const { invitation, claim } = await claimed();
    expect(await openClaim(secret, invitation, ada, room)).toEqual(BAD);
    expect(await openInvitation(secret, claim.packet)).toEqual(BAD);
    expect(await openClaim(secret, claim.packet, eve, room)).toEqual(BAD);
    expect(await openClaim(secret, claim.packet, ada, newId<RoomId>())).toEqual(BAD);
  });

  it("K19 takes no keys that are unsound, whoever vouches for them", async () => {
    const zero = new Uint8Array(32);
    const unsound = [
      { ...packetOf(ben, room), boxKey: zero },
      { ...packetOf(ben, room), signingKey: zero },
    ];
    const key = await secretOf(await importSecret(secret)).aead(linkPairingInfo());
    for (const packet of unsound) {
      const bytes = claimPacketBytes({ ...packet, roomKeyCheck: zero });
      const sealed = await key.seal(bytes, claimingData(packetOf(ada, room)));
      expect(await openClaim(secret, sealed, ada, room)).toEqual(BAD);
      expect(await openInvitation(secret, await sealInvitation(secret, packet, room))).toEqual(BAD);
    }
  });

  it("K19 does not let a person come in by their own link", async () => {
    const invitation = await sealInvitation(secret, ada, room);
    expect(await makeClaim(secret, invitation, ada)).toEqual({
      ok: false,
      refusal: { code: "own-invitation" },
    });
  });

  it("K19 gives the server a token that says nothing of the pairing key", async () => {
    const token = await tokenOf(secret);
    expect(token).toEqual(await tokenOf(secret));
    expect(token).not.toEqual(await tokenOf(makeLinkSecret()));
    expect(tokenHashOf(token)).toHaveLength(32);
    const invitation = await sealInvitation(secret, ada, room);
    expect(await openInvitation(token, invitation)).toEqual(BAD);
  });

  it("K20 gives both the same room key", async () => {
    const { claim } = await claimed();
    const { roomKeyCheck } = claim.other;
    const his = await openRoomKey(ben, room, claim.roomKeyForMe, roomKeyCheck);
    const hers = await openRoomKey(ada, room, claim.roomKeyForThem, roomKeyCheck);
    if (!his.ok || !hers.ok) throw new Error("the room's key does not open");
    const [piece, version] = [newId<PieceId>(), newId<VersionId>()];
    const note = { what: "envelope", by: ada.person, piece, version } as const;
    const sealed = await hers.value.sealNote(note, random(16));
    expect((await his.value.openNote(note, sealed)).ok).toBe(true);
    expect(sealed).toHaveLength(256 + 28);
    const others = [
      { ...note, what: "answer" as const },
      { ...note, by: ben.person },
      { ...note, piece: newId<PieceId>() },
      { ...note, version: newId<VersionId>() },
      { ...note, version: null },
    ];
    for (const other of others) expect(await his.value.openNote(other, sealed)).toEqual(CLOSED);

    const key = await hers.value.wrapPieceKey(piece, 1, random(32));
    expect((await his.value.unwrapPieceKey(piece, 1, key)).ok).toBe(true);
    expect(await his.value.unwrapPieceKey(piece, 2, key)).toEqual(CLOSED);
    expect(await his.value.unwrapPieceKey(newId<PieceId>(), 1, key)).toEqual(CLOSED);
  });

  it("K20 refuses a room key that the server has put in its place", async () => {
    const first = (await claimed()).claim;
    const second = (await claimed()).claim;
    const { roomKeyCheck } = first.other;
    expect(await openRoomKey(ada, room, second.roomKeyForThem, roomKeyCheck)).toEqual(CLOSED);
    expect(await openRoomKey(ada, room, first.roomKeyForMe, roomKeyCheck)).toEqual(CLOSED);
    const elsewhere = newId<RoomId>();
    expect(await openRoomKey(ada, elsewhere, first.roomKeyForThem, roomKeyCheck)).toEqual(CLOSED);
  });

  it("K21 gives both the same six words, and others if any key is another", async () => {
    const { claim } = await claimed();
    const seen = await openClaim(secret, claim.packet, ada, room);
    if (!seen.ok) throw new Error(seen.refusal.code);
    const words = sixWords(ada, seen.value, room);
    expect(words).toHaveLength(6);
    expect(words.every((word) => /^[a-z]+$/.test(word))).toBe(true);
    expect(sixWords(ben, claim.other, room)).toEqual(words);
    const { value } = seen;
    const others = [
      sixWords(ada, { ...value, signingKey: eve.signingKey }, room),
      sixWords(ada, { ...value, boxKey: eve.boxKey }, room),
      sixWords(ada, { ...value, person: newId<PersonId>() }, room),
      sixWords(eve, value, room),
      sixWords(ada, value, newId<RoomId>()),
    ];
    for (const other of others) expect(other).not.toEqual(words);
  });
});
