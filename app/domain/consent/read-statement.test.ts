import { describe, expect, it } from "vitest";
import { sha256 } from "#server/statements.ts";
import { newId, random, some } from "#tests/support/room-world.ts";
import { toBase64Url } from "../bytes.ts";
import { decoded } from "../encoded.ts";
import type { LineId, PersonId, PieceId, RoomId, RoundId, VersionId } from "../ids.ts";
import { readStatement, type Said } from "./read-statement.ts";
import { writeStatement, type Act, type StatementParts } from "./record.ts";

const version = newId<VersionId>();
const line = newId<LineId>();
const round = newId<RoundId>();
const [hash, envelope, key] = [some(32), some(284), some(60)];
const digest = (text: string) => toBase64Url(sha256(decoded(text)));
const sealed = { sealedVersion: some(1084), wrappedKey: some(80), ownerKey: key };
const sealedVersion = digest(sealed.sealedVersion);

/** Every act, and what can be read of it; `null` for all of it. */
const ACTS: readonly (readonly [Act, Said | null])[] = [
  [
    { kind: "offer", version, envelope, ...sealed },
    { kind: "offer", version, envelope: digest(envelope), sealedVersion },
  ],
  [
    { kind: "take-back", version },
    { kind: "take-back", version },
  ],
  [
    { kind: "tell-opened", version },
    { kind: "tell-opened", version },
  ],
  [
    { kind: "tell-no", version },
    { kind: "tell-no", version },
  ],
  [{ kind: "tell-no" }, { kind: "tell-no", version: null }],
  [
    { kind: "answer", version, answer: envelope },
    { kind: "answer", version, answer: digest(envelope) },
  ],
  [
    { kind: "propose", envelope, sealedKey: key },
    { kind: "propose", envelope: digest(envelope), sealedKey: digest(key) },
  ],
  [{ kind: "withdraw" }, { kind: "withdraw" }],
  [
    { kind: "accept", proposal: hash },
    { kind: "accept", proposal: hash },
  ],
  [
    { kind: "sign-line", line, hash, sealedWording: key },
    { kind: "sign-line", line, hash },
  ],
  [
    { kind: "take-signature-back", line, hash },
    { kind: "take-signature-back", line, hash },
  ],
  [{ kind: "close" }, { kind: "close" }],
  [
    { kind: "ask-reopen", sealedKey: key },
    { kind: "ask-reopen", sealedKey: digest(key) },
  ],
  [
    { kind: "reopen", asked: hash },
    { kind: "reopen", asked: hash },
  ],
  [
    { kind: "begin-pair", envelope },
    { kind: "begin-pair", envelope: digest(envelope) },
  ],
  [
    { kind: "put-in", version, ...sealed },
    { kind: "put-in", version, sealedVersion },
  ],
  [
    { kind: "ask-round", round, lines: 12, opensAt: 1_764_000_000_000 },
    { kind: "ask-round", round, lines: 12, opensAt: 1_764_000_000_000 },
  ],
  [
    { kind: "drop-round", round },
    { kind: "drop-round", round },
  ],
  [
    { kind: "begin-round", round, asked: hash },
    { kind: "begin-round", round, asked: hash },
  ],
  [{ kind: "change-keys", signingKey: hash, boxKey: digest(key), proof: some(64) }, null],
];

const parts = (act: Act): StatementParts => ({
  room: newId<RoomId>(),
  person: newId<PersonId>(),
  piece: newId<PieceId>(),
  link: { n: 7, previous: random(32), takeUp: [random(32), random(32)] },
  day: "2025-11-03",
  act,
});

describe("reading a statement", () => {
  it("S13 gives back what was written in it, of every kind", () => {
    for (const [act, said] of ACTS) {
      const { room, person, piece, link, day } = parts(act);
      const body = writeStatement({ room, person, piece, link, day, act }, sha256);
      expect(readStatement(body)).toEqual({
        kind: act.kind,
        room,
        person,
        link,
        day,
        piece,
        said: said ?? act,
      });
    }
  });

  it("S13 refuses bytes that were cut, or added to", () => {
    for (const [act] of ACTS) {
      const body = writeStatement(parts(act), sha256);
      for (let end = 0; end < body.length; end += 7) {
        expect(readStatement(body.subarray(0, end))).toBe(null);
      }
      expect(readStatement(Uint8Array.of(...body, 0))).toBe(null);
    }
  });
});
