import { beforeAll, describe, expect, it } from "vitest";
import { toBase64Url } from "#domain/bytes.ts";
import type { PieceId } from "#domain/ids.ts";
import { encodeEnvelope } from "#domain/pieces/envelope.ts";
import { random } from "#tests/support/keys.ts";
import { openTogether, togetherIn, type Side } from "#tests/support/room-deeds.ts";
import { newId } from "#tests/support/some.ts";
import { held, pairedIn, twoHands, viewIn } from "#tests/support/two-hands.ts";
import { actOpenly } from "./acts.ts";
import { askForCheckIn } from "./check-ins.ts";
import { note } from "./own-pieces.ts";
import { putAway } from "./paired.ts";
import { readScene, type Scene } from "./scene.ts";
import { accept } from "./together.ts";

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
});
