import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { toBase64Url, type Bytes } from "../bytes.ts";
import { decoded } from "../encoded.ts";
import { idOf, type LineId, type PersonId, type PieceId, type RoomId } from "../ids.ts";
import type { RoundId, VersionId } from "../ids.ts";
import type { ChainView } from "../statement-view.ts";
import {
  checkStatement,
  isLoose,
  LOOSE,
  MAX_TAKEN_UP,
  nextLink,
  NO_HEAD,
  readStatementHead,
  recordOf,
  statementsFor,
  writeStatement,
  type Act,
  type StatementParts,
} from "./record.ts";

const sha256 = (bytes: Uint8Array): Bytes =>
  new Uint8Array(createHash("sha256").update(bytes).digest());
const id = <T extends string>(n: number) => idOf<T>(new Uint8Array(16).fill(n));
const encodedOf = (n: number, length = 32) => toBase64Url(new Uint8Array(length).fill(n));

const room = id<RoomId>(1);
const person = id<PersonId>(2);
const piece = id<PieceId>(3);
const version = id<VersionId>(4);
const line = id<LineId>(5);
const round = id<RoundId>(6);
const chain: ChainView = { n: 4, head: encodedOf(9), takeUp: [encodedOf(8)] };
/** Monday 3 November 2025, noon. */
const now = Date.UTC(2025, 10, 3, 12);
const day = "2025-11-03";

const ACTS: readonly Act[] = [
  {
    kind: "offer",
    version,
    envelope: encodedOf(1, 284),
    sealedVersion: encodedOf(2, 1024),
    wrappedKey: encodedOf(3, 80),
    ownerKey: encodedOf(4, 60),
  },
  { kind: "take-back", version },
  { kind: "tell-opened", version },
  { kind: "tell-no", version },
  { kind: "tell-no" },
  { kind: "answer", version, answer: encodedOf(5, 284) },
  { kind: "propose", envelope: encodedOf(1, 284), sealedKey: encodedOf(2, 60) },
  { kind: "withdraw" },
  { kind: "accept", proposal: encodedOf(6) },
  { kind: "sign-line", line, hash: encodedOf(7), sealedWording: encodedOf(8, 284) },
  { kind: "take-signature-back", line, hash: encodedOf(7) },
  { kind: "close" },
  { kind: "ask-reopen", sealedKey: encodedOf(2, 60) },
  { kind: "reopen", asked: encodedOf(6) },
  { kind: "begin-pair", envelope: encodedOf(1, 284) },
  {
    kind: "put-in",
    version,
    sealedVersion: encodedOf(2, 1024),
    wrappedKey: encodedOf(3, 80),
    ownerKey: encodedOf(4, 60),
  },
  { kind: "ask-round", round, lines: 6, opensAt: 1_762_200_000_000 },
  { kind: "drop-round", round },
  { kind: "begin-round", round, asked: encodedOf(6) },
];

const linkOf = (act: Act) => (isLoose(act.kind) ? LOOSE : nextLink(chain));
const partsOf = (act: Act): StatementParts => ({
  room,
  person,
  piece,
  link: linkOf(act),
  day,
  act,
});
const write = (parts: StatementParts) => writeStatement(parts, sha256);
const check = (body: Uint8Array, act: Act, at = now) =>
  checkStatement(body, act, { room, person, piece, chain, now: at }, sha256);
const code = (result: ReturnType<typeof check>) => (result.ok ? "ok" : result.refusal.code);

describe("a statement", () => {
  it("S1 has one body for one act, and no two acts share it", () => {
    const bodies = ACTS.map((act) => toBase64Url(write(partsOf(act))));
    expect(new Set(bodies).size).toBe(ACTS.length);
    expect(ACTS.map((act) => toBase64Url(write(partsOf(act))))).toEqual(bodies);
  });

  it("S1 is written as it always was", () => {
    const digests = ACTS.map((act) => [
      act.kind,
      Buffer.from(sha256(write(partsOf(act))))
        .toString("hex")
        .slice(0, 16),
    ]);
    expect(digests).toMatchInlineSnapshot(`
      [
        [
          "offer",
          "46729af0d6d60ca8",
        ],
        [
          "take-back",
          "82145b2d8c9f97ea",
        ],
        [
          "tell-opened",
          "4555e914e05db26b",
        ],
        [
          "tell-no",
          "427640dc2481ee46",
        ],
        [
          "tell-no",
          "75c92e41344db15a",
        ],
        [
          "answer",
          "10e5c206a1326df7",
        ],
        [
          "propose",
          "4fbdd148f6eed7fe",
        ],
        [
          "withdraw",
          "3f6787c94c40e999",
        ],
        [
          "accept",
          "91c49ee8669299c8",
        ],
        [
          "sign-line",
          "f5b3199cc0b772a4",
        ],
        [
          "take-signature-back",
          "0f0c3ac6471bac7a",
        ],
        [
          "close",
          "f57253b154bc31f3",
        ],
        [
          "ask-reopen",
          "a22d681bc6215ef5",
        ],
        [
          "reopen",
          "686e644dd0a875c2",
        ],
        [
          "begin-pair",
          "4b779a7530220aa7",
        ],
        [
          "put-in",
          "8bd4a69756849b3c",
        ],
        [
          "ask-round",
          "73913fc6f891471d",
        ],
        [
          "drop-round",
          "43c51967d3b9eeac",
        ],
        [
          "begin-round",
          "e311c716996a372d",
        ],
      ]
    `);
  });

  it.each(ACTS)("S2 is accepted for exactly its act, room, person and piece: $kind", (act) => {
    const body = write(partsOf(act));
    expect(code(check(body, act))).toBe("ok");
    for (const other of ACTS) {
      if (other !== act) expect(code(check(body, other))).toBe("bad-statement");
    }
    const elsewhere: readonly Partial<StatementParts>[] = [
      { room: id<RoomId>(71) },
      { person: id<PersonId>(72) },
      { piece: id<PieceId>(73) },
    ];
    for (const change of elsewhere) {
      expect(code(check(write({ ...partsOf(act), ...change }), act))).toBe("bad-statement");
    }
  });

  it.each(ACTS)("S2 says everything that the act fixes: $kind", (act) => {
    const body = write(partsOf(act));
    const free = new Set(["kind", "wrappedKey", "ownerKey", "sealedWording"]);
    for (const [field, value] of Object.entries(act)) {
      if (free.has(field)) continue;
      if (typeof value === "number") {
        expect(code(check(body, { ...act, [field]: value + 1 })), field).toBe("bad-statement");
        continue;
      }
      const bytes = decoded(value);
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      expect(code(check(body, { ...act, [field]: toBase64Url(bytes) })), field).toBe(
        "bad-statement",
      );
    }
  });

  it("S2 is refused when anything is left out or added", () => {
    const act: Act = { kind: "accept", proposal: encodedOf(6) };
    const body = write(partsOf(act));
    expect(code(check(body.subarray(0, -1), act))).toBe("bad-statement");
    expect(code(check(Uint8Array.from([...body, 0]), act))).toBe("bad-statement");
    expect(code(check(new Uint8Array(0), act))).toBe("bad-statement");
    expect(readStatementHead(new Uint8Array(4096))).toBeNull();
  });

  it("S3 carries its signer's day, within a day of the server's", () => {
    const act: Act = { kind: "close" };
    const on = (its: string) => code(check(write({ ...partsOf(act), day: its }), act));
    expect(["2025-11-02", "2025-11-03", "2025-11-04"].map(on)).toEqual(["ok", "ok", "ok"]);
    expect(["2025-11-01", "2025-11-05", "2024-11-03"].map(on)).toEqual(
      Array(3).fill("bad-statement"),
    );
    expect(() => write({ ...partsOf(act), day: "3 Nov 2025" })).toThrow("not a day");
  });

  it("S3 is refused for a day that no calendar has", () => {
    const act: Act = { kind: "close" };
    const body = write({ ...partsOf(act), day: "2025-02-31" });
    expect(code(check(body, act, Date.UTC(2025, 2, 3, 12)))).toBe("bad-statement");
  });

  it("S4 that is chained follows the one before, by number and by hash", () => {
    const act: Act = { kind: "close" };
    const link = nextLink(chain);
    const linked = (change: object) =>
      code(check(write({ ...partsOf(act), link: { ...link, ...change } }), act));
    expect(linked({})).toBe("ok");
    expect(linked({ n: link.n + 1 })).toBe("chain-moved");
    expect(linked({ n: link.n - 1 })).toBe("chain-moved");
    expect(linked({ previous: new Uint8Array(32) })).toBe("chain-moved");
    expect(linked({ takeUp: [] })).toBe("chain-moved");
    expect(linked({ takeUp: [...link.takeUp, ...link.takeUp] })).toBe("chain-moved");
    expect(code(check(write({ ...partsOf(act), link: LOOSE }), act))).toBe("chain-moved");
  });

  it("S4 begins a chain at number one, after zeros", () => {
    const link = nextLink({ n: 0, head: NO_HEAD, takeUp: [] });
    expect(link).toEqual({ n: 1, previous: new Uint8Array(32), takeUp: [] });
  });

  it("S5 that the other may never come to see has no number", () => {
    expect(ACTS.filter(({ kind }) => isLoose(kind)).map(({ kind }) => kind)).toEqual([
      "offer",
      "take-back",
      "propose",
      "withdraw",
      "put-in",
    ]);
    const act: Act = { kind: "take-back", version };
    expect(code(check(write(partsOf(act)), act))).toBe("ok");
    const chained = write({ ...partsOf(act), link: nextLink(chain) });
    expect(code(check(chained, act))).toBe("bad-statement");
  });

  it("S5 can take up as many loose ones as its size allows", () => {
    const takeUp = Array.from({ length: MAX_TAKEN_UP }, (_, n) => new Uint8Array(32).fill(n));
    const act: Act = { kind: "close" };
    const body = write({ ...partsOf(act), link: { ...nextLink(chain), takeUp } });
    expect(body.length).toBeLessThan(4096);
    expect(readStatementHead(body)?.link.takeUp).toEqual(takeUp);
  });

  it("S6 goes with every act that both may see, and with no other", () => {
    const statement = { body: "b", signature: "s" };
    expect(statementsFor({ kind: "open", version })).toEqual([]);
    expect(statementsFor({ kind: "not-now", version })).toEqual([]);
    expect(statementsFor({ kind: "no", version })).toEqual([]);
    expect(statementsFor({ kind: "no", version, tell: statement })).toEqual([
      { act: { kind: "tell-no", version }, statement },
    ]);
    expect(statementsFor({ kind: "close", statement })).toEqual([
      { act: { kind: "close" }, statement },
    ]);
  });

  it("S6 of a taking back is one for each version, and says nothing of the others", () => {
    const statement = { body: "b", signature: "s" };
    const earlier = { version: id<VersionId>(7), statement: { body: "c", signature: "t" } };
    const command = { kind: "take-back", version, statement, before: [earlier] } as const;
    expect(statementsFor({ ...command, before: [earlier] })).toEqual([
      { act: { kind: "take-back", version }, statement },
      { act: { kind: "take-back", version: earlier.version }, statement: earlier.statement },
    ]);
  });

  it("S6 of an offer that waits is that of an offer, on the day of then", () => {
    const statement = { body: "b", signature: "s" };
    const [act] = ACTS;
    if (act?.kind !== "offer") throw new Error("an offer");
    const notBefore = now + 3 * 24 * 60 * 60 * 1000;
    expect(statementsFor({ ...act, kind: "wait", notBefore, statement })).toEqual([
      { act, statement, from: notBefore },
    ]);
    const later = write({ ...partsOf(act), day: "2025-11-06" });
    expect(code(check(later, act))).toBe("bad-statement");
    expect(code(check(later, act, notBefore))).toBe("ok");
  });

  it("S6 stands in the record with its day, its number and what it took up", () => {
    const body = toBase64Url(write(partsOf({ kind: "close" })));
    const statement = { hash: "h", body, signature: "s" };
    expect(recordOf(statement)).toEqual({ on: day, n: 5, takeUp: [encodedOf(8)], statement });
    expect(() => recordOf({ ...statement, body: "AAAA" })).toThrow("not a statement");
  });
});
