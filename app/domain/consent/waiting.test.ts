import { beforeEach, describe, expect, it } from "vitest";
import {
  ADA,
  BO,
  DAY,
  GateScene,
  LETTER,
  NOON,
  offer,
  V1,
  V2,
  type Doing,
} from "#tests/support/gate-scene.ts";

let scene: GateScene;
beforeEach(() => {
  scene = new GateScene();
});

const HOUR = 60 * 60_000;
const wait = (version = V1, notBefore = NOON + 12 * HOUR): Doing => ({
  ...offer(version),
  kind: "wait",
  notBefore,
});
const waiting = () => scene.written(ADA, LETTER)?.waiting ?? null;

describe("an offer that waits", () => {
  it("G21 shows to its author alone, who goes on writing", () => {
    const before = JSON.stringify(scene.view(BO));
    expect(scene.act(ADA, LETTER, wait())).toBe("done");
    expect(waiting()).toMatchObject({ version: V1, notBefore: NOON + 12 * HOUR });
    expect(scene.written(ADA, LETTER)).toMatchObject({ place: "mine", versions: [] });
    expect(scene.access(ADA, LETTER)).toMatchObject({ status: "open", mayWrite: true });
    expect(JSON.stringify(scene.view(BO))).toBe(before);
    expect(scene.role(ADA, LETTER, V1)).toBe("author");
    expect(scene.role(BO, LETTER, V1)).toBeNull();
    for (const doing of [
      { kind: "open", version: V1 },
      { kind: "dont-send", version: V1 },
    ] as const) {
      expect(scene.act(BO, LETTER, doing)).toBe("not-here");
    }
  });

  it("G21 is not sent if its author says so, and only as long as it waits", () => {
    scene.act(ADA, LETTER, wait());
    expect(scene.act(ADA, LETTER, { kind: "dont-send", version: V2 })).toBe("not-here");
    expect(scene.act(ADA, LETTER, { kind: "dont-send", version: V1 })).toBe("done");
    expect(waiting()).toBeNull();
    expect(scene.act(ADA, LETTER, { kind: "dont-send", version: V1 })).toBe("not-here");
    scene.act(ADA, LETTER, offer(V2));
    expect(scene.act(ADA, LETTER, { kind: "dont-send", version: V2 })).toBe("moved-on");
  });

  it("G21 is replaced by a newer one, and by an offer that does not wait", () => {
    scene.act(ADA, LETTER, wait());
    expect(scene.act(ADA, LETTER, wait())).toBe("already-done");
    expect(scene.act(ADA, LETTER, wait(V2, NOON + HOUR))).toBe("done");
    expect(waiting()).toMatchObject({ version: V2 });
    const third = "ICEiIyQlJicoKSorLC0uLw" as typeof V1;
    expect(scene.act(ADA, LETTER, offer(third))).toBe("done");
    expect(waiting()).toBeNull();
    expect(scene.received(BO, LETTER)?.door?.version).toBe(third);
  });

  it("G21 whose time has passed already is an offer; a time too far ahead is refused", () => {
    expect(scene.act(ADA, LETTER, wait(V1, NOON + 367 * DAY))).toBe("bad-time");
    expect(scene.act(ADA, LETTER, wait(V1, NOON))).toBe("done");
    expect(scene.received(BO, LETTER)?.door?.version).toBe(V1);
  });

  it("G21 can be set, and not sent, in a pause; to nobody it cannot be set", () => {
    scene.room(BO, { kind: "pause", minutes: null });
    expect(scene.act(ADA, LETTER, wait())).toBe("done");
    expect(scene.act(ADA, LETTER, { kind: "dont-send", version: V1 })).toBe("done");
    scene.paired = false;
    expect(scene.act(ADA, LETTER, wait(V2))).toBe("alone");
  });
});
