import { beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "#client/crypto/digest.ts";
import type { Keyring } from "#client/keyring/keyring.ts";
import { toBase64Url } from "#domain/bytes.ts";
import { LOOSE, writeStatement, type Act } from "#domain/consent/record.ts";
import type { PieceId, RoomId, VersionId } from "#domain/ids.ts";
import type { PieceView, RoomView, StatementView } from "#domain/rooms.ts";
import { newId, somebody } from "#tests/support/keys.ts";
import { checkedView } from "./checked-view.ts";
import type { Signer } from "./signed.ts";

const room = newId<RoomId>();
const piece = newId<PieceId>();
const version = newId<VersionId>();
const on = "2025-11-03";

let ada: Keyring;
let bo: Keyring;
beforeAll(async () => {
  [ada, bo] = [await somebody(), await somebody()];
});

async function signed(who: Keyring, act: Act): Promise<StatementView> {
  const { person } = who;
  const body = writeStatement({ room, person, piece, link: LOOSE, day: on, act }, sha256);
  const signature = toBase64Url(await who.sign(body));
  return { hash: toBase64Url(sha256(body)), body: toBase64Url(body), signature };
}

/** The piece as Ada's page shows it; Bo is the other. */
function shown(view: PieceView, other: Signer | null = signerOf(bo)): PieceView | undefined {
  const whole: RoomView = {
    room,
    me: bo.person,
    key: null,
    packet: null,
    other: null,
    invitation: null,
    pieces: [view],
  } as Partial<RoomView> as RoomView;
  const checked = checkedView(whole, ada.person, other);
  expect(checked.me).toBe(ada.person);
  return checked.pieces[0];
}

const signerOf = ({ person, signingKey }: Keyring): Signer => ({ room, person, signingKey });

async function mine(what: "opened" | "no", statement: StatementView): Promise<PieceView> {
  const offer = { version, on, envelope: "", statement: await signed(ada, TAKE_BACK) };
  const told = { what, on, statement };
  const versions = [{ ...offer, state: "offered", takenBack: null, told, answer: null }] as const;
  return { mode: "own", role: "author", piece, key: "", place: "door", versions, waiting: null };
}

async function theirs(statement: StatementView): Promise<PieceView> {
  const offer = { version, on, envelope: "", statement: await signed(bo, TAKE_BACK) };
  const opened = [{ ...offer, takenBack: { on, statement }, told: null, answer: null }];
  return { mode: "own", role: "reader", piece, door: null, opened };
}

const TELL_OPENED: Act = { kind: "tell-opened", version };
const TELL_NO: Act = { kind: "tell-no", version };
const TAKE_BACK: Act = { kind: "take-back", version };
const NOTHING_TOLD = { versions: [{ told: null }] };
const NOT_TAKEN_BACK = { opened: [{ takenBack: null }] };

describe("what the other is said to have done", () => {
  it("S6 is shown when they have signed it", async () => {
    const opened = await mine("opened", await signed(bo, TELL_OPENED));
    const no = await mine("no", await signed(bo, TELL_NO));
    const gone = await theirs(await signed(bo, TAKE_BACK));
    for (const view of [opened, no, gone]) expect(shown(view)).toEqual(view);
  });

  it("S6 is not shown when somebody else has signed it, or they have signed something else", async () => {
    const told = [
      await mine("opened", await signed(ada, TELL_OPENED)),
      await mine("opened", await signed(bo, TELL_NO)),
      await mine("no", await signed(bo, TELL_OPENED)),
      await mine("no", await signed(bo, { ...TELL_NO, version: newId<VersionId>() })),
      await mine("no", { hash: "", body: "?", signature: "" }),
    ];
    for (const view of told) expect(shown(view)).toMatchObject(NOTHING_TOLD);
    const takenBack = [
      await theirs(await signed(ada, TAKE_BACK)),
      await theirs(await signed(bo, TELL_OPENED)),
      await theirs({ hash: "", body: "", signature: "" }),
    ];
    for (const view of takenBack) expect(shown(view)).toMatchObject(NOT_TAKEN_BACK);
  });

  it("S6 is nothing while nobody is known", async () => {
    const told = await mine("opened", await signed(bo, TELL_OPENED));
    expect(shown(told, null)).toMatchObject(NOTHING_TOLD);
    expect(shown(await theirs(await signed(bo, TAKE_BACK)), null)).toMatchObject(NOT_TAKEN_BACK);
  });

  it("S6 goes for a proposal that I made too", async () => {
    const proposed = (statement: StatementView): PieceView => ({
      mode: "together",
      piece,
      by: "me",
      on,
      envelope: "",
      statement,
      state: { is: "proposed", ended: false, told: { what: "no", on, statement } },
    });
    const no = proposed(await signed(bo, { kind: "tell-no" }));
    expect(shown(no)).toEqual(no);
    const forged = proposed(await signed(bo, TELL_NO));
    expect(shown(forged)).toMatchObject({ state: { is: "proposed", told: null } });
  });
});
