import * as fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { RoomCommand } from "./commands.ts";
import { isLongPaused, isPaused, mayClose, pauseOf } from "./room.ts";
import {
  ADA,
  AGREEMENT,
  BO,
  DAY,
  GateScene,
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

let scene: GateScene;
beforeEach(() => {
  scene = new GateScene();
});

const MINUTE = 60_000;
const LEAVE: RoomCommand = { kind: "leave" };
const paused = () => isPaused(scene.known(ADA).room, scene.now);
const goodbye = (version = V1): RoomCommand => ({
  kind: "leave",
  goodbye: {
    piece: LETTER,
    offer: { ...offer(version), statement: { body: "b", signature: "s" } } as never,
  },
});

/** Everything that this person can get of the room. */
const bytesOf = (its: GateScene, me = BO) => {
  const { room } = its.known(me);
  const { now } = its;
  return JSON.stringify([
    its.view(me),
    isPaused(room, now),
    pauseOf(room, me, now),
    mayClose(room, me, now),
    its.chain(me),
    its.access(me, AGREEMENT),
  ]);
};

describe("a pause", () => {
  it("R16 ends at the time that was given, and not before", () => {
    expect(scene.room(BO, { kind: "pause", minutes: null, until: scene.now + DAY })).toBe("done");
    scene.now += DAY - 1;
    expect(paused()).toBe(true);
    scene.now += 1;
    expect(paused()).toBe(false);
  });

  it("R16 cannot end in the past, nor more than a year ahead", () => {
    const until = (at: number) => scene.room(BO, { kind: "pause", minutes: null, until: at });
    expect([until(scene.now), until(scene.now + 367 * DAY)]).toEqual(["bad-time", "bad-time"]);
    expect(paused()).toBe(false);
  });

  it("R16 of one overlaps that of the other, and what waited comes once, when both have ended", () => {
    scene.room(ADA, { kind: "pause", minutes: 60 });
    scene.room(BO, { kind: "pause", minutes: 90 });
    scene.act(ADA, LETTER, offer());
    scene.now += 60 * MINUTE;
    expect(scene.received(BO, LETTER)).toBeUndefined();
    scene.now += 30 * MINUTE;
    expect(scene.received(BO, LETTER)?.door?.version).toBe(V1);
    expect(scene.act(BO, LETTER, { kind: "open", version: V1 })).toBe("done");
    expect(scene.received(BO, LETTER)?.door).toBeNull();
  });
});

describe("leaving", () => {
  const ALL: readonly RoomCommand[] = [
    { kind: "pause", minutes: null },
    { kind: "pause", minutes: 20 },
    LEAVE,
    { kind: "block" },
  ];

  it("R17 succeeds in every state, and again, and so do blocking and pausing", () => {
    const command = fc.constantFrom<RoomCommand>(...ALL, { kind: "resume" });
    const step = fc.record({ who: fc.constantFrom(ADA, BO), command, later: fc.nat(DAY) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.boolean(), (steps, together) => {
        const its = new GateScene();
        if (!together) its.paired = false;
        for (const { who, command: done, later } of steps) {
          its.now += later;
          expect(its.room(who, done)).toBe("done");
        }
      }),
    );
  });

  it("R17 and blocking are to the other an open-ended pause, whatever comes before and after", () => {
    const act = fc.constantFrom<readonly [typeof ADA, typeof LETTER, Doing]>(
      [BO, LETTER, { kind: "open", version: V1 }],
      [BO, LETTER, { kind: "no", version: V1 }],
      [BO, AGREEMENT, signLine("h")],
      [BO, AGREEMENT, { kind: "close" }],
      [BO, AGREEMENT, { kind: "take-signature-back", line: LINE, hash: "h" }],
      [ADA, LETTER, { kind: "take-back", version: V1 }],
    );
    const later = fc.array(fc.record({ act, days: fc.nat(40) }), { maxLength: 6 });
    fc.assert(
      fc.property(later, fc.boolean(), (steps, agreed) => {
        const runs = ALL.filter(({ kind }) => kind !== "pause")
          .concat({ kind: "pause", minutes: null })
          .map((ending) => {
            const its = new GateScene();
            its.act(ADA, LETTER, offer());
            its.act(ADA, AGREEMENT, propose);
            const proposal = its.together(BO)?.statement.hash;
            if (agreed && proposal) its.act(BO, AGREEMENT, { kind: "accept", proposal });
            its.room(ADA, ending);
            const got = [bytesOf(its)];
            for (const {
              act: [who, piece, doing],
              days,
            } of steps) {
              its.now += days * DAY;
              const answer = its.act(who, piece, doing);
              if (who === BO) got.push(answer);
              got.push(bytesOf(its));
            }
            return got.join("\n");
          });
        expect(new Set(runs).size).toBe(1);
      }),
    );
  });

  it("R17 cannot be undone by a resume, nor by a pause that ends", () => {
    scene.room(ADA, LEAVE);
    scene.room(ADA, { kind: "resume" });
    scene.room(ADA, { kind: "pause", minutes: 1 });
    scene.now += DAY;
    expect(paused()).toBe(true);
  });

  it("R18 ends what one offers, and leaves what one takes back", () => {
    scene.act(ADA, LETTER, offer());
    scene.act(ADA, NOTE, { ...offer(V2), kind: "wait", notBefore: scene.now + DAY });
    scene.room(ADA, LEAVE);
    expect(scene.written(ADA, NOTE)?.waiting).toBeNull();
    expect(scene.act(ADA, NOTE, offer("ICEiIyQlJicoKSorLC0uLw" as typeof V1))).toBe("left");
    expect(scene.act(ADA, AGREEMENT, propose)).toBe("left");
    expect(scene.act(ADA, LETTER, { kind: "take-back", version: V1 })).toBe("done");
    expect(scene.access(ADA, LETTER)).toMatchObject({ status: "open", mayWrite: true });
  });

  it("R19 with a goodbye brings one last letter, and nothing else goes to or fro", () => {
    scene.act(ADA, NOTE, offer(V2));
    expect(scene.room(ADA, goodbye())).toBe("done");
    expect(paused()).toBe(true);
    expect(scene.view(BO)).toMatchObject([{ piece: LETTER, door: { version: V1 } }]);
    expect(scene.act(BO, NOTE, { kind: "open", version: V2 })).toBe("paused");
    expect(scene.act(BO, LETTER, { kind: "not-now", version: V1 })).toBe("done");
    expect(scene.act(BO, LETTER, { kind: "open", version: V1 })).toBe("done");
    expect(scene.act(BO, LETTER, { kind: "open", version: V1 })).toBe("done");
    expect(scene.role(BO, LETTER, V1)).toBe("reader");
    expect(scene.act(BO, LETTER, { kind: "tell-opened", version: V1 })).toBe("paused");
    expect(scene.room(ADA, goodbye(V2))).toBe("left");
  });

  it("R19 in a pause of the other, the goodbye waits for its end", () => {
    scene.room(BO, { kind: "pause", minutes: 20 });
    scene.room(ADA, goodbye());
    expect(scene.view(BO)).toEqual([]);
    expect(scene.act(BO, LETTER, { kind: "open", version: V1 })).toBe("paused");
    scene.now += 20 * MINUTE;
    expect(scene.received(BO, LETTER)?.door?.version).toBe(V1);
  });

  it("R19 cannot be of a piece that is not one's own, and nothing happens then", () => {
    expect(scene.room(BO, goodbye())).toBe("not-here");
    expect(paused()).toBe(false);
  });
});

describe("closing one's side", () => {
  const close = (who = BO) => scene.room(who, { kind: "close-side" });

  it("R21 is there after 60 days of pause, for both", () => {
    scene.room(ADA, { kind: "pause", minutes: null });
    scene.now += 60 * DAY - 1;
    expect([close(), close(ADA)]).toEqual(["too-early", "too-early"]);
    scene.now += 1;
    expect(mayClose(scene.known(ADA).room, ADA, scene.now)).toBe(true);
    expect(close()).toBe("done");
    expect(scene.known(BO).room.own.closed).toBe(true);
    scene.room(ADA, { kind: "resume" });
    expect(paused()).toBe(true);
    expect(scene.known(ADA).room.own.closed).toBe(false);
  });

  it("R21 counts pauses that follow on one another as one, whoever paused", () => {
    scene.room(ADA, { kind: "pause", minutes: 40 * 24 * 60 });
    scene.now += 39 * DAY;
    scene.room(BO, { kind: "pause", minutes: null });
    scene.now += 21 * DAY;
    expect(close()).toBe("done");
  });

  it("R21 begins to count again after a time without a pause", () => {
    scene.room(ADA, { kind: "pause", minutes: 60 });
    scene.now += DAY;
    scene.room(ADA, { kind: "pause", minutes: null });
    scene.now += 60 * DAY - 1;
    expect(close()).toBe("too-early");
  });

  it("R21 is there at once for who left, and not for the other", () => {
    scene.room(ADA, LEAVE);
    expect(close()).toBe("too-early");
    expect(close(ADA)).toBe("done");
  });

  it.each([
    ["pausing", { kind: "pause", minutes: null }],
    ["leaving", LEAVE],
    ["blocking", { kind: "block" }],
  ] as const)("R21 has lasted long for both at one instant, after %s too", (_name, ending) => {
    scene.room(ADA, ending);
    const long = () => [ADA, BO].map((who) => isLongPaused(scene.known(who).room, scene.now));
    scene.now += 60 * DAY - 1;
    expect(long()).toEqual([false, false]);
    scene.now += 1;
    expect(long()).toEqual([true, true]);
  });
});
