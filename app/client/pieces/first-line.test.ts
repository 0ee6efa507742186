import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { idOf, type LineId } from "#domain/ids.ts";
import { writeFirstLine } from "./first-line.ts";
import { lineDocument } from "./line-document.ts";

const AS = idOf<LineId>(new Uint8Array(16).fill(7));
const WORDS = "No calls after nine";

const shown = (doc: Y.Doc) =>
  lineDocument(doc)
    .shown()
    .map(({ text }) => text.toString());

describe("the first line of an agreement that follows from a boundary", () => {
  it("P63 is written once, also by two devices at once", () => {
    const [here, there] = [new Y.Doc(), new Y.Doc()];
    writeFirstLine(here, AS, WORDS);
    writeFirstLine(there, AS, WORDS);
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
    writeFirstLine(here, AS, WORDS);
    expect(shown(here)).toEqual([WORDS]);
    expect(shown(there)).toEqual([WORDS]);
  });

  it("P63 does not come again once it was changed or retired", () => {
    const doc = new Y.Doc();
    writeFirstLine(doc, AS, WORDS);
    lineDocument(doc).shown()[0]?.text.insert(0, "From now on: ");
    writeFirstLine(doc, AS, WORDS);
    expect(shown(doc)).toEqual([`From now on: ${WORDS}`]);
    lineDocument(doc).retire(AS);
    writeFirstLine(doc, AS, WORDS);
    expect(shown(doc)).toEqual([]);
  });
});
