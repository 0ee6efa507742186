import { expect } from "vitest";
import type { PieceCommand, RoomCommand } from "#domain/consent/commands.ts";
import type { LineId, PersonId, PieceId, VersionId } from "#domain/ids.ts";
import type { Consent } from "#domain/rooms.ts";
import type { RelayWorld } from "#tests/support/relay-world.ts";
import {
  newId,
  offering,
  RoomWorld,
  some,
  somebody,
  type Somebody,
  type Stores,
} from "#tests/support/room-world.ts";
import type { Bug } from "./consent-bugs.ts";
import { isPaused, noFacts, wordsKey, type Facts, type PieceFacts } from "./consent-facts.ts";
import { Sockets } from "./consent-sockets.ts";

export type Side = "ada" | "bo";
export const SIDES: readonly Side[] = ["ada", "bo"];
export const otherOf = (side: Side): Side => (side === "ada" ? "bo" : "ada");

/** An act as it was done, so that a shadow of the world can do it too, or leave it out. */
type Deed = (world: RoomWorld) => Promise<string>;

/**
 * The same world, seen by one of the two, in which the other did nothing quietly and only ever paused:
 * every byte that this person gets has to be the same there.
 */
type Shadow = { readonly world: RoomWorld; readonly put: Deed[] };

export type RunOptions = {
  readonly stores: Stores;
  readonly shadows: () => Stores;
  readonly relay?: RelayWorld;
  readonly bug?: Bug;
};

/** One run of the model: the running services, two people and a stranger, and what is known of them. */
export class ConsentRun {
  readonly facts: Facts = noFacts();
  readonly sockets: Sockets | null;
  readonly stranger: Somebody;
  world: RoomWorld;
  consent: Consent;
  readonly #bug: Bug;
  readonly #shadows: Readonly<Record<Side, Shadow>>;
  readonly #lines = [newId<LineId>(), newId<LineId>()];
  readonly #hashes = [some(32), some(32)];

  private constructor(
    world: RoomWorld,
    stranger: Somebody,
    shadows: Readonly<Record<Side, Shadow>>,
    { bug = {}, relay }: RunOptions,
  ) {
    this.world = world;
    this.stranger = stranger;
    this.#shadows = shadows;
    this.#bug = bug;
    this.consent = this.#wrapped();
    this.sockets = relay ? new Sockets(relay) : null;
    if (relay && !bug.onlyOnJoin) {
      world.reconsider = (piece) => relay.relay.reconsider(piece);
    }
  }

  static async begin(options: RunOptions): Promise<ConsentRun> {
    const { stores, bug, shadows } = options;
    const ledger = bug?.ledger ? bug.ledger(stores.ledger) : stores.ledger;
    const world = await RoomWorld.paired({ ...stores, ledger });
    const shadow = async () => ({ world: await RoomWorld.paired(shadows()), put: [] });
    const stranger = await somebody(stores.accounts);
    return new ConsentRun(world, stranger, { ada: await shadow(), bo: await shadow() }, options);
  }

  #wrapped(): Consent {
    const { consent, stores } = this.world;
    return this.#bug.consent?.(consent, stores) ?? consent;
  }

  person(side: Side): PersonId {
    return this.world[side].person;
  }

  get now(): number {
    return this.world.now;
  }

  get paused(): boolean {
    return isPaused(this.facts, this.now);
  }

  pieceOf(which: number, wanted: (piece: PieceFacts) => boolean): PieceFacts | null {
    const fitting = this.facts.pieces.filter(wanted);
    return fitting[which % Math.max(1, fitting.length)] ?? null;
  }

  // ---- acting

  /**
   * Does it here, and in the shadows. A quiet deed waits, in the other's shadow, until its author does
   * something that both may see: only then may it have made any difference to the other. What comes of
   * a deed is the same here and in the shadow of who does it, where the other did nothing quietly.
   */
  async deed(side: Side, is: "quiet" | "open", deed: Deed): Promise<string> {
    const other = otherOf(side);
    const heard = this.#heardBy(other);
    this.#tick(1);
    const outcome = await deed(this.world);
    if (is === "quiet" && this.#bug.tellsBoth) this.world.announced.push(this.person(other));
    const alone = await deed(this.#shadows[side].world);
    expect(outcome, "what comes of an act tells nothing quiet of the other").toBe(alone);
    if (outcome !== "done") return outcome;
    const shadow = this.#shadows[other];
    if (is === "quiet") {
      shadow.put.push(deed);
      expect(this.#heardBy(other), "a quiet act is announced to nobody else").toBe(heard);
    } else {
      await this.#flush(other);
      expect(await deed(shadow.world)).toBe("done");
    }
    return outcome;
  }

  async #flush(side: Side): Promise<void> {
    const { put, world } = this.#shadows[side];
    for (const deed of put.splice(0)) await deed(world);
  }

  async #flushBoth(): Promise<void> {
    for (const side of SIDES) await this.#flush(side);
  }

  #heardBy(side: Side): number {
    const person = this.person(side);
    return this.world.announced.filter((one) => one === person).length;
  }

  /** A pause in the place of a leaving, for the one who is left. */
  async leave(side: Side, command: RoomCommand): Promise<string> {
    await this.#flushBoth();
    this.#tick(1);
    const outcome = await this.world.act(this.world[side], command);
    const own = this.#shadows[side].world;
    await own.act(own[side], command);
    const theirs = this.#shadows[otherOf(side)].world;
    await theirs.act(theirs[side], { kind: "pause", minutes: null });
    this.facts.left.add(this.person(side));
    return outcome;
  }

  async room(side: Side, command: RoomCommand): Promise<string> {
    const quiet = command.kind === "seen" || command.kind.startsWith("set-");
    // What was done before a pause could not be done in it.
    if (!quiet) await this.#flushBoth();
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
    await this.#flushBoth();
    this.#tick(ms);
    for (const world of [this.world, ...SIDES.map((side) => this.#shadows[side].world)]) {
      for (const side of SIDES) await world.view(world[side]);
    }
  }

  #tick(ms: number): void {
    this.world.now += ms;
    for (const side of SIDES) this.#shadows[side].world.now = this.world.now;
  }

  async restart(): Promise<void> {
    this.world = this.world.restarted();
    this.consent = this.#wrapped();
    await this.sockets?.restart();
  }

  async close(): Promise<void> {
    this.world.consent.close();
    for (const side of SIDES) this.#shadows[side].world.consent.close();
    await this.sockets?.close();
  }

  // ---- deeds

  async begin(side: Side): Promise<void> {
    const piece = newId<PieceId>();
    const sealedKey = some(60);
    await this.deed(side, "quiet", async ({ consent, room, [side]: who }) => {
      const made = await consent.makePiece(who.person, { id: piece, room, sealedKey });
      return made.ok ? "done" : made.refusal.code;
    });
    const owner = this.person(side);
    this.facts.pieces.push({ piece, owner, mode: "own", accepted: false, closed: false });
  }

  async offer(side: Side, piece: PieceId, notBefore: number | null): Promise<void> {
    const version = newId<VersionId>();
    const act = offering(version);
    const outcome = await this.deed(side, notBefore === null ? "open" : "quiet", async (world) => {
      const day = new Date(notBefore ?? world.now).toISOString().slice(0, 10);
      const signed = await world.signed(world[side], piece, act, day);
      if (signed.kind !== "offer") throw new Error("not an offer");
      const command: PieceCommand =
        notBefore === null ? signed : { ...signed, kind: "wait", notBefore };
      return world.run(world[side], piece, command);
    });
    if (outcome !== "done") return;
    for (const one of this.facts.versions) {
      const waits = one.piece === piece && one.notBefore !== null && one.notBefore > this.now;
      if (waits) one.cancelled = true;
    }
    const author = this.person(side);
    const facts = { version, piece, author, notBefore };
    this.facts.versions.push({ ...facts, cancelled: false, opened: false, takenBack: false });
  }

  signed(side: Side, piece: PieceId, act: Parameters<RoomWorld["sign"]>[2]): Promise<string> {
    return this.deed(side, "open", (world) => world.sign(world[side], piece, act));
  }

  quietly(side: Side, piece: PieceId, command: PieceCommand): Promise<string> {
    return this.deed(side, "quiet", (world) => world.run(world[side], piece, command));
  }

  async propose(side: Side): Promise<void> {
    const piece = newId<PieceId>();
    const act = { kind: "propose", envelope: some(284), sealedKey: some(60) } as const;
    const outcome = await this.signed(side, piece, act);
    if (outcome !== "done") return;
    const owner = this.person(side);
    this.facts.pieces.push({ piece, owner, mode: "together", accepted: false, closed: false });
  }

  async accept(side: Side, facts: PieceFacts): Promise<void> {
    const proposed = async (world: RoomWorld) => {
      const view = await world.view(world[side]);
      const found = view.pieces.find(({ piece }) => piece === facts.piece);
      return found?.mode === "together" ? found.statement.hash : some(32);
    };
    const outcome = await this.deed(side, "open", async (world) =>
      world.sign(world[side], facts.piece, { kind: "accept", proposal: await proposed(world) }),
    );
    if (outcome === "done") facts.accepted = true;
  }

  async signLine(side: Side, piece: PieceId, n: number, takeBack: boolean): Promise<void> {
    const line = this.#lines[n % 2] ?? newId<LineId>();
    const hash = this.#hashes[(n >> 1) % 2] ?? some(32);
    const kind = takeBack ? "take-signature-back" : "sign-line";
    const act = takeBack
      ? ({ kind: "take-signature-back", line, hash } as const)
      : ({ kind: "sign-line", line, hash, sealedWording: some(284) } as const);
    if ((await this.signed(side, piece, act)) !== "done") return;
    const key = wordsKey(piece, line, hash);
    const held = this.facts.signatures.get(key) ?? new Set();
    this.facts.signatures.set(key, held);
    if (kind === "sign-line") held.add(this.person(side));
    else held.delete(this.person(side));
    // Both have now signed these words: what stood before falls away, with its signatures.
    if (kind === "sign-line" && held.size === 2) {
      for (const other of this.#hashes) {
        if (other === hash) continue;
        const before = this.facts.signatures.get(wordsKey(piece, line, other));
        if (before?.size === 2) before.clear();
      }
    }
  }

  // ---- what holds at every step

  /** Everything that this person gets, without what chance made: in the shadow it is the same. */
  async bytesOf(world: RoomWorld, side: Side, consent: Consent = world.consent): Promise<string> {
    const { person } = world[side];
    const all = [
      await consent.view(person, world.room),
      await consent.record(person, world.room),
      await consent.chain(person, world.room),
      await world.rooms.list(person),
    ];
    return JSON.stringify(all).replace(/[A-Za-z0-9_-]{22,}/g, ({ length }) => `${length}`);
  }

  async shadowBytes(side: Side): Promise<string> {
    return this.bytesOf(this.#shadows[side].world, side);
  }
}
