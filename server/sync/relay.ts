import type { WebSocket } from "ws";
import type { PersonId, PieceId } from "#domain/ids.ts";
import type { Access, SealedLog } from "#domain/ports.ts";

/** Where faults go. Never given content, names or keys. */
export type RelayLogger = {
  readonly warn: (details: object, message: string) => void;
  readonly error: (details: object, message: string) => void;
};

export type RelayOptions = {
  readonly log: SealedLog;
  readonly access: Access;
  /** Whether `to` may see where `from` is on this page, now. Asked for every message. */
  readonly mayShareAwareness: (piece: PieceId, from: PersonId, to: PersonId) => boolean;
  readonly logger: RelayLogger;
};

/** Who is at the other end of a socket. `session` is the session's public id. */
export type SocketOwner = { readonly person: PersonId; readonly session: string };

/** The blind relay: authorises, orders, stores and forwards sealed frames. */
export type Relay = {
  /**
   * Takes an upgraded socket. Call it at once, before the socket can receive. Resolves when the
   * person has been let in or the socket closed with its code; never rejects.
   */
  readonly connect: (socket: WebSocket, who: SocketOwner, piece: PieceId) => Promise<void>;
  /** Asks again who may be here; when it resolves, nothing more is sent to who may not. */
  readonly reconsider: (piece: PieceId) => Promise<void>;
  /** Closes the sockets of a session that has ended. */
  readonly endSession: (session: string) => void;
  /** Deletes a piece's log, after its sockets have been reconsidered and its commits are done. */
  readonly erase: (piece: PieceId) => Promise<void>;
  /** Commits and acknowledges what has arrived, then closes every socket. */
  readonly close: () => Promise<void>;
};

export function createRelay(options: RelayOptions): Relay {
  void options;
  throw new Error("not built yet");
}
