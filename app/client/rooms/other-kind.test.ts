import { beforeAll, describe, expect, it } from "vitest";
import { cleanCopy, type VersionContent } from "#client/pieces/clean-copy.ts";
import { toBase64Url } from "#domain/bytes.ts";
import type { Encoded } from "#domain/encoded.ts";
import type { LineId, PieceId } from "#domain/ids.ts";
import { encodeEnvelope, type Envelope } from "#domain/pieces/envelope.ts";
import { refuse } from "#domain/result.ts";
import type { Side } from "#tests/support/room-deeds.ts";
import { newId } from "#tests/support/some.ts";
import { held, pairedIn, twoHands, viewIn } from "#tests/support/two-hands.ts";
import { actOpenly, actQuietly } from "./acts.ts";
import { readLines } from "./boundaries.ts";
import { beginPiece } from "./own-pieces.ts";
import { otherIn, readVersion, sealFor } from "./versions.ts";

let ada: Side;
let bo: Side;
beforeAll(async () => {
  const world = await twoHands();
  ada = { hand: world.ada, paired: await pairedIn(world.ada, world.room) };
  bo = { hand: world.bo, paired: await pairedIn(world.bo, world.room) };
});

const body = {
  type: "doc" as const,
  content: [
    { type: "paragraph" as const, content: [{ type: "text" as const, text: "I was late." }] },
  ],
};
const LINE = { area: "hours", statement: "Not after nine.", welcome: "", response: "" } as const;
const CONTENTS: readonly VersionContent[] = [
  { kind: "letter", title: "", body },
  { kind: "forgiveness", title: "", body },
  {
    kind: "boundaries",
    lines: [{ ...LINE, id: newId<LineId>(), firm: true }],
  },
];
const says = (kind: "letter" | "forgiveness" | "boundaries"): Envelope => ({
  ...{ form: "version", length: "short", weight: "light" },
  kind,
});

/** What Bo reads of it, in either way, after they have opened it by this envelope. */
async function readAs(content: VersionContent, envelope: Envelope, at?: PieceId) {
  const { hand, paired } = ada;
  const piece = held(await beginPiece(hand, paired.room, "letter"));
  const sealed = held(await sealFor(hand, paired, piece, held(cleanCopy(content))));
  const { version } = sealed;
  const place = { what: "envelope", by: hand.keyring.person, piece: at ?? piece, version } as const;
  const note: Encoded = toBase64Url(await paired.key.sealNote(place, encodeEnvelope(envelope)));
  held(await actOpenly(hand, paired.room, piece, { kind: "offer", ...sealed, envelope: note }));
  held(await actQuietly(bo.hand, paired.room, piece, { kind: "open", version }));
  const view = (await viewIn(bo.hand, paired.room)).pieces.find((one) => one.piece === piece);
  const opened = view?.mode === "own" && view.role === "reader" ? view.opened.at(-1) : undefined;
  if (!opened) throw new Error("nothing was opened");
  const offered = { by: otherIn(bo.paired), key: bo.paired.key, ...opened };
  return {
    asWords: await readVersion(bo.hand, piece, version, offered),
    asLines: await readLines(bo.hand, piece, version, offered),
  };
}

const OTHER = refuse("other-kind");

describe("what somebody opened", () => {
  it("E8 is shown if its envelope named just its kind, and refused otherwise", async () => {
    for (const content of CONTENTS) {
      for (const { kind } of CONTENTS) {
        if (kind === "question") continue;
        const { asWords, asLines } = await readAs(content, says(kind));
        const isTold = kind === content.kind;
        const shown = { ok: true, value: content };
        expect(asWords).toEqual(isTold && kind !== "boundaries" ? shown : OTHER);
        expect(asLines).toEqual(isTold && kind === "boundaries" ? shown : OTHER);
      }
    }
  });

  it("E8 is refused if its envelope does not open, being that of another piece", async () => {
    const [letter] = CONTENTS;
    if (!letter) throw new Error("there is a letter");
    const elsewhere = newId<PieceId>();
    expect(await readAs(letter, says("letter"), elsewhere)).toEqual({
      asWords: OTHER,
      asLines: OTHER,
    });
  });
});
