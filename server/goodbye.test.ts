import { beforeEach, describe, expect, it } from "vitest";
import type { PieceId, VersionId } from "#domain/ids.ts";
import { newId, offering, RoomWorld, type Somebody } from "#tests/support/room-world.ts";

const DAY = 24 * 60 * 60_000;

let world: RoomWorld;
let ada: Somebody;
let bo: Somebody;
let letter: PieceId;
let version: VersionId;
beforeEach(() => begin());

/** Two people, of whom one has offered something, agreed on something, and written a last letter. */
async function begin(): Promise<void> {
  world = await RoomWorld.paired();
  ({ ada, bo } = world);
  await world.together();
  world.now += 1;
  await world.offer(ada, await world.begin(ada));
  letter = await world.begin(ada);
  version = newId();
  world.announced.length = 0;
}

async function leaveWithLetter(who = ada): Promise<string> {
  const offer = await world.signed(who, letter, offering(version));
  if (offer.kind !== "offer") throw new Error("not an offer");
  return world.act(who, { kind: "leave", goodbye: { piece: letter, offer } });
}

type Parted = { readonly [name: string]: unknown; readonly piece?: unknown };

/** Everything that Bo can get of the room, without what is of the letter; ids and sealed bytes by length. */
async function bosBytes(): Promise<string> {
  const { consent, rooms, room } = world;
  const view = await world.view(bo);
  const record = await consent.record(bo.person, room);
  if (!record.ok) throw new Error(record.refusal.code);
  const others = <T extends Parted>(list: readonly T[]) =>
    list.filter((one) => one.piece !== letter);
  const got = [
    { ...view, pieces: others(view.pieces), changes: others(view.changes) },
    { ...record.value, acts: others(record.value.acts) },
    await rooms.list(bo.person),
    await consent.chain(bo.person, room),
    await world.act(bo, { kind: "resume" }),
  ];
  return JSON.stringify(got).replace(/[A-Za-z0-9_-]{22,}/g, ({ length }) => `${length}`);
}

describe("leaving with a goodbye", () => {
  it("O5 is to the other a pause with one envelope, and nothing else differs in any byte", async () => {
    const endings = {
      pause: () => world.pause(ada, null),
      leave: () => world.act(ada, { kind: "leave" }),
      goodbye: () => leaveWithLetter(),
    };
    const got: string[] = [];
    for (const end of Object.values(endings)) {
      await begin();
      await end();
      const told = world.announced.filter((person) => person === bo.person).length;
      const first = await bosBytes();
      world.now += 61 * DAY;
      got.push(`${told} announced ${first} ${await bosBytes()}`);
    }
    expect(got[2]).toBe(got[0]);
    expect(got[1]).toBe(got[0]);
    expect(got[0]).toContain("1 announced");
  });

  it("O5 shows its envelope as any other: kind, day and statement, and no key before it is opened", async () => {
    expect(await leaveWithLetter()).toBe("done");
    const { pieces, pause } = await world.view(bo);
    expect(pause).toMatchObject({ paused: true, mine: null, left: null });
    const shown = pieces.find((piece) => piece.mode === "own");
    const door = { version, on: world.day, putOff: false };
    expect(shown).toMatchObject({ role: "reader", piece: letter, door, opened: [] });
    expect(JSON.stringify(shown)).not.toContain("goodbye");
    expect(await world.consent.version(bo.person, version)).toMatchObject({ ok: false });
    expect(await world.run(bo, letter, { kind: "open", version })).toBe("done");
    expect(await world.consent.version(bo.person, version)).toMatchObject({ ok: true });
  });

  it("O5 lets the one who left take the letter back, and the other then sees what a pause shows", async () => {
    await leaveWithLetter();
    expect(await world.sign(ada, letter, { kind: "take-back", version })).toBe("done");
    expect((await world.view(bo)).pieces.filter(({ mode }) => mode === "own")).toEqual([]);
    expect((await world.view(ada)).pause).toMatchObject({ left: "left" });
  });

  it("O5 is one step: without a letter that can be offered nobody leaves", async () => {
    const stolen = letter;
    letter = await world.begin(bo);
    expect(await leaveWithLetter()).toBe("not-here");
    letter = stolen;
    expect((await world.view(ada)).pause).toMatchObject({ left: null, paused: false });
    expect(await leaveWithLetter()).toBe("done");
    expect(await leaveWithLetter()).toBe("left");
  });
});
