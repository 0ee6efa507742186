import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toBase64Url } from "#domain/bytes.ts";
import type { PieceId } from "#domain/ids.ts";
import { known } from "#domain/newer.ts";
import type { RecordView } from "#domain/record-view.ts";
import type { RoomView } from "#domain/room-view.ts";
import { random } from "#tests/support/keys.ts";
import { openTogether, signWords, togetherIn, type Side } from "#tests/support/room-deeds.ts";
import { held, pairedIn, twoHands, viewIn, type TwoHands } from "#tests/support/two-hands.ts";
import type { Live } from "./live.ts";
import { openRoom, type Doubts, type RoomStore } from "./room-store.ts";
import { takeSignatureBack } from "./together.ts";

const QUIET: Live = {
  subscribe: () => () => undefined,
  sharePresence: () => undefined,
  close: () => undefined,
};

let world: TwoHands;
let ada: Side;
let bo: Side;
let piece: PieceId;
let store: RoomStore;
beforeEach(async () => {
  world = await twoHands();
  ada = { hand: world.ada, paired: await pairedIn(world.ada, world.room) };
  bo = { hand: world.bo, paired: await pairedIn(world.bo, world.room) };
  piece = await openTogether(ada, bo);
  store = openRoom(world.bo, QUIET, world.room);
});
afterEach(() => store.close());

/** Reads the room, and once more, for what is attended to comes after what is shown. */
async function doubts(): Promise<Doubts> {
  await store.refresh();
  await store.refresh();
  const state = store.state();
  if (state.is !== "open") throw new Error(state.is);
  return state.doubts;
}

const card = () => {
  const state = store.state();
  if (state.is !== "open") throw new Error(state.is);
  return state.scene.shared.find((one) => one.piece === piece);
};
const followed = () => known(world.bo.keyring.index.current().rooms[world.room])?.followed;
/** From now on the server shows Bo this view of the room, and this record. */
const show = (view: RoomView, record?: (record: RecordView) => RecordView) =>
  world.bo.lie((path, value) => {
    if (path === `/api/rooms/${world.room}`) return view;
    return record && path.startsWith("/api/record/") ? record(value) : value;
  });

describe("a room that is looked at", () => {
  it("S9 remembers what the other has signed, once it has followed their chain", async () => {
    await signWords(ada, piece, "Wednesdays");
    expect(await doubts()).toMatchObject({ record: false });
    const { heads } = await viewIn(world.bo, world.room);
    expect(followed()).toEqual(heads);
    const before = world.bo.asked.length;
    await doubts();
    const since = world.bo.asked.slice(before);
    expect(new Set(since)).toEqual(new Set([`/api/rooms/${world.room}`]));
  });

  it("S9 is in doubt when the other’s chain is shown shorter than it was, and not after", async () => {
    const before = await viewIn(world.bo, world.room);
    await signWords(ada, piece, "Wednesdays");
    expect((await doubts()).record).toBe(false);
    show(before);
    expect((await doubts()).record).toBe(true);
    world.bo.lie(null);
    expect((await doubts()).record).toBe(false);
  });

  it("S9 is in doubt when a chain is forked, by the server or by another device’s view of it", async () => {
    await doubts();
    const view = await viewIn(world.bo, world.room);
    const hash = toBase64Url(random(32));
    for (const heads of [
      { ...view.heads, theirs: { n: 1, hash } },
      { ...view.heads, mine: { n: 1, hash } },
      { ...view.heads, mine: null },
    ]) {
      show({ ...view, heads });
      expect((await doubts()).record).toBe(true);
    }
  });

  it("S9 is in doubt when a chain has grown and the record is not one", async () => {
    await signWords(ada, piece, "Wednesdays");
    const view = await viewIn(world.bo, world.room);
    show(view, (record) => ({
      ...record,
      acts: record.acts.map((act) => ({
        ...act,
        statement: act.statement && { ...act.statement, body: "?" },
      })),
    }));
    expect((await doubts()).record).toBe(true);
  });

  it("S9 is in no doubt about what this tab has signed itself meanwhile", async () => {
    const first = await viewIn(world.bo, world.room);
    await signWords(bo, piece, "Wednesdays");
    store.close();
    store = openRoom(world.bo, QUIET, world.room, first);
    expect((await doubts()).record).toBe(false);
  });

  it("stays open when the server answers something that is no room, and goes on when it is one again", async () => {
    await doubts();
    for (const nothing of [{}, null, "<!doctype html>", { pieces: [{ mode: "own" }] }]) {
      show(nothing as unknown as RoomView);
      await store.refresh();
      expect(store.state()).toMatchObject({ is: "open", offline: true });
      expect(card()).toMatchObject({ piece });
      world.bo.lie(null);
      await store.refresh();
      expect(store.state()).toMatchObject({ is: "open", offline: false });
    }
  });

  it("S11 counts no line that the record knows to be taken back", async () => {
    const line = await signWords(ada, piece, "Wednesdays");
    await signWords(bo, piece, "Wednesdays", line);
    await doubts();
    expect(card()).toMatchObject({ agreed: 1 });
    const agreed = await viewIn(world.bo, world.room);
    const { state } = await togetherIn(ada.hand, ada.paired, piece);
    const hash = state.is === "open" ? (state.lines[0]?.standing?.hash ?? "") : "";
    held(await takeSignatureBack(ada.hand, ada.paired, piece, line, hash));
    const { heads } = await viewIn(world.bo, world.room);
    show({ ...agreed, heads });
    expect((await doubts()).pieces).toEqual(new Set([piece]));
    expect(card()).toMatchObject({ agreed: 0 });
  });
});
