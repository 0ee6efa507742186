import { beforeEach, describe, expect, it } from "vitest";
import { idOf, type LineId, type PieceId, type RoundId, type VersionId } from "../ids.ts";
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
  signLine,
  V1,
  V2,
  type Doing,
} from "#tests/support/gate-scene.ts";
import type { PieceCommand } from "./commands.ts";
import { changesFor } from "./history.ts";
import { IN_A_DAY, MOST_SIGNED_LINES } from "./limits.ts";

let scene: GateScene;
beforeEach(() => {
  scene = new GateScene();
});

const HOUR = DAY / 24;
const nth = (n: number) => id<PieceId>(100 + n);
const version = (n: number) => id<VersionId>(150 + n);
const begin: Doing = { kind: "begin-pair", envelope: "envelope" };

/** The hash of what was proposed to Bo last. */
function accept(piece: PieceId): string {
  const view = scene.together(BO, piece);
  return scene.act(BO, piece, { kind: "accept", proposal: view?.statement.hash ?? "" });
}

const putIn = (n: number): Doing => ({
  kind: "put-in",
  version: version(n),
  sealedVersion: "sealed",
  wrappedKey: "wrapped",
  ownerKey: "owner's",
});

describe("one at a time", () => {
  it("G28 lets nobody propose a second thing before the first is answered or taken back", () => {
    expect(scene.act(ADA, nth(1), propose)).toBe("done");
    expect(scene.act(ADA, nth(2), propose)).toBe("one-at-a-time");
    expect(scene.act(BO, nth(3), propose)).toBe("done");
    expect(accept(nth(1))).toBe("done");
    expect(scene.act(ADA, nth(2), propose)).toBe("done");
    expect(scene.act(ADA, nth(4), propose)).toBe("one-at-a-time");
    expect(scene.act(ADA, nth(2), { kind: "withdraw" })).toBe("done");
    expect(scene.act(ADA, nth(4), propose)).toBe("done");
    expect(scene.act(BO, nth(4), { kind: "no", tell: true })).toBe("done");
    expect(scene.act(ADA, nth(5), propose)).toBe("done");
    scene.now += 30 * DAY;
    expect(scene.act(ADA, nth(6), propose)).toBe("done");
  });

  it("G28 lets nobody ask a second question before the first has opened or is taken back", () => {
    expect(scene.act(ADA, nth(1), begin)).toBe("done");
    expect(scene.act(ADA, nth(2), begin)).toBe("one-at-a-time");
    expect(scene.act(ADA, nth(1), { kind: "withdraw" })).toBe("done");
    expect(scene.act(ADA, nth(2), begin)).toBe("done");
    expect(scene.act(BO, nth(3), begin)).toBe("done");
    expect(scene.act(ADA, nth(3), putIn(1))).toBe("done");
    expect(scene.act(BO, nth(4), begin)).toBe("one-at-a-time");
    scene.now += 30 * DAY;
    expect(scene.act(ADA, nth(5), begin)).toBe("done");
  });

  it("G28 lets nobody ask for a second round before the first is begun, over or dropped", () => {
    scene.act(ADA, nth(1), begin);
    scene.now += 31 * DAY;
    scene.act(ADA, nth(2), begin);
    const askFor = (n: number): Doing => ({
      kind: "ask-round",
      round: id<RoundId>(200 + n),
      lines: 3,
      opensAt: scene.now + DAY,
    });
    expect(scene.act(ADA, nth(1), askFor(1))).toBe("done");
    expect(scene.act(ADA, nth(2), askFor(2))).toBe("one-at-a-time");
    expect(scene.act(ADA, nth(1), { kind: "drop-round", round: id<RoundId>(201) })).toBe("done");
    expect(scene.act(ADA, nth(2), askFor(2))).toBe("done");
    scene.now += DAY;
    expect(scene.act(ADA, nth(1), askFor(3))).toBe("done");
  });
});

describe("in a day", () => {
  /** Does it again and again: how often it was done, before `too-often`. */
  function howOften(act: (n: number) => string, most = 30): number {
    for (let n = 0; n < most; n++) {
      const outcome = act(n);
      if (outcome === "too-often") return n;
      expect(outcome).toBe("done");
    }
    return most;
  }

  it("G29 somebody proposes, and asks questions, so often, and again a day after", () => {
    const proposing = (n: number) => {
      const outcome = scene.act(ADA, nth(n), propose);
      if (outcome === "done") scene.act(ADA, nth(n), { kind: "withdraw" });
      return outcome;
    };
    expect(howOften(proposing)).toBe(IN_A_DAY.proposals);
    expect(scene.act(BO, nth(40), propose)).toBe("done");
    scene.now += DAY - 1;
    expect(proposing(41)).toBe("too-often");
    scene.now += 1;
    expect(proposing(42)).toBe("done");
    const asking = (n: number) => {
      const outcome = scene.act(ADA, nth(50 + n), begin);
      if (outcome === "done") scene.act(ADA, nth(50 + n), { kind: "withdraw" });
      return outcome;
    };
    expect(howOften(asking)).toBe(IN_A_DAY.questions);
  });

  it("G29 somebody offers so much, and so much of one piece, also when all is taken back", () => {
    const offering = (n: number) => {
      const outcome = scene.act(ADA, LETTER, offer(version(n)));
      if (outcome === "done") scene.act(ADA, LETTER, { kind: "take-back", version: version(n) });
      return outcome;
    };
    expect(howOften(offering)).toBe(IN_A_DAY.offersOfOnePiece);
    for (let n = 0; n < 20; n++) scene.begin(ADA, nth(n));
    const others = (n: number) => scene.act(ADA, nth(n), offer(version(20 + n)));
    expect(howOften(others)).toBe(IN_A_DAY.offers - IN_A_DAY.offersOfOnePiece);
    scene.begin(BO, nth(50));
    expect(scene.act(BO, nth(50), offer(version(60)))).toBe("done");
    scene.now += DAY;
    expect(offering(61)).toBe("done");
  });

  it("G29 counts what waits at its time, and what takes its place once", () => {
    for (let n = 0; n < 20; n++) scene.begin(ADA, nth(n));
    const wait = (n: number, notBefore: number, its = n) =>
      scene.act(ADA, nth(n), {
        ...offer(version(its)),
        kind: "wait",
        notBefore,
      } as Doing);
    const then = scene.now + 7 * DAY;
    expect(howOften((n) => wait(n, then + n * HOUR))).toBe(IN_A_DAY.offers);
    expect(wait(0, then, 30)).toBe("done");
    expect(wait(15, then - 2 * DAY, 31)).toBe("done");
    expect(scene.act(ADA, LETTER, offer(V1))).toBe("done");
  });

  it("G29 somebody asks once to open a piece again", () => {
    scene.act(ADA, AGREEMENT, propose);
    accept(AGREEMENT);
    scene.act(ADA, AGREEMENT, { kind: "close" });
    const ask: Doing = { kind: "ask-reopen", sealedKey: "key" };
    expect(scene.act(ADA, AGREEMENT, ask)).toBe("done");
    expect(scene.act(ADA, AGREEMENT, { kind: "close" })).toBe("done");
    expect(scene.act(ADA, AGREEMENT, ask)).toBe("too-often");
    expect(scene.act(BO, AGREEMENT, ask)).toBe("done");
  });

  it("G29 somebody signs the same words, and answers one version, so often", () => {
    scene.act(ADA, AGREEMENT, propose);
    accept(AGREEMENT);
    const signing = () => {
      const outcome = scene.act(BO, AGREEMENT, signLine("words"));
      const { line, hash } = signLine("words") as Extract<Doing, { kind: "sign-line" }>;
      const back = { kind: "take-signature-back", line, hash } as const;
      if (outcome === "done") expect(scene.act(BO, AGREEMENT, back)).toBe("done");
      return outcome;
    };
    expect(howOften(signing)).toBe(IN_A_DAY.signaturesOnTheSameWords);
    expect(scene.act(BO, AGREEMENT, signLine("other words"))).toBe("done");

    scene.act(ADA, LETTER, offer(V1));
    scene.act(BO, LETTER, { kind: "open", version: V1 });
    const answering = (n: number) =>
      scene.act(BO, LETTER, { kind: "answer", version: V1, answer: `answer ${n}` });
    expect(howOften(answering)).toBe(IN_A_DAY.answersToOneVersion);
    scene.now += DAY;
    expect(answering(9)).toBe("done");
  });
});

describe("more than there is room for", () => {
  it("G32 is so many versions in a day, also those that nobody else ever hears of", () => {
    scene.act(ADA, nth(1), begin);
    let sealed = 0;
    for (; scene.act(ADA, nth(1), putIn(sealed)) === "done"; sealed++) {
      scene.act(ADA, nth(1), { kind: "take-out", version: version(sealed) });
    }
    expect(sealed).toBe(IN_A_DAY.versions);
    expect(scene.act(ADA, LETTER, offer(V1))).toBe("too-many");
    expect(scene.act(ADA, nth(1), { kind: "withdraw" })).toBe("done");
    scene.now += DAY;
    expect(scene.act(ADA, LETTER, offer(V1))).toBe("done");
  });

  it("G32 is so many lines that carry signatures", () => {
    scene.act(ADA, AGREEMENT, propose);
    accept(AGREEMENT);
    const line = (n: number) =>
      idOf<LineId>(
        new Uint8Array(16)
          .fill(1)
          .fill(n >> 8, 0, 1)
          .fill(n, 1, 2),
      );
    let signed = 0;
    while (scene.act(BO, AGREEMENT, signLine("words", line(signed))) === "done") signed++;
    expect(signed).toBe(MOST_SIGNED_LINES);
    expect(scene.act(BO, AGREEMENT, signLine("words", line(signed)))).toBe("too-many");
    expect(scene.act(ADA, AGREEMENT, signLine("words", line(7)))).toBe("done");
  });
});

describe("an answer that is changed", () => {
  it("G31 is another one, and no more news", () => {
    scene.act(ADA, LETTER, offer(V1));
    scene.act(BO, LETTER, { kind: "open", version: V1 });
    const answer = (words: string) =>
      scene.act(BO, LETTER, { kind: "answer", version: V1, answer: words });
    const news = () =>
      changesFor(scene.known(ADA), scene.holdings(ADA).entries, scene.now).map(({ what }) => what);
    answer("thank you");
    expect(news()).toEqual(["answered"]);
    scene.now += HOUR;
    answer("tell me more");
    expect(news()).toEqual(["answered"]);
    expect(scene.written(ADA, LETTER)?.versions[0]?.answer?.sealed).toBe("tell me more");
    scene.room(ADA, { kind: "seen" });
    scene.now += HOUR;
    answer("I need time");
    expect(news()).toEqual([]);
  });
});

describe("what is limited", () => {
  const READINGS: readonly (readonly Doing[])[] = [
    [],
    [{ kind: "not-now" }],
    [{ kind: "no" }],
    [{ kind: "not-now" }, { kind: "no" }],
  ];

  it("G30 is the same whatever the other did quietly, and for as long", () => {
    const outcomes = READINGS.map((quietly) => {
      scene = new GateScene();
      const got: string[] = [];
      scene.act(ADA, nth(1), propose);
      scene.act(BO, nth(20), begin);
      scene.act(ADA, nth(30), begin);
      for (const doing of quietly) expect(scene.act(BO, nth(1), doing)).toBe("done");
      if (quietly.length > 0) expect(scene.act(BO, nth(30), putIn(1))).toBe("done");
      for (let day = 0; day < 32; day++) {
        got.push(scene.act(ADA, nth(100 + day), propose), scene.act(ADA, nth(50 + day), begin));
        scene.now += DAY;
      }
      return got.join();
    });
    expect(new Set(outcomes).size).toBe(1);
    expect(outcomes[0]).toContain("done");
  });

  it("G30 is never what takes away, says yes, pauses or leaves", () => {
    for (let n = 0; n < 30; n++) {
      expect(scene.room(ADA, { kind: "pause", minutes: null })).toBe("done");
      expect(scene.room(ADA, { kind: "resume" })).toBe("done");
    }
    scene.act(ADA, NOTE, offer(V2));
    scene.act(ADA, LETTER, offer(V1));
    for (let n = 0; n < 10; n++) scene.act(ADA, LETTER, offer(version(n)));
    expect(scene.act(ADA, LETTER, offer(version(20)))).toBe("too-often");
    const before = [V1, version(0)].map((one) => ({ version: one, statement }));
    expect(scene.act(ADA, LETTER, { kind: "take-back", version: version(1), before })).toBe("done");
    expect(scene.act(ADA, NOTE, { kind: "take-back", version: V2 })).toBe("done");
    const last = { ...offer(version(21)), statement } as Extract<PieceCommand, { kind: "offer" }>;
    const goodbye = { piece: LETTER, offer: last };
    expect(scene.room(ADA, { kind: "leave", goodbye })).toBe("done");
  });

  const statement = { body: "body", signature: "signature" };
});
