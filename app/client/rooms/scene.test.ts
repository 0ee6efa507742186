import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { toBase64Url } from "#domain/bytes.ts";
import type { PieceId } from "#domain/ids.ts";
import { indexSchema, type Index } from "#domain/index-schema.ts";
import { encodeEnvelope } from "#domain/pieces/envelope.ts";
import { refuse } from "#domain/result.ts";
import { random } from "#tests/support/keys.ts";
import { openTogether, togetherIn, type Side } from "#tests/support/room-deeds.ts";
import { newId } from "#tests/support/some.ts";
import { held, pairedIn, twoHands, viewIn } from "#tests/support/two-hands.ts";
import { actOpenly } from "./acts.ts";
import { askForCheckIn } from "./check-ins.ts";
import { beginPiece, note } from "./own-pieces.ts";
import { putAway } from "./paired.ts";
import { readScene, type Scene } from "./scene.ts";
import { accept } from "./together.ts";
import { sealFor } from "./versions.ts";

let ada: Side;
let bo: Side;
beforeAll(async () => {
  const world = await twoHands();
  ada = { hand: world.ada, paired: await pairedIn(world.ada, world.room) };
  bo = { hand: world.bo, paired: await pairedIn(world.bo, world.room) };
});

async function sceneOf({ hand, paired }: Side): Promise<Scene> {
  const view = await viewIn(hand, paired.room);
  return readScene(view, paired.key, paired.other, hand.keyring.index.current());
}

describe("what stands in a room", () => {
  it("takes what does not open for no kind at all, unless this person’s devices know it", async () => {
    const piece = newId<PieceId>();
    const { key, keys, room } = ada.paired;
    // Sealed as that of another piece: it cannot be opened for this one.
    const envelope = await key.sealNote(
      { what: "proposal", by: ada.hand.keyring.person, piece: newId<PieceId>(), version: null },
      encodeEnvelope({ form: "proposal", kind: "plan", theme: "open" }),
    );
    const sealedKey = await key.wrapPieceKey(piece, 1, random(32));
    held(
      await actOpenly(ada.hand, room, piece, {
        kind: "propose",
        envelope: toBase64Url(envelope),
        sealedKey: toBase64Url(sealedKey),
        keys,
      }),
    );
    held(await accept(bo.hand, bo.paired, await togetherIn(bo.hand, bo.paired, piece)));
    const kindOf = ({ shared }: Scene) =>
      shared.flatMap((card) => (card.is === "together" && card.piece === piece ? [card.kind] : []));
    expect(kindOf(await sceneOf(bo))).toEqual([null]);
    held(await note(bo.hand.keyring, piece, { kind: "plan", title: "", room }));
    expect(kindOf(await sceneOf(bo))).toEqual(["plan"]);
  });

  it("a check-in that one puts away stays what it was to the other, in every byte", async () => {
    const plan = await openTogether(ada, bo);
    const days = { from: "2026-11-16", to: "2026-11-22" };
    held(await askForCheckIn(ada.hand, ada.paired, plan, days));
    const before = JSON.stringify(await viewIn(ada.hand, ada.paired.room));
    const [card] = (await sceneOf(bo)).checkIns;
    if (!card) throw new Error("nothing was asked for");
    expect(card.putAway).toBe(false);
    for (const away of [true, false]) {
      held(await putAway(bo.hand, bo.paired, card, away));
      expect((await sceneOf(bo)).checkIns[0]?.putAway).toBe(away);
      expect(JSON.stringify(await viewIn(ada.hand, ada.paired.room))).toBe(before);
    }
  });

  it("K34 shows what a newer version wrote as no more than that it is there, each in its place", async () => {
    const { index } = ada.hand.keyring;
    const { room } = ada.paired;
    const alone = held(await beginPiece(ada.hand, room, "letter", { title: "A letter" }));
    const both = await openTogether(ada, bo);
    await note(ada.hand.keyring, both, { kind: "agreement", title: "", room });
    const before = await sceneOf(ada);
    const byANewerVersion = (now: Index) => {
      const { pieces, ...rest } = z.encode(indexSchema, now) as { pieces: Record<string, object> };
      const entries = [alone, both].map((piece) => [piece, { ...pieces[piece], kind: "drawing" }]);
      const all = { ...pieces, ...Object.fromEntries(entries) };
      return z.decode(indexSchema, { ...rest, pieces: all });
    };
    held(await index.update(byANewerVersion));
    const shown = await sceneOf(ada);
    const newer = { is: "newer", offered: null, waiting: null };
    expect(shown.mine.filter(({ piece }) => piece === alone)).toMatchObject([newer]);
    expect(shown.shared.filter(({ piece }) => piece === both)).toMatchObject([newer]);
    expect(JSON.stringify([shown.mine, shown.shared])).not.toContain("A letter");
    expect(shown.view).toEqual(before.view);
    const others = ({ mine, door, shared: all }: Scene) =>
      [...mine, ...door, ...all].filter(({ piece }) => piece !== alone && piece !== both);
    expect(others(shown)).toEqual(others(before));
    // Nor is it offered as what it may not be.
    const offer = await sealFor(ada.hand, ada.paired, alone, random(8));
    expect(offer).toEqual(refuse("newer-version"));
  });
});
