import * as decoding from "lib0/decoding";
import {
  encodeAwarenessUpdate,
  removeAwarenessStates,
  type Awareness,
} from "y-protocols/awareness";
import type { Bytes } from "#domain/bytes.ts";
import { ownBytes } from "./yjs-update.ts";

/**
 * Where each is on the page. While presence is not shared nothing of it goes out but "nobody is here",
 * which keeps the connection awake, and nothing that comes in is shown.
 */
export class AwarenessLink {
  readonly #awareness: Awareness;
  readonly #origin: unknown;
  /** Every client id that this tab has had. */
  readonly #mine = new Set<number>();
  /** The client id that each other connection speaks for, and what it said last. */
  readonly #others = new Map<number, { readonly clientId: number; readonly update: Bytes }>();
  #shared = false;

  /** `origin` marks the changes that come from outside. */
  constructor(awareness: Awareness, origin: unknown) {
    this.#awareness = awareness;
    this.#origin = origin;
  }

  /** What to send for an update that the provider wants sent; `null` for what is not ours to say. */
  outgoing(update: Bytes): Bytes | null {
    const awareness = this.#awareness;
    this.#mine.add(awareness.clientID);
    const clientId = onlyClientId(update);
    if (clientId === null || !this.#mine.has(clientId)) return null;
    const states = this.#shared ? awareness.getStates() : new Map<number, never>();
    return ownBytes(encodeAwarenessUpdate(awareness, [clientId], states));
  }

  /** Whether an update from another connection may be shown now. One connection is one client id. */
  incoming(connection: number, update: Bytes): boolean {
    const clientId = onlyClientId(update);
    if (clientId === null || this.#mine.has(clientId)) return false;
    for (const [other, said] of this.#others) {
      if (said.clientId === clientId && other !== connection) return false;
    }
    const before = this.#others.get(connection);
    if (before && before.clientId !== clientId) this.#remove([before.clientId]);
    this.#others.set(connection, { clientId, update });
    return this.#shared;
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

  /** Gives what others said while it was not shown, to be shown now. */
  share(on: boolean): readonly Bytes[] {
    if (this.#shared === on) return [];
    this.#shared = on;
    const said = [...this.#others.values()];
    if (!on) this.#remove(said.map(({ clientId }) => clientId));
    // Said again, so that the other side sees the change at once.
    const state = this.#awareness.getLocalState();
    if (state) this.#awareness.setLocalState(state);
    return on ? said.map(({ update }) => update) : [];
  }

  #remove(clientIds: number[]): void {
    removeAwarenessStates(this.#awareness, clientIds, this.#origin);
  }
}

/** The client id of an update about exactly one. */
function onlyClientId(update: Bytes): number | null {
  const from = decoding.createDecoder(update);
  if (decoding.readVarUint(from) !== 1) return null;
  return decoding.readVarUint(from);
}
