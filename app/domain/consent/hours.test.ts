import * as fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import {
  isQuiet,
  lastArrival,
  nextArrival,
  pace,
  quietHours,
  quietSince,
  quietUntil,
  type Pace,
} from "./hours.ts";
import { mayMeet } from "./access.ts";
import { arrived } from "./arrivals.ts";
import { know } from "./gate.ts";
import { viewFor } from "./view.ts";
import {
  ADA,
  AGREEMENT,
  BO,
  DAY,
  GateScene,
  LETTER,
  LINE,
  NOON,
  NOTE,
  offer,
  propose,
  signLine,
  V1,
  V2,
  type Doing,
} from "#tests/support/gate-scene.ts";

const HOUR = 60 * 60_000;
const ZURICH = "Europe/Zurich";
const NIGHT = { zone: ZURICH, from: 22 * 60, to: 7 * 60 };
const DAILY: Pace = { every: "day", zone: "UTC", at: 9 * 60 };
const SUNDAYS: Pace = { every: "week", zone: "UTC", at: 9 * 60, weekday: 0 };

let scene: GateScene;
beforeEach(() => {
  scene = new GateScene();
});

describe("hours", () => {
  it("E5 are read on the wall of their zone, also over midnight", () => {
    const at = (hour: number) => isQuiet(NIGHT, Date.UTC(2025, 10, 3, hour));
    expect([20, 21, 23, 0, 5, 6, 12].map(at)).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it("E5 begin and end to the minute, also in the nights when the clocks change", () => {
    for (const night of [Date.UTC(2025, 9, 26, 2, 30), Date.UTC(2025, 2, 30, 2, 30)]) {
      const [since, until] = [quietSince(NIGHT, night), quietUntil(NIGHT, night) ?? 0];
      expect(isQuiet(NIGHT, since)).toBe(true);
      expect(isQuiet(NIGHT, since - 1)).toBe(false);
      expect(isQuiet(NIGHT, until - 1)).toBe(true);
      expect(isQuiet(NIGHT, until)).toBe(false);
      expect(since).toBeLessThan(night);
    }
  });

  it("E6 arrivals come at their time of day and of the week, and none between two of them", () => {
    const zones = fc.constantFrom("UTC", ZURICH, "America/St_Johns", "Australia/Lord_Howe");
    const its = fc
      .record({
        zone: zones,
        at: fc.nat(24 * 60 - 1),
        every: fc.constantFrom("day", "week"),
        weekday: fc.nat(6),
      })
      .map((one) => pace.parse(one));
    fc.assert(
      fc.property(its, fc.nat(400 * DAY), (one, since) => {
        const now = NOON + since;
        const [last, next] = [lastArrival(one, now), nextArrival(one, now) ?? 0];
        expect(last).toBeLessThanOrEqual(now);
        expect(next).toBeGreaterThan(now);
        const span = one.every === "day" ? DAY : 7 * DAY;
        expect(Math.abs(next - last - span)).toBeLessThanOrEqual(2 * HOUR);
      }),
    );
  });

  it("E7 are refused for a zone that there is not, and for no hours at all", () => {
    expect(quietHours.safeParse({ ...NIGHT, zone: "Europe/Nowhere" }).success).toBe(false);
    expect(quietHours.safeParse({ ...NIGHT, to: NIGHT.from }).success).toBe(false);
    expect(quietHours.safeParse(NIGHT).success).toBe(true);
  });
});

const door = () => scene.view(BO).flatMap((view) => ("door" in view && view.door?.version) || []);

describe("quiet hours", () => {
  const tenInTheEvening = Date.UTC(2025, 10, 3, 21);
  beforeEach(() => {
    scene.room(BO, { kind: "set-quiet-hours", hours: NIGHT });
  });

  it("E5 keep what comes in them until they end, and then it is there", () => {
    scene.now = tenInTheEvening + HOUR;
    scene.act(ADA, LETTER, offer());
    expect(door()).toEqual([]);
    expect(scene.act(BO, LETTER, { kind: "open", version: V1 })).toBe("not-here");
    scene.now = tenInTheEvening + 9 * HOUR;
    expect(door()).toEqual([V1]);
  });

  it("E5 let be what was there, and take away at once what is taken back", () => {
    scene.act(ADA, LETTER, offer());
    scene.now = tenInTheEvening;
    expect(door()).toEqual([V1]);
    scene.act(ADA, LETTER, { kind: "take-back", version: V1 });
    expect(door()).toEqual([]);
  });

  it("E5 keep an answer too, but not what one took away since", () => {
    scene.begin(BO, NOTE);
    scene.act(BO, NOTE, offer(V2));
    scene.act(ADA, NOTE, { kind: "open", version: V2 });
    scene.now = tenInTheEvening + HOUR;
    scene.act(ADA, NOTE, { kind: "answer", version: V2, answer: "thank you" });
    const holdings = scene.holdings(BO);
    const entries = arrived(holdings.entries, BO, tenInTheEvening);
    const [view] = viewFor(
      know({ ...holdings, entries }),
      new Map(holdings.pieces.map((row) => [row.piece, row.keys])),
      scene.now,
    );
    expect(view).toMatchObject({ place: "door", versions: [{ answer: null }] });
  });
});

describe("what both write together, in one's quiet hours", () => {
  const night = Date.UTC(2025, 10, 3, 21);
  /** What has come to Bo: of what arrives nothing since the hours began. */
  const shownToBo = () => {
    const holdings = scene.holdings(BO);
    const keys = new Map(holdings.pieces.map((row) => [row.piece, row.keys]));
    const entries = arrived(holdings.entries, BO, night);
    return viewFor(know({ ...holdings, entries }), keys, scene.now);
  };
  const agreement = () => shownToBo().find(({ piece }) => piece === AGREEMENT);
  beforeEach(() => {
    scene.act(ADA, AGREEMENT, propose);
    const proposal = scene.together(BO)?.statement.hash ?? "";
    expect(scene.act(BO, AGREEMENT, { kind: "accept", proposal })).toBe("done");
    scene.room(BO, { kind: "set-quiet-hours", hours: NIGHT });
    scene.now = night + HOUR;
  });

  it("E5 goes on, with presence, while what is offered, asked, answered and signed waits", () => {
    scene.act(ADA, LETTER, offer());
    expect(scene.act(ADA, AGREEMENT, signLine("h"))).toBe("done");
    for (const who of [ADA, BO]) {
      expect(scene.access(who, AGREEMENT)).toEqual({ status: "open", epoch: 1, mayWrite: true });
      expect(mayMeet(scene.known(who), AGREEMENT, scene.now)).toBe(true);
    }
    expect(door()).toEqual([]);
    expect(agreement()).toMatchObject({ state: { is: "open", lines: [] } });
    scene.now = night + 9 * HOUR;
    expect(door()).toEqual([V1]);
    expect(scene.together(BO)).toMatchObject({ state: { lines: [{ line: LINE }] } });
  });

  it("E5 stops for both in a pause, and by closing at once", () => {
    scene.room(BO, { kind: "pause", minutes: 20 });
    for (const who of [ADA, BO]) {
      expect(scene.access(who, AGREEMENT)).toMatchObject({ mayWrite: false });
      expect(mayMeet(scene.known(who), AGREEMENT, scene.now)).toBe(false);
    }
    scene.room(BO, { kind: "resume" });
    expect(scene.act(ADA, AGREEMENT, { kind: "close" })).toBe("done");
    expect(agreement()).toMatchObject({ state: { is: "closed" } });
    expect(scene.access(BO, AGREEMENT)).toMatchObject({ mayWrite: false });
  });
});

describe("a reader's pace", () => {
  it.each([
    ["once a day", DAILY, Date.UTC(2025, 10, 4, 9)],
    ["once a week", SUNDAYS, Date.UTC(2025, 10, 9, 9)],
  ] as const)("E6 brings the next envelope %s", (_name, its, next) => {
    scene.room(BO, { kind: "set-pace", pace: its });
    scene.now += 1;
    scene.act(ADA, LETTER, offer());
    expect(door()).toEqual([]);
    scene.now = next - 1;
    expect(door()).toEqual([]);
    scene.now = next;
    expect(door()).toEqual([V1]);
    scene.now += 1;
    scene.act(ADA, NOTE, offer(V2));
    scene.act(BO, LETTER, { kind: "not-now", version: V1 });
    expect(door()).toEqual([V1]);
    scene.now = nextArrival(its, next) ?? 0;
    expect(door()).toEqual([V1, V2]);
  });

  it("E6 leaves what stood at the door when it was chosen", () => {
    scene.act(ADA, LETTER, offer());
    scene.now += HOUR;
    scene.room(BO, { kind: "set-pace", pace: SUNDAYS });
    scene.now += HOUR;
    expect(door()).toEqual([V1]);
  });

  it("E7 and hours change no byte of what the author gets, nor what they can do", () => {
    const own = fc.constantFrom<Parameters<GateScene["room"]>[1] | null>(
      null,
      { kind: "set-pace", pace: DAILY },
      { kind: "set-pace", pace: SUNDAYS },
      { kind: "set-quiet-hours", hours: NIGHT },
      { kind: "seen" },
    );
    const doing = fc.constantFrom<readonly [typeof LETTER, Doing]>(
      [LETTER, offer()],
      [NOTE, offer(V2)],
      [LETTER, { kind: "take-back", version: V1 }],
      [NOTE, { kind: "take-back", version: V2 }],
    );
    const steps = fc.array(fc.record({ own, doing, hours: fc.nat(200) }), { maxLength: 8 });
    fc.assert(
      fc.property(steps, (all) => {
        const run = (quietly: boolean) => {
          const its = new GateScene();
          return all.map(({ own: setting, doing: [piece, act], hours }) => {
            its.now += hours * HOUR;
            if (quietly && setting) its.room(BO, setting);
            return [its.act(ADA, piece, act), JSON.stringify(its.view(ADA)), its.chain(ADA)];
          });
        };
        expect(run(true)).toEqual(run(false));
      }),
    );
  });
});
