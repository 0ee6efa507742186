import * as Y from "yjs";
import type { Bytes } from "#domain/bytes.ts";
import { MAX_SEALED_BYTES } from "#domain/sync/frame.ts";
import { splitUpdate } from "./split-update.ts";
import type { UnsentFrame } from "./writing-stream.ts";
import { ownBytes } from "./yjs-update.ts";

/** What sealing adds at most: nonce, tag, length and padding. */
const SEALING_BYTES = 12 + 16 + 4 + 64;
const MAX_PLAIN_BYTES = MAX_SEALED_BYTES - SEALING_BYTES;

/** Merging is faster than linear only for few updates, and frames are to be far below their limit. */
const MERGED_UPDATES = 100;
const MERGED_BYTES = 32 * 1024;

export type SealingQueueOptions = {
  /** Milliseconds for which writing is gathered before it is sealed. */
  readonly linger: number;
  readonly seal: (update: Bytes) => Promise<UnsentFrame>;
  /** Makes a frame durable, and then ready to be sent. */
  readonly keep: (frame: UnsentFrame) => Promise<void>;
  /** Something could not be sealed: it is only in the document, and `busy` from now on. */
  readonly failed: (why: "too-large" | "sealing") => void;
};

/**
 * From the document's own changes to sealed frames: gathered, sealed, and kept, strictly one after the
 * other. Until then they are in no list of what waits to be sent: ask `busy` too before saying "saved".
 */
export class SealingQueue {
  readonly #options: SealingQueueOptions;
  #pending: Bytes[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #working = 0;
  #failed = false;
  #tail: Promise<void> = Promise.resolve();

  constructor(options: SealingQueueOptions) {
    this.#options = options;
  }

  get busy(): boolean {
    return this.#pending.length > 0 || this.#working > 0 || this.#failed;
  }

  write(update: Bytes): void {
    this.#pending.push(update);
    this.#timer ??= setTimeout(() => this.#start(), this.#options.linger);
  }

  /** Fulfilled when everything has been kept that was written until then. */
  async flush(): Promise<void> {
    do {
      this.#start();
      await this.#tail;
    } while (this.#pending.length > 0);
  }

  /** Drops what was not sealed. Only for a document that is thrown away. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#pending = [];
  }

  #start(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#pending.length === 0) return;
    const updates = this.#pending.splice(0);
    this.#working += 1;
    this.#tail = this.#tail
      .then(() => this.#sealAll(updates))
      .catch(() => this.#fail("sealing"))
      .finally(() => {
        this.#working -= 1;
      });
  }

  async #sealAll(updates: readonly Bytes[]): Promise<void> {
    for (const update of merged(updates)) {
      const parts = splitUpdate(update, MAX_PLAIN_BYTES);
      if (!parts) this.#fail("too-large");
      for (const part of parts ?? []) {
        await this.#options.keep(await this.#options.seal(part));
      }
    }
  }

  #fail(why: "too-large" | "sealing"): void {
    this.#failed = true;
    this.#options.failed(why);
  }
}

/** The same changes in fewer updates. */
function merged(updates: readonly Bytes[]): Bytes[] {
  const groups: Bytes[][] = [];
  let bytes = 0;
  for (const update of updates) {
    const group = groups.at(-1);
    if (!group || group.length === MERGED_UPDATES || bytes + update.length > MERGED_BYTES) {
      groups.push([update]);
      bytes = update.length;
    } else {
      group.push(update);
      bytes += update.length;
    }
  }
  return groups.map((group) =>
    group.length === 1 && group[0] ? group[0] : ownBytes(Y.mergeUpdates(group)),
  );
}
