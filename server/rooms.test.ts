import { beforeEach, describe, expect, it } from "vitest";
import type { InvitationId, PieceId, RoomId } from "#domain/ids.ts";
import { INVITATION_LASTS, MONTH } from "#domain/invitation.ts";
import { MOST_PIECES, MOST_ROOMS } from "#domain/requests.ts";
import {
  memoryStores,
  newId,
  RoomWorld,
  some,
  somebody,
  someClaim,
  someInvitation,
  type Somebody,
  type Stores,
} from "#tests/support/room-world.ts";

let stores: Stores;
let world: RoomWorld;
let ada: Somebody;
let bo: Somebody;
beforeEach(async () => {
  stores = memoryStores();
  world = await RoomWorld.open(stores);
  ({ ada, bo } = world);
});

const invite = async (who = ada, room = world.room, made = someInvitation()) => {
  const answer = await world.rooms.invite(who.person, room, made.made);
  return { ...made, code: answer.ok ? "done" : answer.refusal.code };
};
const claim = async (token: string, who = bo) => {
  const answer = await world.rooms.claim(who.person, someClaim(token));
  return answer.ok ? "done" : answer.refusal.code;
};
const look = async (token: string, who: Somebody | null = null) =>
  JSON.stringify(await world.rooms.look(token, who && who.person));
const NO_INVITATION = JSON.stringify({ ok: false, refusal: { code: "no-invitation" } });

describe("a room", () => {
  it("R2 is there for who is in it, and for nobody else", async () => {
    expect(await world.rooms.list(ada.person)).toEqual([
      { room: world.room, other: null, paused: false, closed: false },
    ]);
    expect(await world.rooms.list(bo.person)).toEqual([]);
    expect(await world.consent.view(bo.person, world.room)).toEqual(
      await world.consent.view(bo.person, newId<RoomId>()),
    );
  });

  it("R2 is made once: again by the same person is no change, by another it is taken", async () => {
    expect(await world.rooms.make(ada.person, world.room)).toMatchObject({ ok: true });
    expect(await world.rooms.make(bo.person, world.room)).toMatchObject({
      refusal: { code: "taken" },
    });
    expect(await world.rooms.list(ada.person)).toHaveLength(1);
  });

  it("R1 takes two people and no third", async () => {
    const first = await invite();
    expect(await claim(first.token)).toBe("done");
    expect((await invite()).code).toBe("full");
    expect((await invite(bo)).code).toBe("full");
    const third = await somebody(stores.accounts);
    expect((await invite(third)).code).toBe("not-here");
  });

  it("O1 is paused at once for both when the second comes in paused, as if they had paused in it", async () => {
    const { token } = await invite();
    world.announced.length = 0;
    await world.rooms.claim(bo.person, { ...someClaim(token), paused: true });
    expect((await world.view(ada)).pause).toMatchObject({ paused: true, mine: null });
    expect((await world.view(bo)).pause).toMatchObject({ paused: true, mine: { until: null } });
    expect(world.announced).toEqual([ada.person, bo.person]);
    const letter = await world.begin(ada);
    await world.offer(ada, letter);
    expect((await world.view(bo)).pieces).toEqual([]);
    await world.resume(bo);
    expect((await world.view(bo)).pieces).toHaveLength(1);
  });

  it("R7 gives each its own wrapped key and the other's packet, once the two are paired", async () => {
    expect(await world.view(ada)).toMatchObject({ key: null, packet: null, other: null });
    const { token, made } = await invite();
    const bringing = someClaim(token);
    await world.rooms.claim(bo.person, bringing);
    const [hers, his] = [await world.view(ada), await world.view(bo)];
    expect(hers).toMatchObject({
      key: bringing.roomKeyForThem,
      packet: made.packet,
      other: { person: bo.person, packet: bringing.packet },
      invitation: null,
    });
    expect(his).toMatchObject({
      key: bringing.roomKeyForMe,
      packet: bringing.packet,
      other: { person: ada.person, packet: made.packet },
      invitation: null,
    });
    expect(hers.other?.signingKey).toMatch(/^[\w-]{43}$/);
    expect(world.announced.slice(-2)).toEqual([ada.person, bo.person]);
  });
});

describe("too many", () => {
  const TOO_MANY = { ok: false, refusal: { code: "too-many" } };

  it("L4 are more rooms than one person can be in; making one of them again is none more", async () => {
    for (let n = 1; n < MOST_ROOMS; n++) {
      expect(await world.rooms.make(ada.person, newId<RoomId>())).toMatchObject({ ok: true });
    }
    expect(await world.rooms.make(ada.person, newId<RoomId>())).toEqual(TOO_MANY);
    expect(await world.rooms.make(ada.person, world.room)).toMatchObject({ ok: true });
    expect(await world.rooms.make(bo.person, newId<RoomId>())).toMatchObject({ ok: true });
  });

  it("L4 are more pieces in a room than one person can have begun", async () => {
    const make = (id: PieceId) =>
      world.consent.makePiece(ada.person, { id, room: world.room, sealedKey: some(60) });
    const [first] = await Promise.all(
      Array.from({ length: MOST_PIECES }, async () => {
        const id = newId<PieceId>();
        expect(await make(id)).toMatchObject({ ok: true });
        return id;
      }),
    );
    expect(await make(newId<PieceId>())).toEqual(TOO_MANY);
    if (first) {
      expect(await make(first)).toMatchObject({ ok: true });
      await world.consent.deletePiece(ada.person, first);
    }
    expect(await make(newId<PieceId>())).toMatchObject({ ok: true });
  });
});

describe("an invitation", () => {
  it("R3 can be used for seven days", async () => {
    const { token } = await invite();
    expect((await world.view(ada)).invitation?.expiresAt).toBe(world.now + INVITATION_LASTS);
    world.now += INVITATION_LASTS - 1;
    expect(await look(token)).toContain("packet");
    world.now += 1;
    expect(await look(token)).toBe(NO_INVITATION);
    expect(await claim(token)).toBe("no-invitation");
    expect((await world.view(ada)).invitation).toBeNull();
  });

  it("R3 is the only open one of its room; when it has expired there can be another", async () => {
    expect((await invite()).code).toBe("done");
    expect((await invite()).code).toBe("invitation-open");
    world.now += INVITATION_LASTS;
    expect((await invite()).code).toBe("done");
  });

  it("R3 is one of three that a person can make in thirty days, in all their rooms", async () => {
    for (let n = 0; n < 3; n++) {
      const room = newId<RoomId>();
      await world.rooms.make(ada.person, room);
      expect((await invite(ada, room)).code).toBe("done");
      world.now += 1;
    }
    expect((await invite()).code).toBe("too-many");
    world.now += MONTH - 3;
    expect((await invite()).code).toBe("done");
  });

  it("R4 brings in one person, once, also when two come at the same moment", async () => {
    const third = await somebody(stores.accounts);
    const { token } = await invite();
    const codes = await Promise.all([claim(token, bo), claim(token, third)]);
    expect([...codes].sort()).toEqual(["done", "no-invitation"]);
    expect(await claim(token, bo)).toBe("no-invitation");
  });

  it("R5 that is wrong, used, expired, withdrawn or one's own is refused in the same bytes", async () => {
    const withdrawn = await invite();
    await world.rooms.withdraw(ada.person, world.room, withdrawn.made.id);
    const expired = await invite();
    world.now += INVITATION_LASTS;
    const used = await invite();
    const own = await claim(used.token, ada);
    const third = await somebody(stores.accounts);
    expect(await claim(used.token, third)).toBe("done");
    const refused = [some(32), withdrawn.token, expired.token, used.token];
    expect(await Promise.all(refused.map((token) => look(token)))).toEqual(
      Array(4).fill(NO_INVITATION),
    );
    expect(await Promise.all(refused.map((token) => claim(token)))).toEqual(
      Array(4).fill("no-invitation"),
    );
    expect(own).toBe("no-invitation");
  });

  it("R6 stays as it is however often it is looked at, and so does what its maker sees", async () => {
    const { token } = await invite();
    const before = JSON.stringify(await world.view(ada));
    const announced = world.announced.length;
    const lookers = [null, null, bo, bo, ada];
    const looks = await Promise.all(lookers.map((who) => look(token, who)));
    expect(new Set(looks).size).toBe(1);
    expect(looks[0]).not.toBe(NO_INVITATION);
    await claim(token, ada);
    expect(JSON.stringify(await world.view(ada))).toBe(before);
    expect(world.announced).toHaveLength(announced);
    expect(await claim(token)).toBe("done");
  });

  it("R20 looks to who is signed in as one that was used, if one of the two blocked the other", async () => {
    await claim((await invite()).token);
    expect(await world.act(ada, { kind: "block" })).toBe("done");
    const stranger = await somebody(stores.accounts);
    for (const [maker, guest] of [
      [ada, bo],
      [bo, ada],
    ] as const) {
      const room = newId<RoomId>();
      await world.rooms.make(maker.person, room);
      const { token } = await invite(maker, room);
      expect(await look(token, guest)).toBe(NO_INVITATION);
      expect(await claim(token, guest)).toBe("no-invitation");
      // It is as it was to everybody else, and who is not signed in cannot be told from them.
      for (const who of [maker, stranger, null])
        expect(await look(token, who)).not.toBe(NO_INVITATION);
      expect(await claim(token, stranger)).toBe("done");
    }
  });

  it("R14 is withdrawn by who made it, also twice, and by nobody else", async () => {
    const { made, token } = await invite();
    const withdraw = async (who: Somebody, room = world.room, id: InvitationId = made.id) =>
      (await world.rooms.withdraw(who.person, room, id)).ok;
    expect(await withdraw(bo)).toBe(false);
    expect(await withdraw(ada, newId<RoomId>())).toBe(false);
    expect(await withdraw(ada, world.room, newId<InvitationId>())).toBe(false);
    expect(await withdraw(ada)).toBe(true);
    expect(await withdraw(ada)).toBe(true);
    expect(await look(token)).toBe(NO_INVITATION);
    expect((await world.view(ada)).invitation).toBeNull();
  });

  it("R14 that was used cannot be withdrawn", async () => {
    const { made, token } = await invite();
    await claim(token);
    expect((await world.rooms.withdraw(ada.person, world.room, made.id)).ok).toBe(false);
  });
});
