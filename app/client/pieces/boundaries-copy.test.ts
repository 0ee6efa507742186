import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { linesToOffer, NOTHING_SENT, type BoundariesContent } from "#domain/pieces/boundaries.ts";
import { boundaries, boundaryOf } from "#tests/support/boundaries.ts";
import { boundariesDocument, lineOf, BOUNDARY_TEXTS } from "./boundaries-document.ts";
import { cleanCopy, openCopy } from "./clean-copy.ts";
import { TYPED } from "./line-document.ts";

const REFUSED = { ok: false, refusal: { code: "not-a-clean-copy" } };

function copyOf(content: BoundariesContent) {
  const copy = cleanCopy(content);
  if (!copy.ok) throw new Error(copy.refusal.code);
  return copy.value;
}

const holds = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(words);

const ONE: BoundariesContent = { kind: "boundaries", lines: [boundaryOf(1, "No calls")] };

/** A copy with something more done to it under its own client id. */
function forged(change: (doc: Y.Doc) => void) {
  const copy = copyOf(ONE);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, copy);
  doc.clientID = Y.decodeUpdate(copy).structs[0]?.id.client ?? 0;
  doc.transact(() => change(doc));
  return Y.encodeStateAsUpdate(doc);
}

const lineIn = (doc: Y.Doc) => doc.getArray<Y.Map<unknown>>("lines").get(0);

describe("the clean copy of lines", () => {
  it("P56 opening one gives exactly what it was made of", () => {
    fc.assert(
      fc.property(boundaries, (content) => {
        expect(openCopy(copyOf(content))).toEqual({ ok: true, value: content });
      }),
    );
  });

  it("P56 it holds nothing of a line that was not chosen, nor of what was deleted", () => {
    // Words that no other part can hold by chance, in every text of every line.
    const list = fc.array(fc.record({ chosen: fc.boolean(), moves: fc.nat(5) }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(list, (wanted) => {
        const document = boundariesDocument(new Y.Doc());
        const ids = wanted.map((_, i) => {
          const id = document.add("hours");
          const line = document.shown().find((each) => each.id === id);
          if (!id || !line) throw new Error("there is no line");
          for (const name of BOUNDARY_TEXTS) {
            document.doc.transact(() => {
              line[name].insert(0, `${name}-kept-${i}x deleted-${name}-${i}x`);
              line[name].delete(`${name}-kept-${i}x`.length, ` deleted-${name}-${i}x`.length);
            }, TYPED);
          }
          document.noteOffered([id]);
          document.noteTakenBack([id], "2019-12-24");
          return id;
        });
        document.hide("touch", true);
        for (const [i, { moves }] of wanted.entries()) {
          const id = ids[i];
          if (id) document.move(id, moves % ids.length);
        }
        const mine = document.shown().map((line) => ({ id: line.id, line: lineOf(line) }));
        const chosen = new Set(ids.filter((_, i) => wanted[i]?.chosen));
        const lines = linesToOffer(mine, chosen, NOTHING_SENT);
        if (lines.length === 0) return;
        const copy = copyOf({ kind: "boundaries", lines: [...lines] });
        for (const [i, { chosen: isChosen }] of wanted.entries()) {
          for (const name of BOUNDARY_TEXTS) {
            expect(holds(copy, `${name}-kept-${i}x`)).toBe(isChosen);
            expect(holds(copy, `deleted-${name}-${i}x`)).toBe(false);
          }
          expect(holds(copy, ids[i] ?? "")).toBe(isChosen);
        }
        expect(holds(copy, "2019-12-24")).toBe(false);
        expect(holds(copy, "touch")).toBe(false);
        const clients = new Set(Y.decodeUpdate(copy).structs.map(({ id }) => id.client));
        expect(clients.has(document.doc.clientID)).toBe(false);
      }),
    );
  });

  it.each<[string, (doc: Y.Doc) => void]>([
    ["a hidden key in a line", (doc) => lineIn(doc).set("note", "hidden")],
    ["a key of order", (doc) => lineIn(doc).set("at", "V")],
    ["a value that was changed", (doc) => lineIn(doc).set("statement", "Calls")],
    ["a value that was deleted", (doc) => lineIn(doc).delete("welcome")],
    ["text instead of words", (doc) => lineIn(doc).set("welcome", new Y.Text("Words"))],
    ["one more root", (doc) => doc.getMap("areas").set("touch", "hidden")],
    ["a title", (doc) => doc.getText("title").insert(0, "hidden")],
    ["another kind", (doc) => doc.getMap("meta").set("kind", "letter")],
    ["a newer format", (doc) => doc.getMap("meta").set("format", 2)],
    ["a line twice", (doc) => doc.getArray("lines").push([lineIn(doc).clone()])],
    ["what is no line", (doc) => doc.getArray("lines").push(["hidden"])],
    ["no line", (doc) => doc.getArray("lines").delete(0, 1)],
  ])("P31 refuses %s", (_what, change) => {
    expect(openCopy(forged(change))).toEqual(REFUSED);
  });

  it("P60 the first shape of a clean copy opens", () => {
    const opened = openCopy(readFileSync("tests/fixtures/kinds/boundaries-1-copy.bin"));
    expect(opened).toEqual({
      ok: true,
      value: {
        kind: "boundaries",
        lines: [
          boundaryOf(2, "No calls after nine", {
            area: "hours",
            welcome: "A message, which I read in the morning",
            response: "I leave the phone off until eight",
            until: "2027-03-31",
            review: "2027-01-15",
          }),
          boundaryOf(1, "We write, we do not ring", { firm: false }),
        ],
      },
    });
  });
});
