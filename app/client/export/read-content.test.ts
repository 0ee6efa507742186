import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { bodyText } from "#domain/pieces/letter.ts";
import { readGuides, type Guide } from "#domain/pieces/guides.ts";
import { boundariesDocument } from "../pieces/boundaries-document.ts";
import { beginGuided, choose, goOnAsLetter, guidedDocument } from "../pieces/guided-document.ts";
import { marksDocument } from "../pieces/marks-document.ts";
import { newId } from "../rooms/pairing.ts";
import { contentOf, type KnownGuides } from "./read-content.ts";

const filesIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [
      `/${folder}/${name}`,
      JSON.parse(readFileSync(path.join(folder, name), "utf8")) as unknown,
    ]),
  );
const { guides, lists } = readGuides(filesIn("content/guides"), filesIn("content/words"));
const known: KnownGuides = {
  of: (form) => guides.find(({ id }) => id === form) ?? null,
  wordsOf: (list) =>
    lists.find(({ id }) => id === list)?.groups.flatMap(({ words }) => words) ?? [],
};

/** A guide that asks for something which stays with its writer. */
const guide = guides.find(({ fields }) => fields.some(({ type }) => type === "mine"));

/** A document as a device reads it: nothing of it is known but its bytes. */
function read(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function answered(its: Guide) {
  const doc = new Y.Doc();
  const document = guidedDocument(doc);
  beginGuided(document, its.id);
  document.title.insert(0, "With a guide");
  for (const { id, type, ...field } of its.fields) {
    if (type === "choice" && "choices" in field)
      choose(document, id, field.choices[0]?.value ?? "");
    else document.text(id).insert(0, `Answered to ${id}.`);
  }
  return { doc, document };
}

describe("what an export reads", () => {
  it("O6 holds every answer to a guide, also what stays with its writer and no letter shows", () => {
    if (!guide) throw new Error("no guide keeps anything to its writer");
    const { doc, document } = answered(guide);
    const locked = guide.fields.find(({ type }) => type === "mine");
    const inSteps = contentOf(read(doc), "letter", guide.id, known);
    expect(inSteps).toMatchObject({
      title: "With a guide",
      beside: [{ about: locked?.label, words: `Answered to ${locked?.id}.` }],
    });
    if (inSteps?.is !== "text") throw new Error("it is text");
    expect(bodyText(inSteps.body)).toContain(`Answered to ${guide.fields[0]?.id}.`);

    // Edited as a letter since, the answers stay beside it.
    goOnAsLetter(document, guide, known.wordsOf);
    const asLetter = contentOf(read(doc), "letter", guide.id, known);
    expect(asLetter?.is === "text" && asLetter.beside.length).toBe(guide.fields.length);
    // Of a guide that is not known here, every answer is there under its name.
    const unknown = contentOf(read(answered(guide).doc), "letter", "not-known", known);
    const about = unknown?.is === "text" ? unknown.beside.map((one) => one.about) : [];
    expect(new Set(about)).toEqual(
      new Set(guide.fields.flatMap(({ id, type }) => (type === "choice" ? [] : [id]))),
    );
  });

  it("O6 holds a list of boundaries with what was taken out of it, and what was marked in a plan", () => {
    const doc = new Y.Doc();
    const list = boundariesDocument(doc);
    const add = (words: string) => {
      const id = list.add("hours");
      const line = [...list.shown(), ...list.gone()].find((one) => one.id === id);
      line?.statement.insert(0, words);
      return id;
    };
    add("Not after ten");
    const out = add("Taken out");
    if (out) list.takeOut(out);
    expect(contentOf(read(doc), "boundaries", undefined, known)).toMatchObject({
      is: "boundaries",
      lines: [{ area: "hours", statement: "Not after ten" }],
      takenOut: [{ statement: "Taken out" }],
    });

    const marks = new Y.Doc();
    const line = newId<Parameters<ReturnType<typeof marksDocument>["mark"]>[0]>();
    marksDocument(marks).mark(line, "2025-11-03", "partly");
    expect(contentOf(read(marks), "plan", undefined, known)).toEqual({
      is: "marks",
      own: [{ line, first: "2025-11-03", mark: "partly" }],
      noticed: [],
    });
  });
});
