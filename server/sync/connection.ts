import { randomInt } from "node:crypto";
import type { WebSocket } from "ws";
import type { Bytes } from "#domain/bytes.ts";
import type { PageId, PersonId } from "#domain/ids.ts";
import type { PieceAccess } from "#domain/ports.ts";
import {
  CLOSE,
  encodeServerFrame,
  type CloseReason,
  type ServerFrame,
} from "#domain/sync/frame.ts";

/** What a reader may leave undrained before its socket is closed; it comes back to its cursor. */
export const MAX_BUFFERED_BYTES = 1024 * 1024;

/**
 * Who is at the other end of a socket. `session` is the session's public id; `page` the opening that the
 * socket is of, for presence: without one, none is shared.
 */
export type SocketOwner = {
  readonly person: PersonId;
  readonly session: string;
  readonly page?: PageId | undefined;
};

export type OpenAccess = Extract<PieceAccess, { status: "open" }>;

type State =
  /** The gate has not answered yet; nothing is read. */
  | { readonly kind: "asking" }
  /** Let in, before its hello: may announce and push, is sent nothing of the log. */
  | { readonly kind: "admitted"; readonly access: OpenAccess }
  /** After its hello, on the way to the head. */
  | { readonly kind: "catching-up"; readonly access: OpenAccess }
  /** At the head: is sent every group as it is committed. */
  | { readonly kind: "live"; readonly access: OpenAccess }
  | { readonly kind: "ended" };

/** One socket on one piece. Nothing leaves but through it, and only while the gate is open. */
export class Connection {
  /** Stands for this connection in awareness; random, so that it counts nothing. */
  readonly number = randomInt(2 ** 32);
  readonly owner: SocketOwner;
  /** The last awareness sent here, for who comes later. */
  awareness: Bytes | null = null;
  /** Who has been shown awareness from here, and so is to hear that it is gone. */
  readonly shownTo = new Set<Connection>();

  readonly #socket: WebSocket;
  readonly #onEnded: () => void;
  #state: State = { kind: "asking" };
  #heard = true;

  /** `onEnded` is called once, at the moment from which nothing more is sent. */
  constructor(socket: WebSocket, owner: SocketOwner, onEnded: () => void) {
    this.#socket = socket;
    this.owner = owner;
    this.#onEnded = onEnded;
    socket.on("close", () => this.#leave());
    socket.on("pong", () => (this.#heard = true));
    socket.on("error", () => socket.terminate()); // ws has said what was wrong with the bytes
  }

  get isLive(): boolean {
    return this.#state.kind === "live";
  }

  get hasEnded(): boolean {
    return this.#state.kind === "ended";
  }

  /** What the person may do here now; `null` before the gate has opened and after the end. */
  get access(): OpenAccess | null {
    return "access" in this.#state ? this.#state.access : null;
  }

  admit(access: OpenAccess): void {
    if (this.#state.kind === "asking") this.#state = { kind: "admitted", access };
  }

  /** The gate has answered anew. */
  renew(access: OpenAccess): void {
    if ("access" in this.#state) this.#state = { ...this.#state, access };
  }

  /** False unless this is the first hello. */
  startCatchingUp(): boolean {
    if (this.#state.kind !== "admitted") return false;
    this.#state = { kind: "catching-up", access: this.#state.access };
    return true;
  }

  goLive(): void {
    if (this.#state.kind === "catching-up") {
      this.#state = { kind: "live", access: this.#state.access };
    }
  }

  /** Sends, unless the person may have nothing now; ends a reader that does not drain. */
  send(frame: ServerFrame): void {
    if (!this.#mayDeliver()) return;
    if (this.#socket.bufferedAmount > MAX_BUFFERED_BYTES) return this.end("tooSlow");
    this.#socket.send(encodeServerFrame(frame), ignoreFailure);
  }

  /** Like {@link send}; resolves when the frame has left this process, or never will. */
  async sendAndDrain(frame: ServerFrame): Promise<void> {
    if (!this.#mayDeliver()) return;
    await new Promise<void>((resolve) => {
      this.#socket.send(encodeServerFrame(frame), () => resolve());
    });
  }

  /** Closes with the reason's code. What the kernel does not have yet is not delivered any more. */
  end(reason: CloseReason): void {
    if (this.#state.kind === "ended") return;
    this.#leave();
    this.#socket.resume(); // or the other's half of the closing is never read
    this.#socket.close(CLOSE[reason]);
    const access = reason === "notHere" || reason === "paused" || reason === "closed";
    const ending = access || reason === "notSignedIn";
    // It comes back and is told why, but not what was still waiting here.
    if (ending && this.#socket.bufferedAmount > CLOSE_FRAME_BYTES) this.#socket.terminate();
  }

  /** Ends a peer that has not answered since the last beat: its network is gone without a word. */
  beat(): void {
    if (!this.#heard) return this.#socket.terminate();
    this.#heard = false;
    this.#socket.ping();
  }

  /** Resolves when the socket has closed, by force after `patience` milliseconds. */
  async closed(patience: number): Promise<void> {
    if (this.#socket.readyState === this.#socket.CLOSED) return;
    await new Promise<void>((resolve) => {
      const force = setTimeout(() => this.#socket.terminate(), patience);
      this.#socket.once("close", () => {
        clearTimeout(force);
        resolve();
      });
    });
  }

  /** Consent is checked when something is sent, not only when a socket joins. */
  #mayDeliver(): boolean {
    return this.access !== null && this.#socket.readyState === this.#socket.OPEN;
  }

  #leave(): void {
    if (this.#state.kind === "ended") return;
    this.#state = { kind: "ended" };
    this.#onEnded();
  }
}

/** A closing frame with a code and no text, from a server. */
const CLOSE_FRAME_BYTES = 4;

/** A frame that cannot be sent any more belongs to a socket whose closing is on its way. */
function ignoreFailure(): void {}
