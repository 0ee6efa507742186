import { beforeEach, describe, expect, it, vi } from "vitest";
import type { RoundId, VersionId } from "#domain/ids.ts";
import type { PieceId } from "#domain/ids.ts";
import type { PairedView } from "#domain/piece-view.ts";
import { newId, RoomWorld, some, type Somebody } from "#tests/support/room-world.ts";

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

let world: RoomWorld;
let ada: Somebody;
let bo: Somebody;
beforeEach(async () => {
  world = await RoomWorld.paired();
  ({ ada, bo } = world);
});

const doorOf = async (its: RoomWorld, who: Somebody) =>
  (await its.view(who)).pieces.flatMap((one) =>
    one.mode === "own" && one.role === "reader" && one.door ? [one.door] : [],
  );

describe("an offer that waits", () => {
  it("G21 is in nothing that the other gets, and its words go when it is not sent", async () => {
    const letter = await world.begin(ada);
    const before = JSON.stringify([await world.view(bo), await world.rooms.list(bo.person)]);
    world.announced.length = 0;
    const version = await world.wait(ada, letter, world.now + 12 * HOUR);
    const replaced = await world.wait(ada, letter, world.now + 13 * HOUR);
    expect(JSON.stringify([await world.view(bo), await world.rooms.list(bo.person)])).toBe(before);
    expect(world.announced).not.toContain(bo.person);
    for (const one of [version, replaced]) {
      expect(await world.consent.version(bo.person, one)).toMatchObject({ ok: false });
    }
    expect(await world.run(ada, letter, { kind: "dont-send", version: replaced })).toBe("done");
    for (const one of [version, replaced]) {
      expect(await world.stores.ledger.version(one)).toMatchObject({
        ciphertext: "",
        wrappedKey: "",
      });
    }
    world.now += DAY;
    expect(await doorOf(world, bo)).toEqual([]);
  });

  it("G22 is released at its time and never earlier, whoever looks, and across a restart", async () => {
    const letter = await world.begin(ada);
    const version = await world.wait(ada, letter, world.now + 12 * HOUR);
    world.now += 12 * HOUR - 1;
    world = world.restarted();
    await world.consent.wake();
    expect(await doorOf(world, bo)).toEqual([]);
    expect(await world.run(bo, letter, { kind: "open", version })).toBe("not-here");
    world.now += 1;
    expect(await world.run(bo, letter, { kind: "open", version })).toBe("done");
    expect(await world.consent.version(bo.person, version)).toMatchObject({ ok: true });
    expect((await world.view(ada)).pieces).toMatchObject([{ place: "door", waiting: null }]);
  });

  it("G22 leaves no trace of having waited: it is the offer of that day, down to its fields", async () => {
    const [waited, direct] = [await world.begin(ada), await world.begin(ada)];
    await world.wait(ada, waited, world.now + 3 * DAY);
    world.now += 3 * DAY;
    const [first] = await doorOf(world, bo);
    await world.sign(ada, waited, { kind: "take-back", version: first?.version ?? newId() });
    await world.offer(ada, direct);
    const [second] = await doorOf(world, bo);
    const shape = (value: unknown) =>
      JSON.stringify(value).replace(/[A-Za-z0-9_-]{22,}/g, ({ length }) => `${length}`);
    expect(first?.on).toBe(world.day);
    expect(shape(first)).toBe(shape(second));
  });

  it("G22 is announced when its time comes, to both, also by a server that began since", async () => {
    vi.useFakeTimers();
    try {
      await world.wait(ada, await world.begin(ada), world.now + HOUR);
      world = world.restarted();
      await world.consent.wake();
      world.now += HOUR;
      await vi.advanceTimersByTimeAsync(HOUR);
      expect(new Set(world.announced)).toEqual(new Set([ada.person, bo.person]));
    } finally {
      vi.useRealTimers();
    }
  });

  it("G22 stays released when the clock goes back", async () => {
    const letter = await world.begin(ada);
    await world.wait(ada, letter, world.now + HOUR);
    world.now += HOUR;
    expect(await doorOf(world, bo)).toHaveLength(1);
    world.now -= 2 * HOUR;
    expect(await doorOf(world, bo)).toHaveLength(1);
  });

  it("R18 of who has left is never released, and its words are gone", async () => {
    const version = await world.wait(ada, await world.begin(ada), world.now + HOUR);
    await world.act(ada, { kind: "leave" });
    world.now += DAY;
    expect(await doorOf(world, bo)).toEqual([]);
    expect(await world.stores.ledger.version(version)).toMatchObject({ ciphertext: "" });
  });

  it("G17 of a piece that is deleted goes with it", async () => {
    const letter = await world.begin(ada);
    const version = await world.wait(ada, letter, world.now + HOUR);
    expect(await world.consent.deletePiece(ada.person, letter)).toMatchObject({ ok: true });
    world.now += DAY;
    expect(await doorOf(world, bo)).toEqual([]);
    expect(await world.stores.ledger.version(version)).toBeNull();
    expect(await world.consent.access(ada.person, letter)).toMatchObject({ code: "not-here" });
  });
});

// ---- questions for two

const pairOf = async (who: Somebody, piece: PieceId): Promise<PairedView> => {
  const found = (await world.view(who)).pieces.find((one) => one.piece === piece);
  if (found?.mode !== "paired") throw new Error("no question");
  return found;
};

describe("a question for two", () => {
  it("G23 shows its words to both, and asks for no yes", async () => {
    const piece = await world.question();
    expect(await pairOf(ada, piece)).toMatchObject({ by: "me", state: { is: "answering" } });
    expect(await pairOf(bo, piece)).toMatchObject({ by: "other", state: { is: "answering" } });
    expect(await world.consent.access(bo.person, piece)).toMatchObject({ code: "not-here" });
  });

  it("G24 shows nobody that an answer is in, or was taken out", async () => {
    const piece = await world.question();
    const got = async () =>
      JSON.stringify([
        await world.view(bo),
        await world.consent.chain(bo.person, world.room),
        await world.consent.record(bo.person, world.room),
      ]);
    const before = await got();
    world.announced.length = 0;
    const version = newId<VersionId>();
    expect(await world.putIn(ada, piece, version)).toBe("done");
    expect(await got()).toBe(before);
    expect(await world.consent.version(bo.person, version)).toMatchObject({ ok: false });
    expect(await world.run(bo, piece, { kind: "take-out", version })).toBe("not-here");
    expect(await pairOf(ada, piece)).toMatchObject({ state: { mine: { version } } });
    expect(await world.run(ada, piece, { kind: "take-out", version })).toBe("done");
    expect(await world.stores.ledger.version(version)).toMatchObject({ ciphertext: "" });
    expect(await got()).toBe(before);
    expect(world.announced).not.toContain(bo.person);
    expect(await world.putIn(bo, piece)).toBe("done");
    expect(await pairOf(ada, piece)).toMatchObject({ state: { is: "answering", mine: null } });
  });

  it("G25 opens both in one step, when the second is in", async () => {
    const piece = await world.question();
    const [hers, his] = [newId<VersionId>(), newId<VersionId>()];
    await world.putIn(ada, piece, hers);
    await world.putIn(bo, piece, his);
    for (const [who, mine, theirs] of [
      [ada, hers, his],
      [bo, his, hers],
    ] as const) {
      expect((await pairOf(who, piece)).state).toMatchObject({
        is: "opened",
        mine: { version: mine },
        theirs: { version: theirs },
      });
      expect(await world.consent.version(who.person, mine)).toMatchObject({
        value: { role: "author" },
      });
      expect(await world.consent.version(who.person, theirs)).toMatchObject({
        value: { role: "reader" },
      });
    }
    expect(await world.run(ada, piece, { kind: "take-out", version: hers })).toBe("moved-on");
    expect(await world.putIn(ada, piece)).toBe("already-done");
    const chain = await world.consent.chain(bo.person, world.room);
    expect(chain.ok && chain.value.takeUp).toHaveLength(1);
  });

  it("G25 opens both when both are put in at once", async () => {
    for (let round = 0; round < 5; round++) {
      const piece = await world.question();
      expect(await Promise.all([world.putIn(ada, piece), world.putIn(bo, piece)])).toEqual([
        "done",
        "done",
      ]);
      expect((await pairOf(ada, piece)).state.is).toBe("opened");
    }
  });
});

describe("a round of blind matching", () => {
  const round = newId<RoundId>();
  const LINES = 3;
  const slots = [some(32), some(32), some(32)];
  const tokens = (...values: readonly string[]) =>
    slots.map((slot, i) => ({ slot, value: values[i] ?? some(32) }));
  const submit = (who: Somebody, piece: PieceId, its: ReturnType<typeof tokens>) =>
    world.run(who, piece, { kind: "submit-round", round, tokens: its });

  async function begun(): Promise<PieceId> {
    const piece = await world.question();
    const opensAt = world.now + 7 * DAY;
    await world.sign(ada, piece, { kind: "ask-round", round, lines: LINES, opensAt });
    const asked = (await pairOf(bo, piece)).round;
    if (asked?.is !== "asked") throw new Error("nobody asked");
    await world.sign(bo, piece, { kind: "begin-round", round, asked: asked.statement.hash });
    return piece;
  }

  it("G26 begins with two yeses, the second naming the first, which can be taken back until then", async () => {
    const piece = await world.question();
    const opensAt = world.now + DAY;
    const ask = { kind: "ask-round", round, lines: LINES, opensAt } as const;
    expect(await submit(ada, piece, tokens())).toBe("not-here");
    expect(await world.sign(ada, piece, ask)).toBe("done");
    expect(await submit(ada, piece, tokens())).toBe("not-here");
    const asked = (await pairOf(bo, piece)).round;
    const hash = asked?.is === "asked" ? asked.statement.hash : "";
    const begin = { kind: "begin-round", round } as const;
    expect(await world.sign(ada, piece, { ...begin, asked: hash })).toBe("not-here");
    expect(await world.sign(bo, piece, { ...begin, asked: some(32) })).toBe("moved-on");
    expect(await world.sign(bo, piece, { kind: "drop-round", round })).toBe("not-here");
    expect(await world.sign(ada, piece, { kind: "drop-round", round })).toBe("done");
    expect(await world.sign(bo, piece, { ...begin, asked: hash })).toBe("not-here");
  });

  it("G26 takes every line, once", async () => {
    const piece = await begun();
    const mine = tokens();
    expect(await submit(ada, piece, mine.slice(1))).toBe("moved-on");
    expect(await submit(ada, piece, [...mine.slice(1), ...mine.slice(2)])).toBe("moved-on");
    expect(await submit(ada, piece, mine)).toBe("done");
    expect(await submit(ada, piece, mine)).toBe("done");
    expect(await submit(ada, piece, tokens())).toBe("already-done");
  });

  it("G26 gives both what both marked alike, at its time and not before", async () => {
    const piece = await begun();
    const [yes, also] = [some(32), some(32)];
    await submit(ada, piece, tokens(yes, also));
    await submit(bo, piece, tokens(yes, some(32), also));
    world.now += 7 * DAY - 1;
    expect((await pairOf(bo, piece)).round).toMatchObject({ is: "running", submitted: true });
    world.now += 1;
    for (const who of [ada, bo]) {
      expect((await pairOf(who, piece)).round).toEqual({
        is: "over",
        round,
        common: [slots[0]],
      });
    }
  });

  it("G26 that had nothing in common is, to each, one that the other did not finish", async () => {
    const got: string[] = [];
    for (const other of ["nothing in common", "never submitted"]) {
      world = await RoomWorld.paired();
      ({ ada, bo } = world);
      const piece = await begun();
      await submit(ada, piece, tokens());
      world.announced.length = 0;
      if (other === "nothing in common") await submit(bo, piece, tokens());
      const during = JSON.stringify((await pairOf(ada, piece)).round);
      expect(world.announced).not.toContain(ada.person);
      world.now += 7 * DAY;
      got.push(`${during} ${JSON.stringify((await pairOf(ada, piece)).round)}`);
    }
    const withoutLot = got.map((one) =>
      one.replace(/"opensAt":\d+/, "").replace(/[\w-]{22,}/g, ({ length }) => `${length}`),
    );
    expect(withoutLot[0]).toBe(withoutLot[1]);
  });

  it("G26 ends after a pause that lasts over its time", async () => {
    const piece = await begun();
    await world.pause(bo, null);
    world.now += 8 * DAY;
    expect((await pairOf(ada, piece)).round?.is).toBe("running");
    await world.resume(bo);
    expect((await pairOf(ada, piece)).round?.is).toBe("over");
  });
});
