import { beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "#client/crypto/digest.ts";
import { lineWordsOf, type LineWords } from "#client/crypto/lines.ts";
import { secretFrom } from "#client/crypto/secret.ts";
import type { Keyring } from "#client/keyring/keyring.ts";
import { toBase64Url } from "#domain/bytes.ts";
import { writeStatement } from "#domain/consent/record.ts";
import type { LineId, PieceId, RoomId } from "#domain/ids.ts";
import type { LineView, SignatureView, WordingView } from "#domain/piece-view.ts";
import type { Side } from "#domain/statement-view.ts";
import { newId, random, somebody } from "#tests/support/keys.ts";
import { openLines, type Signers } from "./together.ts";

const room = newId<RoomId>();
const piece = newId<PieceId>();
const line = newId<LineId>();
const WORDS = "Wednesdays, message first";

let people: Record<Side, Keyring>;
let lineWords: LineWords;
let signers: Signers;
beforeAll(async () => {
  people = { me: await somebody(), other: await somebody() };
  lineWords = lineWordsOf(piece, await secretFrom(random(32)));
  signers = {
    me: { room, person: people.me.person, signingKey: people.me.signingKey },
    other: { room, person: people.other.person, signingKey: people.other.signingKey },
  };
});

/** A wording, as the server would show it with these signatures under it. */
async function wording(
  signed: readonly Side[],
  shownAs: readonly Side[] = signed,
): Promise<WordingView> {
  const prepared = await lineWords.prepare(line, WORDS);
  const hash = toBase64Url(prepared.hash);
  const sealedWording = toBase64Url(prepared.sealedWording);
  const signatures = signed.map(async (side, i): Promise<SignatureView> => {
    const { person, sign } = people[side];
    const link = { n: i + 1, previous: new Uint8Array(32), takeUp: [] };
    const act = { kind: "sign-line", line, hash, sealedWording } as const;
    const body = writeStatement({ room, person, piece, link, day: "2025-11-03", act }, sha256);
    const signature = toBase64Url(await sign(body));
    const statement = { hash: toBase64Url(sha256(body)), body: toBase64Url(body), signature };
    return { by: shownAs[i] ?? side, on: "2025-11-03", sealedWording, statement };
  });
  return { hash, signatures: await Promise.all(signatures) };
}

const open = async (view: Partial<LineView>) => {
  const shown = { line, standing: null, proposed: [], ...view };
  const [opened] = await openLines(piece, lineWords, signers, [shown]);
  return opened;
};

describe("what stands in an agreement", () => {
  it("P1 are words that both have signed", async () => {
    const both = await wording(["me", "other"]);
    expect(await open({ standing: both })).toMatchObject({
      standing: { words: WORDS },
      proposed: [],
    });
  });

  it("P1 is nothing that only one has signed, though the server says that it stands", async () => {
    for (const signed of [["other"], ["me"], ["other", "other"]] as const) {
      const one = await wording(signed);
      expect(await open({ standing: one })).toMatchObject({
        standing: null,
        proposed: [{ view: { hash: one.hash }, words: WORDS }],
      });
    }
  });

  it("P1 is nothing that is said to be signed by somebody who has not", async () => {
    const forged = await wording(["other", "other"], ["me", "other"]);
    const opened = await open({ standing: forged });
    expect(opened?.standing).toBe(null);
    expect(opened?.proposed.every(({ words }) => words === null)).toBe(true);
  });

  it("P1 is nothing without a signature", async () => {
    const { hash } = await wording(["me"]);
    const bare = { hash, signatures: [] };
    expect((await open({ standing: bare }))?.standing).toBe(null);
  });

  it("P1 is nothing whose statement cannot be read", async () => {
    const both = await wording(["me", "other"]);
    const broken = both.signatures.map((one) => ({
      ...one,
      statement: { ...one.statement, body: "?", signature: "?" },
    }));
    expect((await open({ standing: { ...both, signatures: broken } }))?.standing).toBe(null);
  });
});
