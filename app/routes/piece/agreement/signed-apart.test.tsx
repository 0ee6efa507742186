import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { RoomContext, type InRoom } from "#client/hooks/use-room.ts";
import { lineDocument } from "#client/pieces/line-document.ts";
import type { OpenedLine, OpenedWording } from "#client/rooms/together.ts";
import { idOf, type LineId, type PieceId } from "#domain/ids.ts";
import { RETIRED } from "#domain/pieces/agreement.ts";
import type { Side } from "#domain/statement-view.ts";
import { inHtml } from "#tests/support/in-html.tsx";
import { apartFrom } from "./apart-from.ts";
import { SignedApart } from "./signed-apart.tsx";

const id = <T extends string>(n: number) => idOf<T>(new Uint8Array(16).fill(n));

const wording = (words: string, ...by: Side[]): OpenedWording => ({
  words,
  view: {
    hash: words,
    signatures: by.map((side) => ({
      by: side,
      on: "2025-11-03",
      sealedWording: "",
      statement: { body: "", signature: "", hash: "" },
    })),
  },
});

const IN_ROOM = { scene: { petname: "Ben" } } as InRoom;

/** The part of the page under the lines, while the document has none. */
const under = (signed: readonly OpenedLine[]): string =>
  inHtml(
    <RoomContext.Provider value={IN_ROOM}>
      <SignedApart
        piece={id<PieceId>(9)}
        document={lineDocument(new Y.Doc())}
        signed={signed}
        lineWords={null}
        readOnly={false}
        onTrouble={() => undefined}
      />
    </RoomContext.Provider>,
  );

const LINE = id<LineId>(1);
const AGREED = { line: LINE, standing: wording("Sundays", "me", "other"), proposed: [] };
const MINE = { line: LINE, standing: null, proposed: [wording("Sundays", "me")] };
const TAKE_BACK = "Take my signature back";

/** The lines of a document to which the other did this. */
function linesAfter(act: (line: Y.Map<unknown>, lines: Y.Array<Y.Map<unknown>>) => void) {
  const doc = new Y.Doc();
  const lines = doc.getArray<Y.Map<unknown>>("lines");
  lines.push([
    new Y.Map<unknown>([
      ["id", LINE],
      ["at", "V"],
      ["text", new Y.Text("Sundays")],
    ]),
  ]);
  act(lines.get(0), lines);
  return lineDocument(doc).shown();
}

describe("what stands apart from the lines of an agreement", () => {
  it("P107 is whatever somebody signed, in whichever way the other hid its line", () => {
    for (const act of [
      (line: Y.Map<unknown>) => line.set("heading", true),
      (line: Y.Map<unknown>) => line.set("gone", "retired"),
      (line: Y.Map<unknown>) => line.set("id", id(2)),
      (line: Y.Map<unknown>) => line.set("text", "no text"),
      (_line: Y.Map<unknown>, lines: Y.Array<Y.Map<unknown>>) => lines.delete(0),
    ]) {
      expect(apartFrom(linesAfter(act), [AGREED]).agreed).toEqual([AGREED]);
      expect(apartFrom(linesAfter(act), [MINE]).pending).toEqual([MINE]);
    }
  });

  it("P107 is nothing while every line that somebody signed stands among the lines", () => {
    const none = { agreed: [], pending: [], retired: [] };
    expect(
      apartFrom(
        linesAfter(() => undefined),
        [AGREED],
      ),
    ).toEqual(none);
    expect(
      apartFrom(
        linesAfter(() => undefined),
        [MINE],
      ),
    ).toEqual(none);
  });

  it("P107 shows the words that were signed, and the way to take my signature back", () => {
    for (const one of [AGREED, MINE]) {
      expect(under([one])).toContain("Sundays");
      expect(under([one])).toContain(TAKE_BACK);
    }
    expect(under([])).toBe("");
  });

  it("P107 says of a retired line that its words were not signed as they stand now", () => {
    const retired = { line: LINE, standing: wording(RETIRED, "me", "other"), proposed: [] };
    expect(under([retired])).toContain("as they were last typed");
    expect(under([retired])).not.toContain(TAKE_BACK);
  });
});
