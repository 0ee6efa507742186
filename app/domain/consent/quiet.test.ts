import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PieceId, VersionId } from "../ids.ts";
import {
  ADA,
  AGREEMENT,
  BO,
  DAY,
  GateScene,
  id,
  LETTER,
  NOTE,
  offer,
  propose,
  type Doing,
} from "#tests/support/gate-scene.ts";

/** What the two may do, in any order: only what the reader does quietly is left out of the second run. */
type Step =
  | { readonly who: "author" | "reader"; readonly piece: PieceId; readonly doing: Doing }
  | { readonly who: "author"; readonly pause: boolean }
  | { readonly who: "time"; readonly days: number };

/** An own piece, and one of the three versions of it that there are. */
const place = fc
  .record({ piece: fc.constantFrom(LETTER, NOTE), n: fc.integer({ min: 0, max: 2 }) })
  .map(({ piece, n }) => ({ piece, version: id<VersionId>((piece === LETTER ? 100 : 110) + n) }));
const author = fc.constant("author" as const);
const reader = fc.constant("reader" as const);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: onVersion(author, (version) => offer(version)) },
  onVersion(author, (version) => ({ kind: "take-back", version })),
  { weight: 2, arbitrary: onVersion(reader, (version) => ({ kind: "open", version })) },
  { weight: 2, arbitrary: onVersion(reader, (version) => ({ kind: "not-now", version })) },
  { weight: 2, arbitrary: onVersion(reader, (version) => ({ kind: "no", version })) },
  onAgreement(author, [propose, { kind: "withdraw" }]),
  onAgreement(reader, [{ kind: "not-now" }, { kind: "no" }]),
  fc.record({ who: author, pause: fc.boolean() }),
  fc.record({ who: fc.constant("time" as const), days: fc.integer({ min: 0, max: 20 }) }),
);
const steps = fc.array(step, { minLength: 5, maxLength: 30 });

function onVersion(
  who: fc.Arbitrary<"author" | "reader">,
  doing: (version: VersionId) => Doing,
): fc.Arbitrary<Step> {
  return fc
    .record({ who, at: place })
    .map(({ at, ...by }) => ({ ...by, piece: at.piece, doing: doing(at.version) }));
}

function onAgreement(
  who: fc.Arbitrary<"author" | "reader">,
  doings: readonly Doing[],
): fc.Arbitrary<Step> {
  return fc.record({ who, piece: fc.constant(AGREEMENT), doing: fc.constantFrom(...doings) });
}

/** Everything that the author ever got: the outcome of each act, and their view and chain after each step. */
function whatTheAuthorGot(all: readonly Step[], withReader: boolean): readonly string[] {
  const scene = new GateScene();
  const got: string[] = [];
  for (const one of all) {
    if (one.who === "time") scene.now += one.days * DAY;
    else if ("pause" in one) {
      got.push(scene.room(ADA, one.pause ? { kind: "pause", minutes: null } : { kind: "resume" }));
    } else if (one.who === "author") got.push(scene.act(ADA, one.piece, one.doing));
    else if (withReader) scene.act(BO, one.piece, one.doing);
    got.push(JSON.stringify([scene.view(ADA), scene.chain(ADA)]));
  }
  return got;
}

describe("quiet acts", () => {
  it("G3 leave no trace in anything that the author ever gets, in whatever order all happens", () => {
    fc.assert(
      fc.property(steps, (all) => {
        expect(whatTheAuthorGot(all, true)).toEqual(whatTheAuthorGot(all, false));
      }),
      { numRuns: 300 },
    );
  });

  it("G3 are possible in such runs, so that the test above can fail", () => {
    const tally = { opened: 0, "put-off": 0, declined: 0 };
    for (const all of fc.sample(steps, { numRuns: 300, seed: 3 })) {
      const scene = new GateScene();
      for (const one of all) {
        if ("piece" in one) scene.act(one.who === "author" ? ADA : BO, one.piece, one.doing);
      }
      for (const { event } of scene.entries) {
        if (event.type in tally) tally[event.type as keyof typeof tally] += 1;
      }
    }
    expect(Math.min(...Object.values(tally))).toBeGreaterThan(30);
  });
});
