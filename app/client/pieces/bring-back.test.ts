import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { letterOf, letters } from "#tests/support/letters.ts";
import type { Guide } from "#domain/pieces/guides.ts";
import { AREAS } from "#domain/pieces/boundaries.ts";
import { letterUndo } from "#components/editor/letter-undo.ts";
import { boundariesDocument, boundariesUndo } from "./boundaries-document.ts";
import {
  bringBackBoundaries,
  bringBackWritten,
  hadBoundariesIn,
  hadWrittenIn,
} from "./bring-back.ts";
import { beginGuided, choose, goOnAsLetter, guidedDocument, wayOf } from "./guided-document.ts";
import { fillLetter, letterContentOf, letterDocument } from "./letter-document.ts";
import { TYPED } from "./line-document.ts";

const GUIDE: Guide = {
  id: "say-it-well",
  version: 1,
  kind: "letter",
  name: "Say it well",
  lead: "",
  minutes: { all: 1 },
  fields: [
    { id: "fact", type: "text", label: "What happened", help: "", heading: "What happened" },
    {
      id: "felt",
      type: "words",
      list: "feelings",
      label: "Felt",
      help: "",
      heading: "What I felt",
    },
  ],
} as unknown as Guide;
const guideOf = (form: string | undefined) => (form === GUIDE.id ? GUIDE : null);
const wordsOf = () => ["sad", "glad"];
const hadIn = (doc: Y.Doc, form?: string) => hadWrittenIn(doc, guideOf, wordsOf, form);

describe("bringing back a letter", () => {
  it("B3 says what it said then, undo says what it said before, and redo that again", () => {
    fc.assert(
      fc.property(letters, letters, (then, since) => {
        const doc = new Y.Doc();
        const letter = letterDocument(doc);
        fillLetter(letter, then);
        const had = hadIn(doc);
        doc.transact(() => {
          letter.title.delete(0, letter.title.length);
          letter.body.delete(0, letter.body.length);
          fillLetter(letter, since);
        });
        const undo = letterUndo(letter);
        const before = letterContentOf(letter);
        if (had) bringBackWritten(doc, had, false);
        else return;
        const back = hadIn(doc);
        expect(back).toEqual(had);
        undo.undo();
        expect(letterContentOf(letter)).toEqual(before);
        undo.redo();
        expect(hadIn(doc)).toEqual(had);
      }),
    );
  });

  it("B3 does not touch what is the same: what another device writes there meanwhile stays", () => {
    const doc = new Y.Doc();
    const letter = letterDocument(doc);
    fillLetter(letter, letterOf("", "One", "Two", "Three"));
    const had = hadIn(doc);
    letter.body.delete(1, 1);
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const first = letterDocument(other).body.get(0) as Y.XmlElement;
    (first.get(0) as Y.XmlText).insert(3, " more");
    if (had) bringBackWritten(doc, had, false);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(letter.body.toArray().map((block) => block.toString())).toEqual([
      "<paragraph>One more</paragraph>",
      "<paragraph>Two</paragraph>",
      "<paragraph>Three</paragraph>",
    ]);
  });

  it("B3 keeps nothing of what says nothing, nor of what a newer version wrote", () => {
    const doc = new Y.Doc();
    expect(hadIn(doc)).toBeNull();
    fillLetter(letterDocument(doc), letterOf("", "Words"));
    expect(hadIn(doc)).not.toBeNull();
    doc.getMap("meta").set("format", 99);
    expect(hadIn(doc)).toBeNull();
  });
});

describe("bringing back the answers to a guide", () => {
  function answered() {
    const document = guidedDocument(new Y.Doc());
    beginGuided(document, GUIDE.id);
    document.text("fact").insert(0, "It rained");
    choose(document, "felt", "sad");
    return { document, had: hadIn(document.doc) };
  }

  it("B3 brings back answers and choices, and takes out what came since", () => {
    const { document, had } = answered();
    document.doc.transact(() => document.text("fact").delete(0, 9), TYPED);
    document.text("felt").insert(0, "And more");
    choose(document, "felt", "sad", { on: false });
    choose(document, "felt", "glad");
    if (had) bringBackWritten(document.doc, had, true);
    expect(hadIn(document.doc)).toEqual(had);
  });

  it("B3 into a letter that has gone its own way the answers come back as they read", () => {
    const { document, had } = answered();
    goOnAsLetter(document, GUIDE, wordsOf);
    document.body.delete(0, document.body.length);
    document.text("fact").insert(0, "Before: ");
    if (had) bringBackWritten(document.doc, had, true);
    expect(wayOf(document)).toBe("letter");
    expect(hadIn(document.doc)?.body).toEqual(had?.body);
    expect(document.text("fact").toString(), "answers are done with").toBe("Before: It rained");
  });
});

describe("bringing back a list of boundaries", () => {
  it("B3 brings back lines, words, settings and order; what came since is taken out and not lost", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            line: fc.nat(5),
            act: fc.constantFrom("type", "clear", "move", "out", "set", "add", "hide"),
          }),
          { maxLength: 12 },
        ),
        (acts) => {
          const document = boundariesDocument(new Y.Doc());
          for (const words of ["One", "Two", "Three"]) {
            const id = document.add("hours");
            document
              .shown()
              .find((line) => line.id === id)
              ?.statement.insert(0, words);
          }
          const had = hadBoundariesIn(document.doc);
          for (const { line: at, act } of acts) {
            const lines = document.shown();
            const line = lines[at % Math.max(lines.length, 1)];
            if (act === "add") document.add("topic");
            if (act === "hide") document.hide(AREAS[at] ?? "open", true);
            if (!line) continue;
            if (act === "type") line.response.insert(0, `${at}`);
            if (act === "clear") line.statement.delete(0, line.statement.length);
            if (act === "move") document.move(line.id, at % lines.length);
            if (act === "out") document.takeOut(line.id);
            if (act === "set") document.set(line.id, { firm: false, until: "2027-01-01" });
          }
          document.noteOffered(document.shown().map(({ id }) => id));
          const offered = document.shown().filter(({ wasOffered }) => wasOffered);
          const undo = boundariesUndo(document);
          const before = hadBoundariesIn(document.doc);
          if (had) bringBackBoundaries(document, had);
          expect(hadBoundariesIn(document.doc)).toEqual(had);
          const all = document.lines.toArray().map((map) => map.get("id"));
          for (const { id } of offered) expect(all).toContain(id);
          undo.undo();
          expect(hadBoundariesIn(document.doc)).toEqual(before);
        },
      ),
    );
  });

  it("B3 a line that this document never had is added with its words", () => {
    const document = boundariesDocument(new Y.Doc());
    const id = document.add("money");
    document
      .shown()
      .find((line) => line.id === id)
      ?.statement.insert(0, "I do not lend.");
    const had = hadBoundariesIn(document.doc);
    const anew = boundariesDocument(new Y.Doc());
    if (had) bringBackBoundaries(anew, had);
    expect(anew.shown().map(({ area, statement }) => [area, statement.toString()])).toEqual([
      ["money", "I do not lend."],
    ]);
  });
});
