import { ed25519, x25519 } from "@noble/curves/ed25519.js";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Keyring } from "../keyring/keyring.ts";
import { random, somebody } from "#tests/support/keys.ts";
import { wrapTo } from "./hpke.ts";
import { isSoundBoxKey, isSoundSigningKey, verify } from "./signatures.ts";

const hex = (text: string) => new Uint8Array(Buffer.from(text, "hex"));

/** All encodings of points of small order, RFC 7748 section 7 and cr.yp.to/ecdh.html. */
const SMALL_BOX_KEYS = [
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
  "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
].map(hex);

const SMALL_SIGNING_KEYS = [
  "0100000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "0000000000000000000000000000000000000000000000000000000000000080",
  "0000000000000000000000000000000000000000000000000000000000000000",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
  // not canonical
  "0100000000000000000000000000000000000000000000000000000000000080",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
].map(hex);

let ada: Keyring;
let ben: Keyring;
beforeAll(async () => {
  [ada, ben] = [await somebody(), await somebody()];
});

describe("a signature", () => {
  it("K22 holds for exactly its words and its signer", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (words, where, change) => {
          const signature = await ada.sign(words);
          const altered = (bytes: Uint8Array) =>
            bytes.map((byte, i) => (i === where % bytes.length ? byte ^ change : byte));
          expect(verify(ada.signingKey, words, signature)).toBe(true);
          expect(verify(ada.signingKey, altered(words), signature)).toBe(false);
          expect(verify(ada.signingKey, words, altered(signature))).toBe(false);
          expect(verify(ben.signingKey, words, signature)).toBe(false);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("K22 is what any Ed25519 makes of the same key", async () => {
    const words = random(50);
    expect(ed25519.verify(await ada.sign(words), words, ada.signingKey)).toBe(true);
  });

  it("K22 never holds under a key of small order, for which one would hold for every word", () => {
    const forged = new Uint8Array(64);
    forged[0] = 1;
    expect(ed25519.verify(forged, random(9), SMALL_SIGNING_KEYS[0] ?? forged)).toBe(true);
    for (const key of SMALL_SIGNING_KEYS) {
      expect(isSoundSigningKey(key)).toBe(false);
      expect(verify(key, random(9), forged)).toBe(false);
    }
  });

  it("K22 never holds under a key outside of the prime-order group", () => {
    const small = ed25519.Point.fromBytes(
      hex(Buffer.from(SMALL_SIGNING_KEYS[4] ?? []).toString("hex")),
    );
    const mixed = ed25519.Point.fromBytes(ada.signingKey).add(small).toBytes();
    expect(isSoundSigningKey(mixed)).toBe(false);
    expect(isSoundSigningKey(ada.signingKey)).toBe(true);
  });

  it("K22 is refused, not thrown about, when it is no signature", () => {
    expect(verify(ada.signingKey, random(3), random(63))).toBe(false);
    expect(verify(random(31), random(3), random(64))).toBe(false);
    expect(isSoundSigningKey(random(0))).toBe(false);
  });
});

describe("a key to wrap to", () => {
  it("K22 is refused if it is of small order", async () => {
    for (const key of SMALL_BOX_KEYS) {
      expect(isSoundBoxKey(key)).toBe(false);
      expect(await wrapTo(key, random(32), random(5))).toEqual({
        ok: false,
        refusal: { code: "unsound-key" },
      });
    }
    expect(isSoundBoxKey(x25519.getPublicKey(random(32)))).toBe(true);
    expect(isSoundBoxKey(random(31))).toBe(false);
  });
});

describe("what is wrapped to a person", () => {
  it("K18 opens for that person, for that use, unchanged", async () => {
    const [content, info] = [random(32), random(20)];
    const wrapped = await wrapTo(ada.boxKey, content, info);
    if (!wrapped.ok) throw new Error(wrapped.refusal.code);
    const refused = { ok: false, refusal: { code: "cannot-open" } };
    expect(await ada.openFrom(wrapped.value, info)).toEqual({ ok: true, value: content });
    expect(await ben.openFrom(wrapped.value, info)).toEqual(refused);
    expect(await ada.openFrom(wrapped.value, random(20))).toEqual(refused);
    for (let at = 0; at < wrapped.value.length; at += 3) {
      const changed = wrapped.value.map((byte, i) => (i === at ? byte ^ 64 : byte));
      expect(await ada.openFrom(changed, info)).toEqual(refused);
    }
    expect(await ada.openFrom(new Uint8Array(0), info)).toEqual(refused);
  });
});
