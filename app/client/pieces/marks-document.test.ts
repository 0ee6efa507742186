import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { idOf, type LineId } from "#domain/ids.ts";
import { decodeCheckIn } from "#domain/pieces/check-in.ts";
import { marksDocument } from "./marks-document.ts";

const line = (n: number) => idOf<LineId>(new Uint8Array(16).fill(n));
const [HERS, HIS] = [line(11), line(12)];

function meet(a: Y.Doc, b: Y.Doc) {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
}

describe("the document of marks", () => {
  it("P32 looking at marks writes nothing", () => {
    const doc = new Y.Doc();
    expect(marksDocument(doc).marks()).toEqual({ own: [], noticed: [] });
    expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(new Y.Doc()));
  });

  it("P95 keeps one word for each day, which can be changed and taken away", () => {
    const marks = marksDocument(new Y.Doc());
    marks.mark(HERS, "2026-11-02", "done");
    marks.mark(HERS, "2026-11-03", "could-not");
    marks.notice(HIS, "2026-11-02", "noticed");
    marks.mark(HERS, "2026-11-02", "partly");
    marks.mark(HERS, "2026-11-03", null);
    expect(marks.marks()).toEqual({
      own: [{ line: HERS, first: "2026-11-02", mark: "partly" }],
      noticed: [{ line: HIS, first: "2026-11-02", mark: "noticed" }],
    });
  });

  it("P95 what two devices of mine marked is there on both after they have met", () => {
    const [phone, desk] = [new Y.Doc(), new Y.Doc()];
    marksDocument(phone).mark(HERS, "2026-11-02", "done");
    marksDocument(desk).mark(HERS, "2026-11-03", "not");
    meet(phone, desk);
    expect(marksDocument(phone).marks().own).toHaveLength(2);
    expect(marksDocument(desk).marks()).toEqual(marksDocument(phone).marks());
  });

  it("P95 what is no mark is not read: other words, other places", () => {
    const doc = new Y.Doc();
    const own = doc.getMap("own");
    own.set(`${HERS} 2026-11-02`, "you never do");
    own.set(`${HERS} 2026-11-31`, "done");
    own.set("somewhere 2026-11-02", "done");
    own.set(`${HERS} 2026-11-04`, "noticed");
    expect(marksDocument(doc).marks().own).toEqual([]);
  });

  it("P96 reads the first shape of marks, and knows one that a newer version wrote", () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, readFileSync("tests/fixtures/kinds/plan-marks-1.bin"));
    const document = marksDocument(doc);
    expect(document.marks()).toEqual({
      own: [
        { line: HERS, first: "2026-11-02", mark: "done" },
        { line: HERS, first: "2026-11-03", mark: "partly" },
        { line: HERS, first: "2026-11-04", mark: "not" },
        { line: HERS, first: "2026-11-05", mark: "could-not" },
      ],
      noticed: [
        { line: HIS, first: "2026-11-02", mark: "noticed" },
        { line: HIS, first: "2026-11-03", mark: "in-part" },
        { line: HIS, first: "2026-11-04", mark: "not-noticed" },
      ],
    });
    expect(document.isNewer()).toBe(false);
    doc.getMap("meta").set("format", 2);
    expect(document.isNewer()).toBe(true);
  });

  it("P96 reads what the first version put into a check-in", () => {
    const read = decodeCheckIn(readFileSync("tests/fixtures/kinds/plan-check-in-1.bin"));
    expect(read).toMatchObject({ from: "2026-11-02", to: "2026-11-08" });
    expect(read?.own.map(({ mark }) => mark)).toEqual(["done", "partly", "not", "could-not"]);
    expect(read?.noticed.map(({ mark }) => mark)).toEqual(["noticed", "in-part", "not-noticed"]);
  });
});
