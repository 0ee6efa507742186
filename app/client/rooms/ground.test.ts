import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { writeFirstLine } from "#client/pieces/first-line.ts";
import { lineDocument } from "#client/pieces/line-document.ts";
import { idOf, type LineId } from "#domain/ids.ts";
import type { MarkLine } from "#domain/pieces/decks.ts";
import { themeOf } from "./ground.ts";

const line = (name: string, area?: MarkLine["area"]): MarkLine => ({
  name,
  area,
  fits: [],
  words: `Words of ${name}`,
});

describe("an agreement from what both marked", () => {
  it("P48 is about what all of its lines are about, or about anything", () => {
    expect(themeOf([line("one", "money"), line("two", "money")])).toBe("money");
    expect(themeOf([line("one", "money"), line("two", "hours")])).toBe("open");
    expect(themeOf([line("one")])).toBe("open");
  });

  it("P48 gets each of its lines once, in their order, whichever devices write them", () => {
    const ids = [1, 2, 3].map((n) => idOf<LineId>(new Uint8Array(16).fill(n)));
    const devices = [new Y.Doc(), new Y.Doc()] as const;
    for (const doc of devices) for (const id of ids) writeFirstLine(doc, id, `Words of ${id}`);
    const [one, two] = devices;
    Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
    for (const doc of devices) {
      for (const id of ids) writeFirstLine(doc, id, `Words of ${id}`);
      const shown = lineDocument(doc, () => ids[0] ?? idOf(new Uint8Array(16))).shown();
      expect(shown.map(({ id }) => id)).toEqual(ids);
    }
  });
});
