import { beforeEach, describe, expect, it } from "vitest";
import { changesFor, recordFor } from "./history.ts";
import {
  ADA,
  AGREEMENT,
  BO,
  GateScene,
  LETTER,
  NOTE,
  offer,
  propose,
  signLine,
  V1,
  V2,
} from "#tests/support/gate-scene.ts";

let scene: GateScene;
beforeEach(() => {
  scene = new GateScene();
});

const record = (me = BO) =>
  recordFor(scene.known(me), scene.holdings(me).entries, scene.now).map(
    ({ what, by, quiet }) => `${by} ${what}${quiet ? " (quietly)" : ""}`,
  );
const changes = (me = BO) =>
  changesFor(scene.known(me), scene.holdings(me).entries, scene.now).map(({ what }) => what);
const open = (version = V1) => scene.act(BO, LETTER, { kind: "open", version });

describe("the record", () => {
  it("R24 tells what both may see, in order, and my quiet acts to me alone", () => {
    scene.act(ADA, LETTER, offer());
    scene.now += 1;
    open();
    scene.now += 1;
    scene.act(BO, LETTER, { kind: "answer", version: V1, answer: "thank you" });
    scene.now += 1;
    scene.act(ADA, LETTER, { kind: "take-back", version: V1 });
    expect(record()).toEqual([
      "other offered",
      "me opened (quietly)",
      "me answered",
      "other taken-back",
    ]);
    expect(record(ADA)).toEqual(["me offered", "other answered", "me taken-back"]);
  });

  it("R24 has no trace of what was taken back unopened, or never stood at the door", () => {
    scene.act(ADA, LETTER, offer());
    scene.act(ADA, NOTE, offer(V2));
    expect(record()).toEqual(["other offered"]);
    scene.act(ADA, LETTER, { kind: "take-back", version: V1 });
    scene.act(ADA, NOTE, { kind: "take-back", version: V2 });
    scene.act(ADA, AGREEMENT, propose);
    scene.act(ADA, AGREEMENT, { kind: "withdraw" });
    expect(record()).toEqual([]);
  });

  it("G7 R24 tells who opened a version that it was taken back, and names no other", () => {
    scene.act(ADA, LETTER, offer());
    open();
    scene.act(ADA, LETTER, offer(V2));
    const statement = { body: "of the first", signature: "signature" };
    const before = [{ version: V1, statement }];
    expect(scene.act(ADA, LETTER, { kind: "take-back", version: V2, before })).toBe("done");
    const acts = recordFor(scene.known(BO), scene.holdings(BO).entries, scene.now);
    const gone = acts.filter(({ what }) => what === "taken-back");
    expect(gone.map((act) => [act.version, act.statement?.body])).toEqual([[V1, "of the first"]]);
    expect(JSON.stringify([acts, scene.view(BO)])).not.toContain(V2);
    expect(scene.written(ADA, LETTER)?.versions.map(({ state }) => state)).toEqual([
      "taken-back",
      "taken-back",
    ]);
    expect(scene.act(ADA, LETTER, { kind: "take-back", version: V2, before })).toBe("already-done");
  });

  it("R24 keeps what I refused, whatever became of it, and tells nobody that I did", () => {
    scene.act(ADA, LETTER, offer());
    scene.act(BO, LETTER, { kind: "no", version: V1 });
    const before = record();
    expect(before).toHaveLength(2);
    scene.act(ADA, LETTER, { kind: "take-back", version: V1 });
    expect(record()).toEqual(before);
    expect(record(ADA)).toEqual(["me offered", "me taken-back"]);
  });

  it("R24 tells of my pauses to me alone", () => {
    scene.room(BO, { kind: "pause", minutes: null });
    scene.room(BO, { kind: "resume" });
    scene.room(BO, { kind: "leave" });
    expect(record()).toEqual(["me paused (quietly)", "me resumed (quietly)", "me left (quietly)"]);
    expect(record(ADA)).toEqual([]);
  });
});

describe("what changed", () => {
  it("R23 counts from when I last said that I have seen it", () => {
    scene.act(ADA, AGREEMENT, propose);
    expect(changes()).toEqual(["proposed"]);
    const proposal = scene.together(BO)?.statement.hash ?? "";
    scene.act(BO, AGREEMENT, { kind: "accept", proposal });
    scene.now += 1;
    scene.act(ADA, AGREEMENT, signLine("h"));
    expect(changes()).toEqual(["line-signed"]);
    scene.room(BO, { kind: "seen" });
    expect(changes()).toEqual([]);
    scene.now += 1;
    scene.act(ADA, AGREEMENT, { kind: "close" });
    expect(changes()).toEqual(["closed"]);
    expect(changes(ADA)).toEqual(["accepted"]);
  });

  it("R23 tells of an envelope as long as it stands unread at my door", () => {
    scene.act(ADA, LETTER, offer());
    scene.room(BO, { kind: "seen" });
    expect(changes()).toEqual(["offered"]);
    scene.act(BO, LETTER, { kind: "not-now", version: V1 });
    expect(changes()).toEqual([]);
  });

  it("R23 tells of the version that stands there, and not of one that I refused before", () => {
    scene.act(ADA, LETTER, offer());
    scene.act(BO, LETTER, { kind: "no", version: V1 });
    expect(changes()).toEqual([]);
    scene.act(ADA, LETTER, offer(V2));
    expect(changes()).toEqual(["offered"]);
  });

  it("R23 tells once that a piece was taken back of which I had opened two versions", () => {
    scene.act(ADA, LETTER, offer());
    open();
    scene.act(ADA, LETTER, offer(V2));
    open(V2);
    scene.room(BO, { kind: "seen" });
    scene.now += 1;
    const before = [{ version: V1, statement: { body: "b", signature: "s" } }];
    scene.act(ADA, LETTER, { kind: "take-back", version: V2, before });
    expect(changes()).toEqual(["taken-back"]);
    expect(record().filter((told) => told === "other taken-back")).toHaveLength(2);
  });

  it("R23 has no trace of what the other did quietly", () => {
    scene.act(ADA, LETTER, offer());
    const before = changes(ADA);
    open();
    expect(changes(ADA)).toEqual(before);
  });
});

describe("what a statement takes up", () => {
  /** Everything that Ada's next statement rests on has to be something that Bo can be shown. */
  function restsOnWhatHeHas(): void {
    const acts = recordFor(scene.known(BO), scene.holdings(BO).entries, scene.now);
    const has = acts.map(({ statement }) => statement?.hash);
    const { takeUp } = scene.chain(ADA);
    expect(takeUp).toHaveLength(1);
    expect(has).toEqual(expect.arrayContaining([...takeUp]));
  }

  it("G7 S5 is not that a letter was taken back, by who said that they would not read it", () => {
    scene.act(ADA, LETTER, offer());
    scene.act(BO, LETTER, { kind: "no", version: V1, tell: true });
    restsOnWhatHeHas();
    scene.act(ADA, LETTER, { kind: "take-back", version: V1 });
    restsOnWhatHeHas();
  });

  it("G7 S5 is not that a proposal was taken back, by who said no to it", () => {
    scene.act(ADA, AGREEMENT, propose);
    scene.act(BO, AGREEMENT, { kind: "no", tell: true });
    restsOnWhatHeHas();
    scene.act(ADA, AGREEMENT, { kind: "withdraw" });
    restsOnWhatHeHas();
  });
});
