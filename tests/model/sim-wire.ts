import { EventEmitter } from "node:events";
import type { WebSocket } from "ws";
import type { RawSocket, TransportEvents } from "#client/sync/transport.ts";
import { decodeClientFrame } from "#domain/sync/frame.ts";
import type { Chance } from "./random.ts";

/** Milliseconds by which a message that is held up comes later. */
const HELD_UP = 4;

/**
 * A socket between a device and a relay in one process. Half of them are worse than any real network: what
 * the server says comes twice or out of order, and so do the frames that the device pushes.
 */
export class SimWire {
  /** The server's end. */
  readonly socket: WebSocket;
  readonly #server: ServerEnd;
  readonly #events: TransportEvents;
  readonly #chance: Chance;
  readonly #isMessy: boolean;
  #isOpen = true;
  #toServer: Promise<void> = Promise.resolve();
  #toDevice: Promise<void> = Promise.resolve();

  constructor(chance: Chance, events: TransportEvents) {
    this.#chance = chance;
    this.#events = events;
    this.#isMessy = chance.happens(0.5);
    this.#server = new ServerEnd({
      send: (data, sent) => this.#fromServer(data, sent),
      close: (code) => this.#ended(code),
    });
    // The relay asks for a whole WebSocket and uses what ServerEnd has.
    this.socket = this.#server as unknown as WebSocket;
  }

  /** The device's end. */
  readonly device: RawSocket = {
    send: (bytes) => {
      const copy = Buffer.from(bytes);
      const arrive = () => this.#server.receive(copy);
      const frame = decodeClientFrame(bytes);
      // A socket keeps its order; a push that comes twice or late is what a bad client could do.
      if (frame.ok && frame.value.type === "push" && this.#isMessy) this.#scatter(arrive);
      else this.#toServer = this.#inOrder(this.#toServer, arrive);
    },
    close: () => this.#ended(1005),
  };

  /** The network is gone: neither side is told anything but that. */
  cut(): void {
    this.#ended(1006);
  }

  #fromServer(data: Uint8Array, sent: () => void): void {
    const copy = new Uint8Array(data);
    const arrive = () => this.#events.message(new Uint8Array(copy));
    if (this.#isMessy) this.#scatter(arrive);
    else this.#toDevice = this.#inOrder(this.#toDevice, arrive);
    setImmediate(sent);
  }

  async #inOrder(before: Promise<void>, arrive: () => void): Promise<void> {
    await before;
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#isOpen) arrive();
  }

  #scatter(arrive: () => void): void {
    const times = this.#chance.happens(0.2) ? 2 : 1;
    for (let time = 0; time < times; time++) {
      const late = this.#chance.happens(0.3) ? this.#chance.next() * HELD_UP : 0;
      setTimeout(() => this.#isOpen && arrive(), late);
    }
  }

  #ended(code: number): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    setImmediate(() => {
      this.#server.ended(code);
      this.#events.close(code);
    });
  }
}

type Way = {
  readonly send: (data: Uint8Array, sent: () => void) => void;
  readonly close: (code: number) => void;
};

/** What the relay uses of a `ws` socket. */
class ServerEnd extends EventEmitter {
  readonly OPEN = 1;
  readonly CLOSED = 3;
  readonly bufferedAmount = 0;
  readyState = 1;
  isPaused = false;
  readonly #way: Way;
  readonly #waiting: Buffer[] = [];

  constructor(way: Way) {
    super();
    this.#way = way;
  }

  receive(data: Buffer): void {
    if (this.isPaused) this.#waiting.push(data);
    else this.emit("message", data, true);
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
    for (const data of this.#waiting.splice(0)) this.receive(data);
  }

  send(data: Uint8Array, sent: () => void): void {
    if (this.readyState === this.OPEN) this.#way.send(data, sent);
    else sent();
  }

  close(code = 1000): void {
    this.#way.close(code);
  }

  terminate(): void {
    this.#way.close(1006);
  }

  ping(): void {
    setImmediate(() => this.emit("pong"));
  }

  ended(code: number): void {
    this.readyState = this.CLOSED;
    this.emit("close", code);
  }
}
