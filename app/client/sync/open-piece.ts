import type { WebsocketProvider } from "y-websocket";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import type { Api } from "#client/api.ts";
import type { PageId, PersonId, PieceId } from "#domain/ids.ts";
import type { AsideCopy } from "./aside.ts";
import type { RefusedCode } from "./close-code.ts";
import type { DeviceStore } from "./device-store.ts";
import type { Fault } from "./fault.ts";
import type { FrameCipher } from "./frame-cipher.ts";
import type { Locks } from "./locks.ts";
import { PieceOpening } from "./piece-opening.ts";
import type { Transport } from "./transport.ts";
import { freshStream } from "./writing-stream.ts";

export type { AsideCopy } from "./aside.ts";
export type { RefusedCode } from "./close-code.ts";
export type { Fault } from "./fault.ts";

export type PieceStatus =
  /** What this device keeps is being read, or the first connection is being made. */
  | { readonly status: "opening" }
  | { readonly status: "live" }
  /** Not connected; trying again. What is written is kept on this device. */
  | { readonly status: "offline" }
  | { readonly status: "refused"; readonly code: RefusedCode };

export type OpenPieceOptions = {
  readonly api: Api;
  readonly piece: PieceId;
  readonly person: PersonId;
  /** Own pieces gather what is written for up to a second, together pieces for 50 ms. */
  readonly mode: "own" | "together";
  readonly cipher: FrameCipher;
  /** The epoch that new frames are sealed in. */
  readonly epoch: number;
  /** Nothing that happens in the document is written anywhere. */
  readonly readOnly?: boolean;
  readonly device: DeviceStore;
  readonly locks: Locks;
  /** An empty document to fill, if the caller already has one. */
  readonly doc?: Y.Doc;
  /** How a socket is made: the browser's WebSocket unless told otherwise (`nodeTransport` in Node). */
  readonly transport?: Transport;
};

/** Everything a page shows of an open piece. The same object until something of it changes. */
export type PieceSnapshot = {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly provider: WebsocketProvider;
  /** Moves when `doc`, `awareness` and `provider` were replaced: mount the editor anew (use it as a key). */
  readonly generation: number;
  /** What this device keeps is in the document: an editor may be shown. */
  readonly ready: boolean;
  readonly status: PieceStatus;
  /** The server has acknowledged everything that was written. Never means `provider.synced`. */
  readonly saved: boolean;
  readonly faults: readonly Fault[];
  readonly aside: readonly AsideCopy[];
};

/** One opening of a piece in one tab. */
export type OpenPiece = {
  /** Names this opening: presence is shared for it alone. */
  readonly page: PageId;
  /** The current document; see {@link PieceSnapshot.generation}. */
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly provider: WebsocketProvider;
  /** Fulfilled when what this device keeps is in the document. */
  readonly ready: Promise<void>;
  readonly snapshot: () => PieceSnapshot;
  readonly status: () => PieceStatus;
  readonly saved: () => boolean;
  readonly faults: () => readonly Fault[];
  /** Private copies of what could not be sent, kept on this device, never merged into the document. */
  readonly aside: () => readonly AsideCopy[];
  readonly discardAside: (id: string) => Promise<void>;
  /** Calls back after every change of the snapshot; gives the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Whether this side's cursor is sent and the other's is shown. Off until called: "nobody is here" is
   * sent then, which only keeps the connection awake. Call it with what presence says: on when both
   * share it on this page, off as soon as one does not.
   */
  readonly sharePresence: (on: boolean) => void;
  /** Fulfilled when everything written so far is durable on this device (not: acknowledged). */
  readonly flush: () => Promise<void>;
  /** Fulfilled at the next moment at which everything is acknowledged; never while access is refused. */
  readonly untilSaved: () => Promise<void>;
  /** Makes everything durable, gives the server a moment to acknowledge it, and lets go. Loses nothing. */
  readonly close: () => Promise<void>;
};

/** Opens a piece. Synchronous: what this device keeps, and what the server has, arrive afterwards. */
export function openPiece(options: OpenPieceOptions): OpenPiece {
  return new PieceOpening(options, freshStream(options.epoch));
}
