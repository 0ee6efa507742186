import type { PieceId } from "#domain/ids.ts";
import type { SealedLog } from "#domain/ports.ts";
import type { CloseReason } from "#domain/sync/frame.ts";
import type { Connection } from "./connection.ts";
import { PieceLog } from "./piece-log.ts";

/** A piece that somebody has open, or whose rows are still being committed. */
export class OpenPiece {
  readonly id: PieceId;
  readonly connections = new Set<Connection>();
  /** How often who may be here has been reconsidered. */
  reconsidered = 0;
  /** Reconsiderations of a piece run one after the other. */
  reconsidering: Promise<void> = Promise.resolve();
  /** Rows that are queued or being committed. */
  queued = 0;
  /** A commit failed or the piece was erased: what is queued is dropped, nobody may join any more. */
  lost = false;

  #log: PieceLog | null = null;
  #loading: Promise<PieceLog> | null = null;

  constructor(id: PieceId) {
    this.id = id;
  }

  /** Loads the head of the log once. Rejects when the store fails; the next call tries again. */
  load(store: SealedLog): Promise<PieceLog> {
    this.#loading ??= store.head(this.id).then(
      (head) => (this.#log = new PieceLog(this.id, head)),
      (error: unknown) => {
        this.#loading = null;
        throw error;
      },
    );
    return this.#loading;
  }

  /** The log's order. Only for a piece that somebody has been let into. */
  get log(): PieceLog {
    if (!this.#log) throw new Error("the piece has not been loaded");
    return this.#log;
  }

  /** Whoever has gone writes nothing here any more. */
  leave(connection: Connection): void {
    this.connections.delete(connection);
    this.#log?.release(connection);
  }

  /** Ends every connection and everything that is queued. */
  lose(reason: CloseReason): void {
    this.lost = true;
    for (const connection of this.connections) connection.end(reason);
  }
}
