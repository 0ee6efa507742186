import { expect } from "vitest";
import type { RoomCommand } from "#domain/consent/commands.ts";
import type { LineId, PersonId, PieceId } from "#domain/ids.ts";
import type { RoomView } from "#domain/room-view.ts";
import type { RoomActs } from "#tests/support/room-acts.ts";
import type { ActView } from "#domain/record-view.ts";
import type { Gate } from "#tests/support/room-acts.ts";
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
type Shadow = {
  world: RoomWorld;
  /** What they are answered there: with the mistake that is looked for, if there is one. */
  gate: Gate;
  readonly put: Deed[];
};

/** How often somebody was told that the room moved, here and in their shadow. */
type Heard = { readonly here: number; readonly there: number };

/** What one person gets, as it was answered. */
export type Got = {
  readonly view: RoomView;
  readonly json: string;
  /** The same without these acts of a record. */
  readonly without: (acts: (act: ActView) => boolean) => string;
  readonly bytes: string;
};

/** One run of the model: a world, its shadows, and what is known of them. */
export class ConsentRun {
  readonly facts: Facts = noFacts();
  readonly world: World;
  readonly #shadows: Readonly<Record<Side, Shadow>>;
  readonly #heard = new Map<Side, Heard>();
  /** The latest time that there has been. */
  #latest: number;
  /** The clock was set back once: stores tell pieces by when they began, or as they were begun. */
  #wentBack = false;
  readonly lines = [newId<LineId>(), newId<LineId>()];
  readonly hashes = [some(32), some(32)];
  readonly #chance = chanceOf(1);

  private constructor(world: World, shadows: Readonly<Record<Side, Shadow>>) {
    this.world = world;
    this.#shadows = shadows;
    this.#latest = world.acts.now;
  }

  static async begin(world: World, shadows: () => Stores): Promise<ConsentRun> {
    const { acts, bug } = world;
    const shadow = async () => {
      const stores = shadows();
      const ledger = bug.ledger?.(stores.ledger) ?? stores.ledger;
      // Under the same ids: what happened in one instant is told in the order of ids.
      const its = await RoomWorld.paired({ ...stores, ledger }, acts.now, acts.room);
      return { world: its, gate: gateOf(its, bug), put: [] };
    };
    const run = new ConsentRun(world, { ada: await shadow(), bo: await shadow() });
    await run.#listen();
    return run;
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

  /** Not by a pause that may have ended already before the clock was set back. */
  get pausedAllAlong(): boolean {
    return isPaused(this.facts, this.#latest);
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
    const before = shows === "open" && this.paused ? await this.#shownTo(other) : null;
    const outcome = await deed(this.world.acts);
    const alone = await deed(this.#shadows[side].world);
    expect(outcome, "what comes of an act tells nothing quiet of the other").toBe(alone);
    if (outcome !== "done") return outcome;
    if (before) {
      const { shown, heard: told } = await this.#shownTo(other);
      if (shown === before.shown) {
        expect(told, "in a pause nothing is told but what shows").toBe(before.heard);
      }
    }
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

  /** What somebody sees, and how often they have been told to look. */
  async #shownTo(side: Side): Promise<{ readonly shown: string; readonly heard: number }> {
    if (this.isGone(side)) return { shown: "", heard: 0 };
    const { acts, gate } = this.world;
    const shown = JSON.stringify(await gate.view(this.person(side), acts.room));
    return { shown, heard: await this.#heardBy(side) };
  }

  async #heardSoFar(side: Side): Promise<Heard> {
    const { announced, [side]: who } = this.#shadows[side].world;
    const there = announced.filter((one) => one === who.person).length;
    return { here: await this.#heardBy(side), there };
  }

  async #listen(): Promise<void> {
    for (const side of this.here) this.#heard.set(side, await this.#heardSoFar(side));
  }

  /** Since the two were last compared, this person was told to look as often as in their shadow. */
  async hears(side: Side): Promise<void> {
    const { here, there } = await this.#heardSoFar(side);
    const before = this.#heard.get(side) ?? { here: 0, there: 0 };
    expect(here - before.here, `what is told to ${side} tells nothing quiet of the other`).toBe(
      there - before.there,
    );
    this.#heard.set(side, { here, there });
  }

  async restart(by: "stop" | "kill"): Promise<void> {
    for (const side of this.here) await this.hears(side);
    await this.world.restart(by);
    for (const shadow of Object.values(this.#shadows)) {
      shadow.world = shadow.world.restarted();
      shadow.gate = gateOf(shadow.world, this.world.bug);
    }
    await this.#listen();
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

  /** Time goes on, or back, everywhere alike; what is due comes about when both next look. */
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
    this.#latest = Math.max(this.#latest, this.now);
    this.#wentBack ||= ms < 0;
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
    const { acts, gate, list, exported, bug } = this.world;
    const { world: shadow, gate: gateThere } = this.#shadows[side];
    const from = { room: acts.room, gate, list, exported };
    const sorted = this.#wentBack;
    const here = await gotFrom(from, this.person(side), parts, sorted);
    const { room, rooms, consent, stores } = shadow;
    const exportedThere = bug.exported?.(consent, stores) ?? null;
    const fromShadow = { room, gate: gateThere, list: rooms.list, exported: exportedThere };
    const there = await gotFrom(fromShadow, shadow[side].person, parts, sorted);
    return { ...here, inShadow: there.bytes };
  }
}

const gateOf = (world: RoomWorld, { consent }: World["bug"]): Gate =>
  consent?.(world.consent, world.stores) ?? world.consent;

/** What a person can get of a room beside the view of it. */
export const PARTS = ["record", "chain", "list", "export"] as const;
type Part = (typeof PARTS)[number];

type From = Pick<World, "gate" | "list" | "exported"> & { readonly room: RoomActs["room"] };

async function gotFrom(
  { room, gate, list, exported }: From,
  person: PersonId,
  parts: readonly Part[],
  sorted: boolean,
): Promise<Got> {
  const ofRoom = async () => (await list(person)).filter((one) => one.room === room);
  const ask = {
    record: () => gate.record(person, room),
    chain: () => gate.chain(person, room),
    list: ofRoom,
    // The file of everything begins with one's rooms, and has the record of each.
    export: async () =>
      exported
        ? exported(person, room)
        : { rooms: await ofRoom(), record: await gate.record(person, room) },
  };
  const view = await gate.view(person, room);
  if (!view.ok) throw new Error("who is in a room can see it");
  const rest = await Promise.all(parts.map((part) => ask[part]()));
  const pieces = sorted
    ? [...view.value.pieces].sort((a, b) => (a.piece < b.piece ? -1 : 1))
    : view.value.pieces;
  const json = JSON.stringify([{ ...view.value, pieces }, ...rest]);
  const without: Got["without"] = (left) =>
    JSON.stringify([view.value, ...rest], (key, value: unknown) =>
      key === "acts" ? (value as readonly ActView[]).filter((act) => !left(act)) : value,
    );
  // Without what chance made: ids, hashes and sealed things are told by their length.
  const bytes = json.replace(/[A-Za-z0-9_-]{22,}/g, ({ length }) => `${length}`);
  return { view: view.value, json, without, bytes };
}
