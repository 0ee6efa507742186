import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { bodyText, isBlank, letterContent, type LetterContent } from "#domain/pieces/letter.ts";
import { letterOf, letters } from "#tests/support/letters.ts";
import { MAX_COPY_BYTES, cleanCopy, openCopy } from "./clean-copy.ts";
import { fillLetter, letterContentOf, letterDocument } from "./letter-document.ts";
import { isWritable } from "./letter-xml.ts";

const REFUSED = { ok: false, refusal: { code: "not-a-clean-copy" } };

function copyOf(content: LetterContent) {
  const copy = cleanCopy(content);
  if (!copy.ok) throw new Error(copy.refusal.code);
  return copy.value;
}

/** A live letter with this content, made by a device that is not this one. */
function liveLetter(content: LetterContent) {
  const letter = letterDocument(new Y.Doc());
  fillLetter(letter, content);
  return letter;
}

function contentOf(letter: ReturnType<typeof letterDocument>): LetterContent {
  const content = letterContentOf(letter);
  if (!content.ok) throw new Error(content.refusal.code);
  return content.value;
}

const holds = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(words);

/** A copy with something more done to it under its own client id. */
function forged(change: (doc: Y.Doc) => void) {
  const copy = copyOf(letterOf("Title", "Words"));
  const doc = new Y.Doc();
  Y.applyUpdate(doc, copy);
  doc.clientID = clientOf(copy);
  doc.transact(() => change(doc));
  return Y.encodeStateAsUpdate(doc);
}

const clientOf = (bytes: Uint8Array) => Y.decodeUpdate(bytes).structs[0]?.id.client ?? 0;

describe("what a letter may hold", () => {
  it("P26 every letter of the allowed shape is allowed", () => {
    fc.assert(fc.property(letters, (content) => letterContent.safeParse(content).success));
  });

  it.each([
    ["a link", { type: "text", text: "x", marks: [{ type: "link", attrs: { href: "//x" } }] }],
    [
      "marks out of order",
      { type: "text", text: "x", marks: [{ type: "italic" }, { type: "bold" }] },
    ],
    ["a mark twice", { type: "text", text: "x", marks: [{ type: "bold" }, { type: "bold" }] }],
    ["no text", { type: "text", text: "" }],
    ["a control character", { type: "text", text: "a\u0000" }],
    ["a picture", { type: "image", attrs: { src: "//x" } }],
    ["more than words", { type: "text", text: "x", by: "me" }],
  ])("P26 refuses %s", (_what, inline) => {
    const body = { type: "doc", content: [{ type: "paragraph", content: [inline] }] };
    expect(letterContent.safeParse({ kind: "letter", title: "", body }).success).toBe(false);
  });

  it("P26 refuses another heading, an attribute, an empty list, a list in a list", () => {
    const paragraph = { type: "paragraph" };
    const blocks = [
      { type: "heading", attrs: { level: 1 } },
      { type: "heading", attrs: { level: 2, id: "x" } },
      { type: "paragraph", attrs: { textAlign: "left" } },
      { type: "bulletList", content: [] },
      {
        type: "orderedList",
        attrs: { start: 2 },
        content: [{ type: "listItem", content: [paragraph] }],
      },
      { type: "bulletList", content: [{ type: "listItem", content: [{ type: "bulletList" }] }] },
    ];
    for (const block of blocks) {
      const body = { type: "doc", content: [block] };
      expect(letterContent.safeParse({ kind: "letter", title: "", body }).success).toBe(false);
    }
  });

  it("P26 knows when there are no words to offer", () => {
    expect(isBlank(letterOf("Title", "", " ").body)).toBe(true);
    expect(isBlank(letterOf("", "x").body)).toBe(false);
  });
});

describe("the live letter", () => {
  it("P27 reads what was written into it", () => {
    fc.assert(
      fc.property(letters, (content) => {
        expect(contentOf(liveLetter(content))).toEqual(content);
      }),
    );
  });

  it("P27 hidden attributes, unknown marks, embeds and empty containers fall away", () => {
    const letter = liveLetter(letterOf("Title", "Words"));
    letter.doc.transact(() => {
      const paragraph = letter.body.get(0) as Y.XmlElement;
      paragraph.setAttribute("data-secret", "hidden");
      const text = paragraph.get(0) as Y.XmlText;
      text.format(0, 5, { link: { href: "hidden" }, bold: {} });
      text.insertEmbed(2, { hidden: true });
      letter.body.push([new Y.XmlElement("bulletList")]);
      letter.meta.set("guide", "hidden");
      letter.doc.getMap("other").set("hidden", true);
    });
    const content = contentOf(letter);
    expect(content.body.content).toEqual([
      {
        type: "paragraph",
        content: [{ type: "text", text: "Words", marks: [{ type: "bold" }] }],
      },
    ]);
    expect(holds(copyOf(content), "hidden")).toBe(false);
  });

  it("P28 a node it does not know is refused, because leaving it out would lose words", () => {
    const letter = liveLetter(letterOf("Title", "Words"));
    const table = new Y.XmlElement("table");
    letter.doc.transact(() => letter.body.push([table]));
    expect(letterContentOf(letter)).toEqual({ ok: false, refusal: { code: "unknown-content" } });
  });

  it("P28 tells an editor to keep away from what it would throw away", () => {
    const strange: ((letter: ReturnType<typeof letterDocument>) => void)[] = [
      ({ body }) => body.push([new Y.XmlElement("table")]),
      ({ doc }) => textOf(doc).format(0, 1, { link: { href: "/" } }),
      ({ doc }) => textOf(doc).insertEmbed(0, { x: 1 }),
    ];
    for (const change of strange) {
      const letter = liveLetter(letterOf("Title", "Words"));
      expect(isWritable(letter.body)).toBe(true);
      change(letter);
      expect(isWritable(letter.body)).toBe(false);
    }
    fc.assert(fc.property(letters, (content) => isWritable(liveLetter(content).body)));
  });

  it("P28 too long a title, paragraph or letter is refused", () => {
    const tooLong = { ok: false, refusal: { code: "too-long" } };
    const many = Array.from({ length: 2001 }, () => "x");
    const long = letterDocument(new Y.Doc());
    fillLetter(long, letterOf("", ...many));
    expect(letterContentOf(long)).toEqual(tooLong);
    const title = letterDocument(new Y.Doc());
    title.title.insert(0, "x".repeat(121));
    expect(letterContentOf(title)).toEqual(tooLong);
    const heavy = letterOf("", ...Array.from({ length: 6 }, () => "x".repeat(50_000)));
    expect(cleanCopy(heavy)).toEqual(tooLong);
  });
});

describe("the clean copy", () => {
  it("P29 opens as the content that it was made of", () => {
    fc.assert(
      fc.property(letters, (content) => {
        expect(openCopy(copyOf(content))).toEqual({ ok: true, value: content });
      }),
    );
  });

  it("P30 is written under a client id of its own each time", () => {
    const content = letterOf("Title", "Words");
    const [one, two] = [copyOf(content), copyOf(content)];
    expect(clientOf(one)).not.toBe(clientOf(two));
  });

  it("P30 nothing that was typed and deleted is in its bytes, whatever happened to the draft", () => {
    const secrets = fc.array(
      fc.string({ unit: fc.constantFrom(..."QXZJ"), minLength: 8, maxLength: 12 }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(letters, secrets, fc.nat(), (content, typed, seed) => {
        const letter = liveLetter(content);
        const doc = letter.doc;
        typed.forEach((secret, i) => {
          letter.title.insert(0, secret);
          const paragraph = new Y.XmlElement("paragraph");
          paragraph.setAttribute("data-was", secret);
          paragraph.insert(0, [new Y.XmlText(secret)]);
          const at = (seed + i) % (letter.body.length + 1);
          letter.body.insert(at, [paragraph]);
          letter.meta.set("note", secret);
          letter.body.delete(at, 1);
          letter.title.delete(0, secret.length);
        });
        const copy = copyOf(contentOf(letter));
        expect(openCopy(copy)).toEqual({ ok: true, value: content });
        for (const secret of typed) expect(holds(copy, secret)).toBe(false);
        expect(clientOf(copy)).not.toBe(doc.clientID);
      }),
    );
  });

  it("P30 holds the words that were chosen, so that the search above can find any", () => {
    const copy = copyOf(letterOf("Title", "QXZJQXZJ"));
    expect(holds(copy, "QXZJQXZJ")).toBe(true);
    expect(bodyText(letterOf("Title", "QXZJQXZJ").body)).toBe("QXZJQXZJ");
  });

  it.each<[string, (doc: Y.Doc) => void]>([
    ["something deleted", (doc) => doc.getText("title").delete(0, 1)],
    ["another root", (doc) => doc.getMap("extra").set("x", 1)],
    ["more in meta", (doc) => doc.getMap("meta").set("x", 1)],
    ["another kind", (doc) => doc.getMap("meta").set("kind", "letter")],
    ["a hidden attribute", (doc) => bodyOf(doc).setAttribute("data-x", "hidden")],
    ["a hidden attribute on the fragment", (doc) => setHidden(doc.getXmlFragment("body"))],
    ["a hidden attribute on the title", (doc) => doc.getText("title").setAttribute("x", "hidden")],
    ["formatting in the title", (doc) => doc.getText("title").format(0, 1, { hidden: "x" })],
    ["an embed in the title", (doc) => doc.getText("title").insertEmbed(0, { hidden: "x" })],
    ["more words", (doc) => doc.getText("title").insert(0, "x")],
    ["an unknown mark", (doc) => textOf(doc).format(0, 2, { link: { href: "hidden" } })],
    ["a mark with something in it", (doc) => textOf(doc).format(0, 5, { bold: { x: "hidden" } })],
    ["an unknown node", (doc) => doc.getXmlFragment("body").push([new Y.XmlElement("image")])],
    [
      "an empty container",
      (doc) => doc.getXmlFragment("body").push([new Y.XmlElement("listItem")]),
    ],
    ["a second text", (doc) => bodyOf(doc).push([new Y.XmlText("more")])],
    ["an empty text", (doc) => bodyOf(doc).push([new Y.XmlText()])],
    ["a subdocument", (doc) => doc.getMap("meta").set("format", new Y.Doc())],
  ])("P31 refuses a copy with %s", (_what, change) => {
    expect(openCopy(forged(() => undefined)).ok).toBe(true);
    expect(openCopy(forged(change))).toEqual(REFUSED);
  });

  it("P31 refuses a second client, a missing part, a repeated or foreign encoding, and no update", () => {
    const copy = copyOf(letterOf("Title", "Words"));
    const second = new Y.Doc();
    Y.applyUpdate(second, copy);
    second.getXmlFragment("body").push([new Y.XmlElement("paragraph")]);
    expect(openCopy(Y.encodeStateAsUpdate(second))).toEqual(REFUSED);

    const doc = new Y.Doc();
    Y.applyUpdate(doc, copy);
    expect(
      openCopy(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(new Map([[clientOf(copy), 3]])))),
    ).toEqual(REFUSED);
    expect(openCopy(Y.encodeStateAsUpdateV2(doc))).toEqual(REFUSED);
    expect(openCopy(Y.encodeStateAsUpdate(new Y.Doc()))).toEqual(REFUSED);
    expect(openCopy(new Uint8Array())).toEqual(REFUSED);
    expect(openCopy(new Uint8Array([...copy, 0]))).toEqual(REFUSED);
    expect(openCopy(new Uint8Array(MAX_COPY_BYTES + 1))).toEqual(REFUSED);
  });

  it("P31 refuses what was written in the letter's own document instead of a fresh one", () => {
    const letter = letterDocument(new Y.Doc());
    letter.title.insert(0, "Title");
    fillLetter(letter, letterOf("", "Words"));
    expect(openCopy(Y.encodeStateAsUpdate(letter.doc))).toEqual(REFUSED);
  });

  it("P31 whatever single byte is changed, it says something else or is refused", () => {
    const content = letterOf("Title", "Some words");
    const copy = copyOf(content);
    for (let at = 0; at < copy.length; at++) {
      for (const flip of [1, 2, 4, 8, 16, 32, 64, 128]) {
        const changed = new Uint8Array(copy);
        changed[at] = (changed[at] ?? 0) ^ flip;
        const opened = openCopy(changed);
        if (!opened.ok) continue;
        // Another letter or another client id: still just what anybody could have written.
        if (clientOf(copy) === clientOf(changed)) expect(opened.value).not.toEqual(content);
      }
    }
  });
});

const bodyOf = (doc: Y.Doc) => doc.getXmlFragment("body").get(0) as Y.XmlElement;
const textOf = (doc: Y.Doc) => bodyOf(doc).get(0) as Y.XmlText;

/** Yjs has no call for it, but a fragment can carry keys as a map does. */
function setHidden(fragment: Y.XmlFragment) {
  Y.XmlElement.prototype.setAttribute.call(fragment as Y.XmlElement, "hidden", "words");
}

describe("an answer to a question", () => {
  const answer = ({ body }: LetterContent) => ({ kind: "question", title: "", body }) as const;

  it("P44 is given back as it was made, and is no letter", () => {
    fc.assert(
      fc.property(letters, (letter) => {
        const copy = cleanCopy(answer(letter));
        expect(copy.ok && openCopy(copy.value)).toEqual({ ok: true, value: answer(letter) });
      }),
      { numRuns: 50 },
    );
  });

  it("P44 has no title, and no kind but its own", () => {
    const copy = cleanCopy(answer(letterOf("", "Words")));
    if (!copy.ok) throw new Error(copy.refusal.code);
    const changed = (change: (doc: Y.Doc) => void) => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, copy.value);
      doc.clientID = clientOf(copy.value);
      doc.transact(() => change(doc));
      return openCopy(Y.encodeStateAsUpdate(doc));
    };
    expect(changed((doc) => doc.getText("title").insert(0, "A title"))).toEqual(REFUSED);
    expect(changed((doc) => doc.getMap("meta").set("kind", "letter"))).toEqual(REFUSED);
    expect(() => cleanCopy({ ...answer(letterOf("", "x")), kind: "plan" as "question" })).toThrow();
  });
});
