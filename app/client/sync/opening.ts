import type { Awareness } from "y-protocols/awareness";
import type { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import type { Bytes } from "#domain/bytes.ts";
import type { PageId } from "#domain/ids.ts";
import { adoptAll, firstHanging } from "./adoption.ts";
import { AwarenessLink } from "./awareness-link.ts";
import { openCached } from "./cached-frames.ts";
import { refusedCodeOf, type RefusedCode } from "./close-code.ts";
import { Connection, type ConnectionHost } from "./connection.ts";
import { DocumentWriter } from "./document-writer.ts";
import { Doubt, type Verdict } from "./doubt.ts";
import { EMPTY_PIECE, type AsideRow } from "./device-store.ts";
import type { Fault } from "./fault.ts";
import { LogState } from "./log-state.ts";
import type { OpenPieceOptions } from "./open-piece.ts";
import { ContradictoryLog, openStep, type OpenedStep, type Updates } from "./open-step.ts";
import { Outbox } from "./outbox.ts";
import { sealedProvider } from "./sealed-provider.ts";
import type { SealedSocket } from "./sealed-socket.ts";
import { browserTransport } from "./transport.ts";
import type { WritingStream } from "./writing-stream.ts";
import { applyUpdates, isIncomplete, type NumberedUpdate } from "./yjs-update.ts";

/** A closing that is ours, and after which we come back at once. */
const COME_BACK = 4500;

const UNREADABLE = "unreadable" as const;

export type OpeningEvents = {
  readonly changed: () => void;
  readonly fault: (fault: Fault) => void;
  readonly refused: (code: RefusedCode) => void;
  /** Not everything can be sent. What can has been, and everything has been read. */
  readonly unsendable: (verdict: Verdict) => void;
  /** The document must be made anew from what the device keeps. */
  readonly spoiled: () => void;
  /** Left behind by dead tabs in an epoch that is over. They are not in the document. */
  readonly stale: (streams: readonly WritingStream[]) => void;
};

/**
 * One document under one stream: what it holds comes from the device and from the log, and what is written
 * in it goes to the device and then to the log. It never outlives a doubt about its stream: then
 * another one takes its place.
 */
export class Opening {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly outbox: Outbox;
  readonly #options: OpenPieceOptions;
  readonly #events: OpeningEvents;
  readonly #writer: DocumentWriter;
  readonly #awareness: AwarenessLink;
  readonly #doubt: Doubt;
  #log = new LogState(EMPTY_PIECE);
  #connection: Connection | null = null;
  #inbound: Promise<void> = Promise.resolve();
  #state: "loading" | "ready" | "ended" = "loading";
  #wasOffline = false;
  #refused: RefusedCode | null = null;
  /** Something was left behind by a tab that died after this one opened, perhaps. */
  #mayAdopt = false;

  /** `options.device` must not fail: see `forgivingDevice`. */
  constructor(
    options: OpenPieceOptions & { readonly page: PageId },
    doc: Y.Doc,
    own: WritingStream,
    events: OpeningEvents,
  ) {
    this.#options = options;
    this.#events = events;
    this.doc = doc;
    const { api, piece, device, locks, cipher, transport = browserTransport } = options;
    this.outbox = new Outbox({ piece, device, locks, cipher, own });
    this.#doubt = new Doubt(this.outbox);
    this.#writer = new DocumentWriter({
      options,
      doc,
      own,
      written: events.changed,
      kept: () => this.#progressed(),
      fault: events.fault,
    });
    if (!options.readOnly) this.#writer.listen();
    this.provider = sealedProvider({
      api,
      piece,
      page: options.page,
      doc,
      mayComeBack: () => this.#refused === null,
      host: {
        transport,
        opened: (socket) => this.#opened(socket),
        received: (socket, message) => this.#received(socket, message),
        closed: (socket, code) => this.#closed(socket, code),
        awareness: (socket, update) => this.#awareness.send(socket, update),
      },
    });
    this.#awareness = new AwarenessLink({
      awareness: this.awareness,
      origin: this.provider,
      cipher,
      epoch: options.epoch,
    });
  }

  get awareness(): Awareness {
    return this.provider.awareness;
  }

  get isReady(): boolean {
    return this.#state === "ready";
  }

  get isLive(): boolean {
    return this.#connection?.isLive ?? false;
  }

  /** Whether a connection has failed or ended since this began. */
  get wasOffline(): boolean {
    return this.#wasOffline;
  }

  /** Nothing is being sealed and nothing waits for its acknowledgement. */
  get isSaved(): boolean {
    return this.isReady && this.outbox.isEmpty && !this.#writer.busy;
  }

  get isIncomplete(): boolean {
    return this.isLive && isIncomplete(this.doc);
  }

  /** Fills the document with what the device keeps, and with what dead tabs left behind. Gives what
   * the device keeps aside. */
  async load(): Promise<readonly AsideRow[]> {
    const { cipher, readOnly, piece, device } = this.#options;
    if (!readOnly) await this.outbox.hold();
    const kept = await device.load(piece);
    this.#log = new LogState(kept);
    for (const { why: kind, seq } of kept.keptOut) this.#events.fault({ kind, seq });
    const { updates, unreadable } = await openCached(cipher, kept);
    for (const { update } of updates) this.#log.holds(update);
    for (const seq of unreadable) this.#events.fault({ kind: "unreadable", seq });
    const adopted = readOnly ? [] : await this.#adopt();
    await this.#apply([...updates, ...adopted]);
    if (this.#state === "loading") this.#state = "ready";
    this.#events.changed();
    return kept.aside;
  }

  connect(): void {
    if (this.isReady) this.provider.connect();
  }

  sharePresence(on: boolean): void {
    this.#awareness.share(on, this.#connection?.socket ?? null);
  }

  /** Fulfilled when everything written so far is on the device. */
  flush(): Promise<void> {
    return this.#writer.flush();
  }

  /** Goes on for good without the server, because of something that it, or the device, said. */
  refuse(code: RefusedCode): void {
    if (this.#refused !== null || this.#state === "ended") return;
    this.#refused = code;
    this.provider.disconnect();
    this.#events.refused(code);
  }

  /**
   * Goes off the network for good, and has everything on the device that was written until this is
   * fulfilled. What is written afterwards is nobody's any more.
   */
  async stopWriting(): Promise<void> {
    this.provider.disconnect();
    await this.#inbound; // it may be bringing something that the page answers
    await this.flush();
    this.#writer.stop();
  }

  /** Lets go of everything. Whoever takes over finds on the device what was not sent. */
  end(): void {
    if (this.#state === "ended") return;
    this.#state = "ended";
    this.#writer.stop();
    this.provider.destroy();
    this.awareness.destroy();
    this.outbox.release();
  }

  /** Takes over what tabs that are gone have left behind, and gives what it says. */
  async #adopt(): Promise<readonly NumberedUpdate[]> {
    const { updates, stale, forked } = await adoptAll(this.outbox, this.#options.epoch);
    if (stale.length > 0) this.#events.stale(stale);
    if (forked) this.#doubt.contradicted(forked);
    return updates;
  }

  /**
   * A tab may have died after this one opened. Looked after once for each connection, and only when
   * nothing else waits, so that what is adopted can be sent before what builds on it.
   */
  #adoptLater(): void {
    if (!this.#mayAdopt || !this.isLive || !this.isSaved) return;
    this.#mayAdopt = false;
    this.#inTurn(async () => {
      if (this.#state !== "ready") return;
      await this.#apply(await this.#adopt());
      const connection = this.#connection;
      if (connection && (await this.#caughtUp(connection))) this.#progressed();
    });
  }

  #progressed(): void {
    this.#connection?.pump();
    this.#adoptLater();
    this.#events.changed();
  }

  #opened(socket: SealedSocket): void {
    this.#connection = new Connection(socket, this.#host);
  }

  #received(socket: SealedSocket, message: Bytes): void {
    this.#inTurn(async () => {
      const connection = this.#connection;
      if (connection?.socket === socket && socket.isOpen) await connection.receive(message);
    });
  }

  /** One thing at a time, also across sockets, changes what has been read. */
  #inTurn(work: () => Promise<void>): void {
    this.#inbound = this.#inbound.then(work).catch((error: unknown) => {
      if (error instanceof ContradictoryLog) {
        this.#events.fault({ kind: "server-behind" });
        this.refuse("server-behind");
      } else {
        this.#events.fault({ kind: "protocol" });
        this.#connection?.socket.close(COME_BACK);
      }
    });
  }

  #closed(socket: SealedSocket, code: number): void {
    if (this.#connection?.socket === socket) {
      this.#connection = null;
      this.#awareness.disconnected();
    }
    this.#wasOffline = true;
    const refused = refusedCodeOf(code);
    if (refused) this.refuse(refused);
    this.#events.changed();
  }

  readonly #host: ConnectionHost = {
    cursor: () => this.#log.cursor,
    sending: () => this.outbox.sending,
    current: () => (this.#doubt.exists ? undefined : this.outbox.current),
    counterInLog: (sn) => this.#log.head(sn).counter,
    takeIn: (connection, message) => this.#takeIn(connection, message),
    refused: (connection, stream) => {
      this.#doubt.refused(stream);
      readAnew(connection);
    },
    caughtUp: (connection) => this.#caughtUp(connection),
    live: () => this.#becameLive(),
    aware: ({ socket }, from, sealed) => this.#awareness.take(socket, from, sealed),
    gone: (from) => this.#awareness.gone(from),
  };

  async #takeIn(connection: Connection, message: Updates): Promise<OpenedStep | null> {
    const { piece, person, cipher, device, epoch } = this.#options;
    if (message.entries.some((entry) => entry.type === "stream" && entry.epoch > epoch)) {
      // Closed and opened again: its words open under a key that this opening was not given.
      this.refuse("closed");
      return null;
    }
    const { sending, own } = this.outbox;
    const reader = { person, cipher, log: this.#log, sending, own };
    const opened = await openStep(reader, message);
    if (this.#state === "ended" || this.#connection !== connection) return null;
    await device.advance(piece, opened.step);
    // From here on the step counts, whatever has become of its socket: the device has it.
    this.#log.accept(opened.step, opened.ends);
    for (const { stream, counter } of opened.settled) stream.settle(counter);
    for (const { why: kind, seq } of opened.step.keptOut) this.#events.fault({ kind, seq });
    if (opened.forked) {
      this.#doubt.contradicted(opened.forked);
      readAnew(connection);
    }
    // A document in doubt stays as its writer last saw it; the one that takes its place reads it all.
    if (!this.#doubt.exists) await this.#apply(opened.updates);
    this.#progressed();
    return opened;
  }

  /** Everything has been read. What was left behind may be sent if it hangs on nothing else. */
  async #caughtUp(connection: Connection): Promise<boolean> {
    if (!this.#doubt.exists && isIncomplete(this.doc)) {
      const hanging = await firstHanging(this.#options, this.outbox);
      if (hanging) this.#doubt.contradicted(hanging);
    }
    if (this.#state !== "ready" || this.#connection !== connection) return false;
    const verdict = this.#doubt.verdict(this.#log);
    if (verdict) this.#events.unsendable(verdict);
    return verdict === null;
  }

  #becameLive(): void {
    this.#connection?.socket.deliverSynced();
    this.#awareness.sayAgain();
    this.#mayAdopt = !this.#options.readOnly;
    this.#progressed();
  }

  async #apply(updates: readonly NumberedUpdate[]): Promise<void> {
    if (this.#state === "ended") return;
    const failed = applyUpdates(this.doc, updates, this.provider);
    const rows = failed.filter((seq) => seq > 0).map((seq) => ({ seq, why: UNREADABLE }));
    for (const { seq } of rows) this.#events.fault({ kind: UNREADABLE, seq });
    if (rows.length === 0) return;
    await this.#options.device.keepOut(this.#options.piece, rows);
    this.#events.spoiled();
  }
}

/** A fresh connection reads to a head behind which nothing of an earlier one can land. */
function readAnew(connection: Connection): void {
  if (connection.isLive) connection.socket.close(COME_BACK);
}
