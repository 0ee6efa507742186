import { beforeEach, describe, expect, it } from "vitest";
import { sha256 } from "#client/crypto/digest.ts";
import { verify } from "#client/crypto/signatures.ts";
import { toBase64Url } from "#domain/bytes.ts";
import { checkExport, type RecordExport } from "#domain/consent/export.ts";
import type { ActView, RecordView } from "#domain/record-view.ts";
import { random } from "#tests/support/keys.ts";
import {
  offerLetter,
  openAndAnswer,
  openTogether,
  signWords,
  type Side,
} from "#tests/support/room-deeds.ts";
import { held, pairedIn, twoHands, viewIn, type TwoHands } from "#tests/support/two-hands.ts";
import { actOnRoom } from "./acts.ts";
import { openRecord, recordFile } from "./room-record.ts";

const WORDS = "Wednesdays, message first";

let world: TwoHands;
let ada: Side;
let bo: Side;
beforeEach(async () => {
  world = await twoHands();
  ada = { hand: world.ada, paired: await pairedIn(world.ada, world.room) };
  bo = { hand: world.bo, paired: await pairedIn(world.bo, world.room) };
  await openAndAnswer(world.bo, bo.paired, await offerLetter(world.ada, ada.paired));
  const piece = await openTogether(ada, bo);
  await signWords(bo, piece, WORDS, await signWords(ada, piece, WORDS));
  held(await actOnRoom(world.ada, world.room, { kind: "pause", minutes: 20 }));
});

const read = async ({ hand, paired }: Side) =>
  held(await openRecord(hand, paired, await viewIn(hand, world.room)));
const save = async ({ hand, paired }: Side) =>
  held(await recordFile(hand, paired, await viewIn(hand, world.room), "Ada"));
/** From now on the server tells this person of these acts. */
const tell = ({ hand }: Side, change: (acts: readonly ActView[]) => readonly ActView[]) =>
  hand.lie((path, value: RecordView) =>
    /^\/api\/(record|export)\//.test(path) ? { ...value, acts: change(value.acts) } : value,
  );
const withAct = (what: string, change: Partial<ActView>) => (acts: readonly ActView[]) =>
  acts.map((act) => (act.what === what ? { ...act, ...change } : act));
const broken = (file: RecordExport) =>
  held(checkExport(JSON.parse(JSON.stringify(file)), { sha256, verify })).filter(
    ({ is }) => is === "failing",
  );

describe("the record on a page", () => {
  it("S14 tells both what both may see, whole, and each their own quiet acts", async () => {
    const [hers, his] = [await read(ada), await read(bo)];
    for (const record of [hers, his]) expect(record).toMatchObject({ whole: true, unsigned: 0 });
    expect(hers.acts.map(({ what }) => what)).toEqual([
      "offered",
      "answered",
      "proposed",
      "accepted",
      "line-signed",
      "line-signed",
      "paused",
    ]);
    const quiet = his.acts.filter((act) => act.quiet).map(({ what }) => what);
    expect(quiet).toEqual(["opened"]);
    expect(hers.acts.filter(({ words }) => words === WORDS)).toHaveLength(2);
  });

  it("S14 leaves out what nobody has signed, and counts it", async () => {
    const { acts } = await read(bo);
    const other = acts.find(({ what }) => what === "offered")?.statement ?? null;
    const lies = [
      withAct("answered", { what: "told-opened" }),
      withAct("offered", { by: "me" }),
      withAct("accepted", { on: "2020-01-01" }),
      withAct("proposed", { statement: other }),
      (told: readonly ActView[]): readonly ActView[] =>
        told.flatMap((act) =>
          act.what === "offered"
            ? [act, { ...act, what: "not-now" as const, quiet: true, statement: null }]
            : [act],
        ),
    ];
    for (const lie of lies) {
      tell(bo, lie);
      const record = await read(bo);
      expect(record.unsigned).toBe(1);
      expect(record.acts.some(({ what }) => what === "told-opened" || what === "not-now")).toBe(
        false,
      );
    }
  });

  it("S14 says when it is not whole, or not the one that was seen before", async () => {
    tell(bo, (acts) => acts.filter(({ what }) => what !== "answered"));
    expect(await read(bo)).toMatchObject({ whole: false });
    // The last statements of both are left out: nothing in what remains tells, but it was longer once.
    tell(bo, (acts) => acts.filter(({ what }) => what !== "line-signed"));
    expect(await read(bo)).toMatchObject({ whole: false });
  });

  it("S14 is refused if it is no record, or that of another room", async () => {
    for (const answer of [null, { acts: [] }, { room: world.room, acts: [{}] }]) {
      world.bo.lie((path, value) => (path.startsWith("/api/record/") ? answer : value));
      const view = await viewIn(world.bo, world.room);
      expect(await openRecord(world.bo, bo.paired, view)).toMatchObject({ ok: false });
    }
  });
});

describe("the record as a file", () => {
  it("S8 S14 holds as it was saved, with the words of what both signed", async () => {
    for (const who of [ada, bo]) {
      const file = await save(who);
      expect(broken(file)).toEqual([]);
      expect(file.wordings.map(({ words }) => words)).toEqual([WORDS]);
      expect(file.people.map(({ name }) => name)).toEqual([undefined, "Ada"]);
    }
    expect((await save(ada)).acts.some(({ what }) => what === "opened")).toBe(false);
  });

  it("S14 names the keys that were pinned, whatever the server says that they are", async () => {
    world.bo.lie((path, value: RecordView) =>
      path.startsWith("/api/export/")
        ? {
            ...value,
            people: value.people.map((one) => ({ ...one, signingKey: toBase64Url(random(32)) })),
          }
        : value,
    );
    expect(broken(await save(bo))).toEqual([]);
  });

  it("S8 S14 keeps what does not hold, for whoever checks it to see", async () => {
    tell(bo, withAct("answered", { what: "told-opened" }));
    expect(broken(await save(bo))).toEqual([
      expect.objectContaining({ says: expect.stringContaining("told-opened") }),
    ]);
  });
});
