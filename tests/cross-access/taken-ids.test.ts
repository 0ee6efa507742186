import { describe, expect, it } from "vitest";
import type { PieceId, VersionId } from "#domain/ids.ts";
import { newId, offering, RoomWorld, some, type Somebody } from "#tests/support/room-world.ts";

/**
 * Ids are made by who makes the thing. Making something under the other's id is refused; and the refusal
 * may tell nothing that the one who was refused did not know.
 */

async function takenBackLetter(world: RoomWorld): Promise<[PieceId, VersionId]> {
  const { ada } = world;
  const piece = await world.begin(ada);
  const version = await world.offer(ada, piece);
  await world.sign(ada, piece, { kind: "take-back", version });
  return [piece, version];
}

/** What comes of every way to make something under these ids. */
async function making(world: RoomWorld, who: Somebody, piece: PieceId, version: VersionId) {
  const own = await world.begin(who);
  const question = (await world.view(who)).pieces.find(({ mode }) => mode === "paired")?.piece;
  const { kind: _offer, envelope: _envelope, ...sealed } = offering(version);
  const made = await world.consent.makePiece(who.person, {
    id: piece,
    room: world.room,
    sealedKey: some(60),
  });
  return {
    offer: await world.sign(who, own, offering(version)),
    "put-in": await world.sign(who, question ?? own, { kind: "put-in", ...sealed }),
    propose: await world.sign(who, piece, {
      kind: "propose",
      envelope: some(284),
      sealedKey: some(60),
    }),
    "begin-pair": await world.sign(who, piece, { kind: "begin-pair", envelope: some(284) }),
    begin: made.ok ? "done" : made.refusal.code,
  };
}

describe("making something under an id of the other's", () => {
  it("G17 tells nothing of whether what was taken back was deleted since", async () => {
    const world = await RoomWorld.paired();
    const { ada, bo } = world;
    await world.question();
    const [kept, keptVersion] = await takenBackLetter(world);
    const [deleted, deletedVersion] = await takenBackLetter(world);
    expect(await world.consent.deletePiece(ada.person, deleted)).toMatchObject({ ok: true });
    const ofKept = await making(world, bo, kept, keptVersion);
    expect(Object.values(ofKept)).not.toContain("done");
    expect(await making(world, bo, deleted, deletedVersion)).toEqual(ofKept);
  });

  it("R17 tells nothing of whether the other paused or deleted their account", async () => {
    const outcomes = [];
    for (const deletes of [false, true]) {
      const world = await RoomWorld.paired();
      const { ada, bo } = world;
      await world.question();
      const ids = await takenBackLetter(world);
      const offered = await world.offer(ada, await world.begin(ada));
      if (deletes) await world.depart(ada.person);
      else await world.pause(ada, null);
      outcomes.push([await making(world, bo, ...ids), await making(world, bo, newId(), offered)]);
      world.consent.close();
    }
    expect(outcomes[1]).toEqual(outcomes[0]);
  });

  it("G12 is refused of a draft too, and changes nothing of it", async () => {
    const world = await RoomWorld.paired();
    const { ada, bo } = world;
    await world.question();
    const piece = await world.begin(ada);
    const version = await world.wait(ada, piece, world.now + 3_600_000);
    const before = await world.view(ada);
    const { offer, propose, begin } = await making(world, bo, piece, version);
    expect([offer, propose, begin]).toEqual(["taken", "taken", "taken"]);
    const mine = ({ pieces }: typeof before) => pieces.filter((one) => one.piece === piece);
    expect(mine(await world.view(ada))).toEqual(mine(before));
  });
});
