import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { LineId, PersonId } from "#domain/ids.ts";
import { earlierState, hadText, sinceThen, type HadTogether } from "#domain/pieces/earlier.ts";
import { newId } from "#tests/support/some.ts";
import {
  addCommitmentAgain,
  addLineAgain,
  hadCommitmentsIn,
  hadLinesIn,
} from "./earlier-together.ts";
import { lineDocument, type LineDocument } from "./line-document.ts";
import { linesUndo } from "./lines-undo.ts";
import { planDocument } from "./plan-document.ts";

const TODAY = "2026-11-23";

function write(document: LineDocument, words: string): LineId {
  const id = document.add();
  const line = document.shown().find((one) => one.id === id);
  if (!id || !line) throw new Error("there is room for a line");
  line.text.insert(0, words);
  return id;
}

const wordsIn = (document: LineDocument) => document.shown().map(({ text }) => text.toString());
const kept = (doc: Y.Doc, read: (doc: Y.Doc) => HadTogether | null): HadTogether => {
  const had = read(doc);
  if (!had) throw new Error("it says something");
  const sealed = JSON.parse(JSON.stringify({ v: 1, at: 0, had })) as unknown;
  expect(earlierState.parse(sealed).had).toEqual(had);
  return had;
};

describe("what stood in a piece that both write", () => {
  it("B8 is told line by line: the same, something else, or gone", () => {
    const document = lineDocument(new Y.Doc());
    expect(hadLinesIn(document.doc), "nothing is nothing to keep").toBeNull();
    document.title.insert(0, "How we write");
    const [same, changed, gone] = ["Message first.", "Not after nine.", "Sundays."].map((words) =>
      write(document, words),
    );
    const then = kept(document.doc, hadLinesIn);
    expect(hadText(then)).toBe("How we write\nMessage first.\nNot after nine.\nSundays.");
    document.shown()[1]?.text.insert(0, "On weekdays: ");
    document.shown()[2]?.text.delete(0, 8);
    expect(sinceThen(then, hadLinesIn(document.doc)).map(({ is, part }) => [is, part.id])).toEqual([
      ["same", same],
      ["changed", changed],
      ["gone", gone],
    ]);
    expect(sinceThen(then, null).map(({ is }) => is)).toEqual(["gone", "gone", "gone"]);
  });

  it("B8 comes back as a line of one’s own alone, beside whatever the other wrote since", () => {
    // Blanks alone say nothing, and nothing is kept of a piece that says nothing.
    const said = fc.string({ minLength: 1, maxLength: 12 }).filter((one) => one.trim() !== "");
    const words = fc.array(said, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(words, words, fc.nat(), (mine, theirs, n) => {
        const [ada, ben] = [lineDocument(new Y.Doc()), lineDocument(new Y.Doc())];
        for (const line of mine) write(ada, line);
        const then = kept(ada.doc, hadLinesIn);
        Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(ada.doc));
        ada.shown()[0]?.text.delete(0, 1);
        // The other writes at the same moment, in a line that is there and in new ones.
        ben.shown()[0]?.text.insert(0, "B");
        for (const line of theirs) write(ben, line);
        const part = then.parts[n % then.parts.length];
        if (!part) throw new Error("there is a line");
        const before = wordsIn(ada);
        expect(addLineAgain(ada, part)).toBe(true);
        expect(wordsIn(ada)).toEqual([...before, ...part.texts]);

        Y.applyUpdate(ada.doc, Y.encodeStateAsUpdate(ben.doc));
        Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(ada.doc));
        expect(wordsIn(ada)).toEqual(wordsIn(ben));
        for (const line of [...theirs, ...part.texts]) expect(wordsIn(ben)).toContain(line);
        expect(wordsIn(ben)[0]).toContain("B");
      }),
      { numRuns: 100 },
    );
  });

  it("B8 is taken back by undo, and is not put in twice by itself", () => {
    const document = lineDocument(new Y.Doc());
    write(document, "Message first.");
    const then = kept(document.doc, hadLinesIn);
    const undo = linesUndo(document);
    undo.endStep();
    for (const part of then.parts) addLineAgain(document, part);
    undo.endStep();
    expect(wordsIn(document)).toEqual(["Message first.", "Message first."]);
    undo.undo();
    expect(wordsIn(document)).toEqual(["Message first."]);
  });

  it("B8 in a plan comes back for whom it was written, as nobody’s duty", () => {
    const document = planDocument(new Y.Doc());
    const owner = newId<PersonId>();
    document.add(owner, TODAY);
    document.shown()[0]?.goal.insert(0, "Be on time");
    document.shown()[0]?.act.insert(0, "leave at five");
    const [part] = kept(document.doc, hadCommitmentsIn).parts;
    if (!part) throw new Error("there is a commitment");
    document.shown()[0]?.goal.delete(0, 10);
    expect(addCommitmentAgain(document, part, TODAY)).toBe(true);
    const [first, again] = document.shown();
    expect([first?.goal.toString(), again?.goal.toString()]).toEqual(["", "Be on time"]);
    expect(again).toMatchObject({ owner, start: TODAY });
    expect(again?.act.toString()).toBe("leave at five");
    expect(again?.id).not.toBe(first?.id);
  });
});
