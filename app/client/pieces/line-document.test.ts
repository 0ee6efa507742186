import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { MAX_LINES } from "#domain/pieces/agreement.ts";
import { idOf, ID_BYTES, type LineId } from "#domain/ids.ts";
import { readCarets, tellCaret } from "./carets.ts";
import { TYPED, lineDocument, type LineDocument } from "./line-document.ts";
import { linesUndo } from "./lines-undo.ts";

/** One person's device with the piece open. */
function device() {
  const document = lineDocument(new Y.Doc());
  return { document, undo: linesUndo(document) };
}

type Device = ReturnType<typeof device>;

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

function two(): { mine: Device; theirs: Device } {
  const [mine, theirs] = [device(), device()];
  // Two random ids may be the same, once in a great while.
  mine.document.doc.clientID = 1;
  theirs.document.doc.clientID = 2;
  return { mine, theirs };
}

const newLine = (): LineId => idOf<LineId>(crypto.getRandomValues(new Uint8Array(ID_BYTES)));

const words = ({ document }: Device) => document.shown().map(({ text }) => text.toString());

function type({ document }: Device, id: LineId, insert: string, at?: number) {
  const line = [...document.shown(), ...document.retired()].find((each) => each.id === id);
  if (!line) throw new Error("no such line");
  document.doc.transact(() => line.text.insert(at ?? line.text.length, insert), TYPED);
}

function add(device: Device, text = "", after?: LineId): LineId {
  device.undo.endStep();
  const id = device.document.add(after);
  if (!id) throw new Error("too many lines");
  device.undo.endStep();
  if (text !== "") type(device, id, text);
  device.undo.endStep();
  return id;
}

describe("the lines of a piece", () => {
  it("P32 looking at a piece writes nothing", () => {
    const doc = new Y.Doc();
    const document = lineDocument(doc);
    document.shown();
    document.retired();
    linesUndo(document).undo();
    expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(new Y.Doc()));
  });

  it("P33 stand in the order in which they were added, each after the one it was added to", () => {
    const { mine } = two();
    const first = add(mine, "first");
    add(mine, "third");
    add(mine, "second", first);
    expect(words(mine)).toEqual(["first", "second", "third"]);
  });

  it("P33 a line with words cannot be removed, and an empty one only hides", () => {
    const { mine, theirs } = two();
    const full = add(mine, "words");
    const empty = add(mine);
    meet(mine, theirs);
    expect(mine.document.removeEmpty(full)).toBe(false);
    expect(mine.document.removeEmpty(empty)).toBe(true);
    expect(words(mine)).toEqual(["words"]);
    // The other is just beginning to write there.
    type(theirs, empty, "not so fast");
    meet(mine, theirs);
    expect(words(mine)).toEqual(["words", "not so fast"]);
    expect(words(theirs)).toEqual(words(mine));
  });

  it("P33 a retired line stays apart, with its words, until somebody brings it back", () => {
    const { mine, theirs } = two();
    const id = add(mine, "old words");
    meet(mine, theirs);
    theirs.document.retire(id);
    type(mine, id, ", and more");
    meet(mine, theirs);
    expect(words(mine)).toEqual([]);
    expect(mine.document.retired().map(({ text }) => text.toString())).toEqual([
      "old words, and more",
    ]);
    mine.document.bringBack(id);
    meet(mine, theirs);
    expect(words(theirs)).toEqual(["old words, and more"]);
  });

  it("P33 nobody can add more lines than are shown", () => {
    const { mine } = two();
    for (let i = 0; i < MAX_LINES; i++) add(mine);
    expect(mine.document.add()).toBeNull();
  });

  it("P34 what is no line is not shown, and of two lines under one id only the first", () => {
    const { mine } = two();
    const id = add(mine, "mine");
    const { lines } = mine.document;
    const line = (entries: [string, unknown][]) => new Y.Map<unknown>(entries);
    lines.push([
      line([]),
      line([
        ["id", id],
        ["text", new Y.Text("the same id")],
      ]),
      line([
        ["id", "no id"],
        ["text", new Y.Text("x")],
      ]),
      line([
        ["id", "AAAAAAAAAAAAAAAAAAAAAA"],
        ["text", "no text"],
      ]),
      line([
        ["id", "AAAAAAAAAAAAAAAAAAAAAA"],
        ["text", new Y.Array()],
      ]),
      // Its words are not as long as it is: nothing could be typed in it.
      line([
        ["id", "AAAAAAAAAAAAAAAAAAAAAA"],
        ["text", new Y.XmlText("in markup")],
      ]),
    ]);
    (lines as Y.Array<unknown>).push(["words", 1, null, new Y.Array()]);
    expect(words(mine)).toEqual(["mine"]);
  });

  it("P34 what the other makes of a line shows, whichever part of it that is", () => {
    const { mine, theirs } = two();
    const id = add(mine, "words");
    meet(mine, theirs);
    expect(mine.document.shown()).toMatchObject([{ id, heading: false, prompt: null }]);
    const line = theirs.document.lines.get(0);
    const another = newLine();
    for (const [key, value] of [
      ["heading", true],
      ["id", another],
    ] as const) {
      line.set(key, value);
      meet(mine, theirs);
      expect(mine.document.shown()).toMatchObject([{ [key]: value }]);
    }
  });

  it("P34 gives the same list while only words change", () => {
    const { mine } = two();
    const id = add(mine, "words");
    let calls = 0;
    const stop = mine.document.subscribe(() => calls++);
    const before = mine.document.shown();
    type(mine, id, "more");
    expect(mine.document.shown()).toBe(before);
    add(mine);
    expect(mine.document.shown()).not.toBe(before);
    expect(calls).toBeGreaterThan(0);
    stop();
    const heard = calls;
    add(mine);
    expect(calls).toBe(heard);
  });
});

describe("undo", () => {
  it("P35 takes back what this person typed, and only that", () => {
    const { mine, theirs } = two();
    const id = add(mine, "We meet on Sunday");
    meet(mine, theirs);
    type(theirs, id, "at ten ", 8);
    meet(mine, theirs);
    expect(words(mine)).toEqual(["We meet at ten on Sunday"]);
    mine.undo.undo();
    expect(words(mine)).toEqual(["at ten "]);
    mine.undo.redo();
    expect(words(mine)).toEqual(["We meet at ten on Sunday"]);
    theirs.undo.undo();
    meet(mine, theirs);
    expect(words(theirs)).toEqual(["We meet on Sunday"]);
  });

  it("P35 of adding a line hides it, and never takes the other's words with it", () => {
    const { mine, theirs } = two();
    const id = add(mine);
    meet(mine, theirs);
    mine.undo.undo();
    expect(words(mine)).toEqual([]);
    type(theirs, id, "their words");
    meet(mine, theirs);
    expect(words(mine)).toEqual(["their words"]);
    mine.undo.redo();
    mine.undo.undo();
    mine.undo.undo();
    meet(mine, theirs);
    expect(words(mine)).toEqual(["their words"]);
    expect(words(theirs)).toEqual(["their words"]);
  });

  it("P35 brings a retired or removed line back", () => {
    const { mine } = two();
    const id = add(mine, "words");
    const empty = add(mine);
    mine.document.removeEmpty(empty);
    mine.undo.endStep();
    mine.document.retire(id);
    expect(words(mine)).toEqual([]);
    mine.undo.undo();
    expect(words(mine)).toEqual(["words"]);
    mine.undo.undo();
    expect(words(mine)).toEqual(["words", ""]);
  });

  it("P35 reports whether there is something to take back", () => {
    const { mine } = two();
    const seen: boolean[][] = [];
    const look = () => seen.push([mine.undo.canUndo(), mine.undo.canRedo()]);
    const stop = mine.undo.subscribe(look);
    add(mine);
    mine.undo.undo();
    mine.undo.redo();
    expect(seen).toContainEqual([true, false]);
    expect(seen).toContainEqual([false, true]);
    stop();
  });

  it("P35 whatever two people do and take back, neither loses a word that the other typed", () => {
    const act = fc.record({
      who: fc.constantFrom("mine", "theirs"),
      what: fc.constantFrom("add", "type", "undo", "redo", "removeEmpty", "retire", "meet"),
      line: fc.nat(5),
      at: fc.nat(8),
    } as const);
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const pair = two();
        /** What each has typed and not taken back themselves. */
        const typed = { mine: 0, theirs: 0 };
        for (const { who, what, line, at } of acts) {
          const one = pair[who];
          const shown = one.document.shown();
          const chosen = shown[line % Math.max(1, shown.length)];
          one.undo.endStep();
          if (what === "add") add(one, "", chosen?.id);
          else if (what === "meet") meet(pair.mine, pair.theirs);
          else if (what === "undo") one.undo.undo();
          else if (what === "redo") one.undo.redo();
          else if (!chosen) continue;
          else if (what === "removeEmpty") one.document.removeEmpty(chosen.id);
          else if (what === "retire") one.document.retire(chosen.id);
          else {
            // Each types one letter of their own, so that every loss shows.
            type(one, chosen.id, who === "mine" ? "m" : "t", Math.min(at, chosen.text.length));
          }
          typed[who] = lettersOf(one.document, who);
        }
        meet(pair.mine, pair.theirs);
        for (const { document } of [pair.mine, pair.theirs]) {
          expect(lettersOf(document, "mine")).toBe(typed.mine);
          expect(lettersOf(document, "theirs")).toBe(typed.theirs);
        }
        expect(words(pair.mine)).toEqual(words(pair.theirs));
      }),
      { numRuns: 500 },
    );
  });
});

/** How many letters of one person stand in all lines, shown or not. */
function lettersOf(document: LineDocument, who: "mine" | "theirs"): number {
  const all = document.lines.map((map) => String(map.get("text"))).join("");
  return all.split(who === "mine" ? "m" : "t").length - 1;
}

describe("carets", () => {
  const everybody = () => true;

  it("P36 stand where the other is, and move with the words before them", () => {
    const { mine, theirs } = two();
    const id = add(mine, "Sunday");
    meet(mine, theirs);
    const [here, there] = [mine, theirs].map(({ document }) => new Awareness(document.doc));
    if (!here || !there) return;
    const line = theirs.document.shown()[0];
    if (line) tellCaret(there, { text: line.text, index: 3 });
    /** What the relay does. */
    const states = () => here.getStates().set(2, there.getLocalState() ?? {});
    states();
    const [caret] = readCarets(here, mine.document, everybody);
    expect(caret).toMatchObject({ clientId: 2, index: 3 });
    expect(caret?.in).toBe(mine.document.shown()[0]?.text);
    type(mine, id, "On ", 0);
    expect(readCarets(here, mine.document, everybody)[0]?.index).toBe(6);
    expect(readCarets(here, mine.document, () => false)).toEqual([]);
    tellCaret(there, { text: theirs.document.title, index: 0 });
    states();
    expect(readCarets(here, mine.document, everybody)[0]?.in).toBe(mine.document.title);
    tellCaret(there, null);
    states();
    expect(readCarets(here, mine.document, everybody)).toEqual([]);
    for (const awareness of [here, there]) awareness.destroy();
  });

  it("P36 whatever the other's device says, it names nothing but a place in this piece", () => {
    const { mine } = two();
    add(mine, "words");
    const here = new Awareness(mine.document.doc);
    const roots = [...mine.document.doc.share.keys()];
    const forged: unknown[] = [
      "caret",
      { tname: "forged" },
      { tname: "lines" },
      { type: { client: 1, clock: 999 } },
      { type: { client: 1, clock: 0 } },
      { item: { client: 1, clock: -1 } },
      { item: { client: "x", clock: 0 } },
      { item: { client: 9, clock: 9 }, assoc: -1 },
      {},
    ];
    for (const caret of forged) {
      here.getStates().set(7, { caret });
      expect(readCarets(here, mine.document, everybody)).toEqual([]);
    }
    expect([...mine.document.doc.share.keys()]).toEqual(roots);
    here.destroy();
  });

  it("P36 nothing is told before presence is shared", () => {
    const { mine } = two();
    const awareness = new Awareness(mine.document.doc);
    awareness.setLocalState(null);
    tellCaret(awareness, { text: mine.document.title, index: 0 });
    expect(awareness.getLocalState()).toBeNull();
    awareness.destroy();
  });
});

describe("what stands around the lines", () => {
  it("P100 putting lines in order at once, and typing in them, loses no line and no word", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.nat(5), fc.nat(5), fc.boolean()), { maxLength: 25 }),
        (moves) => {
          const { mine, theirs } = two();
          const ids = ["a", "b", "c", "d"].map((text) => add(mine, text));
          add(mine, "unplaced");
          meet(mine, theirs);
          for (const [isMine, which, place, then] of moves) {
            const one = isMine ? mine : theirs;
            const id = ids[which % ids.length] ?? newLine();
            if (which === 5) one.undo.undo();
            else one.document.move(id, place);
            type(one, id, "+");
            if (then) meet(mine, theirs);
          }
          meet(mine, theirs);
          expect(words(mine)).toEqual(words(theirs));
          const kept = mine.document.shown().map(({ id }) => id);
          expect(new Set(kept).size).toBe(kept.length);
          expect(kept).toEqual(expect.arrayContaining(ids));
        },
      ),
    );
  });

  it("P100 a line goes to the place that it is given, and undo brings it back", () => {
    const { mine } = two();
    const [, , last] = ["a", "b", "c"].map((text) => add(mine, text));
    mine.document.move(last ?? newLine(), 0);
    expect(words(mine)).toEqual(["c", "a", "b"]);
    mine.undo.undo();
    expect(words(mine)).toEqual(["a", "b", "c"]);
    add(mine, "d", mine.document.shown()[0]?.id);
    expect(words(mine)).toEqual(["a", "d", "b", "c"]);
  });

  it("P100 lines without a place stand before the others, as they were added", () => {
    const { mine } = two();
    add(mine, "placed");
    for (const text of ["first", "second"]) {
      const map = new Y.Map<unknown>([
        ["id", newLine()],
        ["text", new Y.Text(text)],
      ]);
      mine.document.doc.getArray("lines").push([map]);
    }
    expect(words(mine)).toEqual(["first", "second", "placed"]);
    add(mine, "between", mine.document.shown()[0]?.id);
    expect(words(mine)).toEqual(["first", "second", "between", "placed"]);
  });

  it("P101 both write in one margin of a line, whoever began it", () => {
    const { mine, theirs } = two();
    const id = add(mine, "a line");
    meet(mine, theirs);
    mine.document.margin(id).insert(0, "What of Sundays? ");
    theirs.document.margin(id).insert(0, "I like this. ");
    meet(mine, theirs);
    const remarks = mine.document.margin(id).toString();
    expect(remarks).toBe(theirs.document.margin(id).toString());
    expect(remarks).toContain("What of Sundays?");
    expect(remarks).toContain("I like this.");
    expect(words(mine)).toEqual(["a line"]);
  });

  it("P102 headings, prompts and days are read as they were set, and nothing else is", () => {
    const { mine, theirs } = two();
    mine.document.add(undefined, { heading: true });
    const cue = mine.document.add(undefined, { prompt: "pause-cue" }) ?? newLine();
    mine.document.setReview(cue, "2026-03-01");
    meet(mine, theirs);
    expect(theirs.document.shown()).toMatchObject([
      { heading: true, prompt: null, review: null },
      { heading: false, prompt: "pause-cue", review: "2026-03-01" },
    ]);
    const map = theirs.document.doc.getArray<Y.Map<unknown>>("lines").get(1);
    const nonsense = { prompt: "<b>", review: "soon", heading: "yes", at: 7 };
    for (const [key, value] of Object.entries(nonsense)) map.set(key, value);
    expect(theirs.document.shown()).toMatchObject([
      { heading: false, prompt: null, review: null, at: "" },
      { heading: true },
    ]);
  });

  it("P61 a document that a newer version wrote is known as such", () => {
    const { mine } = two();
    expect(mine.document.isNewer()).toBe(false);
    add(mine, "words");
    expect(mine.document.isNewer()).toBe(false);
    mine.document.doc.getMap("meta").set("format", 2);
    expect(mine.document.isNewer()).toBe(true);
  });
});
