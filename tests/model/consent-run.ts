import { expect } from "vitest";
import type { RoomCommand } from "#domain/consent/commands.ts";
import type { LineId, PersonId, PieceId } from "#domain/ids.ts";
import type { RoomView } from "#domain/room-view.ts";
import type { RoomActs } from "#tests/support/room-acts.ts";
import { newId, RoomWorld, some, type Stores } from "#tests/support/room-world.ts";
import {
  isPaused,
  letAllGo,
  letGo,
  noFacts,
  type Facts,
  type PairFacts,
  type PieceFacts,
} from "./consent-facts.ts";
import { chanceOf } from "./random.ts";
import { otherOf, SIDES, type Side, type World } from "./consent-world.ts";

/** An act as it was done, so that a shadow of the world can do it too, or leave it out. */
type Deed = (world: RoomActs) => Promise<string>;

/** Whether both may see a deed, or nobody but who does it. */
type Shows = "quiet" | "open";

/**
 * The same world, seen by one of the two, in which the other did nothing quietly and only ever paused:
 * every byte that this person gets has to be the same there.
 */
type Shadow = { readonly world: RoomWorld; readonly put: Deed[] };

/** What one person gets, as it was answered. */
export type Got = { readonly view: RoomView; readonly json: string; readonly bytes: string };

/** One run of the model: a world, its shadows, and what is known of them. */
export class ConsentRun {
  readonly facts: Facts = noFacts();
  readonly world: World;
  readonly #shadows: Readonly<Record<Side, Shadow>>;
  readonly lines = [newId<LineId>(), newId<LineId>()];
  readonly hashes = [some(32), some(32)];
  readonly #chance = chanceOf(1);

  private constructor(world: World, shadows: Readonly<Record<Side, Shadow>>) {
    this.world = world;
    this.#shadows = shadows;
  }

  static async begin(world: World, shadows: () => Stores): Promise<ConsentRun> {
    const shadow = async () => ({
      // Under the same ids: what happened in one instant is told in the order of ids.
      world: await RoomWorld.paired(shadows(), world.acts.now, world.acts.room),
      put: [],
    });
    return new ConsentRun(world, { ada: await shadow(), bo: await shadow() });
  }

  person(side: Side): PersonId {
    return this.world.acts[side].person;
  }

  get now(): number {
    return this.world.acts.now;
  }

  get paused(): boolean {
    return isPaused(this.facts, this.now);
  }

  isGone(side: Side): boolean {
    return this.facts.gone.has(this.person(side));
  }

  /** Those of the two who have an account. */
  get here(): readonly Side[] {
    return SIDES.filter((side) => !this.isGone(side));
  }

  pieceOf(which: number, wanted: (piece: PieceFacts) => boolean): PieceFacts | null {
    const fitting = this.facts.pieces.filter(wanted);
    return fitting[which % Math.max(1, fitting.length)] ?? null;
  }

  pairOf(which: number, wanted: (pair: PairFacts) => boolean = () => true): PairFacts | null {
    const fitting = this.facts.pairs.filter((pair) => !pair.withdrawn && wanted(pair));
    return fitting[which % Math.max(1, fitting.length)] ?? null;
  }

  // ---- acting

  /**
   * Does it here, and in the shadows. A quiet deed waits, in the other's shadow, until its author does
   * something that both may see: only then may it have made any difference to the other. What comes of
   * a deed is the same here and in the shadow of who does it, where the other did nothing quietly.
   */
  async deed(side: Side, shows: Shows, deed: Deed): Promise<string> {
    const other = otherOf(side);
    const heard = shows === "quiet" ? await this.#heardBy(other) : 0;
    await this.#tick(1);
    const outcome = await deed(this.world.acts);
    const alone = await deed(this.#shadows[side].world);
    expect(outcome, "what comes of an act tells nothing quiet of the other").toBe(alone);
    if (outcome !== "done") return outcome;
    const shadow = this.#shadows[other];
    if (shows === "quiet") {
      shadow.put.push(deed);
      expect(await this.#heardBy(other), "a quiet act is announced to nobody else").toBe(heard);
    } else {
      await this.#flush(other);
      expect(await deed(shadow.world)).toBe("done");
    }
    return outcome;
  }

  signed(side: Side, piece: PieceId, act: Parameters<RoomActs["sign"]>[2]): Promise<string> {
    return this.deed(side, "open", (world) => world.sign(world[side], piece, act));
  }

  quietly(side: Side, piece: PieceId, command: Parameters<RoomActs["run"]>[2]): Promise<string> {
    return this.deed(side, "quiet", (world) => world.run(world[side], piece, command));
  }

  async #flush(side: Side): Promise<void> {
    const { put, world } = this.#shadows[side];
    for (const deed of put.splice(0)) await deed(world);
  }

  /** What both did quietly is to count in what comes now, as when answers meet. */
  async meet(): Promise<void> {
    for (const side of SIDES) await this.#flush(side);
  }

  async #heardBy(side: Side): Promise<number> {
    return this.isGone(side) ? 0 : this.world.heard(this.person(side));
  }

  /** A pause in the place of a leaving, for the one who is left. */
  async leave(side: Side, command: RoomCommand): Promise<string> {
    await this.meet();
    await this.#tick(1);
    const outcome = await this.world.acts.act(this.world.acts[side], command);
    const own = this.#shadows[side].world;
    await own.act(own[side], command);
    await this.#seenAsPause(side);
    letGo(this.facts, this.person(side), this.now);
    return outcome;
  }

  /** So it is with a deleted account. */
  async deleteAccount(side: Side): Promise<void> {
    await this.meet();
    await this.#tick(1);
    await this.world.deleteAccount(side);
    await this.#seenAsPause(side);
    letAllGo(this.facts, this.person(side), this.now);
  }

  async #seenAsPause(side: Side): Promise<void> {
    const theirs = this.#shadows[otherOf(side)].world;
    await theirs.act(theirs[side], { kind: "pause", minutes: null });
  }

  async room(side: Side, command: RoomCommand): Promise<string> {
    const quiet = command.kind === "seen" || command.kind.startsWith("set-");
    // What was done before a pause could not be done in it.
    if (!quiet) await this.meet();
    const hasLeft = this.facts.left.has(this.person(side));
    // What somebody does to a room that they have left changes nothing for the other.
    return this.deed(side, quiet || hasLeft ? "quiet" : "open", async (world) =>
      hasLeft && !quiet && world === this.#shadows[otherOf(side)].world
        ? "done"
        : world.act(world[side], command),
    );
  }

  /** Time goes on, everywhere alike; what is due comes about when both next look. */
  async sleep(ms: number): Promise<void> {
    await this.meet();
    await this.#tick(ms);
    for (const side of this.here) await this.world.acts.view(this.world.acts[side]);
    for (const { world } of Object.values(this.#shadows)) {
      for (const side of SIDES) await world.view(world[side]);
    }
  }

  async #tick(ms: number): Promise<void> {
    await this.world.tick(ms);
    for (const side of SIDES) this.#shadows[side].world.now = this.now;
  }

  async close(): Promise<void> {
    for (const side of SIDES) this.#shadows[side].world.consent.close();
    await this.world.close();
  }

  // ---- what somebody gets

  /** As many of these as this world looks at in one step: the next step looks at others. */
  some<T>(all: readonly T[]): readonly T[] {
    const { probes } = this.world;
    if (all.length <= probes) return all;
    const first = this.#chance.below(all.length);
    return Array.from({ length: probes }, (_, i) => all[(first + i) % all.length] as T);
  }

  /** What this person gets, here and in their shadow: the view, with these parts. */
  async got(side: Side, parts: readonly Part[]): Promise<Got & { readonly inShadow: string }> {
    const { acts, gate, list } = this.world;
    const { world: shadow } = this.#shadows[side];
    const here = await gotFrom(acts.room, gate, list, this.person(side), parts);
    const { room, consent, rooms } = shadow;
    const there = await gotFrom(room, consent, rooms.list, shadow[side].person, parts);
    return { ...here, inShadow: there.bytes };
  }
}

/** What a person can get of a room beside the view of it. */
export const PARTS = ["record", "chain", "list"] as const;
type Part = (typeof PARTS)[number];

async function gotFrom(
  room: RoomActs["room"],
  gate: World["gate"],
  list: World["list"],
  person: PersonId,
  parts: readonly Part[],
): Promise<Got> {
  const ask = {
    record: () => gate.record(person, room),
    chain: () => gate.chain(person, room),
    list: async () => (await list(person)).filter((one) => one.room === room),
  };
  const view = await gate.view(person, room);
  if (!view.ok) throw new Error("who is in a room can see it");
  const rest = await Promise.all(parts.map((part) => ask[part]()));
  const json = JSON.stringify([view.value, ...rest]);
  // Without what chance made: ids, hashes and sealed things are told by their length.
  const bytes = json.replace(/[A-Za-z0-9_-]{22,}/g, ({ length }) => `${length}`);
  return { view: view.value, json, bytes };
}
