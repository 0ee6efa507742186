import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { GateRequest } from "#domain/consent/commands.ts";
import type { PersonId, PieceId, RoomId, VersionId } from "#domain/ids.ts";
import { ok } from "#domain/result.ts";
import type { Consent } from "#domain/rooms.ts";
import { newId, some } from "#tests/support/some.ts";
import { createRequestLimits, USUAL_REQUESTS, withinLimits } from "./request-limits.ts";

const MINUTE = 60_000;
const ada = newId<PersonId>();
const ben = newId<PersonId>();
const room = newId<RoomId>();
const piece = newId<PieceId>();

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const limits = () => createRequestLimits(USUAL_REQUESTS);
const seen: GateRequest = { room, command: { kind: "seen" } };
const pause: GateRequest = { room, command: { kind: "pause", minutes: null } };
const take: GateRequest = {
  room,
  piece,
  command: {
    kind: "take-back",
    version: newId<VersionId>(),
    statement: { body: some(40), signature: some(64) },
  },
};
const putIn = (bytes: number): GateRequest => ({
  room,
  piece,
  command: {
    kind: "put-in",
    version: newId<VersionId>(),
    sealedVersion: "x".repeat(bytes),
    wrappedKey: "",
    ownerKey: "",
    statement: { body: some(40), signature: some(64) },
  },
});

/** How often it can be done in one moment. */
async function howOften(may: () => Promise<boolean>, most = 2_000): Promise<number> {
  for (let n = 0; n < most; n++) if (!(await may())) return n;
  return most;
}

describe("requests", () => {
  it("L1 are refused when somebody asks too often, and taken again a minute later", async () => {
    const { mayAsk } = limits();
    expect(await howOften(() => mayAsk(ada))).toBe(USUAL_REQUESTS.requests);
    expect(await mayAsk(ben)).toBe(true);
    vi.advanceTimersByTime(MINUTE);
    expect(await mayAsk(ada)).toBe(true);
  });

  it("L1 of two people in a busy hour are never refused", async () => {
    const { mayAsk, mayAct } = limits();
    // Every three seconds each signs, answers or offers something: to each of these belong a look at the
    // chain, the act, and a look at the room on the three pages that each of the two has open.
    for (let second = 0; second < 60 * 60; second += 3) {
      for (const person of [ada, ben]) {
        expect(await mayAct(person, seen)).toBe(true);
        for (let n = 0; n < 2 + 3 * 2; n++) expect(await mayAsk(person)).toBe(true);
      }
      vi.advanceTimersByTime(3_000);
    }
  });
});

describe("acts", () => {
  it("L2 are counted by themselves, and removals apart from them", async () => {
    const { mayAsk, mayAct } = limits();
    await howOften(() => mayAsk(ada));
    expect(await howOften(() => mayAct(ada, seen))).toBe(USUAL_REQUESTS.acts);
    expect(await mayAct(ada, pause)).toBe(true);
    expect(await mayAct(ada, take)).toBe(true);
    expect(await mayAct(ben, seen)).toBe(true);
  });

  it("L2 that are too many never reach the gate", async () => {
    const run = vi.fn<Consent["run"]>(async () => ok(null));
    const gate = withinLimits({ run }, limits());
    for (let n = 0; n < USUAL_REQUESTS.acts; n++) await gate.run(ada, seen);
    expect(await gate.run(ada, seen)).toEqual({ ok: false, refusal: { code: "too-many" } });
    expect(run).toHaveBeenCalledTimes(USUAL_REQUESTS.acts);
    expect(await gate.run(ada, pause)).toEqual(ok(null));
  });

  it("L3 seal so much in a day", async () => {
    const { mayAct } = limits();
    const mib = 1024 * 1024;
    const most = USUAL_REQUESTS.sealedKiB / 1024;
    const sealing = async () => {
      vi.advanceTimersByTime(MINUTE);
      return mayAct(ada, putIn(mib));
    };
    expect(await howOften(sealing)).toBe(most);
    expect(await mayAct(ada, seen)).toBe(true);
    expect(await mayAct(ben, putIn(mib))).toBe(true);
    vi.advanceTimersByTime(24 * 60 * MINUTE);
    expect(await mayAct(ada, putIn(mib))).toBe(true);
  });
});
