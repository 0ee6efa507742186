import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { LineId } from "#domain/ids.ts";
import { MAX_BOUNDARIES } from "#domain/pieces/boundaries.ts";
import {
  boundariesDocument,
  boundariesUndo,
  lineOf,
  type BoundariesDocument,
  type BoundaryText,
} from "./boundaries-document.ts";
import { TYPED } from "./line-document.ts";

/** One of a person's devices with the list open. */
function device() {
  const document = boundariesDocument(new Y.Doc());
  return { document, undo: boundariesUndo(document) };
}

type Device = ReturnType<typeof device>;

/** Both devices learn what the other has. */
function meet(a: Device, b: Device) {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const missing = Y.encodeStateAsUpdate(from.document.doc, Y.encodeStateVector(to.document.doc));
    Y.applyUpdate(to.document.doc, missing);
  }
}

function two(): { here: Device; there: Device } {
  const [here, there] = [device(), device()];
  here.document.doc.clientID = 1;
  there.document.doc.clientID = 2;
  return { here, there };
}

const find = (document: BoundariesDocument, id: LineId) => {
  const line = [...document.shown(), ...document.gone()].find((each) => each.id === id);
  if (!line) throw new Error("no such line");
  return line;
};

function type(
  { document, undo }: Device,
  id: LineId,
  words: string,
  where: BoundaryText = "statement",
) {
  undo.endStep();
  document.doc.transact(() => find(document, id)[where].insert(0, words), TYPED);
  undo.endStep();
}

function add(device: Device, words = "", after?: LineId): LineId {
  device.undo.endStep();
  const id = device.document.add("contact", after);
  if (!id) throw new Error("too many lines");
  device.undo.endStep();
  if (words !== "") type(device, id, words);
  return id;
}

const words = ({ document }: Device) => document.shown().map((line) => line.statement.toString());

describe("a list of boundaries", () => {
  it("P32 looking at it writes nothing", () => {
    const { document } = device();
    document.shown();
    document.gone();
    document.hidden();
    expect(document.isNewer()).toBe(false);
    expect(Y.encodeStateAsUpdate(document.doc)).toEqual(Y.encodeStateAsUpdate(new Y.Doc()));
  });

  it("P52 a line comes behind the one that it was asked for, or at the end", () => {
    const here = device();
    const first = add(here, "first");
    add(here, "last");
    add(here, "between", first);
    expect(words(here)).toEqual(["first", "between", "last"]);
  });

  it("P52 putting it in order on two devices at once keeps every line, in one order on both", () => {
    const move = fc.record({
      on: fc.constantFrom("here", "there"),
      which: fc.nat(20),
      place: fc.nat(20),
      meets: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(move, { maxLength: 20 }),
        (size, moves) => {
          const pair = two();
          const { here, there } = pair;
          const ids = Array.from({ length: size }, (_, i) => add(here, `line ${i}`));
          meet(here, there);
          for (const { on, which, place, meets } of moves) {
            const { document } = pair[on];
            const line = document.shown()[which % size];
            if (line) document.move(line.id, place % size);
            if (line && !meets) continue;
            meet(here, there);
          }
          add(there, "new");
          meet(here, there);
          expect(words(here)).toEqual(words(there));
          expect([...words(here)].sort()).toEqual(
            [...ids.map((_, i) => `line ${i}`), "new"].sort(),
          );
        },
      ),
    );
  });

  it("P52 a line that is moved stands where it was put", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(7), fc.nat(7), (size, from, to) => {
        const here = device();
        for (let i = 0; i < size; i++) add(here, `line ${i}`);
        const expected = words(here);
        const [moved = ""] = expected.splice(from % size, 1);
        expected.splice(to % size, 0, moved);
        const line = here.document.shown()[from % size];
        if (line) here.document.move(line.id, to % size);
        expect(words(here)).toEqual(expected);
      }),
    );
  });

  it("P52 what is typed while a line is taken out, or moved, on another device stays", () => {
    const { here, there } = two();
    const id = add(here, "after nine");
    add(here, "second");
    meet(here, there);
    type(here, id, "no calls ");
    there.document.takeOut(id);
    meet(here, there);
    expect(words(here)).toEqual(["second"]);
    expect(here.document.gone().map((line) => line.statement.toString())).toEqual([
      "no calls after nine",
    ]);
    here.document.bringBack(id);
    there.document.move(id, 1);
    meet(here, there);
    expect(words(here)).toEqual(["second", "no calls after nine"]);
    expect(words(there)).toEqual(words(here));
  });

  it("P52 what is no line is not shown; of two lines under one id only the first counts", () => {
    const here = device();
    const id = add(here, "a line");
    here.document.lines.push([
      new Y.Map([["id", "short"]]),
      new Y.Map<unknown>([
        ["id", id],
        ["statement", new Y.Text("twin")],
        ["welcome", new Y.Text()],
        ["response", new Y.Text()],
      ]),
    ]);
    expect(words(here)).toEqual(["a line"]);
  });

  it("P52 nobody adds more lines than an answer has places for", () => {
    const { document } = device();
    for (let i = 0; i < MAX_BOUNDARIES; i++) expect(document.add("contact")).not.toBeNull();
    expect(document.add("contact")).toBeNull();
  });

  it("P62 undo takes back words, settings, places and taking out, and deletes no line", () => {
    const here = device();
    const { document, undo } = here;
    const id = add(here, "first");
    add(here, "second");
    type(here, id, "an answer", "response");
    const before = document.shown().map(lineOf);
    document.set(id, { area: "hours", firm: false, until: "2026-12-01" });
    undo.endStep();
    document.move(id, 1);
    undo.endStep();
    document.takeOut(id);
    undo.endStep();
    for (let i = 0; i < 3; i++) undo.undo();
    expect(document.shown().map(lineOf)).toEqual(before);
    for (let i = 0; i < 3; i++) undo.redo();
    expect(words(here)).toEqual(["second"]);
    while (undo.canUndo()) undo.undo();
    expect(document.shown()).toEqual([]);
    expect(document.lines.length).toBe(2);
    while (undo.canRedo()) undo.redo();
    expect(words(here)).toEqual(["second"]);
  });

  it("P62 what another device did is not taken back here", () => {
    const { here, there } = two();
    const id = add(here, "mine");
    meet(here, there);
    there.document.set(id, { area: "money" });
    type(there, id, "also ");
    meet(here, there);
    here.document.set(id, { firm: false });
    here.undo.undo();
    meet(here, there);
    expect(lineOf(find(here.document, id))).toMatchObject({
      statement: "also mine",
      area: "money",
      firm: true,
    });
  });

  it("P50 a line says what would cross: normalised words, and days that there are", () => {
    const here = device();
    const id = add(here, "  No\u200b calls\u0007after nine ");
    here.document.set(id, { until: "2026-12-01", review: undefined, area: "hours" });
    expect(lineOf(find(here.document, id))).toEqual({
      id,
      area: "hours",
      statement: "No calls after nine",
      welcome: "",
      response: "",
      firm: true,
      until: "2026-12-01",
    });
    expect(lineOf(find(here.document, add(here)))).toBeNull();
  });

  it("P61 a list that a newer version wrote is known as such", () => {
    const here = device();
    add(here, "mine");
    expect(here.document.isNewer()).toBe(false);
    here.document.doc.getMap("meta").set("format", 2);
    expect(here.document.isNewer()).toBe(true);
    expect(words(here)).toEqual(["mine"]);
  });

  it("P60 the first shape of a list opens, with everything that it holds", () => {
    const { document } = device();
    Y.applyUpdate(document.doc, readFileSync("tests/fixtures/kinds/boundaries-1.bin"));
    expect(document.isNewer()).toBe(false);
    expect(document.hidden()).toEqual(["touch"]);
    expect(document.shown().map((line) => [lineOf(line), line.takenBack])).toEqual([
      [
        {
          id: "AgICAgICAgICAgICAgICAg",
          area: "hours",
          statement: "No calls after nine",
          welcome: "A message, which I read in the morning",
          response: "I leave the phone off until eight",
          firm: true,
          until: "2027-03-31",
          review: "2027-01-15",
        },
        undefined,
      ],
      [
        {
          id: "AQEBAQEBAQEBAQEBAQEBAQ",
          area: "contact",
          statement: "We write, we do not ring",
          welcome: "",
          response: "",
          firm: false,
        },
        "2026-11-03",
      ],
    ]);
    expect(document.gone().map((line) => line.statement.toString())).toEqual(["Not the garden"]);
  });
});
