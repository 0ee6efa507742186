import { beforeAll, describe, expect, it } from "vitest";
import { decoded } from "#domain/encoded.ts";
import type { LineId, PieceId } from "#domain/ids.ts";
import { known } from "#domain/newer.ts";
import { decodeEnvelope, planMark } from "#domain/pieces/envelope.ts";
import type { Marks } from "#domain/pieces/marks.ts";
import type { PairedView } from "#domain/piece-view.ts";
import { isLeaving } from "#domain/index-schema.ts";
import { refuse } from "#domain/result.ts";
import { newId } from "#tests/support/some.ts";
import {
  held,
  pairedIn,
  twoHands,
  viewIn,
  type TestHand,
  type TwoHands,
} from "#tests/support/two-hands.ts";
import { memoryDevice } from "../sync/memory-device.ts";
import { deleteLater, finishDeletions } from "./delete-later.ts";
import { askForCheckIn, beginMarks, checkInCopy, putMarksIn, readMarks } from "./check-ins.ts";
import { beginPiece } from "./own-pieces.ts";
import { otherIn } from "./versions.ts";

const STRETCH = { from: "2026-11-16", to: "2026-11-22" };
const line = newId<LineId>();
const DONE: Marks = { own: [{ line, first: "2026-11-17", mark: "done" }], noticed: [] };

let two: TwoHands;
beforeAll(async () => {
  two = await twoHands();
});

async function seen(hand: TestHand, piece: PieceId): Promise<PairedView | null> {
  const view = await viewIn(hand, two.room);
  const found = view.pieces.find((one) => one.piece === piece);
  return found?.mode === "paired" ? found : null;
}

/** A check-in that Ada asks for. */
async function asked(plan = newId<PieceId>()) {
  const [ada, bo] = [await pairedIn(two.ada, two.room), await pairedIn(two.bo, two.room)];
  const checkIn = held(await askForCheckIn(two.ada, ada, plan, STRETCH));
  return { plan, checkIn, ada, bo };
}

const putIn = async (hand: TestHand, plan: PieceId, checkIn: PieceId, marks: Marks) =>
  held(
    await putMarksIn(
      hand,
      await pairedIn(hand, two.room),
      checkIn,
      checkInCopy(plan, STRETCH, marks),
    ),
  );

describe("a check-in", () => {
  it("P97 shows its plan and its days to both, and nothing of what is in until both are", async () => {
    const { plan, checkIn, ada, bo } = await asked();
    const before = await seen(two.bo, checkIn);
    const note = held(
      await bo.key.openNote(
        { what: "proposal", by: two.ada.keyring.person, piece: checkIn, version: null },
        decoded(before?.envelope ?? ""),
      ),
    );
    expect(decodeEnvelope(note)).toEqual({
      form: "check-in",
      kind: "plan",
      plan: planMark(plan),
      ...STRETCH,
    });
    await putIn(two.ada, plan, checkIn, DONE);
    expect(await seen(two.bo, checkIn)).toEqual(before);
    const mine = (await seen(two.ada, checkIn))?.state;
    const version = mine?.is === "answering" ? mine.mine?.version : undefined;
    expect((await two.bo.api.get(`/api/versions/${version}`)).ok).toBe(false);

    await putIn(two.bo, plan, checkIn, { own: [], noticed: [] });
    const opened = (await seen(two.bo, checkIn))?.state;
    if (opened?.is !== "opened") throw new Error("both are in");
    const about = { plan, ...STRETCH };
    const read = held(await readMarks(two.bo, checkIn, opened.theirs, otherIn(bo), about));
    expect(read).toEqual({ ...about, ...DONE });
    // What she put in is hers: under his own key it is nobody's.
    const asHis = await readMarks(two.bo, checkIn, opened.theirs, otherIn(ada), about);
    expect(asHis).toEqual({ ok: false, refusal: { code: "forged" } });
  });

  it("P97 what was put in for another plan, or for other days, is not shown", async () => {
    const { plan, checkIn, bo } = await asked();
    await putIn(two.ada, newId<PieceId>(), checkIn, DONE);
    await putIn(two.bo, plan, checkIn, DONE);
    const opened = (await seen(two.bo, checkIn))?.state;
    if (opened?.is !== "opened") throw new Error("both are in");
    const forged = { ok: false, refusal: { code: "forged" } };
    const about = { plan, ...STRETCH };
    expect(await readMarks(two.bo, checkIn, opened.theirs, otherIn(bo), about)).toEqual(forged);
    const otherDays = { ...about, to: "2026-11-23" };
    const mine = await pairedIn(two.ada, two.room);
    const hers = (await seen(two.ada, checkIn))?.state;
    if (hers?.is !== "opened") throw new Error("both are in");
    expect(await readMarks(two.ada, checkIn, hers.theirs, otherIn(mine), otherDays)).toEqual(
      forged,
    );
  });

  it("P97 my marks are a piece of mine that the other cannot see, and two devices keep one", async () => {
    const plan = newId<PieceId>();
    const paired = await pairedIn(two.ada, two.room);
    const before = (await viewIn(two.bo, two.room)).pieces.length;
    const first = held(await beginMarks(two.ada, paired, plan));
    const phone = await two.another(two.ada);
    const second = held(await beginMarks(phone, await pairedIn(phone, two.room), plan));
    expect(second).toBe(first);
    const { pieces } = await viewIn(two.bo, two.room);
    expect(pieces).toHaveLength(before);
    expect(pieces.some(({ piece }) => piece === first)).toBe(false);
    const index = held(await two.ada.keyring.index.refresh());
    expect(index.pieces[first]).toMatchObject({ kind: "plan", marksOf: plan });
    expect(known(index.pieces[plan])?.marks).toBe(first);
  });

  it("P108 of two that were begun at the same time none stays behind, whichever page goes when", async () => {
    const plan = newId<PieceId>();
    const late = await two.another(two.ada);
    const first = held(await beginMarks(two.ada, await pairedIn(two.ada, two.room), plan));
    const mute: typeof late.api = {
      ...late.api,
      post: async (path, body) =>
        path.endsWith("/delete") ? refuse("offline") : late.api.post(path, body),
    };
    const paired = await pairedIn(late, two.room);
    expect(held(await beginMarks({ ...late, api: mute }, paired, plan))).toBe(first);

    const { pieces } = late.keyring.index.current();
    const ofPlan = Object.keys(pieces).filter(
      (one) => known(pieces[one as PieceId])?.marksOf === plan,
    );
    const [second] = ofPlan.filter((one) => one !== first) as PieceId[];
    if (!second) throw new Error("the other one was begun too");
    const there = async () =>
      (await viewIn(late, two.room)).pieces.some(({ piece }) => piece === second);
    expect(await there()).toBe(true);
    expect(isLeaving(pieces[second]), "no page shows it").toBe(true);
    expect(isLeaving(pieces[first])).toBe(false);
    const stop = finishDeletions(late, memoryDevice());
    await expect.poll(there, { message: "the next page destroys it" }).toBe(false);
    stop();
  });

  it("P98 take up the piece that a page began which went before it could say so", async () => {
    const plan = newId<PieceId>();
    const left = held(await beginPiece(two.ada, two.room, "plan", { marksOf: plan }));
    const paired = await pairedIn(two.ada, two.room);
    expect(held(await beginMarks(two.ada, paired, plan))).toBe(left);
  });

  it("P108 begin no second piece because a page does not show the first yet, and one once it is gone", async () => {
    const plan = newId<PieceId>();
    const paired = await pairedIn(two.ada, two.room);
    const first = held(await beginMarks(two.ada, paired, plan));
    expect(held(await beginMarks(two.ada, paired, plan, first))).toBe(first);
    // From the moment in which it is deleted, though that can still be undone.
    held(await deleteLater(two.ada.keyring, two.room, first, Date.now()));
    const another = held(await beginMarks(two.ada, paired, plan, first));
    expect(another).not.toBe(first);
    expect(known(two.ada.keyring.index.current().pieces[plan])?.marks).toBe(another);
  });
});
