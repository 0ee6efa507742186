import { beforeEach, describe, expect, it } from "vitest";
import { toBase64Url } from "#domain/bytes.ts";
import { NO_HEAD } from "#domain/consent/record.ts";
import type { PieceId } from "#domain/ids.ts";
import { known } from "#domain/newer.ts";
import { refuse } from "#domain/result.ts";
import type { RecordView } from "#domain/record-view.ts";
import type { RoomView } from "#domain/room-view.ts";
import type { SigningView } from "#domain/statement-view.ts";
import { random } from "#tests/support/keys.ts";
import {
  offerLetter,
  openAndAnswer,
  openTogether,
  signWords,
  togetherIn,
  type Side,
} from "#tests/support/room-deeds.ts";
import { held, pairedIn, twoHands, type TwoHands } from "#tests/support/two-hands.ts";
import { close } from "./together.ts";

const DIFFERS = refuse("record-differs");

let world: TwoHands;
let ada: Side;
let bo: Side;
let piece: PieceId;
beforeEach(async () => {
  world = await twoHands();
  ada = { hand: world.ada, paired: await pairedIn(world.ada, world.room) };
  bo = { hand: world.bo, paired: await pairedIn(world.bo, world.room) };
  piece = await openTogether(ada, bo);
});

const sign = async (who: Side) => signWords(who, piece, "Wednesdays, message first");
const chainOf = async ({ hand }: Side) =>
  held(await hand.api.get(`/api/chain/${world.room}`)) as SigningView;
const followed = ({ hand }: Side) =>
  known(hand.keyring.index.current().rooms[world.room])?.followed ?? null;
const closing = ({ hand, paired }: Side) => close(hand, paired, piece);
/** From now on this person's server shows these chains, whatever they are. */
const showChain = ({ hand }: Side, shown: Partial<SigningView>) =>
  hand.lie((path, value: object) =>
    path.startsWith("/api/chain/") ? { ...value, ...shown } : value,
  );
const posts = ({ hand }: Side, path: string) => hand.asked.filter((one) => one === path).length;

describe("what a device remembers of the two chains", () => {
  it("S9 is what it signed and how far it followed the other, in the sealed index", async () => {
    await sign(ada);
    await sign(bo);
    const chain = await chainOf(bo);
    expect(chain.n).toBe(2); // said yes, and signed
    expect(followed(bo)).toEqual({ mine: { n: 2, hash: chain.head }, theirs: chain.theirs });
    const second = await world.another(world.bo);
    expect(known(second.keyring.index.current().rooms[world.room])?.followed).toEqual(followed(bo));
  });

  it("S9 is written once for each statement, and never for a look", async () => {
    await sign(ada);
    const before = posts(ada, "/api/account/index");
    await togetherIn(ada.hand, ada.paired, piece);
    await chainOf(ada);
    expect(posts(ada, "/api/account/index")).toBe(before);
    await sign(ada);
    expect(posts(ada, "/api/account/index")).toBe(before + 1);
  });

  it("S9 lets another device of the same person sign on, once the chain leads there", async () => {
    const hand = await world.another(world.ada);
    const second = { hand, paired: ada.paired };
    await sign(second);
    await sign(ada);
    await sign(second);
    expect((await chainOf(ada)).n).toBe(3);
  });

  it("S9 can be missing: the chain is followed from its beginning, and remembered", async () => {
    await sign(ada);
    held(
      await ada.hand.keyring.index.update((index) => {
        const { followed: _forgotten, ...entry } = known(index.rooms[world.room]) ?? {
          petname: "",
        };
        return { ...index, rooms: { ...index.rooms, [world.room]: entry } };
      }),
    );
    const second = { hand: await world.another(world.ada), paired: ada.paired };
    await sign(second);
    expect(followed(second)?.mine).toMatchObject({ n: 2 });
  });

  it("S9 signs again when another device was faster", async () => {
    const second = { hand: await world.another(world.ada), paired: ada.paired };
    await Promise.all([sign(ada), sign(second)]);
    expect((await chainOf(ada)).n).toBe(2);
  });
});

describe("a server that shows another chain", () => {
  it("S9 gets no signature on an earlier end of mine, on any device", async () => {
    await sign(ada);
    const earlier = await chainOf(ada);
    await sign(ada);
    const second = { hand: await world.another(world.ada), paired: ada.paired };
    for (const who of [ada, second]) {
      showChain(who, { n: earlier.n, head: earlier.head });
      const gates = posts(who, "/api/gate");
      expect(await closing(who)).toEqual(DIFFERS);
      expect(posts(who, "/api/gate")).toBe(gates);
      showChain(who, { n: 0, head: NO_HEAD });
      expect(await closing(who)).toEqual(DIFFERS);
    }
    ada.hand.lie(null);
    expect(await closing(ada)).toEqual({ ok: true, value: null });
  });

  it("S9 gets no signature on an older end from a device whose index is older", async () => {
    const second = { hand: await world.another(world.ada), paired: ada.paired };
    await sign(ada);
    const earlier = await chainOf(ada);
    await sign(ada);
    showChain(second, { n: earlier.n, head: earlier.head });
    expect(await closing(second)).toEqual(DIFFERS);
  });

  it("S9 gets none on a fork: the same number, or a higher one, over other statements", async () => {
    await sign(ada);
    const { n } = await chainOf(ada);
    const other = toBase64Url(random(32));
    showChain(ada, { n, head: other });
    expect(await closing(ada)).toEqual(DIFFERS);
    showChain(ada, { n: n + 1, head: other });
    expect(await closing(ada)).toEqual(DIFFERS);
  });

  it("S9 gets none when the other’s chain is shown shorter, or as another", async () => {
    await sign(bo);
    await sign(ada);
    const { theirs } = await chainOf(ada);
    expect(theirs).toMatchObject({ n: 2 });
    for (const shown of [null, { n: 1, hash: NO_HEAD }, { n: 2, hash: toBase64Url(random(32)) }]) {
      showChain(ada, { theirs: shown });
      expect(await closing(ada)).toEqual(DIFFERS);
    }
  });

  it("S9 gets none for a longer chain of the other’s that they have not signed", async () => {
    await sign(bo);
    const mine = await chainOf(ada);
    ada.hand.lie((path, value: object) => {
      if (path.startsWith("/api/chain/")) return { ...value, theirs: { n: 1, hash: mine.head } };
      return value;
    });
    expect(await closing(ada)).toEqual(DIFFERS);
    // A statement is left out, and the one after it is shown as if it came first.
    ada.hand.lie((path, value: RecordView) =>
      path.startsWith("/api/record/")
        ? { ...value, acts: value.acts.filter(({ what }) => what !== "accepted") }
        : value,
    );
    expect(await closing(ada)).toEqual(DIFFERS);
  });

  it("S9 gets a fault, and no signature, for what is no chain", async () => {
    showChain(ada, { n: -1 });
    expect(await closing(ada)).toEqual(refuse("fault"));
    showChain(ada, { head: "?" });
    expect(await closing(ada)).toEqual(refuse("fault"));
  });
});

describe("what a chained statement takes up", () => {
  it("S10 is what the other has answered", async () => {
    const offered = await offerLetter(ada.hand, ada.paired);
    await openAndAnswer(bo.hand, bo.paired, offered);
    const before = await chainOf(ada);
    expect(before.takeUp).toHaveLength(2); // the proposal, and the offer
    await sign(ada);
    expect((await chainOf(ada)).takeUp).toEqual([]);
  });

  it("S10 is no offer of which they need not know, and nothing that is not mine", async () => {
    const { piece: letter } = await offerLetter(ada.hand, ada.paired);
    const { pieces } = held(await ada.hand.api.get(`/api/rooms/${world.room}`)) as RoomView;
    const view = pieces.find((one) => one.piece === letter);
    const hidden = view?.mode === "own" && view.role === "author" && view.versions[0]?.statement;
    if (!hidden) throw new Error("nothing was offered");
    const theirs = (await chainOf(ada)).theirs?.hash ?? "";
    for (const hash of [hidden.hash, theirs, toBase64Url(random(32))]) {
      showChain(ada, { takeUp: [hash] });
      expect(await closing(ada)).toEqual(DIFFERS);
    }
  });
});
