import { describe, expect, it } from "vitest";
import { known } from "#domain/newer.ts";
import { newId } from "#tests/support/some.ts";
import { held, pairedIn, twoHands, viewIn } from "#tests/support/two-hands.ts";
import type { PieceId } from "#domain/ids.ts";
import { deleteLater } from "./delete-later.ts";
import { beginAnswer } from "./paired.ts";

describe("the draft of an answer", () => {
  it("P108 is begun once, though a page does not show it yet, and anew once it is gone", async () => {
    const { ada, bo, room } = await twoHands();
    const paired = await pairedIn(ada, room);
    const question = newId<PieceId>();
    const begin = async (unseen?: PieceId) =>
      held(await beginAnswer(ada, paired, question, { title: "A question", unseen }));
    const before = (await viewIn(bo, room)).pieces.length;
    const first = await begin();
    expect(await begin(first)).toBe(first);
    expect((await viewIn(ada, room)).pieces).toHaveLength(before + 1);

    // From the moment in which it is deleted, though that can still be undone.
    held(await deleteLater(ada.keyring, room, first, Date.now()));
    const another = await begin(first);
    expect(another).not.toBe(first);
    expect(known(ada.keyring.index.current().pieces[question])?.draft).toBe(another);
    expect((await viewIn(bo, room)).pieces, "the other sees none of it").toHaveLength(before);
  });

  it("P108 is one, though two devices begin it", async () => {
    const { ada, room, another } = await twoHands();
    const question = newId<PieceId>();
    const phone = await another(ada);
    const answer = { title: "A question" };
    const first = held(await beginAnswer(ada, await pairedIn(ada, room), question, answer));
    const second = await beginAnswer(phone, await pairedIn(phone, room), question, answer);
    expect(held(second)).toBe(first);
    expect((await viewIn(ada, room)).pieces.map(({ piece }) => piece)).toEqual([first]);
  });
});
