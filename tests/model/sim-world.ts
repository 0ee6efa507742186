import * as Y from "yjs";
import { cipherFor } from "#tests/support/piece-cipher.ts";
import { TestDevice } from "#tests/support/test-device.ts";
import { TestTab } from "#tests/support/test-tab.ts";
import type { DevicePiece } from "#client/sync/device-store.ts";
import { openCached } from "#client/sync/cached-frames.ts";
import type { FrameCipher } from "#client/sync/frame-cipher.ts";
import { WritingStream } from "#client/sync/writing-stream.ts";
import { applyUpdates } from "#client/sync/yjs-update.ts";
import { sameBytes } from "#domain/bytes.ts";
import { idOf, type PersonId, type PieceId } from "#domain/ids.ts";
import { edit, editList, listOf, undoOf, type Pen } from "./sim-edits.ts";
import type { Chance } from "./random.ts";
import { SimServer } from "./sim-server.ts";

const newId = <T extends string>() => idOf<T>(crypto.getRandomValues(new Uint8Array(16)));

/** Milliseconds after which a provider of the simulation tries again, at most. */
const BACKOFF = 3;

/** What has been promised about the things in the list, to be held against what became of them. */
export class Promises {
  /** Acknowledged by the server: on every screen from now on. */
  readonly acknowledged = new Set<string>();
  /** On a device's disk: on every screen in the end, unless the disk was set back. */
  readonly durable = new Map<string, SimDevice>();
  /** Could not be sent: shown to its writer apart, or on every screen after all. */
  readonly aside = new Map<string, SimDevice>();
  /** Somebody took it away, so that nothing is promised any more. */
  readonly removed = new Set<string>();
}

/** A machine of one person. */
export class SimDevice {
  readonly name: string;
  readonly person: PersonId;
  readonly storage = new TestDevice();
  readonly tabs = new Set<SimTab>();
  readonly snapshots: DevicePiece[] = [];
  isOnline = true;
  /** Never seen again. */
  isLost = false;
  /** Its storage went back in time, once. */
  wasSetBack = false;

  constructor(name: string, person: PersonId) {
    this.name = name;
    this.person = person;
  }

  get anyTab(): SimTab | undefined {
    return [...this.tabs][0];
  }

  killAll(): void {
    for (const tab of [...this.tabs]) tab.kill();
  }

  async setBack(world: SimWorld, snapshot: DevicePiece): Promise<void> {
    this.wasSetBack = true;
    for (const [thing, device] of world.promises.aside) {
      if (device === this) world.promises.aside.delete(thing);
    }
    await this.storage.restore(world.piece, snapshot);
  }
}

/** Everything that a restored machine goes on from. */
export type MachineImage = {
  readonly storage: DevicePiece;
  readonly state: Uint8Array;
  readonly clientId: number;
  readonly own: WritingStream;
};

export class SimTab extends TestTab {
  readonly device: SimDevice;
  readonly #world: SimWorld;
  #undo: { readonly doc: Y.Doc; readonly manager: Y.UndoManager } | null = null;
  /** Things that this tab added and was not told about. */
  #added: string[] = [];
  #generation = 0;
  #isAlive = true;

  constructor(world: SimWorld, device: SimDevice, image?: MachineImage) {
    const doc = new Y.Doc();
    if (image) {
      Y.applyUpdate(doc, image.state);
      doc.clientID = image.clientId;
    }
    super({
      device: device.storage,
      person: device.person,
      piece: world.piece,
      cipher: world.cipher,
      transport: world.server.transport(device.person),
      offline: !device.isOnline,
      doc,
      ...(image && { own: image.own }),
    });
    this.device = device;
    this.#world = world;
    device.tabs.add(this);
    this.#hurry();
    this.open.subscribe(() => this.#noticed());
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  edit(): void {
    const { doc } = this;
    if (this.#undo?.doc !== doc) this.#undo = { doc, manager: undoOf(doc) };
    edit(doc, this.#undo.manager, this.#pen);
  }

  /** What was added so far is on the disk when this is fulfilled, and so promised. */
  async flush(): Promise<void> {
    const added = [...this.#added];
    await this.open.flush();
    const { promises } = this.#world;
    if (this.#isAlive) for (const thing of added) promises.durable.set(thing, this.device);
  }

  changeClientId(): void {
    this.doc.clientID = Math.floor(this.#world.chance.next() * 2 ** 32);
    this.edit();
  }

  /**
   * A picture of the whole machine, as of a virtual machine or a disk image; `null` when something moved
   * while it was taken, or when its memory held more than its storage and this stream.
   */
  async image(): Promise<MachineImage | null> {
    const state = Y.encodeStateAsUpdate(this.doc);
    await this.open.flush();
    const own = new WritingStream(this.own.state());
    own.unsent.push(...this.own.unsent);
    const storage = await this.device.storage.snapshot(this.#world.piece);
    const stored = await this.#world.documentOf(storage);
    const isWhole =
      this.#isAlive &&
      this.open.snapshot().generation === 0 &&
      this.own.unsent.length === own.unsent.length &&
      sameBytes(state, Y.encodeStateAsUpdate(this.doc)) &&
      sameBytes(Y.encodeStateVector(stored), Y.encodeStateVector(this.doc));
    return isWhole ? { storage, state, clientId: this.doc.clientID, own } : null;
  }

  override kill(): void {
    this.#leave();
    super.kill();
  }

  async close(): Promise<void> {
    const added = [...this.#added];
    await this.open.close();
    const { promises } = this.#world;
    if (this.#isAlive) for (const thing of added) promises.durable.set(thing, this.device);
    this.#leave();
  }

  #leave(): void {
    this.#isAlive = false;
    this.device.tabs.delete(this);
  }

  #noticed(): void {
    this.#hurry();
    if (!this.#isAlive) return;
    const { promises } = this.#world;
    const { generation, saved } = this.open.snapshot();
    if (generation !== this.#generation) {
      this.#generation = generation;
      this.#world.note("document made anew");
      for (const thing of this.#added.splice(0)) promises.aside.set(thing, this.device);
    } else if (saved) {
      for (const thing of this.#added.splice(0)) promises.acknowledged.add(thing);
    }
  }

  #hurry(): void {
    this.open.provider.maxBackoffTime = BACKOFF;
  }

  /** Some pages answer what comes in with changes of their own. */
  answerChanges(): void {
    const list = listOf(this.doc);
    list.observe((_event, { local }) => {
      if (!local && this.#isAlive && this.#world.chance.happens(0.2)) editList(list, this.#pen);
    });
  }

  get #pen(): Pen {
    const { chance, promises } = this.#world;
    return {
      chance,
      fresh: this.#world.fresh,
      added: (thing) => this.#added.push(thing),
      removed: (thing) => promises.removed.add(thing),
    };
  }
}

export class SimWorld {
  readonly chance: Chance;
  readonly piece: PieceId;
  readonly cipher: FrameCipher;
  readonly server: SimServer;
  readonly devices: readonly SimDevice[];
  readonly promises = new Promises();
  /** How often what happened. */
  readonly happened = new Map<string, number>();
  #words = 0;

  private constructor(chance: Chance, piece: PieceId, cipher: FrameCipher) {
    this.chance = chance;
    this.piece = piece;
    this.cipher = cipher;
    this.server = new SimServer(piece, chance);
    const [ada, ben] = [newId<PersonId>(), newId<PersonId>()];
    this.devices = [
      new SimDevice("ada's phone", ada),
      new SimDevice("ada's laptop", ada),
      new SimDevice("ben's phone", ben),
      new SimDevice("ben's laptop", ben),
    ];
  }

  static async begin(chance: Chance): Promise<SimWorld> {
    const piece = newId<PieceId>();
    return new SimWorld(chance, piece, await cipherFor(piece));
  }

  get present(): readonly SimDevice[] {
    return this.devices.filter((device) => !device.isLost);
  }

  get tabs(): readonly SimTab[] {
    return this.devices.flatMap((device) => [...device.tabs]);
  }

  readonly fresh = (mark: string): string => {
    this.#words += 1;
    return `${mark}${this.#words}`;
  };

  open(device: SimDevice, image?: MachineImage): SimTab {
    return new SimTab(this, device, image);
  }

  /** A tab whose page may answer what comes in with changes of its own. */
  openLively(device: SimDevice): SimTab {
    const tab = this.open(device);
    if (this.chance.happens(0.3)) tab.answerChanges();
    return tab;
  }

  /** What this storage alone would show, without the network. */
  async documentOf(storage: DevicePiece): Promise<Y.Doc> {
    const { updates } = await openCached(this.cipher, storage);
    const unsent = storage.outbox.flatMap(({ stream, epoch, frames }) =>
      frames.map(async ({ counter, previous, sealed }) => ({
        seq: 0,
        update: await this.cipher.open({ epoch, stream, counter, previous }, sealed),
      })),
    );
    const doc = new Y.Doc();
    applyUpdates(doc, [...updates, ...(await Promise.all(unsent))], this);
    return doc;
  }

  note(what: string): void {
    this.happened.set(what, (this.happened.get(what) ?? 0) + 1);
  }
}
