import { rmSync } from "node:fs";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LineId, PieceId, VersionId } from "#domain/ids.ts";
import { newPlace } from "#tests/support/place.ts";
import { recordHolds } from "#tests/support/record-holds.ts";
import {
  newId,
  RoomWorld,
  some,
  somebody,
  someClaim,
  someInvitation,
  type Somebody,
} from "#tests/support/room-world.ts";
import { inOrder, Order, RUNS, TRACKS, type Track } from "./race.ts";

const HOUR = 60 * 60_000;
/** In which order everybody comes, and whether steps may overlap. */
const orders = [fc.scheduler(), fc.boolean()] as const;

describe.each(Object.entries(TRACKS))("two at once, on %s", (name, trackIn) => {
  let track: Track;
  let directory: string;
  beforeAll(async () => {
    directory = newPlace("races");
    track = await trackIn(directory);
  });
  afterAll(async () => {
    await track.close();
    rmSync(directory, { recursive: true });
  });

  /** Two people in a room, and the order in which they will come. */
  async function starting(): Promise<{ order: Order; world: RoomWorld }> {
    const order = new Order();
    return { order, world: await RoomWorld.paired(inOrder(order, track.stores())) };
  }

  async function finishing(world: RoomWorld): Promise<void> {
    for (const { person } of [world.ada, world.bo]) {
      await recordHolds(world.consent, person, world.room);
    }
    expect(world.faults).toEqual([]);
    world.consent.close();
  }

  const racing = (
    run: (scheduler: fc.Scheduler, overlapping: boolean, choice: number) => Promise<void>,
  ) =>
    fc.assert(fc.asyncProperty(...orders, fc.nat(2), run), {
      numRuns: name === "memory" ? 3 * RUNS : RUNS,
    });

  const words = async ({ stores }: RoomWorld, version: VersionId) =>
    (await stores.ledger.version(version))?.ciphertext ?? "";

  it(
    "G25 two answers put in at once open together, once, and never half",
    async () => {
      await racing(async (scheduler, overlapping, takesOut) => {
        const { order, world } = await starting();
        const { ada, bo } = world;
        const piece = await world.question();
        const [mine, theirs] = [newId<VersionId>(), newId<VersionId>()];
        const [first, second, out] = await order.race<[string, string, string]>(
          scheduler,
          overlapping,
          () => world.putIn(ada, piece, mine),
          () => world.putIn(bo, piece, theirs),
          async () =>
            takesOut > 0 ? world.run(ada, piece, { kind: "take-out", version: mine }) : "not tried",
        );
        expect([first, second]).toEqual(["done", "done"]);
        const opened = out !== "done";
        for (const [me, own, foreign] of [
          [ada, mine, theirs],
          [bo, theirs, mine],
        ] as const) {
          const { pieces } = await world.view(me);
          const seen = pieces.find((one) => one.piece === piece);
          expect(seen?.mode === "paired" && seen.state.is).toBe(opened ? "opened" : "answering");
          const version = await world.consent.version(me.person, foreign);
          expect(version.ok, "the other's is there exactly if both opened").toBe(opened);
          const kept = await world.consent.version(me.person, own);
          expect(kept.ok).toBe(opened || me === bo);
        }
        if (!opened) expect(await words(world, mine)).toBe("");
        await finishing(world);
      });
    },
    HOUR,
  );

  it(
    "R4 two who claim one invitation at once: one comes in, or none if it was withdrawn before",
    async () => {
      await racing(async (scheduler, overlapping, withdraws) => {
        const order = new Order();
        const stores = inOrder(order, track.stores());
        const world = await RoomWorld.open(stores);
        const { ada, bo } = world;
        const carol = await somebody(stores.accounts);
        const { token, made } = someInvitation();
        await world.rooms.invite(ada.person, world.room, made);
        const claim = ({ person }: Somebody) => world.rooms.claim(person, someClaim(token));
        type Claimed = Awaited<ReturnType<typeof claim>>;
        const [his, hers, withdrawn] = await order.race<[Claimed, Claimed, boolean]>(
          scheduler,
          overlapping,
          () => claim(bo),
          () => claim(carol),
          async () =>
            withdraws > 0 && (await world.rooms.withdraw(ada.person, world.room, made.id)).ok,
        );
        const won = [his, hers].filter(({ ok }) => ok);
        expect(won.length).toBe(withdrawn ? 0 : 1);
        const lost = [his, hers].filter(({ ok }) => !ok);
        for (const one of lost) expect(one).toMatchObject({ refusal: { code: "no-invitation" } });
        const winner = his.ok ? bo.person : hers.ok ? carol.person : null;
        expect((await world.view(ada)).other?.person ?? null).toBe(winner);
        for (const { person } of [bo, carol]) {
          const view = await world.consent.view(person, world.room);
          expect(view.ok, "whoever lost is not in the room").toBe(person === winner);
        }
        world.consent.close();
      });
    },
    HOUR,
  );

  it(
    "R17 leaving against opening: the words are the reader's exactly if they opened before",
    async () => {
      await racing(async (scheduler, overlapping, choice) => {
        const { order, world } = await starting();
        const { ada, bo } = world;
        const version = await world.offer(ada, await world.begin(ada));
        const piece = (await world.view(ada)).pieces[0]?.piece ?? newId<PieceId>();
        const going = [
          () => world.act(ada, { kind: "leave" }),
          () => world.act(ada, { kind: "block" }),
          () => world.depart(ada.person).then(() => "done"),
        ] as const;
        const [gone, opened] = await order.race<[string, string]>(
          scheduler,
          overlapping,
          going[choice] ?? going[0],
          () => world.run(bo, piece, { kind: "open", version }),
        );
        expect(gone, "leaving, blocking and deleting succeed").toBe("done");
        const held = await world.consent.version(bo.person, version);
        expect(held.ok).toBe(opened === "done");
        if (held.ok) expect(await words(world, version), "whole").not.toBe("");
        else if (choice === 2) expect(await words(world, version)).toBe("");
        expect((await world.view(bo)).pause.paused).toBe(true);
        const late = await world.run(bo, piece, { kind: "open", version });
        expect(late).toBe(opened === "done" ? "done" : "paused");
        await finishing(world);
      });
    },
    HOUR,
  );

  it(
    "R9 a pause against a signature: it was signed before, and stands for both, or is not there",
    async () => {
      await racing(async (scheduler, overlapping, signers) => {
        const { order, world } = await starting();
        const { ada, bo } = world;
        const piece = await world.together();
        const [line, hash] = [newId<LineId>(), some(32)];
        const act = { kind: "sign-line", line, hash, sealedWording: some(284) } as const;
        const [paused, his, hers] = await order.race<[string, string, string]>(
          scheduler,
          overlapping,
          () => world.act(ada, { kind: "pause", minutes: null }),
          () => world.sign(bo, piece, act),
          async () => (signers > 0 ? world.sign(ada, piece, act) : "not tried"),
        );
        expect(paused, "a pause always succeeds").toBe("done");
        expect(["done", "paused"]).toContain(his);
        expect(["done", "paused", "not tried"]).toContain(hers);
        const signed = [his, hers].filter((one) => one === "done").length;
        for (const me of [ada, bo]) {
          const { pieces } = await world.view(me);
          const seen = pieces.find((one) => one.piece === piece);
          const state = seen?.mode === "together" && seen.state.is === "open" ? seen.state : null;
          const [known] = state?.lines ?? [];
          expect(known?.standing !== undefined && known.standing !== null).toBe(signed === 2);
          expect(known?.proposed.length ?? 0).toBe(signed === 1 ? 1 : 0);
        }
        expect(await world.sign(bo, piece, { ...act, hash: some(32) })).toBe("paused");
        await finishing(world);
      });
    },
    HOUR,
  );
});
