import { beforeEach, describe, expect, it } from "vitest";
import type { LineId, VersionId } from "#domain/ids.ts";
import {
  newId,
  RoomWorld,
  some,
  someClaim,
  someInvitation,
  type Somebody,
} from "#tests/support/room-world.ts";

const DAY = 24 * 60 * 60_000;

let world: RoomWorld;
let ada: Somebody;
let bo: Somebody;
beforeEach(async () => {
  world = await RoomWorld.paired();
  ({ ada, bo } = world);
});

/** A world in which something of everything has happened. */
async function furnished() {
  world = await RoomWorld.paired();
  ({ ada, bo } = world);
  const [opened, unopened, draft] = [
    await world.begin(ada),
    await world.begin(ada),
    await world.begin(ada),
  ];
  const held = await world.offer(ada, opened);
  await world.run(bo, opened, { kind: "open", version: held });
  world.now += 1; // no two things at one instant, or chance would order them
  const agreement = await world.together();
  const act = {
    kind: "sign-line",
    line: newId<LineId>(),
    hash: some(32),
    sealedWording: some(284),
  } as const;
  await world.sign(ada, agreement, act);
  await world.sign(bo, agreement, act);
  const waiting = await world.offer(ada, unopened);
  return { opened, unopened, draft, held, waiting, agreement };
}

const shape = (value: unknown) =>
  JSON.stringify(value).replace(/[A-Za-z0-9_-]{22,}/g, ({ length }) => `${length}`);

/** Everything that Bo can get. */
async function bosBytes({
  held,
  waiting,
  agreement,
  unopened,
}: Awaited<ReturnType<typeof furnished>>) {
  const { consent, rooms, room } = world;
  const gotten = async () => [
    await world.view(bo),
    await rooms.list(bo.person),
    await consent.record(bo.person, room),
    await consent.chain(bo.person, room),
    await consent.version(bo.person, held),
    await consent.version(bo.person, waiting),
    await consent.access(bo.person, agreement),
    await world.run(bo, unopened, { kind: "open", version: waiting }),
    await world.run(bo, newId(), { kind: "open", version: newId<VersionId>() }),
    await world.sign(bo, agreement, { kind: "close" }),
  ];
  const first = await gotten();
  world.now += 61 * DAY;
  return shape([first, await gotten(), await world.act(bo, { kind: "close-side" })]);
}

describe("who goes", () => {
  it("R17 by a pause, a leaving, a block or a deleted account: the other gets the same bytes", async () => {
    const endings: Readonly<Record<string, () => Promise<unknown>>> = {
      pause: () => world.pause(ada, null),
      leave: () => world.act(ada, { kind: "leave" }),
      block: () => world.act(ada, { kind: "block" }),
      both: async () => {
        await world.act(ada, { kind: "leave" });
        await world.act(ada, { kind: "block" });
      },
      delete: () => world.depart(ada.person),
    };
    const got: string[] = [];
    for (const end of Object.values(endings)) {
      const things = await furnished();
      world.announced.length = 0;
      await end();
      const told = world.announced.filter((person) => person === bo.person).length;
      got.push(`${told} announced\n${await bosBytes(things)}`);
    }
    for (const one of got) expect(one.split(",")).toEqual(got[0]?.split(","));
    expect(new Set(got).size).toBe(1);
    expect(got[0]).toContain("1 announced");
    expect(got[0]).toContain('"mayClose":true');
  });

  it("R22 with their account takes what is theirs alone, and nothing of the other's", async () => {
    const { opened, unopened, draft, held, waiting, agreement } = await furnished();
    const { ledger } = world.stores;
    const theirs = await world.begin(bo);
    await world.depart(ada.person);
    expect(new Set(world.erased)).toEqual(new Set([opened, unopened, draft]));
    expect(await ledger.version(waiting)).toBeNull();
    expect(await world.consent.version(bo.person, held)).toMatchObject({ ok: true });
    const { pieces } = await world.view(bo);
    expect(pieces.find(({ piece }) => piece === theirs)).toMatchObject({ role: "author" });
    expect(pieces.find(({ piece }) => piece === agreement)).toMatchObject({
      state: { is: "open", lines: [{ standing: { signatures: [{}, {}] } }] },
    });
    await world.depart(ada.person);
    expect(await world.consent.view(bo.person, world.room)).toMatchObject({ ok: true });
  });

  it("R22 as the second of the two takes the room along", async () => {
    const { agreement } = await furnished();
    await world.depart(ada.person);
    await world.depart(bo.person);
    expect(world.erased).toContain(agreement);
    expect(await world.consent.view(bo.person, world.room)).toMatchObject({ ok: false });
    expect(await world.stores.ledger.roomOf(agreement)).toBeNull();
  });

  it("R22 alone in a room takes it along, and its link opens nothing", async () => {
    world = await RoomWorld.open();
    const { token, made } = someInvitation();
    await world.rooms.invite(world.ada.person, world.room, made);
    await world.depart(world.ada.person);
    expect(await world.rooms.look(token, null)).toMatchObject({ ok: false });
    expect(await world.rooms.list(world.ada.person)).toEqual([]);
  });

  it("R18 withdraws their open links", async () => {
    world = await RoomWorld.open();
    const { token, made } = someInvitation();
    await world.rooms.invite(world.ada.person, world.room, made);
    expect(await world.act(world.ada, { kind: "leave" })).toBe("done");
    expect(await world.rooms.claim(world.bo.person, someClaim(token))).toMatchObject({
      refusal: { code: "no-invitation" },
    });
  });

  it("R20 and blocked comes in by no link of the other, nor the other by theirs", async () => {
    await world.act(ada, { kind: "block" });
    for (const [maker, guest] of [
      [ada, bo],
      [bo, ada],
    ] as const) {
      const room = newId<typeof world.room>();
      await world.rooms.make(maker.person, room);
      const { token, made } = someInvitation();
      await world.rooms.invite(maker.person, room, made);
      const refused = await world.rooms.claim(guest.person, someClaim(token));
      expect(refused).toEqual(await world.rooms.claim(guest.person, someClaim(some(32))));
    }
  });

  it("R20 and only left can come in by a new link", async () => {
    await world.act(ada, { kind: "leave" });
    const room = newId<typeof world.room>();
    await world.rooms.make(bo.person, room);
    const { token, made } = someInvitation();
    await world.rooms.invite(bo.person, room, made);
    expect(await world.rooms.claim(ada.person, someClaim(token))).toMatchObject({ ok: true });
  });
});
