import { beforeEach, describe, expect, it } from "vitest";
import type { PieceId } from "../ids.ts";
import {
  ADA,
  BO,
  DAY,
  GateScene,
  id,
  LETTER,
  NOTE,
  offer,
  V1,
  V2,
  type Doing,
} from "#tests/support/gate-scene.ts";

let scene: GateScene;
beforeEach(() => {
  scene = new GateScene();
});

/** Everything that a reader can do at the door, as given to the author's side to be told apart. */
const READINGS: readonly (readonly [string, readonly Doing[]])[] = [
  ["unseen", []],
  ["opened", [{ kind: "open", version: V1 }]],
  ["put off", [{ kind: "not-now", version: V1 }]],
  ["refused", [{ kind: "no", version: V1 }]],
  [
    "put off, then opened",
    [
      { kind: "not-now", version: V1 },
      { kind: "open", version: V1 },
    ],
  ],
  [
    "put off, then refused",
    [
      { kind: "not-now", version: V1 },
      { kind: "no", version: V1 },
    ],
  ],
];

const whateverTheAuthorTries = (scene: GateScene): readonly string[] => [
  scene.act(ADA, LETTER, offer()),
  scene.act(ADA, LETTER, { kind: "open", version: V1 }),
  JSON.stringify(scene.chain(ADA)),
  scene.act(ADA, LETTER, offer(V2)),
  scene.act(ADA, LETTER, { kind: "take-back", version: V1 }),
  scene.act(ADA, LETTER, { kind: "take-back", version: V2 }),
  JSON.stringify(scene.view(ADA)),
  JSON.stringify(scene.chain(ADA)),
];

describe("before an offer", () => {
  it("G1 what I write is not in the other's view, in no form", () => {
    expect(scene.view(ADA).map(({ piece }) => piece)).toEqual([LETTER, NOTE]);
    expect(scene.view(BO)).toEqual([]);
  });

  it("G1 nothing can be done with it that could not be done with what does not exist", () => {
    const missing = id<PieceId>(99);
    const acts: readonly Doing[] = [
      offer(),
      { kind: "take-back", version: V1 },
      { kind: "open", version: V1 },
      { kind: "not-now", version: V1 },
      { kind: "not-now" },
      { kind: "no", version: V1 },
      { kind: "tell-opened", version: V1 },
      { kind: "answer", version: V1, answer: "answer" },
      { kind: "withdraw" },
      { kind: "accept", proposal: "hash" },
      { kind: "close" },
    ];
    for (const act of acts) {
      expect(scene.act(BO, LETTER, act), act.kind).toBe("not-here");
      expect(scene.act(BO, missing, act), act.kind).toBe("not-here");
    }
    expect(scene.access(BO, LETTER)).toEqual(scene.access(BO, missing));
    expect(scene.entries).toEqual([]);
  });

  it("G16 nobody offers or proposes while they are alone in the room", () => {
    scene.paired = false;
    expect(scene.act(ADA, LETTER, offer())).toBe("alone");
    expect(scene.act(ADA, id(40), { kind: "propose", envelope: "e", sealedKey: "k" })).toBe(
      "alone",
    );
  });
});

describe("an offer", () => {
  beforeEach(() => {
    expect(scene.act(ADA, LETTER, offer())).toBe("done");
  });

  it("G2 shows to its author as one card at the door, and to the other as an envelope", () => {
    const mine = scene.written(ADA, LETTER);
    expect(mine?.place).toBe("door");
    expect(mine?.versions).toMatchObject([{ version: V1, state: "offered", on: "2025-11-03" }]);
    expect(scene.received(BO, LETTER)).toMatchObject({
      door: { version: V1, on: "2025-11-03", envelope: `envelope of ${V1}`, putOff: false },
      opened: [],
    });
  });

  it("G2 leaves the piece to its author: it is still theirs to write, and theirs alone", () => {
    expect(scene.access(ADA, LETTER)).toEqual({ status: "open", epoch: 1, mayWrite: true });
    expect(scene.access(BO, LETTER)).toEqual({ status: "refused", code: "not-here" });
  });

  it("G2 is made once: the same version is not offered again", () => {
    expect(scene.act(ADA, LETTER, offer())).toBe("already-done");
  });

  it("E3 tells its reader no hour, no size, no key", () => {
    const door = scene.received(BO, LETTER)?.door;
    expect(Object.keys(door ?? {}).sort()).toEqual([
      "envelope",
      "on",
      "putOff",
      "statement",
      "version",
    ]);
    expect(JSON.stringify(scene.view(BO))).not.toContain(`key 1 of ${LETTER}`);
  });

  it.each(READINGS)("G3 looks the same to its author when it is %s", (_name, acts) => {
    const unseen = JSON.stringify(scene.view(ADA));
    for (const act of acts) expect(scene.act(BO, LETTER, act)).toBe("done");
    expect(JSON.stringify(scene.view(ADA))).toBe(unseen);
    scene.now += 31 * DAY;
    const ended = new GateScene();
    ended.act(ADA, LETTER, offer());
    ended.now = scene.now;
    expect(JSON.stringify(scene.view(ADA))).toBe(JSON.stringify(ended.view(ADA)));
    expect(scene.written(ADA, LETTER)?.versions[0]?.state).toBe("ended");
  });

  it.each(READINGS)(
    "G3 lets its author do the same, with the same outcome, when %s",
    (_name, acts) => {
      for (const act of acts) scene.act(BO, LETTER, act);
      const unseen = new GateScene();
      unseen.act(ADA, LETTER, offer());
      expect(whateverTheAuthorTries(scene)).toEqual(whateverTheAuthorTries(unseen));
    },
  );

  it("G5 a no goes from the reader's side, and reaches the author only if it is told", () => {
    expect(scene.act(BO, LETTER, { kind: "no", version: V1, tell: true })).toBe("done");
    expect(scene.received(BO, LETTER)).toBeUndefined();
    const mine = scene.written(ADA, LETTER);
    expect(mine?.place).toBe("door");
    expect(mine?.versions[0]).toMatchObject({ state: "offered", told: { what: "no" } });
  });

  it("G11 repeating a quiet act changes nothing", () => {
    scene.act(BO, LETTER, { kind: "not-now", version: V1 });
    const after = scene.entries.length;
    expect(scene.act(BO, LETTER, { kind: "not-now", version: V1 })).toBe("done");
    expect(scene.entries).toHaveLength(after);
    scene.act(BO, LETTER, { kind: "open", version: V1 });
    expect(scene.act(BO, LETTER, { kind: "open", version: V1 })).toBe("done");
    expect(scene.entries).toHaveLength(after + 1);
  });

  it("G11 what was opened cannot be put off or refused any more", () => {
    scene.act(BO, LETTER, { kind: "open", version: V1 });
    expect(scene.act(BO, LETTER, { kind: "not-now", version: V1 })).toBe("not-here");
    expect(scene.act(BO, LETTER, { kind: "no", version: V1 })).toBe("not-here");
    expect(scene.act(BO, LETTER, { kind: "open" } as Doing)).toBe("not-here");
  });
});

describe("an opened version", () => {
  beforeEach(() => {
    scene.act(ADA, LETTER, offer());
    scene.act(BO, LETTER, { kind: "open", version: V1 });
  });

  it("G6 has its words and key for author and reader, and before opening for the author alone", () => {
    expect(scene.role(ADA, LETTER, V1)).toBe("author");
    expect(scene.role(BO, LETTER, V1)).toBe("reader");
    const unopened = new GateScene();
    unopened.act(ADA, LETTER, offer());
    expect(unopened.role(ADA, LETTER, V1)).toBe("author");
    expect(unopened.role(BO, LETTER, V1)).toBeNull();
    unopened.act(BO, LETTER, { kind: "not-now", version: V1 });
    expect(unopened.role(BO, LETTER, V1)).toBeNull();
    unopened.act(BO, LETTER, { kind: "no", version: V1 });
    expect(unopened.role(BO, LETTER, V1)).toBeNull();
  });

  it("G4 is shared on the author's side once the reader tells that they opened it", () => {
    expect(scene.written(ADA, LETTER)?.place).toBe("door");
    expect(scene.act(BO, LETTER, { kind: "tell-opened", version: V1 })).toBe("done");
    const mine = scene.written(ADA, LETTER);
    expect(mine?.place).toBe("shared");
    expect(mine?.versions[0]).toMatchObject({ state: "answered", told: { what: "opened" } });
    expect(scene.act(BO, LETTER, { kind: "tell-opened", version: V1 })).toBe("already-done");
  });

  it("G4 is shared on the author's side once the reader answers", () => {
    const answer: Doing = { kind: "answer", version: V1, answer: "thank you" };
    expect(scene.act(BO, LETTER, answer)).toBe("done");
    const mine = scene.written(ADA, LETTER);
    expect(mine?.place).toBe("shared");
    expect(mine?.versions[0]?.answer?.sealed).toBe("thank you");
    scene.now += 31 * DAY;
    expect(scene.written(ADA, LETTER)?.versions[0]?.state).toBe("answered");
    expect(scene.act(BO, LETTER, { kind: "answer", version: V1, answer: "more" })).toBe("done");
    expect(scene.received(BO, LETTER)?.opened[0]?.answer?.sealed).toBe("more");
  });

  it("G9 stays with its reader when a newer version is offered, which waits beside it", () => {
    scene.act(ADA, LETTER, offer(V2));
    const theirs = scene.received(BO, LETTER);
    expect(theirs?.door?.version).toBe(V2);
    expect(theirs?.opened.map(({ version }) => version)).toEqual([V1]);
    expect(scene.written(ADA, LETTER)?.versions.map(({ version }) => version)).toEqual([V1, V2]);
  });
});

describe("a newer version", () => {
  it("G9 takes the place of one that was not opened, which cannot be opened any more", () => {
    scene.act(ADA, LETTER, offer(V1));
    scene.act(ADA, LETTER, offer(V2));
    expect(scene.received(BO, LETTER)?.door?.version).toBe(V2);
    expect(scene.act(BO, LETTER, { kind: "open", version: V1 })).toBe("not-here");
    expect(scene.act(BO, LETTER, { kind: "open", version: V2 })).toBe("done");
    expect(scene.received(BO, LETTER)?.opened.map(({ version }) => version)).toEqual([V2]);
  });

  it("G9 comes to the door also after a no to the one before", () => {
    scene.act(ADA, LETTER, offer(V1));
    scene.act(BO, LETTER, { kind: "no", version: V1 });
    scene.act(ADA, LETTER, offer(V2));
    expect(scene.received(BO, LETTER)?.door?.version).toBe(V2);
  });
});

describe("taking back", () => {
  it("G7 before opening leaves no trace on the other's side", () => {
    scene.act(ADA, LETTER, offer());
    expect(scene.act(ADA, LETTER, { kind: "take-back", version: V1 })).toBe("done");
    expect(scene.view(BO)).toEqual([]);
    expect(scene.act(BO, LETTER, { kind: "open", version: V1 })).toBe("not-here");
    expect(scene.written(ADA, LETTER)).toMatchObject({
      place: "mine",
      versions: [{ version: V1, state: "taken-back" }],
    });
  });

  it("G7 after opening tells the reader that it is gone, and gives its words to nobody", () => {
    scene.act(ADA, LETTER, offer());
    scene.act(BO, LETTER, { kind: "open", version: V1 });
    scene.act(ADA, LETTER, { kind: "take-back", version: V1 });
    expect(scene.received(BO, LETTER)?.opened[0]?.takenBack).toMatchObject({ on: "2025-11-03" });
    expect([scene.role(ADA, LETTER, V1), scene.role(BO, LETTER, V1)]).toEqual([null, null]);
    expect(scene.act(BO, LETTER, { kind: "answer", version: V1, answer: "a" })).toBe("taken-back");
    expect(scene.act(BO, LETTER, { kind: "tell-opened", version: V1 })).toBe("taken-back");
  });

  it("G7 works after thirty days too, and once", () => {
    scene.act(ADA, LETTER, offer());
    scene.now += 400 * DAY;
    expect(scene.act(ADA, LETTER, { kind: "take-back", version: V1 })).toBe("done");
    expect(scene.act(ADA, LETTER, { kind: "take-back", version: V1 })).toBe("already-done");
    expect(scene.act(ADA, LETTER, { kind: "take-back", version: V2 })).toBe("not-here");
  });

  it("G8 takes the newest version back and those before it, all at once", () => {
    scene.act(ADA, LETTER, offer(V1));
    scene.act(BO, LETTER, { kind: "open", version: V1 });
    scene.act(ADA, LETTER, offer(V2));
    expect(scene.act(ADA, LETTER, { kind: "take-back", version: V1 })).toBe("moved-on");
    expect(scene.act(ADA, LETTER, { kind: "take-back", version: V2 })).toBe("moved-on");
    const before = [{ version: V1, statement: { body: "of the first", signature: "s" } }];
    const twice = [...before, ...before];
    expect(scene.act(ADA, LETTER, { kind: "take-back", version: V2, before: twice })).toBe(
      "moved-on",
    );
    expect(scene.act(ADA, LETTER, { kind: "take-back", version: V2, before })).toBe("done");
    expect(scene.written(ADA, LETTER)?.versions.map(({ state }) => state)).toEqual([
      "taken-back",
      "taken-back",
    ]);
    expect(scene.received(BO, LETTER)).toMatchObject({ door: null, opened: [{ version: V1 }] });
    expect(scene.role(BO, LETTER, V1)).toBeNull();
  });

  it("G8 leaves the piece free to be offered again", () => {
    scene.act(ADA, LETTER, offer(V1));
    scene.act(ADA, LETTER, { kind: "take-back", version: V1 });
    expect(scene.act(ADA, LETTER, offer(V2))).toBe("done");
    expect(scene.received(BO, LETTER)?.door?.version).toBe(V2);
  });
});

describe("thirty days", () => {
  it("G10 end an offer: it leaves the door, and its card can still be taken back", () => {
    scene.act(ADA, LETTER, offer());
    scene.now += 30 * DAY - 1;
    expect(scene.received(BO, LETTER)?.door?.version).toBe(V1);
    scene.now += 1;
    expect(scene.view(BO)).toEqual([]);
    expect(scene.act(BO, LETTER, { kind: "open", version: V1 })).toBe("not-here");
    expect(scene.written(ADA, LETTER)).toMatchObject({
      place: "door",
      versions: [{ state: "ended" }],
    });
  });

  it("G10 take nothing from who opened it: it stays, and can still be answered", () => {
    scene.act(ADA, LETTER, offer());
    scene.act(BO, LETTER, { kind: "open", version: V1 });
    scene.now += 60 * DAY;
    expect(scene.received(BO, LETTER)?.opened).toHaveLength(1);
    expect(scene.act(BO, LETTER, { kind: "answer", version: V1, answer: "late" })).toBe("done");
    expect(scene.written(ADA, LETTER)?.place).toBe("shared");
  });
});

describe("the door", () => {
  beforeEach(() => {
    scene.act(ADA, LETTER, offer(V1));
    scene.now += 1;
    scene.act(ADA, NOTE, offer(V2));
  });

  it("E1 shows one envelope at a time, the one that has waited longest", () => {
    expect(scene.view(BO).map(({ piece }) => piece)).toEqual([LETTER]);
    expect(scene.act(BO, NOTE, { kind: "open", version: V2 })).toBe("not-here");
  });

  it.each(["open", "not-now", "no"] as const)("E1 is free for the next one after %s", (kind) => {
    scene.act(BO, LETTER, { kind, version: V1 });
    expect(scene.received(BO, NOTE)?.door?.version).toBe(V2);
  });

  it("E1 keeps what was put off, beside the next one", () => {
    scene.act(BO, LETTER, { kind: "not-now", version: V1 });
    expect(scene.received(BO, LETTER)?.door).toMatchObject({ version: V1, putOff: true });
    expect(scene.act(BO, LETTER, { kind: "open", version: V1 })).toBe("done");
  });

  it("E1 is free for the next one when the first is taken back, or ends", () => {
    scene.act(ADA, LETTER, { kind: "take-back", version: V1 });
    expect(scene.view(BO).map(({ piece }) => piece)).toEqual([NOTE]);
  });

  it("E1 counts a proposal to write together among the envelopes", () => {
    const [agreement, second] = [id<PieceId>(50), id<PieceId>(51)];
    scene.act(BO, agreement, { kind: "propose", envelope: "e", sealedKey: "k" });
    expect(scene.together(ADA, agreement)?.state.is).toBe("offered");
    scene.act(ADA, second, { kind: "propose", envelope: "e", sealedKey: "k" });
    expect(scene.together(BO, second)).toBeUndefined();
    expect(scene.act(BO, second, { kind: "accept", proposal: "hash" })).toBe("not-here");
  });
});
