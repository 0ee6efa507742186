import { describe, expect, it } from "vitest";
import { toBase64Url } from "../bytes.ts";
import { idOf } from "../ids.ts";
import { gateRequest, SEALED_NOTE_BYTES } from "./commands.ts";

const bytes = (length: number) => toBase64Url(new Uint8Array(length));
const id = (n: number) => idOf(new Uint8Array(16).fill(n));
const statement = { body: bytes(100), signature: bytes(64) };
const request = (command: object) => ({ room: id(1), piece: id(2), command });
const isRead = (value: unknown) => gateRequest.safeParse(value).success;

const offer = (sizes: { envelope?: number; key?: number }) =>
  request({
    kind: "offer",
    version: id(3),
    envelope: bytes(sizes.envelope ?? SEALED_NOTE_BYTES),
    sealedVersion: bytes(1084),
    wrappedKey: bytes(sizes.key ?? 80),
    ownerKey: bytes(60),
    statement,
  });
const answer = (size: number) =>
  request({ kind: "answer", version: id(3), answer: bytes(size), statement });
const propose = (size: number) =>
  request({ kind: "propose", envelope: bytes(size), sealedKey: bytes(60), statement });

describe("requests at the gate", () => {
  it("E2 hold envelopes and answers of one size, and of no other", () => {
    for (const size of [0, SEALED_NOTE_BYTES - 1, SEALED_NOTE_BYTES + 1]) {
      expect(isRead(offer({ envelope: size }))).toBe(false);
      expect(isRead(answer(size))).toBe(false);
      expect(isRead(propose(size))).toBe(false);
    }
    expect(isRead(offer({}))).toBe(true);
    expect(isRead(answer(SEALED_NOTE_BYTES))).toBe(true);
    expect(isRead(propose(SEALED_NOTE_BYTES))).toBe(true);
  });

  it("S6 are not read without the statement that belongs to them", () => {
    expect(isRead(request({ kind: "close" }))).toBe(false);
    expect(isRead(request({ kind: "close", statement }))).toBe(true);
    expect(isRead(request({ kind: "close", statement: { ...statement, signature: "" } }))).toBe(
      false,
    );
  });

  it("are about a piece, or about the room", () => {
    expect(isRead({ room: id(1), command: { kind: "pause", minutes: 20 } })).toBe(true);
    expect(isRead({ room: id(1), command: { kind: "pause", minutes: null } })).toBe(true);
    expect(isRead({ room: id(1), command: { kind: "pause", minutes: 0 } })).toBe(false);
    expect(isRead({ room: id(1), command: { kind: "close", statement } })).toBe(false);
    expect(isRead(request({ kind: "pause", minutes: 20 }))).toBe(false);
    expect(isRead(offer({ key: 10_000 }))).toBe(false);
  });
});
