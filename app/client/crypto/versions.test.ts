import { beforeAll, describe, expect, it } from "vitest";
import type { LineId, PersonId, PieceId, VersionId } from "#domain/ids.ts";
import type { Keyring } from "../keyring/keyring.ts";
import { newId, random, somebody } from "#tests/support/keys.ts";
import { lineWordsOf } from "./lines.ts";
import { secretFrom } from "./secret.ts";
import { openVersion, sealVersion, type SealedVersion } from "./versions.ts";

const CLOSED = { ok: false, refusal: { code: "cannot-open" } };

let ada: Keyring;
let ben: Keyring;
beforeAll(async () => {
  [ada, ben] = [await somebody(), await somebody()];
});

describe("a sealed version", () => {
  const content = random(3000);
  const ids = () => ({
    piece: newId<PieceId>(),
    version: newId<VersionId>(),
    author: ada.person,
  });

  async function sealed(place: ReturnType<typeof ids>): Promise<SealedVersion> {
    const made = await sealVersion(ada, place, ben, content);
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value;
  }

  it("K18 opens for its author and its reader, and for nobody else", async () => {
    const place = ids();
    const { sealedVersion, wrappedKey, ownerKey } = await sealed(place);
    const asReader = { role: "reader", bytes: wrappedKey } as const;
    const asAuthor = { role: "author", bytes: ownerKey } as const;
    const opened = { ok: true, value: content };
    expect(await openVersion(ben, place, asReader, sealedVersion)).toEqual(opened);
    expect(await openVersion(ada, place, asAuthor, sealedVersion)).toEqual(opened);
    expect(await openVersion(ada, place, asReader, sealedVersion)).toEqual(CLOSED);
    expect(await openVersion(ben, place, asAuthor, sealedVersion)).toEqual(CLOSED);
    expect(await openVersion(await somebody(), place, asReader, sealedVersion)).toEqual(CLOSED);
  });

  it("K18 opens under its own ids only, and unchanged", async () => {
    const place = ids();
    const { sealedVersion, wrappedKey, ownerKey } = await sealed(place);
    const asReader = { role: "reader", bytes: wrappedKey } as const;
    const asAuthor = { role: "author", bytes: ownerKey } as const;
    const elsewhere = [
      { ...place, piece: newId<PieceId>() },
      { ...place, version: newId<VersionId>() },
      { ...place, author: newId<PersonId>() },
    ];
    for (const other of elsewhere) {
      expect(await openVersion(ben, other, asReader, sealedVersion)).toEqual(CLOSED);
      expect(await openVersion(ada, other, asAuthor, sealedVersion)).toEqual(CLOSED);
    }
    for (const at of [0, 31, 32, 44, sealedVersion.length - 1]) {
      const changed = sealedVersion.map((byte, i) => (i === at ? byte ^ 2 : byte));
      expect(await openVersion(ben, place, asReader, changed)).toEqual(CLOSED);
    }
    expect(await openVersion(ben, place, asReader, new Uint8Array(5))).toEqual(CLOSED);
  });

  it("K18 has a key of its own each time, and the lengths of its steps", async () => {
    const place = ids();
    const [first, second] = [await sealed(place), await sealed(place)];
    expect(first.sealedVersion).not.toEqual(second.sealedVersion);
    expect(first.sealedVersion).toHaveLength(32 + 28 + 3072);
    const mixed = { role: "reader", bytes: second.wrappedKey } as const;
    expect(await openVersion(ben, place, mixed, first.sealedVersion)).toEqual(CLOSED);
  });

  it("K18 is not sealed to an unsound key", async () => {
    const reader = { person: ben.person, boxKey: new Uint8Array(32) };
    expect(await sealVersion(ada, ids(), reader, content)).toEqual({
      ok: false,
      refusal: { code: "unsound-key" },
    });
  });
});

describe("the key of an own piece", () => {
  it("K7 opens for its writer alone, for its own piece", async () => {
    const piece = newId<PieceId>();
    const sealed = await ada.wrapPieceKey(piece, random(32));
    expect((await ada.unwrapPieceKey(piece, sealed)).ok).toBe(true);
    expect(await ada.unwrapPieceKey(newId<PieceId>(), sealed)).toEqual(CLOSED);
    expect(await ben.unwrapPieceKey(piece, sealed)).toEqual(CLOSED);
    const version = newId<VersionId>();
    expect(await ada.unwrapVersionKey(version, sealed)).toEqual(CLOSED);
  });
});

describe("the signed words of a line", () => {
  const piece = newId<PieceId>();
  const line = newId<LineId>();
  const raw = random(32);

  it("K23 have one hash for both, however the words were typed", async () => {
    const hers = lineWordsOf(piece, await secretFrom(raw.slice()));
    const his = lineWordsOf(piece, await secretFrom(raw.slice()));
    const { hash, sealedWording } = await hers.prepare(line, "Wednesdays, message first");
    const typed = await his.prepare(line, "  Wednesdays,  message\tfirst ");
    expect(typed.hash).toEqual(hash);
    const composed = await his.prepare(line, "caf\u00e9");
    expect((await hers.prepare(line, "cafe\u0301")).hash).toEqual(composed.hash);
    expect(await his.open(line, hash, sealedWording)).toEqual({
      ok: true,
      value: "Wednesdays, message first",
    });
  });

  it("K23 have another hash in another line, piece or agreement", async () => {
    const words = "Wednesdays";
    const key = async () => secretFrom(raw.slice());
    const { hash } = await lineWordsOf(piece, await key()).prepare(line, words);
    const others = [
      await lineWordsOf(piece, await key()).prepare(newId<LineId>(), words),
      await lineWordsOf(newId<PieceId>(), await key()).prepare(line, words),
      await lineWordsOf(piece, await secretFrom(random(32))).prepare(line, words),
      await lineWordsOf(piece, await key()).prepare(line, "wednesdays"),
    ];
    for (const other of others) expect(other.hash).not.toEqual(hash);
  });

  it("K23 open only for the hash that was signed, on their own line", async () => {
    const words = lineWordsOf(piece, await secretFrom(raw.slice()));
    const signed = await words.prepare(line, "Wednesdays");
    const other = await words.prepare(line, "Thursdays");
    expect(await words.open(line, signed.hash, other.sealedWording)).toEqual(CLOSED);
    expect(await words.open(newId<LineId>(), signed.hash, signed.sealedWording)).toEqual(CLOSED);
    const changed = signed.sealedWording.map((byte, i) => (i === 50 ? byte ^ 1 : byte));
    expect(await words.open(line, signed.hash, changed)).toEqual(CLOSED);
    expect(signed.sealedWording).toHaveLength(other.sealedWording.length);
  });
});
