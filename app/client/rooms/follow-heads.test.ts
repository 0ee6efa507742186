import { ed25519 } from "@noble/curves/ed25519.js";
import { beforeEach, describe, expect, it } from "vitest";
import type { LineId, PieceId } from "#domain/ids.ts";
import { refuse } from "#domain/result.ts";
import type { RecordView } from "#domain/record-view.ts";
import { changeKeys } from "#tests/support/key-change.ts";
import { memoryStores, newId, RoomWorld, some, type Somebody } from "#tests/support/room-world.ts";
import { followHeads, type KnownHeads } from "./follow-heads.ts";
import type { Signer } from "./signed.ts";

const NOTHING_KNOWN: KnownHeads = {
  byAll: { mine: null, theirs: null },
  here: { mine: null, theirs: null },
};

let world: RoomWorld;
let piece: PieceId;
let renewed: Somebody;
beforeEach(async () => {
  const { newKeys, ...stores } = memoryStores();
  world = await RoomWorld.paired(stores);
  piece = await world.together();
  world.now += 1;
  renewed = await changeKeys(world, newKeys, world.ada);
  await signLine(renewed);
});

async function signLine(who: Somebody): Promise<void> {
  world.now += 1;
  const words = { hash: some(32), sealedWording: some(284) };
  await world.sign(who, piece, { kind: "sign-line", line: newId<LineId>(), ...words });
}

const signer = ({ person, secretKey }: Somebody): Signer => ({
  room: world.room,
  person,
  signingKey: ed25519.getPublicKey(secretKey),
});

/** What Bo finds, who knows Ada by this key, in the record as it is shown to him. */
async function found(ada: Somebody, shown: (record: RecordView) => RecordView = (told) => told) {
  const { heads } = await world.view(world.bo);
  const record = await world.consent.record(world.bo.person, world.room);
  if (!record.ok) throw new Error("no record");
  const two = { me: signer(world.bo), other: signer(ada) };
  return followHeads(two, heads, NOTHING_KNOWN, shown(record.value));
}

describe("a chain in which keys changed", () => {
  it("S12 goes on by the keys that the old ones have named, also before they were looked at", async () => {
    expect((await found(world.ada)).ok).toBe(true);
  });

  it("S12 does not go on by keys that nobody has named", async () => {
    const stranger = { ...world.ada, secretKey: ed25519.utils.randomSecretKey() };
    expect(await found(stranger)).toEqual(refuse("record-differs"));
    const unnamed = await found(world.ada, (record) => ({
      ...record,
      acts: record.acts.filter(({ what }) => what !== "keys-changed"),
    }));
    expect(unnamed).toEqual(refuse("record-differs"));
  });
});
