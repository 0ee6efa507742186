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

  it("R23 has no trace of what the other did quietly", () => {
    scene.act(ADA, LETTER, offer());
    const before = changes(ADA);
    open();
    expect(changes(ADA)).toEqual(before);
  });
});
