import { setImmediate } from "node:timers/promises";
import type { LogRow, SealedLog } from "#domain/ports.ts";
import type { Connection } from "./connection.ts";
import type { OpenPiece } from "./open-piece.ts";

/** Bounds of one transaction, and so of one message to a reader. */
const GROUP_ROWS = 1024;
const GROUP_BYTES = 512 * 1024;
/** Bytes that may be queued before writers have to wait. */
const QUEUE_BYTES = 4 * 1024 * 1024;

export type Queued = {
  readonly row: LogRow;
  readonly piece: OpenPiece;
  /** Who pushed it and is to be told that it is durable. */
  readonly from: Connection;
};

export type GroupCommitOptions = {
  readonly log: SealedLog;
  /** The group is durable. Called in order, before the next group is begun. */
  readonly committed: (group: readonly Queued[]) => void;
  /** The group is not durable, as far as can be known. It must lose the group's pieces. */
  readonly failed: (group: readonly Queued[], error: unknown) => void;
};

/**
 * Commits whatever has arrived, a group at a time: while one group is on its way to the disk the next
 * one forms. All pieces share the queue, as they share the store's one writer.
 */
export class GroupCommit {
  readonly #options: GroupCommitOptions;
  #queue: Queued[] = [];
  #queuedBytes = 0;
  #running = false;
  #added = 0;
  #done = 0;
  #waiting: { readonly until: number; readonly resolve: () => void }[] = [];

  constructor(options: GroupCommitOptions) {
    this.#options = options;
  }

  add(queued: Queued): void {
    this.#queue.push(queued);
    this.#queuedBytes += bytesOf(queued.row);
    this.#added += 1;
    queued.piece.queued += 1;
    if (!this.#running) void this.#run();
  }

  /** Resolves when everything added so far is durable or lost; `undefined` if it is already. */
  settled(): Promise<void> | undefined {
    return this.#until(this.#added);
  }

  /** Resolves when a writer may go on; `undefined` if it may now. */
  room(): Promise<void> | undefined {
    return this.#queuedBytes > QUEUE_BYTES ? this.#until(this.#done + 1) : undefined;
  }

  #until(until: number): Promise<void> | undefined {
    if (this.#done >= until) return undefined;
    return new Promise((resolve) => this.#waiting.push({ until, resolve }));
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#queue.length > 0) {
      await setImmediate(); // what else has arrived joins the group
      const taken = this.#take();
      const group = taken.filter(({ piece }) => !piece.lost);
      if (group.length > 0) await this.#commit(group);
      for (const { piece } of taken) piece.queued -= 1;
      this.#done += taken.length;
      const due = this.#waiting.filter(({ until }) => until <= this.#done);
      this.#waiting = this.#waiting.filter(({ until }) => until > this.#done);
      for (const { resolve } of due) resolve();
    }
    this.#running = false;
  }

  async #commit(group: readonly Queued[]): Promise<void> {
    try {
      await this.#options.log.append(group.map(({ row }) => row));
    } catch (error) {
      this.#options.failed(group, error);
      return;
    }
    this.#options.committed(group);
  }

  #take(): Queued[] {
    let bytes = 0;
    let length = 0;
    for (const { row } of this.#queue) {
      if (length === GROUP_ROWS || (length > 0 && bytes + bytesOf(row) > GROUP_BYTES)) break;
      bytes += bytesOf(row);
      length += 1;
    }
    this.#queuedBytes -= bytes;
    return this.#queue.splice(0, length);
  }
}

function bytesOf(row: LogRow): number {
  return row.kind === "frame" ? row.sealed.length : 0;
}
