import * as decoding from "lib0/decoding";
import {
  encodeAwarenessUpdate,
  removeAwarenessStates,
  type Awareness,
} from "y-protocols/awareness";
import type { Bytes } from "#domain/bytes.ts";
import { encodeClientFrame, MAX_AWARE_BYTES } from "#domain/sync/frame.ts";
import type { FrameCipher } from "./frame-cipher.ts";
import type { SealedSocket } from "./sealed-socket.ts";
import { ownBytes } from "./yjs-update.ts";

export type AwarenessLinkOptions = {
  readonly awareness: Awareness;
  /** Marks the changes that come from outside. */
  readonly origin: unknown;
  readonly cipher: FrameCipher;
  readonly epoch: number;
};

/**
 * Where each is on the page, sealed. While presence is not shared nothing of it goes out but "nobody is
 * here", which keeps the connection awake, and nothing that comes in is shown.
 */
export class AwarenessLink {
  readonly #options: AwarenessLinkOptions;
  /** Every client id that this tab has had. */
  readonly #mine = new Set<number>();
  /** The client id that each other connection speaks for, and what it said last. */
  readonly #others = new Map<number, { readonly clientId: number; readonly update: Bytes }>();
  #shared = false;
  #sent: Promise<void> = Promise.resolve();

  constructor(options: AwarenessLinkOptions) {
    this.#options = options;
  }

  /** Sends what the provider wants sent, if it is ours to say, in the order in which it was said. */
  send(socket: SealedSocket, update: Bytes): void {
    const { cipher, epoch } = this.#options;
    const said = this.#outgoing(update);
    if (!said) return;
    const sealing = cipher.sealAwareness(epoch, said);
    this.#sent = Promise.all([sealing, this.#sent]).then(
      ([sealed]) => {
        if (sealed.length > MAX_AWARE_BYTES) return; // a page that says far too much of where it is
        socket.sendFrame(encodeClientFrame({ type: "aware", sealed }));
      },
      () => undefined, // without a key nobody learns where anybody is
    );
  }

  /** Takes what another connection says. What does not open, or is not its to say, is nothing. */
  async take(socket: SealedSocket, from: number, sealed: Bytes): Promise<void> {
    const { cipher, epoch } = this.#options;
    const update = await cipher.openAwareness(epoch, sealed).catch(() => null);
    if (update && this.#incoming(from, update)) socket.deliverAwareness(update);
  }

  gone(connection: number): void {
    const said = this.#others.get(connection);
    this.#others.delete(connection);
    if (said) this.#remove([said.clientId]);
  }

  /** The numbers of connections mean nothing on the next socket. */
  disconnected(): void {
    this.#others.clear();
  }

  /** Shows, or hides at once, where each is. */
  share(on: boolean, socket: SealedSocket | null): void {
    if (this.#shared === on) return;
    this.#shared = on;
    const said = [...this.#others.values()];
    if (on) for (const { update } of said) socket?.deliverAwareness(update);
    else this.#remove(said.map(({ clientId }) => clientId));
    this.sayAgain();
  }

  /** Says what was said last as something new: whoever was told that we had gone would not listen else. */
  sayAgain(): void {
    const { awareness } = this.#options;
    const state = awareness.getLocalState();
    if (state) awareness.setLocalState(state);
  }

  #outgoing(update: Bytes): Bytes | null {
    const { awareness } = this.#options;
    this.#mine.add(awareness.clientID);
    const clientId = onlyClientId(update);
    if (clientId === null || !this.#mine.has(clientId)) return null;
    const states = this.#shared ? awareness.getStates() : new Map<number, never>();
    return ownBytes(encodeAwarenessUpdate(awareness, [clientId], states));
  }

  /** Whether it may be shown now. One connection is one client id, and nobody speaks for another. */
  #incoming(connection: number, update: Bytes): boolean {
    const clientId = onlyClientId(update);
    if (clientId === null || this.#mine.has(clientId) || !saysAState(update)) return false;
    for (const [other, said] of this.#others) {
      if (said.clientId === clientId && other !== connection) return false;
    }
    const before = this.#others.get(connection);
    if (before && before.clientId !== clientId) this.#remove([before.clientId]);
    this.#others.set(connection, { clientId, update });
    return this.#shared;
  }

  #remove(clientIds: number[]): void {
    removeAwarenessStates(this.#options.awareness, clientIds, this.#options.origin);
  }
}

/** The client id of an update about exactly one; `null` for any other, and for what is no update. */
function onlyClientId(update: Bytes): number | null {
  try {
    const from = decoding.createDecoder(update);
    return decoding.readVarUint(from) === 1 ? decoding.readVarUint(from) : null;
  } catch {
    return null;
  }
}

/** Whether the protocol can read all of what an update about one client id says: fields, or that it is gone. */
function saysAState(update: Bytes): boolean {
  try {
    const from = decoding.createDecoder(update);
    decoding.readVarUint(from); // how many
    decoding.readVarUint(from); // who
    decoding.readVarUint(from); // when
    const state: unknown = JSON.parse(decoding.readVarString(from));
    return typeof state === "object" && !Array.isArray(state) && !decoding.hasContent(from);
  } catch {
    return false;
  }
}
