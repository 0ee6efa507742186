import { beforeEach, describe, expect, it } from "vitest";
import { sha256 } from "#server/statements.ts";
import { RoomWorld, some } from "#tests/support/room-world.ts";
import type { LineId, PieceId } from "../ids.ts";
import type { RecordView } from "../record-view.ts";
import type { HeadView, StatementView } from "../statement-view.ts";
import { newId } from "#tests/support/room-world.ts";
import { endOf, follow, furthest, hashAt, type Stretch } from "./follow.ts";
import { NO_HEAD } from "./record.ts";

let world: RoomWorld;
let record: RecordView;
let head: HeadView;
beforeEach(async () => {
  world = await RoomWorld.paired();
  const piece: PieceId = await world.together();
  for (const who of [world.bo, world.ada, world.bo, world.ada]) {
    const line = newId<LineId>();
    world.now += 1;
    await world.sign(who, piece, { kind: "sign-line", line, hash: some(32), sealedWording: key });
  }
  const told = await world.consent.record(world.bo.person, world.room);
  const chain = await world.consent.chain(world.bo.person, world.room);
  if (!told.ok || !chain.ok) throw new Error("no record");
  record = told.value;
  head = { n: chain.value.n, hash: chain.value.head };
});
const key = some(284);

const statements = () => record.acts.flatMap(({ statement }) => statement ?? []);
const followed = (some_: readonly StatementView[] = statements(), to: HeadView = head) =>
  follow(some_, { room: world.room, person: world.bo.person }, to, sha256);
const whole = (): Stretch => {
  const chain = followed();
  if (!chain.ok) throw new Error("it is broken");
  return chain.value;
};

describe("following a chain", () => {
  it("S12 leads from the first statement to the last, in whatever order they are told", () => {
    expect(head.n).toBe(3);
    expect(whole()).toMatchObject({ from: 0, start: NO_HEAD });
    expect(endOf(whole())).toEqual(head);
    expect(followed([...statements()].reverse())).toEqual(followed());
  });

  it("S12 breaks where one is missing, is another, or claims another’s hash", () => {
    const chained = whole().hashes;
    for (const hash of chained) {
      expect(followed(statements().filter((one) => one.hash !== hash)).ok).toBe(false);
    }
    const [first, second] = statements();
    if (!first || !second) throw new Error("there are some");
    const last = statements().find(({ hash }) => hash === head.hash);
    const renamed = statements().map((one) => (one === last ? { ...first, hash: one.hash } : one));
    expect(followed(renamed).ok).toBe(false);
    expect(followed(statements(), { n: head.n, hash: first.hash }).ok).toBe(false);
    expect(followed(statements(), { n: head.n + 1, hash: head.hash }).ok).toBe(false);
    expect(followed(statements(), { n: head.n - 1, hash: head.hash }).ok).toBe(false);
  });

  it("S12 is of one person in one room", () => {
    const { room } = world;
    const elsewhere = { room: newId<typeof room>(), person: world.bo.person };
    expect(follow(statements(), elsewhere, head, sha256).ok).toBe(false);
    const another = { room, person: world.ada.person };
    expect(follow(statements(), another, head, sha256).ok).toBe(false);
  });
});

describe("what is remembered of a chain", () => {
  it("S9 goes on along the way that it came, and never back", () => {
    const chain = whole();
    const at = (n: number): HeadView => ({ n, hash: hashAt(chain, n) ?? "" });
    expect(furthest(null, chain)).toEqual(head);
    expect(furthest(at(1), chain)).toEqual(head);
    const shorter = { ...chain, hashes: chain.hashes.slice(0, 2) };
    expect(furthest(head, shorter)).toEqual(head);
    const fork = { n: 2, hash: some(32) };
    expect(furthest(fork, chain)).toEqual(fork);
    expect(furthest(null, { from: 0, start: NO_HEAD, hashes: [] })).toBe(null);
  });
});
