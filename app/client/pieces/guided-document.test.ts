import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { letterOf } from "#tests/support/letters.ts";
import { newId } from "#tests/support/some.ts";
import type { PieceId } from "#domain/ids.ts";
import type { WrittenContent } from "#domain/pieces/forgiveness.ts";
import { MAX_QUESTIONS } from "#domain/pieces/forms.ts";
import { readGuides, type Guide } from "#domain/pieces/guides.ts";
import { bodyText, type LetterBody } from "#domain/pieces/letter.ts";
import type { Result } from "#domain/result.ts";
import { cleanCopy, openCopy } from "./clean-copy.ts";
import {
  addToAnswer,
  beginGuided,
  bodyOf,
  choose,
  chosenIn,
  formOf,
  goOnAsLetter,
  guidedDocument,
  guidedUndo,
  hasWindow,
  placeOf,
  setGuided,
  wayOf,
  writtenContentOf,
  type GuidedDocument,
  type Said,
} from "./guided-document.ts";
import { isNewer, letterDocument } from "./letter-document.ts";
import { TYPED } from "./line-document.ts";

const WORDS = ["sad", "glad", "small"];
const wordsOf = () => WORDS;

const file = (id: string) => `/content/guides/${id}.json`;
function guideOf(id: string): Guide {
  const content: unknown = JSON.parse(readFileSync(`.${file(id)}`, "utf8"));
  const lists = ["feelings", "needs"].map((name) => [
    `/content/words/${name}.json`,
    { id: name, groups: [{ name: "All", words: WORDS }] },
  ]);
  const guide = readGuides({ [file(id)]: content }, Object.fromEntries(lists)).guides[0];
  if (!guide) throw new Error(id);
  return guide;
}
const SAY = guideOf("say-it-well");
const PART = guideOf("my-part");
const ASKING = guideOf("asking");
const QUESTIONS = guideOf("questions");
const RELEASE = guideOf("release");

function begun(guide: Guide): GuidedDocument {
  const document = guidedDocument(new Y.Doc());
  beginGuided(document, guide.id);
  return document;
}

const type = (document: GuidedDocument, field: string, words: string) =>
  document.doc.transact(() => document.text(field).insert(0, words), TYPED);

function held<T>(result: Result<T, string>): T {
  if (result.ok) return result.value;
  throw new Error(result.refusal.code);
}

const written = (document: GuidedDocument, guide: Guide, more: Partial<Said> = {}) =>
  writtenContentOf(document, guide, wordsOf, { kind: guide.kind, ...more });
const copyOf = (content: WrittenContent) => held(cleanCopy(content));
const textOf = (document: GuidedDocument, guide: Guide) =>
  bodyText(held<LetterBody>(bodyOf(document, guide, wordsOf)));
const holds = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(words);

/** What both devices show once each has heard of the other. */
function meet(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
}

describe("what crosses of a guided piece", () => {
  it("P67 is nothing of a locked field, of words not chosen, and of what was deleted", () => {
    const document = begun(PART);
    type(document, "facts", "FACT");
    type(document, "not-said", "LOCKED");
    document.text("chose").insert(0, "DELETED");
    document.text("chose").delete(0, 7);
    setGuided(document, { at: "told-myself" });
    const bytes = copyOf(held(written(document, PART)));
    expect(holds(bytes, "FACT")).toBe(true);
    for (const hidden of ["LOCKED", "DELETED", "not-said", "told-myself", "What I chose"]) {
      expect(holds(bytes, hidden), hidden).toBe(false);
    }
    const say = begun(SAY);
    type(say, "camera", "FACT");
    choose(say, "felt", "glad");
    choose(say, "felt", "sad");
    choose(say, "felt", "glad", { on: false });
    type(say, "keep", "LOCKED");
    const said = copyOf(held(written(say, SAY)));
    expect(holds(said, "Sad.")).toBe(true);
    for (const hidden of ["LOCKED", "glad", "small"]) expect(holds(said, hidden)).toBe(false);
  });

  it.each([SAY, PART, ASKING])(
    "P67 nothing that was typed and taken out again is in it, whatever was done before: $id",
    (guide) => {
      const secret = fc.string({ unit: fc.constantFrom(..."QXZJ"), minLength: 8, maxLength: 12 });
      const acts = fc.array(fc.record({ field: fc.nat(20), secret, asLetter: fc.boolean() }), {
        minLength: 1,
        maxLength: 6,
      });
      fc.assert(
        fc.property(acts, (done) => {
          const document = begun(guide);
          const first = guide.fields.find(({ type: kind }) => kind === "text");
          if (!first) throw new Error("there is a field to write in");
          type(document, first.id, "KEPT");
          for (const { field, secret: words } of done) {
            const one = guide.fields[field % guide.fields.length] ?? first;
            for (const text of [document.text(one.id), document.title]) {
              text.insert(0, words);
              text.delete(0, words.length);
            }
            choose(document, one.id, words);
            choose(document, one.id, words, { on: false });
          }
          if (done.some(({ asLetter }) => asLetter)) goOnAsLetter(document, guide, wordsOf);
          const copy = copyOf(held(written(document, guide)));
          expect(holds(copy, "KEPT")).toBe(true);
          for (const { secret: words } of done) expect(holds(copy, words)).toBe(false);
        }),
      );
    },
  );

  it("P67 keeps what is locked out of the letter that it goes on as, too", () => {
    const document = begun(PART);
    type(document, "facts", "FACT");
    type(document, "not-said", "LOCKED");
    goOnAsLetter(document, PART, wordsOf);
    const content = held(written(document, PART));
    expect(holds(copyOf(content), "LOCKED")).toBe(false);
    expect(document.text("not-said").toString()).toBe("LOCKED");
  });

  it("P29 opens as exactly what it was made of: kind, form, what it answers, the window", () => {
    const replyTo = newId<PieceId>();
    const { body } = letterOf("", "Words");
    const contents: WrittenContent[] = [
      { kind: "letter", form: "said-once", replyTo, window: true, title: "T", body },
      { kind: "letter", replyTo, title: "", body },
      { kind: "letter", window: true, title: "", body },
      { kind: "forgiveness", form: "giving", title: "T", body },
      { kind: "forgiveness", form: "asking", replyTo, title: "", body },
      { kind: "forgiveness", title: "", body },
    ];
    for (const content of contents) {
      expect(held(openCopy(copyOf(content)))).toEqual(content);
    }
  });

  it("P31 is refused with anything more, or anything else, said in it", () => {
    const { body } = letterOf("", "Words");
    const copy = copyOf({ kind: "letter", form: "my-part", title: "", body });
    const changes: ((meta: Y.Map<unknown>) => void)[] = [
      (meta) => meta.set("at", "facts"),
      (meta) => meta.set("form", "release"),
      (meta) => meta.set("window", false),
      (meta) => meta.set("replyTo", "somewhere"),
      (meta) => meta.set("kind", "forgiveness"),
    ];
    for (const change of changes) {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, copy);
      doc.clientID = Y.decodeUpdate(copy).structs[0]?.id.client ?? 0;
      doc.transact(() => change(letterDocument(doc).meta));
      expect(openCopy(Y.encodeStateAsUpdate(doc)).ok).toBe(false);
    }
  });
});

describe("a guided piece", () => {
  it("P32 is looked at without writing anything", () => {
    const document = guidedDocument(new Y.Doc());
    expect(wayOf(document)).toBe("steps");
    expect(placeOf(document)).toBeNull();
    expect(hasWindow(document)).toBe(false);
    expect(chosenIn(document, "felt", WORDS)).toEqual([]);
    expect(textOf(document, SAY)).toBe("");
    guidedUndo(document, SAY);
    expect(document.doc.store.clients.size).toBe(0);
  });

  it("P68 keeps what two devices answered to one question while neither heard of the other", () => {
    const here = begun(SAY);
    const there = guidedDocument(new Y.Doc());
    meet(here.doc, there.doc);
    type(here, "camera", "Here. ");
    type(there, "camera", "There. ");
    choose(here, "felt", "sad");
    choose(there, "felt", "small");
    setGuided(there, { way: "page" });
    meet(here.doc, there.doc);
    for (const document of [here, there]) {
      expect(document.text("camera").toString()).toContain("Here.");
      expect(document.text("camera").toString()).toContain("There.");
      expect(chosenIn(document, "felt", WORDS)).toEqual(["sad", "small"]);
      expect(wayOf(document)).toBe("page");
    }
    expect(textOf(here, SAY)).toBe(textOf(there, SAY));
  });

  it("P68 is begun once, and comes back at the place where one was", () => {
    const document = begun(SAY);
    const before = Y.encodeStateVector(document.doc);
    beginGuided(document, "my-part");
    expect(Y.encodeStateVector(document.doc)).toEqual(before);
    expect(formOf(document)).toBe("say-it-well");
    setGuided(document, { at: "need" });
    const again = guidedDocument(new Y.Doc());
    meet(document.doc, again.doc);
    expect(placeOf(again)).toBe("need");
  });

  it("P68 has one of a choice, and undo for what was done here", () => {
    const document = begun(SAY);
    const undo = guidedUndo(document, SAY);
    choose(document, "felt", "sad", { alone: true });
    choose(document, "felt", "glad", { alone: true });
    expect(chosenIn(document, "felt", WORDS)).toEqual(["glad"]);
    undo.endStep();
    type(document, "camera", "Words");
    undo.undo();
    expect(document.text("camera").toString()).toBe("");
    expect(chosenIn(document, "felt", WORDS)).toEqual(["glad"]);
    undo.undo();
    expect(chosenIn(document, "felt", WORDS)).toEqual([]);
    expect(formOf(document)).toBe("say-it-well");
  });

  it("P69 goes on as the letter that it read as, once; its answers change nothing of it then", () => {
    const document = begun(SAY);
    type(document, "camera", "You came home.");
    choose(document, "felt", "sad");
    const before = held(written(document, SAY));
    goOnAsLetter(document, SAY, wordsOf);
    goOnAsLetter(document, SAY, wordsOf);
    expect(wayOf(document)).toBe("letter");
    expect(held(written(document, SAY))).toEqual(before);
    type(document, "camera", "Something else. ");
    expect(held(written(document, SAY))).toEqual(before);
  });
});

describe("what never crosses", () => {
  it("P70 is what is written to be let go of, whichever of the two says so", () => {
    const refused = { ok: false, refusal: { code: "never-offered" } };
    const document = begun(RELEASE);
    type(document, "carry", "A stone");
    expect(textOf(document, RELEASE)).toContain("A stone");
    expect(written(document, RELEASE)).toEqual(refused);
    expect(writtenContentOf(document, null, wordsOf, { kind: "letter" })).toEqual(refused);
    goOnAsLetter(document, RELEASE, wordsOf);
    expect(written(document, RELEASE)).toEqual(refused);
    const unsaid = guidedDocument(new Y.Doc());
    type(unsaid, "carry", "A stone");
    const said = { kind: "letter", form: "release" } as const;
    expect(writtenContentOf(unsaid, RELEASE, wordsOf, said)).toEqual(refused);
    expect(writtenContentOf(begun(SAY), SAY, wordsOf, said)).toEqual(refused);
  });

  it("P70 is no content of which a clean copy can be made", () => {
    const { body } = letterOf("", "A stone");
    for (const kind of ["letter", "forgiveness"] as const) {
      expect(() => cleanCopy({ kind, form: "release", title: "", body })).toThrow();
    }
  });
});

describe("a forgiveness note, a reply and a window", () => {
  it("P72 crosses as a kind of its own, without a window", () => {
    const document = begun(ASKING);
    type(document, "did", "I did not come.");
    setGuided(document, { window: true });
    expect(held(written(document, ASKING))).toMatchObject({ kind: "forgiveness", form: "asking" });
    expect(held(written(document, ASKING))).not.toHaveProperty("window");
  });

  it("P73 says what it answers only if its writer's index does", () => {
    const replyTo = newId<PieceId>();
    const document = begun(SAY);
    type(document, "camera", "Words");
    expect(held(written(document, SAY, { replyTo }))).toMatchObject({ replyTo });
    expect(held(written(document, SAY))).not.toHaveProperty("replyTo");
  });

  it("P74 takes at most seven questions, on either side", () => {
    const document = begun(QUESTIONS);
    const lines = (count: number) =>
      Array.from({ length: count }, (_, i) => `Why ${i}?`).join("\n");
    type(document, "most", lines(MAX_QUESTIONS - 1));
    type(document, "not-now", "When?");
    const seven = held(written(document, QUESTIONS));
    expect(held(openCopy(copyOf(seven)))).toEqual(seven);
    type(document, "would-help", "Where?");
    expect(written(document, QUESTIONS)).toMatchObject({
      refusal: { code: "too-many-questions" },
    });
    const body = held(bodyOf(document, QUESTIONS, wordsOf));
    expect(() => cleanCopy({ kind: "letter", form: "questions", title: "", body })).toThrow();
  });
});

describe("older and newer documents", () => {
  const fixture = (name: string) => readFileSync(`tests/fixtures/kinds/${name}.bin`);

  function opened(name: string): GuidedDocument {
    const document = guidedDocument(new Y.Doc());
    Y.applyUpdate(document.doc, fixture(name));
    expect(isNewer(document)).toBe(false);
    expect(document.title.toString()).toBe("Kept");
    return document;
  }

  it("P60 the first shape of a guided letter opens, with everything that it holds", () => {
    const document = opened("guided-letter-1");
    expect(formOf(document)).toBe("say-it-well");
    expect(placeOf(document)).toBe("ask");
    expect(document.text("camera").toString()).toBe("You came home at nine.\nThe soup was cold.");
    expect(document.text("keep").toString()).toBe("I eat without waiting.");
    expect(chosenIn(document, "felt", WORDS)).toEqual(["sad", "small"]);
    expect(chosenIn(document, "need")).toEqual([]);
    const copy = held(openCopy(fixture("guided-letter-1-copy")));
    expect(copy).toMatchObject({ kind: "letter", form: "say-it-well", title: "Kept" });
    expect(copy.kind === "letter" && bodyText(copy.body).split("\n")).toEqual([
      "What happened",
      "You came home at nine.",
      "The soup was cold.",
      "What I felt",
      "Sad, small.",
      "What I ask, and you may say no",
      "A message when it gets late.",
    ]);
  });

  it("P60 the first shape of a forgiveness note opens, with everything that it holds", () => {
    const document = opened("forgiveness-1");
    expect(formOf(document)).toBe("asking");
    expect(document.text("regret").toString()).toBe("I am sorry that I did not come.");
    expect(document.text("hope").toString()).toBe("That it gets lighter.");
    const copy = held(openCopy(fixture("forgiveness-1-copy")));
    expect(copy).toMatchObject({ kind: "forgiveness", form: "asking", title: "Kept" });
    expect(copy.kind === "forgiveness" && bodyText(copy.body).split("\n")).toEqual([
      "What I am sorry for",
      "I am sorry that I did not come.",
      "What I did",
      "I stayed at work and did not call.",
    ]);
  });

  it("P61 a letter that a newer version wrote is known as such", () => {
    const document = begun(SAY);
    expect(isNewer(document)).toBe(false);
    document.meta.set("format", 2);
    expect(isNewer(document)).toBe(true);
  });

  it("P68 a way to begin goes to the end of an answer, on a line of its own, and is undone like typing", () => {
    const document = begun(SAY);
    const undo = guidedUndo(document, SAY);
    addToAnswer(document, "camera", "On Monday");
    expect(document.text("camera").toString()).toBe("On Monday ");
    document.text("camera").insert(10, "at nine.");
    undo.endStep();
    addToAnswer(document, "camera", "You said");
    expect(document.text("camera").toString()).toBe("On Monday at nine.\nYou said ");
    undo.undo();
    expect(document.text("camera").toString()).toBe("On Monday at nine.");
  });
});
