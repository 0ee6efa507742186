import { beforeEach, describe, expect, it } from "vitest";
import type { PieceId, RoundId, VersionId } from "#domain/ids.ts";
import { newId, RoomWorld, some, type Somebody } from "#tests/support/room-world.ts";

let world: RoomWorld;
let ada: Somebody;
let bo: Somebody;
beforeEach(async () => {
  world = await RoomWorld.paired();
  ({ ada, bo } = world);
});

const DAY = 24 * 60 * 60 * 1000;

async function pairOf(who: Somebody, piece: PieceId) {
  const found = (await world.view(who)).pieces.find((one) => one.piece === piece);
  return found?.mode === "paired" ? found : null;
}

describe("a question that is taken back", () => {
  it("G27 is gone for both, with what either had put in", async () => {
    const piece = await world.question();
    const versions = [newId<VersionId>(), newId<VersionId>()] as const;
    await world.putIn(ada, piece, versions[0]);
    expect(await world.sign(ada, piece, { kind: "withdraw" })).toBe("done");
    const second = await world.question();
    await world.putIn(bo, second, versions[1]);
    expect(await world.sign(ada, second, { kind: "withdraw" })).toBe("done");

    for (const who of [ada, bo]) {
      expect([await pairOf(who, piece), await pairOf(who, second)]).toEqual([null, null]);
      for (const version of versions) {
        expect(await world.consent.version(who.person, version)).toMatchObject({ ok: false });
      }
    }
    for (const version of versions) {
      expect(await world.stores.ledger.version(version)).toMatchObject({
        ciphertext: "",
        wrappedKey: "",
      });
    }
    expect(await world.putIn(bo, piece)).toBe("not-here");
    expect(await world.sign(ada, piece, { kind: "withdraw" })).toBe("already-done");
    expect(await world.sign(bo, piece, { kind: "withdraw" })).toBe("not-here");
  });

  it("G27 was so whatever the other had put in, in every byte", async () => {
    const got: string[] = [];
    for (const answered of [false, true]) {
      world = await RoomWorld.paired();
      ({ ada, bo } = world);
      const piece = await world.question();
      if (answered) await world.putIn(bo, piece);
      world.announced.length = 0;
      const outcome = await world.sign(ada, piece, { kind: "withdraw" });
      const record = await world.consent.record(ada.person, world.room);
      const told = world.announced.filter((person) => person === ada.person).length;
      const all = [outcome, told, await world.view(ada), record];
      got.push(JSON.stringify(all).replace(/[\w-]{22,}/g, ({ length }) => `${length}`));
    }
    expect(got[0]).toBe(got[1]);
  });

  it("G27 stays on the record of both, is no news, and its taking back is taken up", async () => {
    const piece = await world.question();
    expect((await world.view(bo)).changes.map(({ what }) => what)).toEqual(["pair-begun"]);
    await world.sign(ada, piece, { kind: "withdraw" });
    expect((await world.view(bo)).changes).toEqual([]);
    for (const who of [ada, bo]) {
      const record = await world.consent.record(who.person, world.room);
      const acts = record.ok ? record.value.acts.map(({ what }) => what) : [];
      expect(acts).toEqual(["pair-begun", "withdrawn"]);
    }
    const chain = await world.consent.chain(ada.person, world.room);
    expect(chain.ok && chain.value.takeUp).toHaveLength(1);
  });

  it("G27 can be so in a pause, and by who began it, until the answers have opened", async () => {
    const paused = await world.question();
    await world.pause(bo, null);
    expect(await world.sign(ada, paused, { kind: "withdraw" })).toBe("done");
    await world.resume(bo);
    const piece = await world.question();
    expect(await world.sign(bo, piece, { kind: "withdraw" })).toBe("not-here");
    await world.putIn(ada, piece);
    await world.putIn(bo, piece);
    expect(await world.sign(ada, piece, { kind: "withdraw" })).toBe("moved-on");
    expect((await pairOf(ada, piece))?.state.is).toBe("opened");
  });
});

describe("what is said to an answer", () => {
  const said = (version: VersionId) => ({ kind: "answer", version, answer: some(284) }) as const;

  async function bothIn() {
    const piece = await world.question();
    const hers = newId<VersionId>();
    const his = newId<VersionId>();
    await world.putIn(ada, piece, hers);
    // Until both are open it is, to everybody, as if there were none.
    for (const version of [hers, his, newId<VersionId>()]) {
      expect(await world.sign(bo, piece, said(version))).toBe("not-here");
    }
    await world.putIn(bo, piece, his);
    return { piece, hers, his };
  }

  it("G33 is said by its reader alone, once, and shows to both", async () => {
    const { piece, hers, his } = await bothIn();
    for (const version of [his, newId<VersionId>()]) {
      expect(await world.sign(bo, piece, said(version))).toBe("not-here");
    }
    world.announced.length = 0;
    const thanks = said(hers);
    expect(await world.sign(bo, piece, thanks)).toBe("done");
    expect(world.announced).toContain(ada.person);
    expect(await world.sign(bo, piece, said(hers))).toBe("already-done");
    const sealed = { answer: { sealed: thanks.answer } };
    expect((await pairOf(ada, piece))?.state).toMatchObject({
      mine: sealed,
      theirs: { answer: null },
    });
    expect((await pairOf(bo, piece))?.state).toMatchObject({
      mine: { answer: null },
      theirs: sealed,
    });
    expect((await world.view(ada)).changes.map(({ what }) => what)).toContain("answered");
    expect(await world.sign(ada, piece, said(his))).toBe("done");
  });

  it("G33 is not said in a pause", async () => {
    const { piece, hers } = await bothIn();
    await world.pause(ada, null);
    expect(await world.sign(bo, piece, said(hers))).toBe("paused");
    await world.resume(ada);
    expect(await world.sign(bo, piece, said(hers))).toBe("done");
  });
});

describe("rounds of one question", () => {
  const LINES = 2;
  const tokens = (value: string) => [
    { slot: some(32), value: some(32) },
    { slot: some(32), value },
  ];

  async function ask(piece: PieceId, round: RoundId): Promise<void> {
    const opensAt = world.now + DAY;
    await world.sign(ada, piece, { kind: "ask-round", round, lines: LINES, opensAt });
  }

  async function begin(piece: PieceId, round: RoundId): Promise<void> {
    await ask(piece, round);
    const asked = (await pairOf(bo, piece))?.round;
    if (asked?.is !== "asked") throw new Error("nobody asked");
    await world.sign(bo, piece, { kind: "begin-round", round, asked: asked.statement.hash });
  }

  it("G26 leave what came of each with both, whoever asks for another", async () => {
    const piece = await world.question();
    const rounds = [newId<RoundId>(), newId<RoundId>()] as const;
    await begin(piece, rounds[0]);
    const both = tokens(some(32));
    for (const who of [ada, bo]) {
      await world.run(who, piece, { kind: "submit-round", round: rounds[0], tokens: both });
    }
    world.now += DAY;
    const common = both.map(({ slot }) => slot).sort();
    expect((await pairOf(bo, piece))?.results).toEqual([{ round: rounds[0], common }]);

    await ask(piece, rounds[1]);
    expect(await pairOf(bo, piece)).toMatchObject({
      round: { is: "asked" },
      results: [{ round: rounds[0], common }],
    });
    expect(await world.sign(ada, piece, { kind: "withdraw" })).toBe("moved-on");
    await world.sign(ada, piece, { kind: "drop-round", round: rounds[1] });
    expect((await pairOf(bo, piece))?.round).toMatchObject({ is: "over", round: rounds[0] });
  });

  it("G27 let nobody take the question back once one has begun", async () => {
    const piece = await world.question();
    await begin(piece, newId<RoundId>());
    expect(await world.sign(ada, piece, { kind: "withdraw" })).toBe("moved-on");
  });
});
