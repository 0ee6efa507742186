import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { NO_FRAME } from "#domain/crypto/frame-format.ts";
import { FRAME_STEP, pad, unpad } from "#domain/crypto/padding.ts";
import type { PieceId, StreamId } from "#domain/ids.ts";
import type { Secret } from "#domain/crypto/port.ts";
import { newId, random } from "#tests/support/keys.ts";
import { CannotOpen, createFrameCipher } from "./frame-cipher.ts";
import { secretFrom } from "./secret.ts";

const piece = newId<PieceId>();
const stream = newId<StreamId>();
const place = { epoch: 1, stream, counter: 7, previous: random(16) };
let keys: Map<number, Secret>;

beforeAll(async () => {
  const key = await secretFrom(random(32));
  keys = new Map([
    [1, key],
    [2, key], // the same on purpose: the epoch alone must tell the two apart
  ]);
});

const bytes = (atMost: number) =>
  fc.uint8Array({ maxLength: atMost }).map((a) => new Uint8Array(a));

describe("a frame", () => {
  it("K16 opens where it was sealed", async () => {
    const cipher = createFrameCipher(piece, keys);
    await fc.assert(
      fc.asyncProperty(bytes(500), async (update) => {
        const sealed = await cipher.seal(place, update);
        expect(await cipher.open(place, sealed)).toEqual(update);
        expect((sealed.length - 28) % FRAME_STEP).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  it("K16 opens nowhere else", async () => {
    const cipher = createFrameCipher(piece, keys);
    const sealed = await cipher.seal(place, random(100));
    const elsewhere = [
      { ...place, epoch: 2 },
      { ...place, stream: newId<StreamId>() },
      { ...place, counter: 8 },
      { ...place, previous: NO_FRAME },
    ];
    for (const other of elsewhere)
      await expect(cipher.open(other, sealed)).rejects.toThrow(CannotOpen);
    const otherPiece = createFrameCipher(newId<PieceId>(), keys);
    await expect(otherPiece.open(place, sealed)).rejects.toThrow(CannotOpen);
    const otherKey = createFrameCipher(piece, new Map([[1, await secretFrom(random(32))]]));
    await expect(otherKey.open(place, sealed)).rejects.toThrow(CannotOpen);
  });

  it("K16 does not open once a byte of it is another, missing or too many", async () => {
    const cipher = createFrameCipher(piece, keys);
    const sealed = await cipher.seal(place, random(40));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sealed.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const changed = sealed.map((byte, i) => (i === at ? byte ^ change : byte));
          await expect(cipher.open(place, changed)).rejects.toThrow(CannotOpen);
          await expect(cipher.open(place, sealed.slice(0, at))).rejects.toThrow(CannotOpen);
        },
      ),
      { numRuns: 60 },
    );
    await expect(cipher.open(place, new Uint8Array([...sealed, 0]))).rejects.toThrow(CannotOpen);
  });

  it("K16 cannot be sealed or opened in an epoch whose key is not there", async () => {
    const cipher = createFrameCipher(piece, keys);
    await expect(cipher.seal({ ...place, epoch: 3 }, random(1))).rejects.toThrow(CannotOpen);
    await expect(cipher.openAwareness(3, random(92))).rejects.toThrow(CannotOpen);
  });

  it("K16 is not mistaken for awareness, which opens in its own piece and epoch", async () => {
    const cipher = createFrameCipher(piece, keys);
    const sealed = await cipher.sealAwareness(1, random(30));
    expect(await cipher.openAwareness(1, sealed)).toHaveLength(30);
    await expect(cipher.openAwareness(2, sealed)).rejects.toThrow(CannotOpen);
    await expect(cipher.open(place, sealed)).rejects.toThrow(CannotOpen);
    const other = createFrameCipher(newId<PieceId>(), keys);
    await expect(other.openAwareness(1, sealed)).rejects.toThrow(CannotOpen);
  });
});

describe("padding", () => {
  it("K17 gives back what it was given, in steps", () => {
    fc.assert(
      fc.property(bytes(300), fc.constantFrom(64, 256, 1024), (content, step) => {
        const padded = pad(content, step);
        expect(padded.length % step).toBe(0);
        expect(padded.length - content.length).toBeLessThan(step + 3);
        expect(unpad(padded, step)).toEqual(content);
      }),
    );
  });

  it("K17 refuses what it would not have written", () => {
    fc.assert(
      fc.property(bytes(256), (any) => {
        const content = unpad(any, 64);
        if (content) expect(pad(content, 64)).toEqual(any);
      }),
    );
    expect(unpad(new Uint8Array(0), 64)).toBeNull();
    expect(unpad(new Uint8Array(128), 64)).toBeNull();
    expect(unpad(new Uint8Array(64).fill(1), 64)).toBeNull();
  });
});
