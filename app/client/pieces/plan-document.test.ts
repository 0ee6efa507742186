import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { idOf, type LineId, type PersonId } from "#domain/ids.ts";
import { MAX_COMMITMENTS, PARTS, ready, RHYTHMS, type Part } from "#domain/pieces/plan.ts";
import { TYPED } from "./line-document.ts";
import { draftOf, planDocument, planUndo, type PlanDocument } from "./plan-document.ts";

const id = <T extends string>(n: number) => idOf<T>(new Uint8Array(16).fill(n));
const ADA = id<PersonId>(1);
const BEN = id<PersonId>(2);
const START = "2026-11-02";

/** Both people's devices with the plan open. */
function two() {
  let made = 10;
  const newId = () => id<LineId>(++made);
  const [mine, theirs] = [1, 2].map((clientID) => {
    const doc = new Y.Doc();
    doc.clientID = clientID;
    const document = planDocument(doc, newId);
    return { document, undo: planUndo(document) };
  });
  if (!mine || !theirs) throw new Error("there are two");
  return { mine, theirs };
}

type Device = ReturnType<typeof two>["mine"];

/** Both learn what the other has. */
function meet(a: Device, b: Device) {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const missing = Y.encodeStateAsUpdate(from.document.doc, Y.encodeStateVector(to.document.doc));
    Y.applyUpdate(to.document.doc, missing);
  }
}

const drafts = ({ document }: Device) => document.shown().map(draftOf);

function add({ document, undo }: Device, owner: PersonId): LineId {
  undo.endStep();
  const added = document.add(owner, START);
  if (!added) throw new Error("too many");
  undo.endStep();
  return added;
}

function write({ document, undo }: Device, line: LineId, part: Part, words: string) {
  undo.endStep();
  const one = [...document.shown(), ...document.gone()].find((each) => each.id === line);
  if (!one) throw new Error("not here");
  document.doc.transact(() => one[part].insert(one[part].length, words), TYPED);
  undo.endStep();
}

/** What one of the two may do, by its number. */
const deeds: readonly ((device: Device, line: LineId) => void)[] = [
  (device) => add(device, ADA),
  (device) => add(device, BEN),
  (device, line) => write(device, line, "goal", "a"),
  (device, line) => write(device, line, "act", "b"),
  ({ document }, line) => document.choose(line, { rhythm: "weekly" }),
  ({ document }, line) => document.choose(line, { review: "2026-12-01" }),
  ({ document }, line) => document.choose(line, { review: null }),
  ({ document }, line) => document.takeAway(line),
  ({ document }, line) => document.bringBack(line),
  ({ undo }) => undo.undo(),
  ({ undo }) => undo.redo(),
];

describe("the document of a plan", () => {
  it("P32 looking at a plan writes nothing", () => {
    const doc = new Y.Doc();
    const document = planDocument(doc);
    document.shown();
    document.gone();
    document.isNewer();
    planUndo(document).undo();
    expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(new Y.Doc()));
  });

  it("P92 holds what is written for whom, and both see the same after they have met", () => {
    const { mine, theirs } = two();
    const line = add(mine, ADA);
    write(mine, line, "goal", "Be on time");
    meet(mine, theirs);
    write(mine, line, "when", "it is 17:30");
    write(theirs, line, "act", "I leave");
    theirs.document.choose(line, { rhythm: "weekdays", review: "2026-11-30" });
    meet(mine, theirs);
    const draft = {
      owner: ADA,
      goal: "Be on time",
      obstacle: "",
      when: "it is 17:30",
      act: "I leave",
      rhythm: "weekdays",
      start: START,
      review: "2026-11-30",
    };
    for (const device of [mine, theirs]) expect(drafts(device)).toEqual([draft]);
    expect(ready(draft as Parameters<typeof ready>[0]).ok).toBe(true);
  });

  it("P92 whatever the two do, they end alike, and no word is gone for good", () => {
    const deed = fc.record({
      mine: fc.boolean(),
      what: fc.nat(deeds.length - 1),
      which: fc.nat(9),
      meet: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 30 }), (done) => {
        const { mine, theirs } = two();
        for (const { mine: isMine, what, which, meet: meeting } of done) {
          const device = isMine ? mine : theirs;
          const all = [...device.document.shown(), ...device.document.gone()];
          const line = all[which % Math.max(1, all.length)]?.id;
          const act = deeds[what];
          if (act && (line ?? what < 2)) act(device, line ?? id<LineId>(9));
          if (meeting) meet(mine, theirs);
        }
        meet(mine, theirs);
        expect(drafts(mine)).toEqual(drafts(theirs));
        const all = mine.document.commitments.length;
        const seen = new Set([...mine.document.shown(), ...mine.document.gone()]).size;
        const empty = all - seen;
        // What is not seen was taken away without a word in it.
        for (const line of mine.document.gone()) mine.document.bringBack(line.id);
        expect(mine.document.shown()).toHaveLength(all - empty);
      }),
      { numRuns: process.env.ALL ? 2000 : 200 },
    );
  });

  it("P92 undo takes back my words and choices, and never what the other wrote", () => {
    const { mine, theirs } = two();
    const line = add(mine, ADA);
    write(mine, line, "goal", "mine");
    meet(mine, theirs);
    write(theirs, line, "goal", " and theirs");
    meet(mine, theirs);
    mine.undo.endStep();
    mine.document.choose(line, { rhythm: "once" });
    mine.undo.endStep();
    mine.undo.undo();
    expect(drafts(mine)[0]).toMatchObject({ rhythm: "daily", goal: "mine and theirs" });
    mine.undo.undo();
    expect(drafts(mine)[0]).toMatchObject({ goal: " and theirs" });
    mine.undo.undo();
    expect(mine.document.shown()).toEqual([]);
    expect(mine.document.gone().map(({ goal }) => goal.toString())).toEqual([" and theirs"]);
    mine.undo.redo();
    expect(drafts(mine)[0]).toMatchObject({ goal: " and theirs" });
  });

  it("P92 what is no commitment is not shown, and of two under one id only the first counts", () => {
    const { mine } = two();
    const line = add(mine, ADA);
    const { doc, commitments } = mine.document;
    const forged = new Y.Map<unknown>([
      ["id", line],
      ["owner", BEN],
      ["start", START],
      ...PARTS.map((part): [string, unknown] => [part, new Y.Text("forged")]),
    ]);
    doc.transact(() =>
      commitments.push([
        forged,
        new Y.Map<unknown>([
          ["id", id(98)],
          ["owner", BEN],
          ["start", START],
          ...PARTS.map((part): [string, unknown] => [part, new Y.XmlText("in markup")]),
        ]),
        new Y.Map<unknown>([["id", id(99)]]),
        new Y.Map<unknown>([["owner", "somebody"]]),
      ]),
    );
    expect(mine.document.shown().map(({ owner }) => owner)).toEqual([ADA]);
    doc.transact(() => commitments.get(0).set("rhythm", "hourly"));
    expect(RHYTHMS).toContain(mine.document.shown()[0]?.rhythm);
  });

  it("P92 nobody can add more than there is room for", () => {
    const { mine } = two();
    for (let i = 0; i < MAX_COMMITMENTS; i++) add(mine, ADA);
    expect(mine.document.add(ADA, START)).toBeNull();
  });

  it("P96 reads the first shape of a plan", () => {
    expect(drafts({ document: fromFile("plan-1") } as Device)).toEqual([
      {
        owner: ADA,
        goal: "Be on time when I pick the children up",
        obstacle: "Work that runs late",
        when: "it is half past five and my alarm rings",
        act: "close what I am doing and leave",
        rhythm: "weekdays",
        start: "2026-11-02",
        review: "2026-11-30",
      },
    ]);
    expect(fromFile("plan-1").title.toString()).toBe("Three things we keep");
    expect(fromFile("plan-1").isNewer()).toBe(false);
  });

  it("P96 knows a plan that a newer version wrote", () => {
    const document = fromFile("plan-1");
    document.doc.getMap("meta").set("format", 2);
    expect(document.isNewer()).toBe(true);
    expect(document.shown()).toHaveLength(1);
  });
});

function fromFile(name: string): PlanDocument {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, readFileSync(`tests/fixtures/kinds/${name}.bin`));
  return planDocument(doc);
}
