import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { LetterBody } from "#domain/pieces/letter.ts";
import { openCopy } from "./clean-copy.ts";
import { letterContentOf, letterDocument } from "./letter-document.ts";
import { lineDocument } from "./line-document.ts";

/** Bytes that the first version wrote. Whatever comes later has to read them. */
const kept = (name: string): Uint8Array => readFileSync(`tests/fixtures/kinds/${name}.bin`);

function opened(name: string): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, kept(name));
  return doc;
}

const BODY: LetterBody = {
  type: "doc",
  content: [
    {
      type: "heading",
      attrs: { level: 2 },
      content: [{ type: "text", text: "The first week" }],
    },
    {
      type: "paragraph",
      content: [
        { type: "text", text: "I left " },
        { type: "text", text: "early", marks: [{ type: "italic" }] },
        { type: "hardBreak" },
        { type: "text", text: "and said nothing." },
      ],
    },
    {
      type: "bulletList",
      content: [
        {
          type: "listItem",
          content: [{ type: "paragraph", content: [{ type: "text", text: "once" }] }],
        },
      ],
    },
  ],
};

describe("what the first version wrote", () => {
  it("P60 opens as an agreement, with everything that it holds", () => {
    const document = lineDocument(opened("agreement-1"));
    expect(document.isNewer()).toBe(false);
    expect(document.title.toString()).toBe("How we stop");
    const [heading, date, cue] = document.shown();
    expect(document.shown().map(({ text }) => text.toString())).toEqual([
      "In the evening",
      "Until the next day",
      "A raised hand",
    ]);
    expect(heading).toMatchObject({ heading: true, prompt: null, review: null });
    expect(date).toMatchObject({ heading: false, review: "2027-05-01" });
    expect(cue).toMatchObject({ heading: false, prompt: "pause-cue" });
    expect(cue && document.margin(cue.id).toString()).toBe("Both of us can do this.");
    expect(document.retired().map(({ text }) => text.toString())).toEqual(["Not this"]);
  });

  it("P60 opens as a letter, as it is written and as it crosses", () => {
    const written = letterContentOf(letterDocument(opened("letter-1")));
    expect(written).toMatchObject({ ok: true, value: { title: "What I left out", body: BODY } });
    expect(openCopy(kept("letter-1-copy"))).toMatchObject({
      ok: true,
      value: { kind: "letter", title: "What I left out", body: BODY },
    });
  });

  it("P60 opens as an answer to a question", () => {
    expect(openCopy(kept("question-1-copy"))).toMatchObject({
      ok: true,
      value: { kind: "question", body: BODY },
    });
  });
});
