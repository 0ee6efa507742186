import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "#client/crypto/digest.ts";
import { lineWordsOf, type LineWords } from "#client/crypto/lines.ts";
import { secretFrom } from "#client/crypto/secret.ts";
import type { Keyring } from "#client/keyring/keyring.ts";
import { toBase64Url } from "#domain/bytes.ts";
import { writeStatement } from "#domain/consent/record.ts";
import type { LineId, PieceId, RoomId } from "#domain/ids.ts";
import { countedOf, MARKS, NO_MARKS } from "#domain/pieces/marks.ts";
import { wordsOf, type Commitment } from "#domain/pieces/plan.ts";
import type { SignatureView, WordingView } from "#domain/piece-view.ts";
import type { Side } from "#domain/statement-view.ts";
import { newId, random, somebody } from "#tests/support/keys.ts";
import { commitmentsIn, ownersIn } from "./commitments.ts";
import { openLines, type Signers } from "./together.ts";

const room = newId<RoomId>();
const piece = newId<PieceId>();
const line = newId<LineId>();
const SIDES = ["me", "other"] as const;

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

/** What somebody signs, and what the server says of it. */
type Told = {
  /** Under whose name the words put it. */
  readonly owner: Side;
  readonly goal: "Be on time" | "Be early";
  readonly by: Side;
  /** Whom the server names as the one who signed. */
  readonly shownAs: Side;
  readonly n: number;
};

const told: fc.Arbitrary<Told> = fc.record({
  owner: fc.constantFrom(...SIDES),
  goal: fc.constantFrom("Be on time", "Be early"),
  by: fc.constantFrom(...SIDES),
  shownAs: fc.constantFrom(...SIDES),
  n: fc.integer({ min: 1, max: 9 }),
});

const wordsFor = ({ owner, goal }: Pick<Told, "owner" | "goal">): string =>
  wordsOf({
    owner: people[owner].person,
    goal,
    obstacle: "",
    when: "it is half past five",
    act: "leave",
    rhythm: "daily",
    start: "2026-11-02",
    review: null,
  } satisfies Commitment);

async function signatureOf(one: Told, hash: string, sealedWording: string): Promise<SignatureView> {
  const { person, sign } = people[one.by];
  const link = { n: one.n, previous: new Uint8Array(32), takeUp: [] };
  const act = { kind: "sign-line", line, hash, sealedWording } as const;
  const body = writeStatement({ room, person, piece, link, day: "2026-11-02", act }, sha256);
  const signature = toBase64Url(await sign(body));
  const statement = { hash: toBase64Url(sha256(body)), body: toBase64Url(body), signature };
  return { by: one.shownAs, on: "2026-11-02", sealedWording, statement };
}

/** One wording for each of the words, with every signature that the server shows under it. */
async function wordings(all: readonly Told[]): Promise<readonly WordingView[]> {
  const under = new Map<string, Told[]>();
  for (const one of all) under.set(wordsFor(one), [...(under.get(wordsFor(one)) ?? []), one]);
  return Promise.all(
    [...under].map(async ([words, signed]) => {
      const prepared = await lineWords.prepare(line, words);
      const hash = toBase64Url(prepared.hash);
      const sealed = toBase64Url(prepared.sealedWording);
      const signatures = signed.map((one) => signatureOf(one, hash, sealed));
      return { hash, signatures: await Promise.all(signatures) };
    }),
  );
}

async function standingAs(all: readonly Told[], first: boolean) {
  const [one, ...rest] = await wordings(all);
  const shown = first
    ? { line, standing: one ?? null, proposed: rest }
    : { line, standing: null, proposed: one ? [one, ...rest] : rest };
  return commitmentsIn(await openLines(piece, lineWords, signers, [shown]), signers);
}

const acts = fc.array(told, { maxLength: 5 });

describe("whose a commitment is, whatever the server says", () => {
  it("P86 it stands under a name only by that person's own signature of just these words", async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.boolean(), async (all, first) => {
        for (const { commitment } of await standingAs(all, first)) {
          const owner = commitment.owner === people.me.person ? "me" : "other";
          const really = all.some(
            (one) => one.by === owner && one.owner === owner && one.goal === commitment.goal,
          );
          expect(really).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("P86 what its owner signed stands, as long as the server tells the truth", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SIDES), fc.boolean(), async (owner, read) => {
        const signed = { owner, goal: "Be on time", by: owner, shownAs: owner, n: 1 } as const;
        const other = owner === "me" ? "other" : "me";
        const all = read ? [signed, { ...signed, by: other, shownAs: other } as const] : [signed];
        const [stands] = await standingAs(all, read);
        expect(stands?.commitment.owner).toBe(people[owner].person);
        expect(stands?.read !== null).toBe(read);
      }),
    );
  });

  it("P90 a mark of it counts only if its owner brings it", async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.constantFrom(...SIDES), async (all, by) => {
        const owners = ownersIn(await standingAs(all, false));
        const own = MARKS.map((mark, i) => ({ line, first: `2026-11-0${i + 2}`, mark }));
        const counted = countedOf({ ...NO_MARKS, own }, people[by].person, owners);
        const isMine = all.some((one) => one.by === by && one.owner === by);
        if (!isMine) expect(counted.own).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
