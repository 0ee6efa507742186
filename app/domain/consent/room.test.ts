import { beforeEach, describe, expect, it } from "vitest";
import { isPaused, nextEnd, pauseOf } from "./room.ts";
import {
  ADA,
  AGREEMENT,
  BO,
  GateScene,
  id,
  LETTER,
  LINE,
  NOTE,
  offer,
  propose,
  signLine,
  V1,
  V2,
  type Doing,
} from "#tests/support/gate-scene.ts";
import type { PieceId } from "../ids.ts";

let scene: GateScene;
beforeEach(() => {
  scene = new GateScene();
});

const MINUTE = 60_000;
const pause = (person = BO, minutes: number | null = null) =>
  scene.room(person, { kind: "pause", minutes });
const resume = (person = BO) => scene.room(person, { kind: "resume" });
const paused = () => isPaused(scene.known(ADA).room, scene.now);

const togetherOpen = () => {
  scene.act(ADA, AGREEMENT, propose);
  const proposal = scene.together(BO)?.statement.hash ?? "";
  scene.act(BO, AGREEMENT, { kind: "accept", proposal });
};

describe("a pause", () => {
  it("R8 is for either, at any time, as often as they like", () => {
    expect([pause(ADA), pause(BO), pause(BO, 20), pause(ADA, 20)]).toEqual(Array(4).fill("done"));
    expect(paused()).toBe(true);
  });

  it("R8 can be made by who is alone in the room", () => {
    scene.paired = false;
    expect(pause(ADA)).toBe("done");
  });

  it("R10 ends at its time by itself, to the millisecond", () => {
    pause(BO, 20);
    expect(nextEnd(scene.known(ADA).room, scene.now)).toBe(scene.now + 20 * MINUTE);
    scene.now += 20 * MINUTE - 1;
    expect(paused()).toBe(true);
    scene.now += 1;
    expect(paused()).toBe(false);
    expect(nextEnd(scene.known(ADA).room, scene.now)).toBeNull();
  });

  it("R10 is ended only by who made it", () => {
    pause(BO);
    expect(resume(ADA)).toBe("done");
    expect(paused()).toBe(true);
    pause(ADA);
    resume(BO);
    expect(paused()).toBe(true);
    expect(pauseOf(scene.known(ADA).room, ADA, scene.now)).toEqual({ until: null });
    resume(ADA);
    expect(paused()).toBe(false);
  });

  it("R10 made anew replaces the one before", () => {
    pause(BO);
    pause(BO, 1);
    scene.now += MINUTE;
    expect(paused()).toBe(false);
  });

  it("E4 shows no envelope at the door, not even one that was put off; they come back after", () => {
    scene.act(ADA, LETTER, offer());
    scene.act(BO, LETTER, { kind: "not-now", version: V1 });
    scene.act(ADA, AGREEMENT, propose);
    pause(ADA);
    expect(scene.view(BO)).toEqual([]);
    resume(ADA);
    expect(scene.view(BO).map(({ piece }) => piece)).toEqual([LETTER, AGREEMENT]);
  });

  it("E4 lets offers queue: their author's view is what it would be without", () => {
    const without = new GateScene();
    without.act(ADA, LETTER, offer());
    pause(BO);
    expect(scene.act(ADA, LETTER, offer())).toBe("done");
    expect(JSON.stringify(scene.view(ADA))).toBe(JSON.stringify(without.view(ADA)));
    expect(scene.view(BO)).toEqual([]);
    resume(BO);
    expect(scene.received(BO, LETTER)?.door?.version).toBe(V1);
  });

  it("R9 lets removals through", () => {
    togetherOpen();
    scene.act(ADA, AGREEMENT, signLine("w1"));
    scene.act(ADA, LETTER, offer());
    scene.act(BO, LETTER, { kind: "open", version: V1 });
    const other = id<PieceId>(60);
    scene.act(ADA, other, propose);
    pause(BO);
    const back: Doing = { kind: "take-signature-back", line: LINE, hash: "w1" };
    expect(scene.act(ADA, LETTER, { kind: "take-back", version: V1 })).toBe("done");
    expect(scene.act(ADA, AGREEMENT, back)).toBe("done");
    expect(scene.act(ADA, AGREEMENT, { kind: "close" })).toBe("done");
    expect(scene.act(ADA, other, { kind: "withdraw" })).toBe("done");
    expect(scene.received(BO, LETTER)?.opened[0]?.takenBack).not.toBeNull();
  });

  it("R9 refuses everything else alike, whether it is there or not", () => {
    togetherOpen();
    scene.act(ADA, LETTER, offer());
    scene.act(ADA, NOTE, offer(V2));
    pause(BO);
    const acts: readonly Doing[] = [
      { kind: "open", version: V1 },
      { kind: "not-now", version: V1 },
      { kind: "no", version: V1, tell: true },
      { kind: "tell-opened", version: V1 },
      { kind: "answer", version: V1, answer: "a" },
      { kind: "accept", proposal: "hash" },
      signLine("w1"),
      { kind: "ask-reopen", sealedKey: "k" },
      { kind: "reopen", asked: "hash" },
    ];
    for (const act of acts) {
      for (const piece of [LETTER, NOTE, AGREEMENT, id<PieceId>(99)]) {
        expect(scene.act(BO, piece, act), act.kind).toBe("paused");
      }
    }
  });

  it("R11 leaves Mine to be written, and what both write to be read", () => {
    togetherOpen();
    scene.act(ADA, LETTER, offer());
    scene.act(BO, LETTER, { kind: "open", version: V1 });
    pause(ADA);
    expect(scene.access(ADA, LETTER)).toMatchObject({ mayWrite: true });
    for (const person of [ADA, BO]) {
      expect(scene.access(person, AGREEMENT)).toEqual({
        status: "open",
        epoch: 1,
        mayWrite: false,
      });
      expect(scene.together(person)?.state.is).toBe("open");
    }
    expect(scene.received(BO, LETTER)?.opened).toHaveLength(1);
    expect(scene.role(BO, LETTER, V1)).toBe("reader");
    resume(ADA);
    expect(scene.access(BO, AGREEMENT)).toMatchObject({ mayWrite: true });
  });
});
