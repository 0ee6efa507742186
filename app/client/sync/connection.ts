import type { Bytes } from "#domain/bytes.ts";
import { unreachable } from "#domain/result.ts";
import { decodeServerFrame, encodeClientFrame, type ServerFrame } from "#domain/sync/frame.ts";
import { ContradictoryLog, type OpenedStep, type Updates } from "./open-step.ts";
import type { SealedSocket } from "./sealed-socket.ts";
import type { WritingStream } from "./writing-stream.ts";

type Frame<Type extends ServerFrame["type"]> = Extract<ServerFrame, { type: Type }>;

/** More than this many messages ahead of the cursor, and the one in between will not come. */
const MAX_EARLY = 1000;
/** More than this many "gap" answers without an acknowledgement, and the server has lost something. */
const MAX_GAPS = 100;

/** What a connection needs of the opening that it serves. */
export type ConnectionHost = {
  readonly cursor: () => number;
  /** What is to be sent, in order. */
  readonly sending: () => readonly WritingStream[];
  /** The stream whose frames may go out now. */
  readonly current: () => WritingStream | undefined;
  /** The last counter of a stream that the log is known to hold. */
  readonly counterInLog: (sn: number) => number;
  /** Takes a message of the log in; `null` if that came too late to count. */
  readonly takeIn: (connection: Connection, message: Updates) => Promise<OpenedStep | null>;
  /** The server takes nothing of this stream. */
  readonly refused: (connection: Connection, stream: WritingStream) => void;
  /** Everything up to the head was read. Gives whether writing may begin. */
  readonly caughtUp: (connection: Connection) => Promise<boolean>;
  readonly live: (connection: Connection) => void;
  readonly aware: (connection: Connection, from: number, sealed: Bytes) => Promise<void>;
  readonly gone: (from: number) => void;
};

/** What the server said is not understood: it is of another version, or broken. */
export class NotTheProtocol extends Error {
  override name = "NotTheProtocol";
}

/** The protocol on one socket: announce, say where the cursor is, catch up, then push and be pushed to. */
export class Connection {
  readonly socket: SealedSocket;
  readonly #host: ConnectionHost;
  readonly #from: number;
  readonly #asked = new Map<WritingStream, Set<number>>();
  readonly #announced = new Map<
    WritingStream,
    { readonly sn: number; readonly ids: Set<number> }
  >();
  /** The last counter of each stream that went out on this socket. */
  readonly #sent = new Map<WritingStream, number>();
  readonly #early: Updates[] = [];
  #head: number | null = null;
  #live = false;
  #gaps = 0;

  /** Announces first: the server then takes these streams from an earlier connection, and nothing of
   * theirs can land after the catch-up unless this socket sends it. */
  constructor(socket: SealedSocket, host: ConnectionHost) {
    this.socket = socket;
    this.#host = host;
    this.#from = host.cursor();
    for (const stream of host.sending()) if (stream.unsent.length > 0) this.#announce(stream);
    socket.sendFrame(encodeClientFrame({ type: "hello", cursor: this.#from }));
  }

  /** Everything up to the head has been read; what is written goes out. */
  get isLive(): boolean {
    return this.#live && this.socket.isOpen;
  }

  /** Sends what may be sent: one stream at a time, once every id that it writes under is announced. */
  pump(): void {
    if (!this.isLive) return;
    const stream = this.#host.current();
    if (!stream) return;
    this.#announce(stream);
    const announced = this.#announced.get(stream);
    if (!announced || ![...stream.clientIds].every((id) => announced.ids.has(id))) return;
    for (const { counter, sealed } of stream.unsent) {
      if (counter <= (this.#sent.get(stream) ?? 0)) continue;
      this.#sent.set(stream, counter);
      const { sn } = announced;
      this.socket.sendFrame(encodeClientFrame({ type: "push", sn, counter, sealed }));
    }
  }

  /** One message at a time. Throws {@link NotTheProtocol} and {@link ContradictoryLog}. */
  async receive(bytes: Bytes): Promise<void> {
    const decoded = decodeServerFrame(bytes);
    if (!decoded.ok) throw new NotTheProtocol(decoded.refusal.code);
    const frame = decoded.value;
    switch (frame.type) {
      case "updates":
        return this.#takeUpdates(frame);
      case "synced":
        this.#head = frame.head;
        return this.#becomeLive();
      case "refused":
        return this.#refuse((stream) => this.#announced.get(stream)?.sn === frame.sn);
      case "taken":
        return this.#refuse(({ stream }) => stream === frame.stream);
      case "gap":
        return this.#fillGap(frame);
      case "aware":
        return this.#host.aware(this, frame.connection, frame.sealed);
      case "gone":
        return this.#host.gone(frame.connection);
      case "pong":
        return this.socket.deliverSignOfLife();
      case "want":
        return; // no device of this version makes checkpoints
      default:
        return unreachable(frame);
    }
  }

  #announce(stream: WritingStream): void {
    const asked = this.#asked.get(stream) ?? new Set();
    this.#asked.set(stream, asked);
    const { epoch, acknowledged: previous } = stream;
    for (const clientId of stream.clientIds) {
      if (asked.has(clientId)) continue;
      asked.add(clientId);
      this.socket.sendFrame(
        encodeClientFrame({ type: "announce", stream: stream.stream, epoch, clientId, previous }),
      );
    }
  }

  async #takeUpdates(message: Updates): Promise<void> {
    if (message.previous > this.#host.cursor()) {
      this.#early.push(message);
      if (this.#early.length > MAX_EARLY) throw new ContradictoryLog("a message never came");
      return;
    }
    await this.#take(message);
    for (let next = this.#takeEarly(); next; next = this.#takeEarly()) await this.#take(next);
    await this.#becomeLive();
    this.pump();
  }

  #takeEarly(): Updates | undefined {
    const next = this.#early.findIndex(({ previous }) => previous <= this.#host.cursor());
    return next < 0 ? undefined : this.#early.splice(next, 1)[0];
  }

  async #take(message: Updates): Promise<void> {
    if (message.last > 0 && message.last <= this.#host.cursor()) return; // seen
    const opened = await this.#host.takeIn(this, message);
    if (!opened) return;
    for (const { stream, sn, clientId } of opened.announced) {
      const announced = this.#announced.get(stream) ?? { sn, ids: new Set() };
      this.#announced.set(stream, announced);
      announced.ids.add(clientId);
    }
    if (opened.settled.length > 0) this.#gaps = 0;
  }

  async #becomeLive(): Promise<void> {
    if (this.#live || this.#head === null || this.#head > this.#host.cursor()) return;
    if (this.#head < this.#from) throw new ContradictoryLog("the server has forgotten something");
    if (!(await this.#host.caughtUp(this))) return;
    this.#live = true;
    this.#host.live(this);
    this.pump();
  }

  #refuse(isIt: (stream: WritingStream) => boolean): void {
    const stream = this.#host.sending().find(isIt);
    if (stream) this.#host.refused(this, stream);
  }

  /** Goes back to where the server wants to go on from. If that is nowhere, the stream is not ours alone. */
  #fillGap({ sn, next }: Frame<"gap">): void {
    const stream = this.#host.sending().find((sent) => this.#announced.get(sent)?.sn === sn);
    if (!stream) return;
    this.#gaps += 1;
    if (this.#gaps > MAX_GAPS) throw new ContradictoryLog("acknowledged frames are missing");
    const has = stream.find(next) || next <= this.#host.counterInLog(sn);
    if (!has) return this.#host.refused(this, stream);
    this.#sent.set(stream, next - 1);
    this.pump();
  }
}
