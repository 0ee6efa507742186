import { ed25519 } from "@noble/curves/ed25519.js";
import { describe, expect, it } from "vitest";
import { toBase64Url } from "#domain/bytes.ts";
import type { PersonId, RoomId } from "#domain/ids.ts";
import { isSigned, sha256 } from "#server/statements.ts";
import { changeStatement, renewed } from "#tests/support/key-change.ts";
import { newId, random, some } from "#tests/support/some.ts";
import { keysAfter, keysFor, type FormerKey } from "./keys.ts";
import { LOOSE, NO_HEAD } from "./record.ts";

const [first, second, third] = ["first", "second", "third"] as const;
const before: readonly FormerKey[] = [
  { signingKey: first, upTo: 3, on: "2025-11-03" },
  { signingKey: second, upTo: 7, on: "2025-11-20" },
];
const keys = { signingKey: third, before };
const at = (n: number) => ({ link: { ...LOOSE, n }, day: "2025-12-01" });
const on = (day: string) => ({ link: LOOSE, day });

describe("the keys of a statement", () => {
  it("N8 are by its place those of then, up to the statement that names the next", () => {
    const by = [1, 2, 3, 4, 7, 8, 100].map((n) => keysFor(keys, at(n)));
    expect(by).toEqual([[first], [first], [first], [second], [second], [third], [third]]);
    expect(keysFor({ signingKey: third, before: [] }, at(1))).toEqual([third]);
  });

  it("N8 are, of a loose one, all that were theirs on its day, somewhere on Earth", () => {
    expect(keysFor(keys, on("2025-11-02"))).toEqual([first, second, third]);
    expect(keysFor(keys, on("2025-11-05"))).toEqual([first, second, third]);
    expect(keysFor(keys, on("2025-11-06"))).toEqual([second, third]);
    expect(keysFor(keys, on("2025-11-22"))).toEqual([second, third]);
    expect(keysFor(keys, on("2025-11-23"))).toEqual([third]);
  });

  it("N8 are those of now alone, of a loose one whose day is no date", () => {
    expect(keysFor(keys, on("2025-99-99"))).toEqual([third]);
  });
});

describe("a change of keys", () => {
  const room = newId<RoomId>();
  const checks = {
    sha256,
    verify: (key: Uint8Array, message: Uint8Array, signature: Uint8Array) =>
      isSigned(signature, message, key),
  };
  const old = renewed({ person: newId<PersonId>(), secretKey: random(32) });
  const next = renewed(old);
  const boxKey = some(32);
  const chain = { n: 4, head: some(32), takeUp: [some(32)] };
  const signer = { room, person: old.person, signingKey: toBase64Url(old.signingKey) };
  const statement = changeStatement(old, next, room, chain, boxKey, "2025-11-03");

  it("N2 names the new keys, by the old one and by the new one", () => {
    const after = keysAfter(statement, signer, checks);
    expect(after?.keys).toEqual({ signingKey: toBase64Url(next.signingKey), boxKey });
    expect(after?.head).toMatchObject({ day: "2025-11-03", link: { n: 5 } });
  });

  it("N2 counts in its own room, for its own person, from its own key, unaltered", () => {
    const stranger = renewed(old);
    for (const other of [
      { ...signer, room: newId<RoomId>() },
      { ...signer, person: newId<PersonId>() },
      { ...signer, signingKey: toBase64Url(stranger.signingKey) },
    ]) {
      expect(keysAfter(statement, other, checks)).toBeNull();
    }
    // Altered, and signed again by the old key, as only its thief could: the new one has not signed that.
    const body = Buffer.from(statement.body, "base64url");
    const named = new Set<string>();
    for (let place = 0; place < body.length; place += 7) {
      const altered = new Uint8Array(body);
      altered[place] = (altered[place] ?? 0) ^ 1;
      const signature = toBase64Url(ed25519.sign(altered, old.secretKey));
      const after = keysAfter({ body: toBase64Url(altered), signature }, signer, checks);
      if (after) named.add(after.keys.signingKey + after.keys.boxKey);
    }
    // The day, and what is taken up, are the old key's to say; which keys follow is not.
    expect([...named]).toEqual([toBase64Url(next.signingKey) + boxKey]);
    for (const text of ["", "!", "AAAA", NO_HEAD]) {
      expect(keysAfter({ ...statement, body: text }, signer, checks)).toBeNull();
      expect(keysAfter({ ...statement, signature: text }, signer, checks)).toBeNull();
    }
  });
});
