import { beforeEach, describe, expect, it } from "vitest";
import { toBase64Url } from "#domain/bytes.ts";
import type { LineId, PieceId } from "#domain/ids.ts";
import type {
  LineView,
  OfferedView,
  OpenedView,
  PieceView,
  TogetherState,
  TogetherView,
} from "#domain/piece-view.ts";
import type { RoomView } from "#domain/room-view.ts";
import { newId, random } from "#tests/support/keys.ts";
import {
  offerLetter,
  openAndAnswer,
  openTogether,
  signWords,
  togetherIn,
  type Side,
} from "#tests/support/room-deeds.ts";
import { held, pairedIn, twoHands, viewIn, type TwoHands } from "#tests/support/two-hands.ts";
import { actQuietly, sayNo } from "./acts.ts";
import { checkedView, type CheckedView } from "./checked-view.ts";
import { beginQuestion } from "./paired.ts";
import { theTwoOf } from "./signing.ts";
import { takeBack } from "./take-back.ts";
import { askToReopen, close, propose, reopen, takeSignatureBack } from "./together.ts";

let world: TwoHands;
let ada: Side;
let bo: Side;
beforeEach(async () => {
  world = await twoHands();
  ada = { hand: world.ada, paired: await pairedIn(world.ada, world.room) };
  bo = { hand: world.bo, paired: await pairedIn(world.bo, world.room) };
});

const seenBy = ({ hand }: Side) => viewIn(hand, world.room);
const check = ({ hand }: Side, view: RoomView): CheckedView =>
  checkedView(view, theTwoOf(hand.keyring, world.room));

/** What is left of a view in which this piece was changed, by one who can write anything but signatures. */
async function lied<V extends PieceView>(
  who: Side,
  piece: PieceId,
  change: (view: V) => PieceView,
): Promise<{ readonly left: V | undefined; readonly doubted: boolean }> {
  const view = await seenBy(who);
  const pieces = view.pieces.map((one) => (one.piece === piece ? change(one as V) : one));
  const { view: checked, doubted } = check(who, { ...view, pieces });
  const left = checked.pieces.find((one) => one.piece === piece) as V | undefined;
  return { left, doubted: doubted.has(piece) };
}

const changed = <T>(list: readonly T[], change: Partial<T>): readonly T[] =>
  list.map((one) => ({ ...one, ...change }));
const SOME_HASH = toBase64Url(random(32));

describe("what was signed", () => {
  it("S11 is shown whole, in every state, and nothing is doubted", async () => {
    const letter = await offerLetter(ada.hand, ada.paired);
    const refused = await offerLetter(bo.hand, bo.paired);
    await openAndAnswer(bo.hand, bo.paired, letter);
    held(await sayNo(ada.hand, world.room, refused.piece, refused.version, true));
    const piece = await openTogether(ada, bo);
    const line = await signWords(ada, piece, "Wednesdays");
    await signWords(bo, piece, "Wednesdays", line);
    await signWords(bo, piece, "Thursdays", line);
    held(await beginQuestion(ada.hand, ada.paired, 1));
    held(await takeBack(ada.hand, world.room, letter.piece, letter.version));
    const looked = async () => {
      for (const who of [ada, bo]) {
        const view = await seenBy(who);
        const checked = check(who, view);
        expect(checked.view).toEqual(view);
        expect([...checked.doubted]).toEqual([]);
      }
    };
    await looked();
    held(await close(ada.hand, ada.paired, piece));
    held(await askToReopen(bo.hand, bo.paired, await togetherIn(bo.hand, bo.paired, piece)));
    await looked();
    held(await reopen(ada.hand, ada.paired, await togetherIn(ada.hand, ada.paired, piece)));
    held(await close(bo.hand, bo.paired, piece));
    await looked();
    const proposed = held(
      await propose(bo.hand, bo.paired, { form: "proposal", kind: "agreement", theme: "money" }),
    );
    held(await sayNo(ada.hand, world.room, proposed, undefined, true));
    await looked();
  });

  it("S11 is nobody’s but mine, whoever the server says that I am", async () => {
    const view = await seenBy(ada);
    const { person } = world.bo.keyring;
    expect(check(ada, { ...view, me: person }).view.me).toBe(world.ada.keyring.person);
  });
});

describe("a letter of mine", () => {
  const offers = (change: Partial<OfferedView>) => (view: PieceView) =>
    view.mode === "own" && view.role === "author"
      ? { ...view, versions: changed(view.versions, change), place: "shared" as const }
      : view;

  it("S6 S11 was opened, answered or refused only if the other has signed that", async () => {
    const letter = await offerLetter(ada.hand, ada.paired);
    const theirs = await offerLetter(bo.hand, bo.paired);
    const [mine] = (await seenBy(ada)).pieces.flatMap((one) =>
      one.mode === "own" && one.role === "author" ? one.versions : [],
    );
    const door = (await seenBy(ada)).pieces.flatMap((one) =>
      one.mode === "own" && one.role === "reader" && one.door ? [one.door] : [],
    )[0];
    if (!mine || !door) throw new Error("both have offered");
    const { on, statement } = mine;
    const lies: readonly Partial<OfferedView>[] = [
      { told: { what: "opened", on, statement } },
      { told: { what: "no", on, statement: door.statement } },
      { answer: { sealed: mine.envelope, on, statement: door.statement } },
      { state: "answered" },
    ];
    for (const lie of lies) {
      const { left, doubted } = await lied(ada, letter.piece, offers(lie));
      expect(left).toMatchObject({ versions: [{ told: null, answer: null, state: "offered" }] });
      expect(left).toMatchObject({ place: "door" });
      expect(doubted).toBe(true);
    }
    await openAndAnswer(bo.hand, bo.paired, letter);
    const sealed = toBase64Url(random(284));
    const { left } = await lied(ada, letter.piece, (view: PieceView) =>
      view.mode === "own" && view.role === "author"
        ? {
            ...view,
            versions: view.versions.map((one) => ({
              ...one,
              answer: one.answer && { ...one.answer, sealed },
            })),
          }
        : view,
    );
    expect(left).toMatchObject({ place: "door", versions: [{ answer: null }] });
    expect(theirs.piece).not.toBe(letter.piece);
  });

  it("S11 was offered, and taken back, only if I have signed that", async () => {
    const { piece } = await offerLetter(ada.hand, ada.paired);
    const gone = await lied(ada, piece, offers({ state: "taken-back" }));
    expect(gone).toMatchObject({ doubted: true, left: { versions: [{ state: "offered" }] } });
    for (const lie of [{ envelope: SOME_HASH }, { version: newId() }, { on: "2020-01-01" }]) {
      const { left, doubted } = await lied(ada, piece, offers(lie as Partial<OfferedView>));
      expect(left).toMatchObject({ versions: [], place: "mine" });
      expect(doubted).toBe(true);
    }
  });
});

describe("a letter of the other’s", () => {
  it("S11 stands at the door only if they have signed just this envelope", async () => {
    const { piece } = await offerLetter(ada.hand, ada.paired);
    const lie = (change: object) => (view: PieceView) =>
      view.mode === "own" && view.role === "reader" && view.door
        ? { ...view, door: { ...view.door, ...change } }
        : view;
    for (const change of [{ envelope: SOME_HASH }, { version: newId() }, { on: "2020-01-01" }]) {
      expect(await lied(bo, piece, lie(change))).toEqual({ left: undefined, doubted: true });
    }
  });

  it("S6 S11 was taken back only if they have signed that, of this version", async () => {
    const letter = await offerLetter(ada.hand, ada.paired);
    held(
      await actQuietly(bo.hand, world.room, letter.piece, {
        kind: "open",
        version: letter.version,
      }),
    );
    const view = (await seenBy(bo)).pieces[0];
    const opened = view?.mode === "own" && view.role === "reader" ? view.opened[0] : undefined;
    if (!opened) throw new Error("nothing is opened");
    const { on, statement } = opened;
    const lie = (change: Partial<OpenedView>) => (one: PieceView) =>
      one.mode === "own" && one.role === "reader"
        ? { ...one, opened: changed(one.opened, change) }
        : one;
    const gone = await lied(bo, letter.piece, lie({ takenBack: { on, statement } }));
    expect(gone).toMatchObject({ doubted: true, left: { opened: [{ takenBack: null }] } });
    const said = await lied(bo, letter.piece, lie({ told: { what: "opened", on, statement } }));
    expect(said).toMatchObject({ doubted: true, left: { opened: [{ told: null }] } });
  });
});

describe("a piece that both write", () => {
  const states = (change: (state: TogetherState) => TogetherState) => (view: TogetherView) => ({
    ...view,
    state: change(view.state),
  });

  it("S11 is open only if both have said yes; otherwise it is proposed, at most", async () => {
    const piece = await openTogether(ada, bo);
    const view = await togetherIn(ada.hand, ada.paired, piece);
    const unagreed = states((state) =>
      state.is === "open" ? { ...state, yeses: { ...state.yeses, agreed: view.statement } } : state,
    );
    expect(await lied(ada, piece, unagreed)).toMatchObject({
      doubted: true,
      left: { state: { is: "proposed" } },
    });
    expect(await lied(bo, piece, unagreed)).toMatchObject({
      doubted: true,
      left: { state: { is: "offered" } },
    });
    const otherKey = states((state) =>
      state.is === "open" ? { ...state, keys: [{ epoch: 1, sealed: SOME_HASH }] } : state,
    );
    expect(await lied(bo, piece, otherKey)).toMatchObject({ left: { state: { is: "offered" } } });
    const forged = await lied(bo, piece, (one: TogetherView) => ({ ...one, envelope: SOME_HASH }));
    expect(forged).toEqual({ left: undefined, doubted: true });
  });

  it("S11 was closed by nobody who has not signed that, nor by who closed it before", async () => {
    const piece = await openTogether(ada, bo);
    const open = await togetherIn(bo.hand, bo.paired, piece);
    if (open.state.is !== "open") throw new Error("it is not open");
    const { state } = open;
    const closed = (
      by: "me" | "other",
      statement = open.statement,
      on = open.on,
    ): TogetherState => ({
      ...state,
      is: "closed",
      by,
      on,
      statement,
      reopening: null,
    });
    for (const by of ["me", "other"] as const) {
      const { left, doubted } = await lied(
        bo,
        piece,
        states(() => closed(by)),
      );
      expect([left?.state.is, doubted]).toEqual(["open", true]);
    }
    held(await close(ada.hand, ada.paired, piece));
    const once = await togetherIn(bo.hand, bo.paired, piece);
    if (once.state.is !== "closed") throw new Error("it is not closed");
    const byMe = await lied(
      bo,
      piece,
      states((now) => (now.is === "closed" ? { ...now, by: "me" } : now)),
    );
    expect([byMe.left?.state.is, byMe.doubted]).toEqual(["open", true]);
    held(await askToReopen(ada.hand, ada.paired, await togetherIn(ada.hand, ada.paired, piece)));
    const asked = await togetherIn(bo.hand, bo.paired, piece);
    held(await reopen(bo.hand, bo.paired, asked));
    // What she once signed is signed; it is no closing of what was opened since.
    const { statement, on } = once.state;
    const again = await lied(
      bo,
      piece,
      states((now) =>
        now.is === "open"
          ? { ...now, is: "closed", by: "other", on, statement, reopening: null }
          : now,
      ),
    );
    expect([again.left?.state.is, again.doubted]).toEqual(["open", true]);
    // Nor does the old question open it once more.
    held(await close(ada.hand, ada.paired, piece));
    const reopening = asked.state.is === "closed" ? asked.state.reopening : null;
    const replayed = await lied(
      bo,
      piece,
      states((now) => (now.is === "closed" ? { ...now, reopening } : now)),
    );
    expect(replayed).toMatchObject({ doubted: true, left: { state: { reopening: null } } });
  });

  it("S11 has as many agreed lines as both have signed, whatever is counted", async () => {
    const piece = await openTogether(ada, bo);
    const line = await signWords(ada, piece, "Wednesdays");
    const stands = (view: LineView): LineView => {
      const [standing = null] = view.proposed;
      const doubled = standing && {
        ...standing,
        signatures: standing.signatures.flatMap((one) => [
          { ...one, by: "me" as const },
          { ...one, by: "other" as const },
        ]),
      };
      return { ...view, standing: doubled, proposed: [] };
    };
    const { left, doubted } = await lied(
      bo,
      piece,
      states((now) => (now.is === "open" ? { ...now, lines: now.lines.map(stands) } : now)),
    );
    expect(left).toMatchObject({ state: { lines: [{ line, standing: null }] } });
    expect(doubted).toBe(true);
    await signWords(bo, piece, "Wednesdays", line);
    const moved = await lied(
      bo,
      piece,
      states((now) =>
        now.is === "open"
          ? { ...now, lines: now.lines.map((one) => ({ ...one, line: newId<LineId>() })) }
          : now,
      ),
    );
    expect(moved).toMatchObject({ left: { state: { lines: [{ standing: null, proposed: [] }] } } });
  });

  it("S11 shows no signature that its chain has taken back", async () => {
    const piece = await openTogether(ada, bo);
    const line = await signWords(ada, piece, "Wednesdays");
    await signWords(bo, piece, "Wednesdays", line);
    const before = await seenBy(bo);
    const { state } = await togetherIn(ada.hand, ada.paired, piece);
    const standing = state.is === "open" ? state.lines[0]?.standing : null;
    if (!standing) throw new Error("nothing stands");
    const hers = standing.signatures.find(({ by }) => by === "me")?.statement.hash ?? "";
    held(await takeSignatureBack(ada.hand, ada.paired, piece, line, standing.hash));
    const { view, doubted } = checkedView(
      before,
      theTwoOf(bo.hand.keyring, world.room),
      new Set([hers]),
    );
    expect(view.pieces[0]).toMatchObject({ state: { lines: [{ standing: null }] } });
    expect(doubted.has(piece)).toBe(true);
  });
});

describe("what changed", () => {
  it("S11 lists what the other has signed, and nothing else", async () => {
    const piece = await openTogether(ada, bo);
    await signWords(ada, piece, "Wednesdays");
    const view = await seenBy(bo);
    const change = view.changes.find(({ what }) => what === "line-signed");
    if (!change) throw new Error("nothing changed");
    const forged = [
      { ...change, what: "closed" as const },
      { ...change, on: "2020-01-01" },
      { ...change, statement: null },
      { ...change, what: "answered" as const, statement: change.statement },
    ];
    const { view: checked, doubted } = check(bo, { ...view, changes: [change, ...forged] });
    expect(checked.changes).toEqual([change]);
    expect(doubted.has(piece)).toBe(true);
  });
});

describe("while nobody is known to be the other", () => {
  it("S11 nothing is theirs", async () => {
    await offerLetter(ada.hand, ada.paired);
    const view = await seenBy(bo);
    const two = theTwoOf(bo.hand.keyring, world.room);
    expect(checkedView(view, { ...two, other: null }).view.pieces).toEqual([]);
  });
});
