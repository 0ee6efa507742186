import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { Bytes } from "#domain/bytes.ts";
import type { RawSocket, Transport } from "./transport.ts";
import { ownBytes } from "./yjs-update.ts";

/** The other half of a {@link SealedSocket}: everything that knows keys, logs and streams. */
export type SocketHost = {
  readonly transport: Transport;
  /** Before the provider hears of it: what is sent here goes first. */
  readonly opened: (socket: SealedSocket) => void;
  readonly received: (socket: SealedSocket, message: Bytes) => void;
  readonly closed: (socket: SealedSocket, code: number) => void;
  /** The provider has an awareness update to send. */
  readonly awareness: (socket: SealedSocket, update: Bytes) => void;
};

// y-websocket's message types, and y-protocols' step 2.
const SYNC = 0;
const AWARENESS = 1;
const SYNC_STEP_2 = 1;
const EMPTY_UPDATE = Uint8Array.of(0, 0);
const NO_AWARENESS = Uint8Array.of(0);

type Handler<Event> = ((event: Event) => void) | null;

/**
 * A WebSocket for y-websocket's provider. To the provider it plays the server's half of the Yjs protocol;
 * to the server it speaks sealed frames. The provider's own sync traffic ends here: the document's
 * changes are sealed where they happen, and what arrives is applied where it is opened.
 */
export class SealedSocket {
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;
  binaryType = "arraybuffer";
  onopen: Handler<object> = null;
  onmessage: Handler<{ readonly data: Uint8Array }> = null;
  onerror: Handler<object> = null;
  onclose: Handler<{ readonly code: number }> = null;

  readonly #host: SocketHost;
  readonly #raw: RawSocket;
  #state: 0 | 1 | 2 | 3 = 0;

  constructor(host: SocketHost, url: string) {
    this.#host = host;
    this.#raw = host.transport(url, {
      open: () => {
        if (this.#state !== this.CONNECTING) return;
        this.#state = this.OPEN;
        host.opened(this);
        this.onopen?.({});
      },
      message: (message) => {
        if (this.#state === this.OPEN) host.received(this, message);
      },
      close: (code) => {
        if (this.#state === this.CLOSED) return;
        this.#state = this.CLOSED;
        host.closed(this, code);
        this.onclose?.({ code });
      },
    });
  }

  get readyState(): number {
    return this.#state;
  }

  get isOpen(): boolean {
    return this.#state === this.OPEN;
  }

  /** What the provider sends: only awareness goes anywhere. */
  send(data: Uint8Array | ArrayBuffer): void {
    const message = decoding.createDecoder(new Uint8Array(data));
    if (decoding.readVarUint(message) !== AWARENESS) return;
    this.#host.awareness(this, ownBytes(decoding.readVarUint8Array(message)));
  }

  /** Sends a frame of the protocol; nothing unless the socket is open. */
  sendFrame(frame: Bytes): void {
    if (this.isOpen) this.#raw.send(frame);
  }

  close(code?: number): void {
    if (this.#state >= this.CLOSING) return;
    this.#state = this.CLOSING;
    this.#raw.close(code);
  }

  /** Tells the provider that it is up to date: an empty step 2, for the document is so already. */
  deliverSynced(): void {
    this.#deliver((out) => {
      encoding.writeVarUint(out, SYNC);
      encoding.writeVarUint(out, SYNC_STEP_2);
      encoding.writeVarUint8Array(out, EMPTY_UPDATE);
    });
  }

  deliverAwareness(update: Uint8Array): void {
    this.#deliver((out) => {
      encoding.writeVarUint(out, AWARENESS);
      encoding.writeVarUint8Array(out, update);
    });
  }

  /** Keeps the provider's watchdog quiet: it closes a socket that says nothing for 30 seconds. */
  deliverSignOfLife(): void {
    this.deliverAwareness(NO_AWARENESS);
  }

  #deliver(write: (out: encoding.Encoder) => void): void {
    if (!this.isOpen) return;
    const out = encoding.createEncoder();
    write(out);
    this.onmessage?.({ data: encoding.toUint8Array(out) });
  }
}

/** The class to hand to a provider as its `WebSocketPolyfill`. */
export function sealedSocketClass(host: SocketHost): typeof WebSocket {
  class Bound extends SealedSocket {
    constructor(url: string | URL) {
      super(host, String(url));
    }
  }
  // The provider asks for a whole WebSocket and uses what SealedSocket has.
  return Bound as unknown as typeof WebSocket;
}
