import { beforeEach, describe, expect, it } from "vitest";
import type { LineId } from "../ids.ts";
import {
  ADA,
  AGREEMENT,
  BO,
  DAY,
  GateScene,
  id,
  LETTER,
  LINE,
  offer,
  propose,
  signLine,
  type Doing,
} from "#tests/support/gate-scene.ts";

let scene: GateScene;
beforeEach(() => {
  scene = new GateScene();
});

const accept = (): Doing => ({
  kind: "accept",
  proposal: scene.together(BO)?.statement.hash ?? "none",
});
const agreed = () => {
  scene.act(ADA, AGREEMENT, propose);
  scene.act(BO, AGREEMENT, accept());
};
const line = (person = ADA) => {
  const state = scene.together(person)?.state;
  return state?.is === "open" || state?.is === "closed" ? state.lines[0] : undefined;
};

describe("a proposal", () => {
  beforeEach(() => {
    expect(scene.act(ADA, AGREEMENT, propose)).toBe("done");
  });

  it("G13 shows its envelope and nothing else, and there is nothing to read or write", () => {
    expect(scene.together(BO)).toMatchObject({
      by: "other",
      envelope: "envelope",
      state: { is: "offered", putOff: false },
    });
    expect(JSON.stringify(scene.together(BO))).not.toContain("key");
    for (const person of [ADA, BO]) {
      expect(scene.access(person, AGREEMENT)).toEqual({ status: "refused", code: "not-here" });
    }
  });

  it("G13 opens to both with a yes that names it, and to neither with another", () => {
    expect(scene.act(BO, AGREEMENT, { kind: "accept", proposal: "another" })).toBe("moved-on");
    expect(scene.act(ADA, AGREEMENT, accept())).toBe("not-here");
    expect(scene.act(BO, AGREEMENT, accept())).toBe("done");
    for (const person of [ADA, BO]) {
      expect(scene.together(person)?.state).toMatchObject({
        is: "open",
        epoch: 1,
        keys: [{ epoch: 1 }],
      });
      expect(scene.access(person, AGREEMENT)).toEqual({ status: "open", epoch: 1, mayWrite: true });
    }
    expect(scene.act(BO, AGREEMENT, { kind: "accept", proposal: "again" })).toBe("already-done");
  });

  it.each([
    ["put off", { kind: "not-now" }],
    ["refused", { kind: "no" }],
  ] as const)("G14 looks the same to who made it when it is %s", (_name, doing) => {
    const unseen = JSON.stringify(scene.view(ADA));
    expect(scene.act(BO, AGREEMENT, doing)).toBe("done");
    expect(JSON.stringify(scene.view(ADA))).toBe(unseen);
    expect(scene.act(ADA, AGREEMENT, propose)).toBe("already-done");
    expect(scene.chain(ADA)).toMatchObject({ n: 0, takeUp: [] });
  });

  it("G14 that was put off can still be said yes to; one that was refused cannot", () => {
    scene.act(BO, AGREEMENT, { kind: "not-now" });
    expect(scene.together(BO)?.state).toEqual({ is: "offered", putOff: true });
    const yes = accept();
    expect(scene.act(BO, AGREEMENT, { kind: "no", tell: true })).toBe("done");
    expect(scene.together(BO)).toBeUndefined();
    expect(scene.act(BO, AGREEMENT, yes)).toBe("not-here");
    expect(scene.together(ADA)?.state).toMatchObject({ is: "proposed", told: { what: "no" } });
  });

  it("G14 is withdrawn without a trace", () => {
    expect(scene.act(BO, AGREEMENT, { kind: "withdraw" })).toBe("not-here");
    const yes = accept();
    expect(scene.act(ADA, AGREEMENT, { kind: "withdraw" })).toBe("done");
    expect([scene.together(ADA), scene.together(BO)]).toEqual([undefined, undefined]);
    expect(scene.act(BO, AGREEMENT, yes)).toBe("not-here");
    expect(scene.act(BO, AGREEMENT, { kind: "withdraw" })).toBe("not-here");
    expect(scene.act(ADA, AGREEMENT, { kind: "withdraw" })).toBe("already-done");
  });

  it("G10 ends after thirty days, and can still be withdrawn", () => {
    const yes = accept();
    scene.now += 30 * DAY;
    expect(scene.together(BO)).toBeUndefined();
    expect(scene.act(BO, AGREEMENT, yes)).toBe("not-here");
    expect(scene.together(ADA)?.state).toMatchObject({ is: "proposed", ended: true });
    expect(scene.act(ADA, AGREEMENT, { kind: "withdraw" })).toBe("done");
  });
});

describe("closing", () => {
  beforeEach(() => {
    agreed();
    scene.act(ADA, AGREEMENT, signLine("w1"));
    expect(scene.act(BO, AGREEMENT, { kind: "close" })).toBe("done");
  });

  const ask: Doing = { kind: "ask-reopen", sealedKey: "next" };
  const reopen = (): Doing => {
    const state = scene.together(BO)?.state;
    const reopening = state?.is === "closed" ? state.reopening : null;
    return { kind: "reopen", asked: reopening?.statement.hash ?? "none" };
  };

  it("G15 by either makes the piece read only for both", () => {
    expect(scene.together(ADA)?.state).toMatchObject({ is: "closed", by: "other", epoch: 1 });
    expect(scene.together(BO)?.state).toMatchObject({ is: "closed", by: "me", epoch: 1 });
    for (const person of [ADA, BO]) {
      expect(scene.access(person, AGREEMENT)).toEqual({
        status: "open",
        epoch: 1,
        mayWrite: false,
      });
      expect(scene.act(person, AGREEMENT, { kind: "close" })).toBe("already-done");
    }
  });

  it("G15 is undone by two yeses, the second of which names the first", () => {
    expect(scene.act(ADA, AGREEMENT, reopen())).toBe("not-here");
    expect(scene.act(ADA, AGREEMENT, ask)).toBe("done");
    expect(scene.act(ADA, AGREEMENT, ask)).toBe("already-done");
    expect(scene.act(ADA, AGREEMENT, reopen())).toBe("not-here");
    expect(scene.act(BO, AGREEMENT, { kind: "reopen", asked: "another" })).toBe("moved-on");
    expect(scene.access(ADA, AGREEMENT)).toMatchObject({ mayWrite: false });
    expect(scene.act(BO, AGREEMENT, reopen())).toBe("done");
    expect(scene.access(ADA, AGREEMENT)).toEqual({ status: "open", epoch: 2, mayWrite: true });
  });

  it("G15 ends the epoch, and the key of the next is given to nobody before the second yes", () => {
    scene.act(ADA, AGREEMENT, ask);
    for (const person of [ADA, BO]) {
      expect(scene.together(person)?.state).toMatchObject({ keys: [{ epoch: 1 }] });
    }
    scene.act(BO, AGREEMENT, reopen());
    expect(scene.together(ADA)?.state).toMatchObject({ keys: [{ epoch: 1 }, { epoch: 2 }] });
  });

  it("G15 can be asked back by who asked to open it again, until the other's yes", () => {
    scene.act(ADA, AGREEMENT, ask);
    const yes = reopen();
    expect(scene.act(BO, AGREEMENT, { kind: "close" })).toBe("already-done");
    expect(scene.act(ADA, AGREEMENT, { kind: "close" })).toBe("done");
    expect(scene.together(BO)?.state).toMatchObject({ is: "closed", epoch: 1, reopening: null });
    expect(scene.act(BO, AGREEMENT, yes)).toBe("not-here");
    expect(scene.act(ADA, AGREEMENT, { kind: "close" })).toBe("already-done");
    scene.now += DAY; // she has asked once today
    scene.act(ADA, AGREEMENT, ask);
    expect(scene.act(BO, AGREEMENT, yes)).toBe("moved-on");
    expect(scene.act(BO, AGREEMENT, reopen())).toBe("done");
  });

  it("P5 leaves what was signed, signs nothing, and lets signatures be taken back", () => {
    expect(line()?.proposed[0]?.hash).toBe("w1");
    expect(scene.act(BO, AGREEMENT, signLine("w1"))).toBe("closed");
    const back: Doing = { kind: "take-signature-back", line: LINE, hash: "w1" };
    expect(scene.act(ADA, AGREEMENT, back)).toBe("done");
    expect(line()).toBeUndefined();
  });

  it("P5 keeps the lines when the piece is opened again", () => {
    scene.act(ADA, AGREEMENT, ask);
    scene.act(BO, AGREEMENT, reopen());
    expect(scene.act(BO, AGREEMENT, signLine("w1"))).toBe("done");
    expect(line()?.standing?.hash).toBe("w1");
  });
});

describe("a line", () => {
  beforeEach(() => {
    agreed();
    expect(scene.act(ADA, AGREEMENT, signLine("w1"))).toBe("done");
  });

  it("P1 stands once both have signed the same words, and not before", () => {
    expect(line()).toMatchObject({ standing: null, proposed: [{ hash: "w1" }] });
    scene.act(BO, AGREEMENT, signLine("w2"));
    expect(line()?.standing).toBeNull();
    scene.act(BO, AGREEMENT, signLine("w1"));
    expect(line()?.standing).toMatchObject({ hash: "w1" });
  });

  it("P2 stands until both sign other words, which are proposed beneath it", () => {
    scene.act(BO, AGREEMENT, signLine("w1"));
    scene.act(BO, AGREEMENT, signLine("w2"));
    expect(line()).toMatchObject({ standing: { hash: "w1" }, proposed: [{ hash: "w2" }] });
    scene.act(ADA, AGREEMENT, signLine("w2"));
    expect(line()).toMatchObject({ standing: { hash: "w2" }, proposed: [] });
  });

  it("P2 can go back to words that stood before, which have to be signed again by both", () => {
    scene.act(BO, AGREEMENT, signLine("w1"));
    scene.act(BO, AGREEMENT, signLine("w2"));
    scene.act(ADA, AGREEMENT, signLine("w2"));
    scene.act(ADA, AGREEMENT, signLine("w1"));
    expect(line()).toMatchObject({ standing: { hash: "w2" }, proposed: [{ hash: "w1" }] });
    scene.act(BO, AGREEMENT, signLine("w1"));
    expect(line()).toMatchObject({ standing: { hash: "w1" }, proposed: [] });
  });

  it("P3 stands no more when one takes their signature back; the other's is then a proposal", () => {
    scene.act(BO, AGREEMENT, signLine("w1"));
    const back: Doing = { kind: "take-signature-back", line: LINE, hash: "w1" };
    expect(scene.act(BO, AGREEMENT, back)).toBe("done");
    expect(line()).toMatchObject({
      standing: null,
      proposed: [{ hash: "w1", signatures: [{ by: "me" }] }],
    });
    expect(scene.act(BO, AGREEMENT, back)).toBe("not-here");
  });

  it("P4 is signed once by each, and only by themselves", () => {
    expect(scene.act(ADA, AGREEMENT, signLine("w1"))).toBe("already-done");
    const back: Doing = { kind: "take-signature-back", line: LINE, hash: "w1" };
    expect(scene.act(BO, AGREEMENT, back)).toBe("not-here");
    scene.act(BO, AGREEMENT, signLine("w1"));
    const [mine, theirs] = line(BO)?.standing?.signatures ?? [];
    expect(mine).toMatchObject({ by: "me", sealedWording: "wording of w1" });
    expect(theirs).toMatchObject({ by: "other", sealedWording: "wording of w1" });
    expect(mine?.statement.hash).not.toBe(theirs?.statement.hash);
  });

  it("P6 is one of many, each with its own signatures", () => {
    const second = id<LineId>(31);
    scene.act(BO, AGREEMENT, signLine("w1", second));
    const state = scene.together(ADA)?.state;
    expect(state?.is === "open" && state.lines.map(({ standing }) => standing)).toEqual([
      null,
      null,
    ]);
  });
});

describe("a piece of another mode", () => {
  it("G12 answers as if it were not there", () => {
    agreed();
    scene.act(ADA, LETTER, offer());
    expect(scene.act(BO, LETTER, { kind: "close" })).toBe("not-here");
    expect(scene.act(ADA, LETTER, signLine("w1"))).toBe("not-here");
    expect(scene.act(ADA, AGREEMENT, offer())).toBe("not-here");
    expect(scene.act(ADA, AGREEMENT, { kind: "not-now" })).toBe("not-here");
    expect(scene.act(BO, AGREEMENT, { kind: "withdraw" })).toBe("moved-on");
  });
});
