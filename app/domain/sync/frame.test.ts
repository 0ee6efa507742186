import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Bytes } from "../bytes.ts";
import { idOf, type PersonId, type StreamId } from "../ids.ts";
import type { Result } from "../result.ts";
import {
  CLOSE,
  decodeClientFrame,
  decodeServerFrame,
  encodeClientFrame,
  encodeServerFrame,
  HASH_BYTES,
  MAX_CHECKPOINT_BYTES,
  MAX_SEALED_BYTES,
  NO_PREVIOUS,
  type ClientFrame,
  type Entry,
  type ServerFrame,
} from "./frame.ts";

const bytes = (minLength: number, maxLength: number): fc.Arbitrary<Bytes> =>
  fc.uint8Array({ minLength, maxLength }).map((array) => new Uint8Array(array));
const id = <T extends string>() => bytes(16, 16).map((random) => idOf<T>(random));
const stream = id<StreamId>();
const person = id<PersonId>();
const hash = bytes(HASH_BYTES, HASH_BYTES);
const sealed = bytes(1, 300);
const uint = fc.maxSafeNat();
const positive = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

const clientFrame: fc.Arbitrary<ClientFrame> = fc.oneof(
  fc.record({ type: fc.constant("hello" as const), cursor: uint }),
  fc.record({
    type: fc.constant("announce" as const),
    stream,
    epoch: uint,
    clientId: uint,
    previous: hash,
  }),
  fc.record({ type: fc.constant("push" as const), sn: positive, counter: positive, sealed }),
  fc.record({ type: fc.constant("aware" as const), sealed }),
  fc.record({ type: fc.constant("checkpoint" as const), upto: positive, sealed }),
);

const PREVIOUS = 1_000;
const LAST = 2_000;
const entry: fc.Arbitrary<Entry> = fc.oneof(
  fc.record({
    type: fc.constant("stream" as const),
    sn: positive,
    stream,
    person,
    epoch: uint,
    clientId: uint,
  }),
  fc.record({
    type: fc.constant("frame" as const),
    seq: fc.integer({ min: PREVIOUS + 1, max: LAST }),
    sn: positive,
    counter: positive,
    sealed,
  }),
  fc.record({
    type: fc.constant("ack" as const),
    sn: positive,
    counter: positive,
    count: positive,
    seq: positive,
  }),
  fc.record({ type: fc.constant("checkpoint" as const), person, upto: positive, sealed }),
);

const serverFrame: fc.Arbitrary<ServerFrame> = fc.oneof(
  fc.record({
    type: fc.constant("updates" as const),
    previous: fc.constant(PREVIOUS),
    last: fc.constant(LAST),
    entries: fc.array(entry, { maxLength: 8 }),
  }),
  fc.record({ type: fc.constant("synced" as const), head: uint }),
  fc.record({ type: fc.constant("refused" as const), sn: positive, counter: positive }),
  fc.record({ type: fc.constant("gap" as const), sn: positive, next: positive }),
  fc.record({ type: fc.constant("taken" as const), stream, clientId: uint }),
  fc.record({ type: fc.constant("aware" as const), connection: uint, sealed }),
  fc.record({ type: fc.constant("gone" as const), connection: uint }),
  fc.record({ type: fc.constant("want" as const) }),
  fc.record({ type: fc.constant("pong" as const) }),
);

type Frame = ClientFrame | ServerFrame;
type Codec = {
  readonly written: fc.Arbitrary<Frame>;
  readonly encode: (frame: Frame) => Bytes;
  readonly decode: (bytes: Bytes) => Result<Frame>;
};

const both: readonly (readonly [string, Codec])[] = [
  [
    "client",
    {
      written: clientFrame,
      encode: (frame) => encodeClientFrame(frame as ClientFrame),
      decode: decodeClientFrame,
    },
  ],
  [
    "server",
    {
      written: serverFrame,
      encode: (frame) => encodeServerFrame(frame as ServerFrame),
      decode: decodeServerFrame,
    },
  ],
];

describe.each(both)("%s frames", (_name, { written, encode, decode }) => {
  it("F1 a frame that was encoded decodes to itself", () => {
    fc.assert(
      fc.property(written, (frame) => {
        expect(decode(encode(frame))).toEqual({ ok: true, value: frame });
      }),
    );
  });

  it("F1 bytes that decode are the only bytes of their frame", () => {
    fc.assert(
      fc.property(written, fc.nat(), fc.nat({ max: 255 }), (frame, at, value) => {
        const changed = encode(frame);
        changed[at % changed.length] = value;
        const decoded = decode(changed);
        if (decoded.ok) {
          expect(encode(decoded.value)).toEqual(changed);
        }
      }),
    );
  });

  it("F2 arbitrary bytes are refused with a code and never throw", () => {
    fc.assert(
      fc.property(bytes(0, 64), fc.nat({ max: 9 }), fc.boolean(), (noise, type, dressed) => {
        const decoded = decode(dressed ? new Uint8Array([1, type, ...noise]) : noise);
        if (decoded.ok) return;
        expect(["malformed", "unknown-version", "unknown-type", "too-large"]).toContain(
          decoded.refusal.code,
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it("F2 a frame that was cut short or runs on is refused, unless what follows is sealed", () => {
    fc.assert(
      fc.property(written, (frame) => {
        if ("sealed" in frame || frame.type === "updates") return;
        const whole = encode(frame);
        expect(decode(whole.subarray(0, -1)).ok).toBe(false);
        expect(decode(new Uint8Array([...whole, 0]))).toEqual({
          ok: false,
          refusal: { code: "malformed" },
        });
      }),
    );
  });

  it("F2 another version and an unknown type have their own codes", () => {
    expect(decode(new Uint8Array([2, 0, 0]))).toEqual({
      ok: false,
      refusal: { code: "unknown-version" },
    });
    expect(decode(new Uint8Array([1, 99]))).toEqual({
      ok: false,
      refusal: { code: "unknown-type" },
    });
  });
});

describe("limits", () => {
  const push = (length: number) =>
    encodeClientFrame({ type: "push", sn: 1, counter: 1, sealed: new Uint8Array(length) });

  it("F3 a push of 256 KiB passes and one byte more is too large", () => {
    expect(decodeClientFrame(push(MAX_SEALED_BYTES)).ok).toBe(true);
    expect(decodeClientFrame(push(MAX_SEALED_BYTES + 1))).toEqual({
      ok: false,
      refusal: { code: "too-large" },
    });
  });

  it("F3 a checkpoint of 4 MiB passes and one byte more is too large", () => {
    const checkpoint = (length: number) =>
      decodeClientFrame(
        encodeClientFrame({ type: "checkpoint", upto: 1, sealed: new Uint8Array(length) }),
      );
    expect(checkpoint(MAX_CHECKPOINT_BYTES).ok).toBe(true);
    expect(checkpoint(MAX_CHECKPOINT_BYTES + 1)).toEqual({
      ok: false,
      refusal: { code: "too-large" },
    });
  });

  it("F2 nothing sealed, a number 0 where counting begins at 1, and a row outside its range are malformed", () => {
    expect(decodeClientFrame(push(0)).ok).toBe(false);
    expect(decodeClientFrame(new Uint8Array([1, 2, 0, 1, 7])).ok).toBe(false);
    expect(decodeClientFrame(new Uint8Array([1, 2, 1, 0, 7])).ok).toBe(false);
    expect(decodeServerFrame(new Uint8Array([1, 0, 5, 4])).ok).toBe(false);
    const outside: Entry = {
      type: "frame",
      seq: 9,
      sn: 1,
      counter: 1,
      sealed: new Uint8Array([1]),
    };
    expect(
      decodeServerFrame(
        encodeServerFrame({ type: "updates", previous: 3, last: 8, entries: [outside] }),
      ).ok,
    ).toBe(false);
  });
});

describe("fixed bytes", () => {
  it("F1 the bytes of version 1 stay what they are", () => {
    const id = idOf<StreamId>(new Uint8Array(16).fill(7));
    const sealed = new Uint8Array([9, 9]);
    const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
    expect(hex(encodeClientFrame({ type: "hello", cursor: 300 }))).toBe("0100ac02");
    expect(
      hex(
        encodeClientFrame({
          type: "announce",
          stream: id,
          epoch: 1,
          clientId: 2,
          previous: NO_PREVIOUS,
        }),
      ),
    ).toBe(`0101${"07".repeat(16)}0102${"00".repeat(16)}`);
    expect(hex(encodeClientFrame({ type: "push", sn: 1, counter: 2, sealed }))).toBe(
      "010201020909",
    );
    expect(
      hex(
        encodeServerFrame({
          type: "updates",
          previous: 3,
          last: 6,
          entries: [
            { type: "frame", seq: 5, sn: 1, counter: 4, sealed },
            { type: "ack", sn: 2, counter: 7, count: 1, seq: 6 },
          ],
        }),
      ),
    ).toBe("01000306010201040209090202070106");
  });

  it("F4 each reason has a closing code of its own", () => {
    const codes = Object.values(CLOSE);
    expect(new Set(codes).size).toBe(codes.length);
    expect(CLOSE).toEqual({
      fault: 1011,
      restart: 1012,
      badFrame: 4400,
      notSignedIn: 4401,
      notHere: 4404,
      closed: 4409,
      elsewhere: 4410,
      tooLarge: 4413,
      paused: 4423,
      tooSlow: 4429,
    });
  });
});
