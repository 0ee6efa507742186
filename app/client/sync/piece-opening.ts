import type { Awareness } from "y-protocols/awareness";
import type { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { systemRandomness } from "#client/crypto/random.ts";
import { idOf, ID_BYTES, type PageId } from "#domain/ids.ts";
import { freshAsideId, makeAside, openAside, type AsideCopy, type AsideReason } from "./aside.ts";
import { AsideKeeper } from "./aside-keeper.ts";
import { openCached } from "./cached-frames.ts";
import type { RefusedCode } from "./close-code.ts";
import { forgivingDevice } from "./forgiving-device.ts";
import { sameFault, type Fault } from "./fault.ts";
import type { OpenPiece, OpenPieceOptions, PieceSnapshot, PieceStatus } from "./open-piece.ts";
import { Opening } from "./opening.ts";
import { freshStream, type WritingStream } from "./writing-stream.ts";
import { applyUpdates } from "./yjs-update.ts";

/** Milliseconds that a server which is there gets to acknowledge the last words. */
const LAST_WORDS = 3000;

/** How often a document is made anew because of a frame that broke it: without storage, it comes again. */
const MAX_SPOILED = 3;

/** What a page has of a piece, over the openings that take one another's place. */
export class PieceOpening implements OpenPiece {
  readonly page = idOf<PageId>(systemRandomness.bytes(ID_BYTES));
  readonly ready: Promise<void>;
  readonly #options: OpenPieceOptions;
  readonly #listeners = new Set<() => void>();
  #opening: Opening;
  #generation = 0;
  #spoiled = 0;
  #sharing = false;
  #refused: RefusedCode | null = null;
  #faults: readonly Fault[] = [];
  #aside: readonly AsideCopy[] = [];
  #snapshot: PieceSnapshot;
  /** Openings are replaced one after the other, and never while closing. */
  #work: Promise<void> = Promise.resolve();
  #closing: Promise<void> | null = null;

  /** `own` is the stream to write: a fresh one, unless a machine is to be restored. */
  constructor(options: OpenPieceOptions, own: WritingStream) {
    const device = forgivingDevice(options.device, () => this.#fault({ kind: "storage" }));
    this.#options = { ...options, device };
    this.#opening = this.#begin(own, options.doc ?? new Y.Doc());
    this.#snapshot = this.#look();
    this.ready = this.#start();
  }

  get doc(): Y.Doc {
    return this.#opening.doc;
  }

  get awareness(): Awareness {
    return this.#opening.awareness;
  }

  get provider(): WebsocketProvider {
    return this.#opening.provider;
  }

  readonly snapshot = (): PieceSnapshot => this.#snapshot;
  readonly status = (): PieceStatus => this.#snapshot.status;
  readonly saved = (): boolean => this.#opening.isSaved;
  readonly faults = (): readonly Fault[] => this.#snapshot.faults;
  readonly aside = (): readonly AsideCopy[] => this.#aside;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly discardAside = async (id: string): Promise<void> => {
    await this.#options.device.discardAside(this.#options.piece, id);
    this.#aside = this.#aside.filter((copy) => copy.id !== id);
    this.#changed();
  };

  readonly sharePresence = (on: boolean): void => {
    this.#sharing = on;
    this.#opening.sharePresence(on);
  };

  readonly flush = async (): Promise<void> => {
    await this.#work;
    await this.#opening.flush();
  };

  readonly untilSaved = (): Promise<void> => this.#until(() => this.saved());

  readonly close = (): Promise<void> => {
    this.#closing ??= this.#close();
    return this.#closing;
  };

  async #close(): Promise<void> {
    await this.ready;
    await this.#work;
    const opening = this.#opening;
    await opening.flush();
    await this.#until(() => opening.isSaved || !opening.isLive, LAST_WORDS);
    await opening.stopWriting();
    opening.end();
  }

  #begin(own: WritingStream, doc: Y.Doc): Opening {
    const opening: Opening = new Opening({ ...this.#options, page: this.page }, doc, own, {
      changed: () => this.#changed(),
      fault: (fault) => this.#fault(fault),
      stale: (streams) => this.#inTurn(() => this.#setStaleAside(streams)),
      spoiled: () => {
        this.#spoiled += 1;
        if (this.#spoiled > MAX_SPOILED) opening.refuse("bad-frame");
        else this.#replace(opening, null);
      },
      unsendable: (verdict) => {
        if (verdict.why === "forked") this.#fault({ kind: "forked" });
        this.#replace(opening, verdict);
      },
      refused: (code) => {
        this.#refused = code;
        const ended = code === "paused" || code === "closed";
        const [from] = opening.outbox.sending;
        if (ended && from && !this.#options.readOnly) this.#replace(opening, { why: code, from });
        this.#changed();
      },
    });
    return opening;
  }

  async #start(): Promise<void> {
    const opening = this.#opening;
    for (const row of await opening.load()) {
      try {
        this.#show(await openAside(this.#options.cipher, row));
      } catch {
        this.#fault({ kind: "unreadable", seq: 0 });
      }
    }
    if (!this.#closing) opening.connect();
  }

  /**
   * Puts an opening on the log as it is in the place of one that cannot go on. Without `aside`, the next
   * one adopts what this one has not sent.
   */
  #replace(opening: Opening, aside: Aside | null): void {
    this.#inTurn(async () => {
      if (this.#opening !== opening || this.#closing) return;
      await opening.stopWriting();
      const keeper = aside && this.#keeperOf(opening, aside);
      const isKept = (await keeper?.keep()) ?? false;
      if (this.#refused && !isKept) return;
      opening.end();
      const next = this.#begin(freshStream(this.#options.epoch), new Y.Doc());
      await next.load();
      next.sharePresence(this.#sharing);
      await keeper?.keep();
      this.#opening = next;
      this.#generation += 1;
      this.#changed();
      if (!this.#refused) next.connect();
    });
  }

  #keeperOf({ doc, outbox }: Opening, { why, from }: Aside): AsideKeeper {
    return new AsideKeeper({
      ...this.#options,
      doc,
      outbox,
      why,
      from,
      show: (copy) => this.#show(copy),
      failed: () => this.#fault({ kind: "sealing" }),
    });
  }

  /** What waits in an epoch that is over is in no document: one is made to show it. */
  async #setStaleAside(streams: readonly WritingStream[]): Promise<void> {
    const { device, piece, cipher, epoch } = this.#options;
    const doc = new Y.Doc();
    const { updates } = await openCached(cipher, await device.load(piece));
    const unsent = streams.flatMap((stream) => stream.unsent.map(({ update }) => update));
    applyUpdates(doc, [...updates, ...unsent.map((update) => ({ seq: 0, update }))], this);
    const id = freshAsideId();
    const { row, copy } = await makeAside(cipher, { id, why: "old-epoch", epoch, doc, streams });
    this.#show(copy);
    await device.setAside(piece, row);
  }

  #show(copy: AsideCopy): void {
    this.#aside = [...this.#aside.filter(({ id }) => id !== copy.id), copy];
    this.#changed();
  }

  #fault(fault: Fault): void {
    if (this.#faults.some((known) => sameFault(known, fault))) return;
    this.#faults = [...this.#faults, fault];
    this.#changed();
  }

  #inTurn(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch(() => this.#fault({ kind: "sealing" }));
  }

  /** Fulfilled when it is so, or when patience (in milliseconds) is over. */
  #until(reached: () => boolean, patience?: number): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (reached()) done();
      };
      const done = () => {
        stop();
        clearTimeout(timer);
        resolve();
      };
      const stop = this.subscribe(check);
      const timer = patience === undefined ? undefined : setTimeout(done, patience);
      check();
    });
  }

  /** What is incomplete now may be complete in a moment: it is a fault only for as long as it lasts. */
  #noteIncomplete(): void {
    const known = this.#faults.some(({ kind }) => kind === "incomplete");
    if (known === this.#opening.isIncomplete) return;
    this.#faults = known
      ? this.#faults.filter(({ kind }) => kind !== "incomplete")
      : [...this.#faults, { kind: "incomplete" }];
  }

  #changed(): void {
    this.#noteIncomplete();
    const before = this.#snapshot;
    const now = this.#look();
    const keys = Object.keys(now) as (keyof PieceSnapshot)[];
    if (keys.every((key) => before[key] === now[key])) return;
    this.#snapshot = now;
    for (const listener of [...this.#listeners]) listener();
  }

  #look(): PieceSnapshot {
    const opening = this.#opening;
    const { doc, awareness, provider, isReady, isSaved } = opening;
    return {
      doc,
      awareness,
      provider,
      generation: this.#generation,
      ready: isReady,
      status: this.#status(),
      saved: isSaved,
      faults: this.#faults,
      aside: this.#aside,
    };
  }

  #status(): PieceStatus {
    const { isReady, isLive, wasOffline } = this.#opening;
    if (this.#refused) return REFUSED[this.#refused];
    if (isReady && isLive) return LIVE;
    return isReady && (wasOffline || this.#generation > 0) ? OFFLINE : OPENING;
  }
}

type Aside = { readonly why: AsideReason; readonly from: WritingStream };

// One object each, so that a snapshot changes only when what it says does.
const OPENING: PieceStatus = { status: "opening" };
const LIVE: PieceStatus = { status: "live" };
const OFFLINE: PieceStatus = { status: "offline" };
const refused = (code: RefusedCode): PieceStatus => ({ status: "refused", code });
const REFUSED: Readonly<Record<RefusedCode, PieceStatus>> = {
  "not-signed-in": refused("not-signed-in"),
  "not-here": refused("not-here"),
  closed: refused("closed"),
  paused: refused("paused"),
  "bad-frame": refused("bad-frame"),
  "too-large": refused("too-large"),
  "server-behind": refused("server-behind"),
};
